// What has to be said of the sound in this moment? Mostly nothing: a path that is mended in time is nobody's business, and neither
// is a silence that arrived. Never more than one thing at a time.
import type { RoomView } from '../../../lib/wire/events.ts'
import type { RoomVoice } from '../../client/media/voice.ts'

/** As in the words of voice. */
export type SoundSaid =
  | 'between'
  | 'unchecked'
  | 'touch'
  | 'lost'
  | 'noPath'
  | 'noPathHere'
  | 'missedHere'
  | 'missedThere'

export function soundSaid(view: RoomView, voice: RoomVoice): SoundSaid | null {
  const floor = view.phase?.floor ?? 'none'
  if (isBetween(view, voice)) return 'between'
  if (!voice.isOn || view.held || view.stage !== 'sitting' || floor === 'none') return null
  const isMine = floor === view.you
  const speaks = isMine || floor === 'all'
  const hears = !isMine && (voice.theirs === 'open' || voice.theirs === null)
  if (voice.isUnchecked) return 'unchecked'
  if (hears && voice.isBlocked) return 'touch'
  if (hears && voice.isLost) return 'lost'
  if (voice.path === 'none' && speaks && voice.microphone === 'open') return 'noPath'
  if (voice.path === 'none' && hears) return 'noPathHere'
  if (voice.missed === 'here' && !isMine) return 'missedHere'
  return voice.missed === 'there' && speaks ? 'missedThere' : null
}

/** Said in every phase and while the clock is held, but in the agreement, where it stands in the place of the four words. */
function isBetween({ stage, held, phase }: RoomView, { same }: RoomVoice): boolean {
  return same?.at === 'differs' && stage === 'sitting' && (held !== null || phase?.kind !== 'agree')
}
