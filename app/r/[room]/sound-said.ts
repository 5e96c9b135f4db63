// What has to be said of the sound in this moment, and of whom? Mostly nothing: a path that is mended in time is nobody's business,
// and neither is a silence that arrived. Never more than one thing at a time, and only to whom it concerns: of three, nothing is
// said to one of what is between the two others, and nothing of somebody who neither speaks now nor is to hear us.
import type { SeatId } from '../../../lib/protocol/room.ts'
import type { RoomView } from '../../../lib/wire/events.ts'
import type { RoomVoice, VoiceWith } from '../../client/media/voice.ts'

/** As in the words of voice; of two that are true at once, the earlier is said. */
const KINDS = ['unchecked', 'touch', 'lost', 'noPath', 'noPathHere', 'missedHere', 'missedThere'] as const

export interface SoundSaid {
  says: 'between' | (typeof KINDS)[number]
  /** The others of whom it is so, in the order of their seats. */
  of: readonly SeatId[]
}

export function soundSaid(view: RoomView, voice: RoomVoice): SoundSaid | null {
  const floor = view.phase?.floor ?? 'none'
  if (isBetween(view, voice)) return { says: 'between', of: [] }
  if (!voice.isOn || view.held || view.stage !== 'sitting' || floor === 'none') return null
  const others = Object.entries(voice.with) as [SeatId, VoiceWith][]
  const all = others.map(([seat, its]) => ({ seat, says: saidOf(view, voice, seat, its) }))
  const says = KINDS.find(kind => all.some(one => one.says === kind))
  return says ? { says, of: all.filter(one => one.says === says).map(({ seat }) => seat) } : null
}

function saidOf(
  { phase, you }: RoomView,
  { microphone }: RoomVoice,
  seat: SeatId,
  { theirs, path, isUnchecked, isBlocked, missed, isLost }: VoiceWith,
): (typeof KINDS)[number] | null {
  const speaks = phase?.floor === you || phase?.floor === 'all'
  const listens = phase?.floor === seat || phase?.floor === 'all'
  const hears = listens && (theirs === 'open' || theirs === null)
  if (isUnchecked && (speaks || listens)) return 'unchecked'
  if (hears && isBlocked) return 'touch'
  if (hears && isLost) return 'lost'
  if (path === 'none' && speaks && microphone === 'open') return 'noPath'
  if (path === 'none' && hears) return 'noPathHere'
  if (missed === 'here' && listens) return 'missedHere'
  return missed === 'there' && speaks ? 'missedThere' : null
}

/** Said in every phase and while the clock is held, but in the agreement, where it stands in the place of the four words. */
function isBetween({ stage, held, phase }: RoomView, { same }: RoomVoice): boolean {
  return same?.at === 'differs' && stage === 'sitting' && (held !== null || phase?.kind !== 'agree')
}
