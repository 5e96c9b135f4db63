// What of a change is said aloud to whoever can't see it? As little as possible: one sentence for each phase, for somebody
// coming or going, and for a hold. A screen reader that talks over a person who is speaking is the worst fault.
import type { SeatId } from '../../../lib/protocol/room.ts'
import type { RoomView } from '../../../lib/wire/events.ts'
import type { RoomWords } from '../../../lib/words/words.ts'
import { hasLines, turnOf } from '../../sitting/turn.ts'
import type { Names } from './names.ts'
import { visitState } from './visit-state.ts'

type Said = Pick<RoomWords, 'status' | 'time' | 'workshop'>

/** What is said of the step from one view to the next, or null when there is nothing to say. */
export function announce(before: RoomView | null, after: RoomView, names: Names, words: Said): string | null {
  // A knock that has waited is seen at the very instant at which a turn is over.
  const said = [ofSitting(before, after, names, words), ofVisit(before, after, words)].filter(Boolean)
  return said.length > 0 ? said.join(' ') : null
}

/** A word that was given and is over is heard to be over. */
function ofVisit(
  before: RoomView | null,
  { visit, stage }: RoomView,
  { workshop: { visit: words } }: Said,
): string | null {
  if (stage === 'closed') return null
  const was = before?.visit ? visitState(before.visit) : null
  const is = visit ? visitState(visit) : null
  if (is === was || (is === 'isIn' && was === 'has')) return null
  if (is !== null) return words[is]
  return was === 'isIn' || was === 'has' ? words.gone : words.notComing
}

function ofSitting(before: RoomView | null, after: RoomView, names: Names, words: Said): string | null {
  const { status } = words
  if (after.stage === 'closed') return before?.stage === 'closed' ? null : closing(after, words)
  if (after.stage === 'gathering') return before ? gathering(before, after, names, words) : null
  if (after.held) return holding(before, after, names, words)
  const begun = before?.phase?.n !== after.phase?.n ? beginning(before, after, names, words) : null
  if (before?.held) return begun ? `${status.resumed} ${begun}` : status.resumed
  if (begun) return begun
  return before ? during(before, after, names, words) : null
}

function closing({ closed }: RoomView, { status, workshop }: Said): string {
  if (closed?.why === 'facilitator') return workshop.closing.called.body
  if (closed?.why === 'left') return status.ended
  return closed?.why === 'complete' ? status.complete : status.empty
}

function gathering(before: RoomView, after: RoomView, names: Names, { status }: Said): string | null {
  for (const seat of othersIn(after)) {
    const [was, is] = [before.seats[seat], after.seats[seat]]
    if (!is) {
      if (was) return status.gone(was.name)
      continue
    }
    if (!was) return status.came(is.name)
    // In a workshop it is only a wish, and nobody's business.
    if (is.ready && !was.ready && after.kind !== 'workshop') return status.theyAgree(names.of(seat))
    if (is.here && !was.here) return status.back(is.name)
  }
  return null
}

function holding(before: RoomView | null, after: RoomView, names: Names, { status, workshop }: Said): string | null {
  const { held } = after
  if (!held) return null
  if (before?.held?.since !== held.since) {
    if (held.why === 'asked' && held.by && held.by !== after.you) return status.held(names.of(held.by))
    if (held.why === 'late') return status.late
    if (held.why === 'facilitator') return workshop.facilitator.held
    // Whoever has left is not waited for.
    const away = othersIn(after).find(seat => after.seats[seat]?.here === false)
    return held.why === 'away' && away ? status.lost(names.of(away)) : status.heldYou
  }
  const back = othersIn(after).find(seat => after.seats[seat]?.here && before.seats[seat]?.here === false)
  return back ? status.back(names.of(back)) : null
}

function during(before: RoomView, after: RoomView, names: Names, { status }: Said): string | null {
  if (after.answered !== before.answered && after.answered)
    return after.answered === 'kept' ? status.kept : status.sealed
  if (turnOf(after).complete && !turnOf(before).complete) return status.silence
  if ((after.more?.granted ?? 0) > (before.more?.granted ?? 0)) return status.moreGranted
  const asks = after.more?.asked.find(seat => seat !== after.you && !before.more?.asked.includes(seat))
  return asks && after.phase?.kind === 'speak' ? status.moreAsked(names.of(asks)) : null
}

function beginning(
  before: RoomView | null,
  after: RoomView,
  names: Names,
  { status, time, workshop }: Said,
): string | null {
  const { phase, you } = after
  if (!phase) return null
  const { holder } = turnOf(after)
  const mine = holder === you
  switch (phase.kind) {
    case 'speak': {
      if (!mine) return status.listening(names.of(holder ?? you))
      if (phase.bellAt === null) return status.speakingUntimed(names.others)
      const speaking =
        othersIn(after).filter(seat => after.seats[seat]).length > 1 ? workshop.three.speaking : status.speaking
      return speaking(sentence(time.duration(phase.bellAt - phase.startedAt)), names.others)
    }
    case 'say-back':
      return mine ? status.sayBack(names.of(phase.speaker ?? you)) : status.sayingBack(names.of(holder ?? you))
    case 'heard':
      return phase.speaker === you ? status.heard : status.heardOther(names.of(phase.speaker ?? you))
    case 'tell': {
      const tells = mine ? status.tell : status.telling(names.of(holder ?? you))
      const { revealed } = othersIn(after).length > 1 ? workshop.three : status
      return after.lines && !before?.lines && hasLines(after) ? `${revealed} ${tells}` : tells
    }
    case 'thanks':
      return holder && !mine ? status.thanking(names.of(holder)) : status.thanks
    case 'meet':
      return status.meet(names.others)
    case 'arrive':
      return status.begins
    default:
      return status[phase.kind]
  }
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function othersIn(view: RoomView): SeatId[] {
  return (Object.keys(view.seats) as SeatId[]).filter(seat => seat !== view.you)
}
