// Which rooms do the tests of the engine begin with? Two or three people at fixed instants; no product code imports this.
import { type Sitter, sit } from '../door.ts'
import type { Intent } from '../intents.ts'
import { createRoom, type Format, type Ms, type Phase, type Plan, type Room, type SeatId, seatIds } from '../room.ts'
import { step } from '../step.ts'

/** When every sample room is made and every sample sitting begins. */
export const T0: Ms = 1_000_000
export const SECOND: Ms = 1000
export const MINUTE: Ms = 60 * SECOND

export const NAMES: Record<SeatId, string> = { a: 'Ada', b: 'Ben', c: 'Cleo' }

export const still = (kind: Phase['kind'], seconds: number | null): Phase => ({
  kind,
  ms: seconds === null ? null : seconds * SECOND,
  floor: 'none',
})

export const turn = (kind: Phase['kind'], who: 'first' | 'second' | 'third', seconds: number | null, n = 1): Phase => ({
  kind,
  ms: seconds === null ? null : seconds * SECOND,
  floor: who,
  speaker: who,
  turn: n,
})

/** A sitting with one phase of each sort: 0 arrive, 1 and 3 the turns, 5 drop, 6 and 7 tell, 8 thanks. */
export const SHORT: readonly Phase[] = [
  still('arrive', 10),
  turn('speak', 'first', 60),
  still('settle', 10),
  turn('speak', 'second', 60),
  still('settle', 10),
  still('drop', 30),
  turn('tell', 'first', 20, 2),
  turn('tell', 'second', 20, 2),
  { kind: 'thanks', ms: 10 * SECOND, floor: 'all' },
]

export const TRIO: readonly Phase[] = [
  still('arrive', 10),
  turn('speak', 'first', 60),
  turn('speak', 'second', 60),
  turn('speak', 'third', 60),
  still('drop', 30),
  turn('tell', 'first', 20, 2),
  turn('tell', 'second', 20, 2),
  turn('tell', 'third', 20, 2),
]

export interface Sample extends Partial<Omit<Plan, 'format'>> {
  phases?: readonly Phase[]
  format?: Format
}

export function empty({ phases = SHORT, ...over }: Sample = {}): Room {
  const format: Format = { id: 'sample', title: 'A sample', phases }
  const plan: Plan = {
    id: 'room',
    kind: 'friends',
    medium: 'text',
    clock: 'timed',
    format,
    seats: 2,
    coin: ['a', 'b', 'c'],
    ...over,
  }
  return createRoom({ ...plan, coin: plan.coin.slice(0, plan.seats) }, T0)
}

export const sitter = (seat: SeatId): Sitter => ({ name: NAMES[seat], key: `key-${seat}`, token: `token-${seat}-0` })

/** Everybody is seated and nobody is ready. */
export function gathered(sample: Sample = {}): Room {
  let room = empty(sample)
  for (const seat of seatIds(room)) {
    const sat = sit(room, sitter(seat), T0)
    if (!sat.ok) throw new Error(sat.code)
    room = sat.room
  }
  return room
}

/** The sitting began at `T0` and `a` speaks first. */
export function begun(sample: Sample = {}): Room {
  const room = gathered(sample)
  return seatIds(room).reduce((next, seat) => did(next, seat, { do: 'ready', first: 'either' }, T0), room)
}

/** The room after an act that must be accepted. */
export function did(room: Room, seat: SeatId, intent: Intent, now: Ms): Room {
  const out = step(room, seat, intent, now)
  if (!out.ok) throw new Error(`${seat} may not ${intent.do}: ${out.code}`)
  return out.room
}

/** The code of a refusal, or null when the act is accepted. */
export function refusalOf(room: Room, seat: SeatId, intent: Intent, now: Ms): string | null {
  const out = step(room, seat, intent, now)
  return out.ok ? null : out.code
}
