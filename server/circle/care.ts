// What can be asked of the circles that are looked after here, and what does that stand on?
import type { Circle } from '../../lib/circle/circle.ts'
import type { Order } from '../../lib/circle/orders.ts'
import type { Glance } from '../../lib/protocol/glance.ts'
import type { Ms } from '../../lib/protocol/room.ts'
import type { Board, WallLine } from '../../lib/wire/circle.ts'
import type { Bus, Clock, Ids, Log } from '../ports.ts'
import type { Director } from '../room/director.ts'
import type { Own } from './belonging.ts'
import type { Acted, CircleDocs, Decision, Seen } from './docs.ts'
import type { LineReader } from './offered-lines.ts'
import type { CircleRooms } from './rooms.ts'
import type { Ear, Member } from './telling.ts'

export interface Circles<C extends Ear> {
  /** Acts on a circle, brings its rooms into order and tells everybody. With `isUrgent` at once. */
  act<More extends object>(
    id: string,
    decide: (circle: Circle, now: Ms) => Decision<More & { orders?: Order[] }>,
    isUrgent?: boolean,
  ): Promise<Acted<More>>
  /** The circle as it is kept now; null when there is none. It is looked after for a moment, and from then on while somebody is here. */
  find(id: string): Promise<Seen | null>
  /** The circle of a code, perhaps as it was a moment ago. */
  findByCode(code: string): Promise<Seen | null>
  /**
   * A connection is of one circle at a time: by this and the next two it leaves any other. `seen`: how the circle was found, should it
   * not be looked after any more. `toldRoom`: the one that they are told of in the answer.
   */
  addMember(seen: Seen, ear: C, member: Omit<Member, 'shown'>): void
  /** The person of this connection. */
  memberOf(ear: C): Own | null
  addWall(seen: Seen, ear: C): WallLine[]
  /** `reads`: from now on lines that were offered are read here. Null when the connection is of this circle no more. */
  addBoard(seen: Seen, ear: C, reads: LineReader): Promise<{ board: Board; lines: WallLine[] } | null>
  /** Whether it is a connection of any circle. */
  isFor(ear: C): boolean
  /** The circle whose board this connection shows. */
  boardOf(ear: C): string | null
  /** Told to everybody of the circle who is here, and kept nowhere. */
  say(id: string, text: string | null): void
  /** What may have changed for a facilitator's eyes. */
  saw(room: string, seen: Glance): void
  /** A seat for somebody who has one in the running round, with a token made for this answer. */
  seatFor: CircleRooms['seatFor']
  /** Its person is none of the circle any more. */
  remove(ear: C): void
  /** The connection has ended. */
  gone(ear: C): void
  /** A process was lost that was last heard at `at`: whoever was connected to it has gone. */
  callAll(at: Ms): void
  idle(): Promise<void>
  close(): void
}

export interface CirclePorts {
  docs: CircleDocs
  rooms: CircleRooms
  director: Pick<Director, 'glance'>
  bus: Bus
  clock: Clock
  ids: Pick<Ids, 'below'>
  log: Log
  /** By which other processes hand this one the lines that it can't read itself. */
  key: string
}
