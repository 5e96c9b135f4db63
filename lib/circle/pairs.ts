// Who is seated with whom, and when does a room that was made late begin? A facilitator makes the next round, the same pairs once
// more, or rooms for those who have none.
import type { Ms } from '../protocol/room.ts'
import type { PersonId } from '../wire/circle.ts'
import { acted, type Circle, type CircleRoom, isHere, pairFormat, type Round } from './circle.ts'
import { beginning, type Directed, type Drawn, notNow, type Order, refused, toRooms } from './orders.ts'
import { type Pairing, type PairingAsk, pairUp } from './pairing.ts'
import { withRound } from './remembered.ts'
import { samePairsAgain } from './same-again.ts'

/** What is asked of the pairing for these people, as they are now. */
function askFor(circle: Circle, people: PersonId[], seed: number): PairingAsk {
  const among = (pair: readonly PersonId[]) => pair.every(person => people.includes(person))
  const { met, last, odd, oddBefore } = circle.remembered
  return {
    ...{ people, met, last, odd, oddBefore, seed },
    mode: circle.odd,
    fixed: circle.fixed.filter(among),
    apart: circle.apart.filter(among),
  }
}

/** In the order in which they came. */
const present = ({ people }: Circle, now: Ms): PersonId[] =>
  Object.keys(people)
    .filter(id => people[id] && isHere(people[id], now))
    .sort((one, other) => Number(one.slice(1)) - Number(other.slice(1)))

export function pairAll(circle: Circle, isSame: boolean, { seed, rooms }: Drawn, now: Ms): Directed {
  const { round } = circle
  const ask = askFor(circle, present(circle, now), seed)
  const last = round?.rooms.map(({ people }) => people)
  const out: Pairing = isSame && last ? samePairsAgain(last, ask) : pairUp(ask)
  if (!out.ok) return refused(out)
  const made = out.rooms.map((people): CircleRoom => ({ room: rooms(), people }))
  const before = round ? [toRooms(round.rooms, { do: 'close' }, now)] : []
  const next: Round = {
    // A round that nobody began is made anew under the same number.
    n: round ? round.n + (round.startedAt === null ? 0 : 1) : 1,
    rooms: made,
    alone: out.alone,
    phases: [...pairFormat(circle).phases],
    ...{ startedAt: null, stoppedAt: null, backBy: null },
  }
  return { ok: true, circle: acted(circle, { round: next }, now), orders: [...before, { do: 'make', rooms: made }] }
}

/** Whoever came late, or is left over as a room ended early, is seated in this round; where it runs, they begin at once. */
export function pairWaiting(circle: Circle, { seed, rooms }: Drawn, now: Ms): Directed {
  const { round } = circle
  if (!round) return notNow
  const people = waiting(circle, now)
  if (people.length < 2) return refused({ why: 'too-few', who: people })
  const ask = askFor(circle, people, seed)
  const out = pairUp(ask)
  if (!out.ok) return refused(out)
  const made = out.rooms.map((who): CircleRoom => ({ room: rooms(), people: who }))
  const orders: Order[] = [{ do: 'make', rooms: made }]
  if (round.startedAt !== null) {
    // Where all clocks stand still, theirs does from its first instant.
    const heldMs = round.stoppedAt === null ? 0 : now - round.stoppedAt
    orders.push(toRooms(made, beginning(circle, round.startedAt + heldMs), now))
    if (round.stoppedAt !== null) orders.push(toRooms(made, { do: 'hold' }, now))
  }
  const next = { ...round, rooms: [...round.rooms, ...made] }
  const { rounds, oddBefore } = circle.remembered
  const remembered =
    round.startedAt === null ? circle.remembered : { ...withRound(circle.remembered, ask, out), rounds, oddBefore }
  return { ok: true, circle: acted(circle, { round: next, remembered }, now), orders }
}

/** Who is here and has nowhere to be in this round. */
function waiting(circle: Circle, now: Ms): PersonId[] {
  const { round } = circle
  if (!round) return []
  const seated = round.rooms.filter(({ over }) => !over).flatMap(({ people }) => people)
  return present(circle, now).filter(id => id !== round.alone && !seated.includes(id))
}
