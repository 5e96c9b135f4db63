// Who is seated with whom, and when does a room that was made late begin? A facilitator makes the next round, the same pairs once
// more, or rooms for those who have none.
import type { Ms } from '../protocol/room.ts'
import type { PersonId } from '../wire/circle.ts'
import { acted, type Circle, type CircleRoom, isCalledBack, isHere, pairFormat, type Round, sitters } from './circle.ts'
import { placeOf } from './circle-view.ts'
import { beginning, type Directed, type Drawn, notNow, type Order, refused, toRooms } from './orders.ts'
import { pairName } from './pair-name.ts'
import { type Pairing, pairUp } from './pairing.ts'
import type { PairingAsk } from './pairing-ask.ts'
import { withRound } from './remembered.ts'
import { samePairsAgain } from './same-again.ts'

/** What is asked of the pairing for these people, as they are now. */
function askFor(circle: Circle, people: PersonId[], seed: number): PairingAsk {
  const among = (pair: readonly PersonId[]) => pair.every(person => people.includes(person))
  const { met, last, odd, oddBefore } = circle.remembered
  return {
    people,
    met,
    last,
    odd,
    oddBefore,
    seed,
    mode: circle.odd,
    fixed: circle.fixed.filter(among),
    apart: circle.apart.filter(among),
  }
}

/** In the order in which they came. */
const byComing = (people: readonly PersonId[]): PersonId[] =>
  [...people].sort((one, other) => Number(one.slice(1)) - Number(other.slice(1)))

const present = ({ people }: Circle, now: Ms): PersonId[] =>
  byComing(Object.keys(people).filter(id => people[id] && isHere(people[id], now)))

export function pairAll(circle: Circle, isSame: boolean, { seed, rooms }: Drawn, now: Ms): Directed {
  const { round } = circle
  const ask = askFor(circle, present(circle, now), seed)
  const last = round?.rooms.filter(({ over }) => !over).map(sitters)
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
    startedAt: null,
    stoppedAt: null,
    backBy: null,
  }
  return { ok: true, circle: acted(circle, { round: next }, now), orders: [...before, { do: 'make', rooms: made }] }
}

/** Whoever came late, or is left over as a room ended early, is seated in this round; where it runs, they begin at once. */
export function pairWaiting(circle: Circle, drawn: Drawn, now: Ms): Directed {
  const { round } = circle
  // Everybody was called back to the others: a room that began now would be over in that instant.
  if (!round || isCalledBack(round, now)) return notNow
  return round.startedAt === null ? seatBefore(circle, round, drawn, now) : seatMeanwhile(circle, round, drawn, now)
}

/** In a round that runs: among themselves alone, since nobody joins a room that sits. */
function seatMeanwhile(circle: Circle, round: Round, { seed, rooms }: Drawn, now: Ms): Directed {
  const people = waiting(circle, now)
  if (people.length < 2) return refused({ why: 'too-few', who: people })
  const ask = askFor(circle, people, seed)
  const out = pairUp(ask)
  if (!out.ok) return refused(out)
  const made = out.rooms.map((who): CircleRoom => ({ room: rooms(), people: who }))
  // Where all clocks stand still, theirs does from its first instant.
  const heldMs = round.stoppedAt === null ? 0 : now - round.stoppedAt
  const since = (round.startedAt ?? now) + heldMs
  const orders: Order[] = [{ do: 'make', rooms: made }, toRooms(made, beginning(circle, since), now)]
  if (round.stoppedAt !== null) orders.push(toRooms(made, { do: 'hold' }, now))
  orders.push(...callingBack(round, made, now))
  const { rounds, oddBefore } = circle.remembered
  const remembered = { ...withRound(circle.remembered, ask, out), rounds, oddBefore }
  return { ok: true, circle: acted(circle, { round: seatedIn(round, made), remembered }, now), orders }
}

/**
 * Before it begins nobody has to wait: with whoever was to be alone, or of an odd number one as the odd seat goes. Where that is
 * as a third, they join the room to which they add least; the people of a room of three make two pairs with them.
 */
function seatBefore(circle: Circle, round: Round, { seed, rooms }: Drawn, now: Ms): Directed {
  const late = waiting(circle, now)
  if (late.length === 0) return refused({ why: 'too-few', who: [] })
  const alone = present(circle, now).filter(id => id === round.alone)
  const people = [...late, ...alone]
  const open = round.rooms.filter(({ over }) => !over)
  const three = open.find(room => room.people.length === 3)
  const joins = circle.odd === 'trio' && people.length % 2 === 1 && (people.length === 1 || three !== undefined)
  const hosts = !joins ? [] : three ? [three] : byLeast(circle, people[0] ?? '', open)
  const tries = joins ? hosts.map(host => ({ host, people: [...host.people, ...people] })) : [{ host: null, people }]
  let why: Directed = refused({ why: 'too-few', who: people })
  for (const { host, people: all } of tries) {
    const out = pairUp(askFor(circle, byComing(all), seed))
    if (!out.ok) {
      why = refused(out)
      continue
    }
    const made = out.rooms.map((who): CircleRoom => ({ room: rooms(), people: who }))
    const left = round.rooms.map(room => (room === host ? { ...room, over: 'facilitator' as const } : room))
    const orders: Order[] = host ? [toRooms([host], { do: 'close' }, now)] : []
    orders.push({ do: 'make', rooms: made }, ...callingBack(round, made, now))
    const next = seatedIn({ ...round, rooms: left, alone: out.alone }, made)
    return { ok: true, circle: acted(circle, { round: next }, now), orders }
  }
  return why
}

/** Rooms that are made after everybody was called back end with all the others. */
const callingBack = ({ backBy: by }: Round, made: readonly CircleRoom[], now: Ms): Order[] =>
  by === null ? [] : [toRooms(made, { do: 'call-back', by }, now)]

/** Those first in which this person has met nobody, and fixed pairs last. */
function byLeast({ fixed, remembered }: Circle, person: PersonId, rooms: readonly CircleRoom[]): CircleRoom[] {
  const metIn = ({ people }: CircleRoom) =>
    people.reduce((sum, other) => sum + (remembered.met[pairName(person, other)] ?? 0), 0)
  const isFixed = ({ people }: CircleRoom) => fixed.some(pair => pair.every(one => people.includes(one)))
  const weight = (room: CircleRoom) => (isFixed(room) ? 1_000 : 0) + metIn(room)
  return [...rooms].sort((one, other) => weight(one) - weight(other))
}

const seatedIn = (round: Round, made: readonly CircleRoom[]): Round => ({ ...round, rooms: [...round.rooms, ...made] })

/** Who is here, has nowhere to be in this round, and is to be seated. */
function waiting(circle: Circle, now: Ms): PersonId[] {
  return present(circle, now).filter(id => placeOf(circle, id, now)?.at === 'waiting')
}
