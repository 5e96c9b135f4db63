// What may come of a facilitator's direction? The next circle, and what must become true of its rooms; or why not.
import type { Direction } from '../protocol/direct.ts'
import type { Ms } from '../protocol/room.ts'
import type { PersonId } from '../wire/circle.ts'
import type { RefusalCode } from '../wire/events.ts'
import type { Circle, CircleRoom } from './circle.ts'

/** What must become true of rooms, in this order. Each may be done again without harm. */
export type Order =
  | { do: 'make'; rooms: CircleRoom[] }
  | { do: 'direct'; rooms: readonly string[]; direction: Direction; at: Ms }
  | { do: 'leave'; room: string; seat: number }

export type Directed =
  | { ok: true; circle: Circle; orders: Order[] }
  | { ok: false; code: RefusalCode; why?: string; who?: PersonId[] }

/** Chance and identity, drawn by the caller: a seed for equal choices, and ids for rooms that may have to be made. */
export interface Drawn {
  seed: number
  rooms: () => string
}

export const notNow: Directed = { ok: false, code: 'not-now' }

/** What was wished can't be: with the reason, and whom it is about. */
export const refused = ({ why, who }: { why: string; who: PersonId[] }): Directed => ({
  ok: false,
  code: 'not-allowed',
  why,
  who,
})

export const toRooms = (rooms: readonly CircleRoom[], direction: Direction, at: Ms): Order => ({
  do: 'direct',
  direction,
  at,
  rooms: rooms.map(({ room }) => room),
})

/** `since`: when the round began for all. */
export const beginning = ({ late }: Circle, since: Ms): Direction => ({
  do: 'begin',
  catchUp: late === 'catch-up',
  since,
})
