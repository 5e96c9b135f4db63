// How does what a person asks become an intent that can never act twice? It names the phase, or the hold, that it is
// for, as the newest view had it; then asking again after a lost answer is harmless.
import type { Ms, SeatId } from '../../../lib/protocol/room.ts'
import type { Intent, RefusalCode, RoomView } from '../../../lib/wire/events.ts'

/** `no-answer` is ours alone: the connection was lost, or nothing came in time. It is not known whether it was done. */
export type Done = { ok: true } | { ok: false; code: RefusalCode | 'no-answer' }

/** What a panel asks for: an intent whose phase may be left out. Lines, leaving and letting go have calls of their own. */
export type Act =
  | { do: 'ready'; first?: 'me' | 'other' | 'either' }
  | { do: 'unseat'; seat: SeatId }
  | { do: 'on'; phase?: number }
  | { do: 'hold'; phase?: number }
  | { do: 'resume'; since?: Ms }
  | { do: 'more'; phase?: number }
  | { do: 'heard'; phase?: number; heard: boolean }
  | { do: 'help' }
  | { do: 'admit'; yes: boolean; since: Ms }
  | { do: 'lend'; phase?: number; on: boolean }

/** The intent, with the phase or the hold that it is for; null when the view shows none. */
export function intentFor(act: Act, view: RoomView): Intent | null {
  switch (act.do) {
    case 'ready':
    case 'unseat':
    case 'help':
    case 'admit':
      return act
    case 'resume': {
      const since = act.since ?? view.held?.since
      return since === undefined ? null : { do: 'resume', since }
    }
    default: {
      const phase = act.phase ?? view.phase?.n
      return phase === undefined ? null : { ...act, phase }
    }
  }
}

/** Whether asking a second time can do nothing that the first did not. */
export function mayBeRepeated(intent: Intent): boolean {
  if (intent.do === 'ready') return true
  if (intent.do === 'resume') return intent.since !== undefined
  if (intent.do === 'admit') return true
  return 'phase' in intent && intent.phase !== undefined
}

/**
 * Whether the view shows that the intent was done: a repeated one is refused when the first had arrived and only its
 * answer was lost. Such a refusal is a success.
 */
export function isDone(intent: Intent, view: RoomView): boolean {
  const { phase, you } = view
  switch (intent.do) {
    case 'on':
      return phase !== null && phase.n === intent.phase && phase.on.includes(you)
    case 'more':
      return phase !== null && phase.n === intent.phase && (view.more?.asked.includes(you) ?? false)
    case 'hold':
      return view.held !== null
    case 'resume':
      return view.held === null || view.held.since !== intent.since || view.held.resume.includes(you)
    case 'admit':
      // A no that is done leaves nobody at the door; another knock is another matter.
      return (view.visit?.since === intent.since && view.visit.yes) === intent.yes
    case 'line':
      return view.answered === 'line'
    case 'keep':
      return view.answered === 'kept'
    default:
      return false
  }
}
