// When does a room get its sound? Once it is known to be one of voice: everything of sound and picture is in a part of its own,
// which a room in writing never asks for. What comes before it is here is kept for it.
import type { RoomView, Tellings } from '../../../lib/wire/events.ts'
import { NO_VOICE, type RoomVoice } from '../media/voice.ts'
import type { VoiceLink, VoicePorts } from '../media/voice-link.ts'

type Told = Parameters<Tellings['signal']>[0]

const AGAIN_MS = 2000
const EARLY_MOST = 60

export function createLateVoice(ports: VoicePorts) {
  let here: VoiceLink | null = null
  let newest: RoomView | null = null
  let early: Told[] = []
  let isAsked = false
  let isOver = false

  function load(): void {
    if (isAsked || isOver) return
    isAsked = true
    const comparing = newest?.kind === 'practice' ? import('../media/comparing.ts') : null
    Promise.all([import('../media/voice-link.ts'), comparing]).then(
      ([{ createVoiceLink }, strangers]) => {
        if (isOver) return
        here = createVoiceLink(ports, strangers?.createComparing)
        if (newest) here.seen(newest)
        for (const told of early.splice(0)) here.signal(told)
        ports.changed()
      },
      () => {
        isAsked = false
        setTimeout(load, AGAIN_MS)
      },
    )
  }

  return {
    seen(view: RoomView): void {
      newest = view
      if (here) here.seen(view)
      else if (view.medium === 'voice' || view.medium === 'video') load()
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
      isOver = true
      here?.end()
    },
  }
}
