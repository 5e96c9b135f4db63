// When does a room get its sound? Once it is known to be one of voice: everything of sound and picture is in a part of its own,
// which a room in writing never asks for. What comes before it is here is kept for it.
import type { RoomView, Tellings } from '../../../lib/wire/events.ts'
import { NO_VOICE, type RoomVoice } from '../media/voice.ts'
import type { VoiceLink, VoicePorts } from '../media/voice-link.ts'
import { loadLater } from './load-later.ts'

type Told = Parameters<Tellings['signal']>[0]

const EARLY_MOST = 60

export function createLateVoice(ports: VoicePorts) {
  let here: VoiceLink | null = null
  let newest: RoomView | null = null
  let early: Told[] = []
  let stop: (() => void) | null = null

  /** By what strangers compare words friends never load. */
  const load = () =>
    Promise.all([
      import('../media/voice-link.ts'),
      newest?.kind === 'practice' ? import('../media/comparing.ts') : null,
    ])

  function begin([{ createVoiceLink }, strangers]: Awaited<ReturnType<typeof load>>): () => void {
    const own = createVoiceLink(ports, strangers?.createComparing)
    here = own
    if (newest) own.seen(newest)
    for (const told of early.splice(0)) own.signal(told)
    ports.changed()
    return own.end
  }

  return {
    seen(view: RoomView): void {
      newest = view
      if (here) here.seen(view)
      else if (view.medium === 'voice' || view.medium === 'video') stop ??= loadLater(load, begin)
    },
    entered: (): void => here?.entered(),
    signal(told: Told): void {
      if (here) here.signal(told)
      else early = [...early, told].slice(-EARLY_MOST)
    },
    /** This page holds the seat no longer, or not for now. */
    rest(): void {
      newest = null
      here?.rest()
    },
    snapshot: (): RoomVoice => here?.snapshot() ?? NO_VOICE,
    end(): void {
      // It may be shown something once more, and begins nothing then.
      stop ??= () => {}
      stop()
    },
  }
}
