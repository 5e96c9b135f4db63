// What can be asked of the circles that are looked after here, and what does that stand on?
import type { Circle } from '../lib/circle/circle.ts'
import type { Order } from '../lib/circle/orders.ts'
import type { Glance } from '../lib/protocol/glance.ts'
import type { Ms } from '../lib/protocol/room.ts'
import type { Board, WallLine } from '../lib/wire/circle.ts'
import type { Own } from './circle-belonging.ts'
import type { Acted, CircleDocs, Decision } from './circle-docs.ts'
import type { CircleRooms } from './circle-rooms.ts'
import type { Ear, Member } from './circle-telling.ts'
import type { Director } from './director.ts'
import type { Bus, Clock, Log } from './ports.ts'
import type { LineReader } from './wall-lines.ts'

export interface Circles<C extends Ear> {
  /** Acts on a circle, brings its rooms into order and tells everybody. With `isUrgent` at once. */
  act<More extends object>(
    id: string,
    decide: (circle: Circle, now: Ms) => Decision<More & { orders?: Order[] }>,
    isUrgent?: boolean,
  ): Promise<Acted<More>>
  /** The circle as it is kept now; null when there is none. From then on it is looked after as long as somebody is here. */
  find(id: string): Promise<Circle | null>
  /** The circle of a code, perhaps as it was a moment ago. */
  findByCode(code: string): Promise<Circle | null>
  /** A connection is of one circle at a time: by this and the next two it leaves any other. `toldRoom`: the one told of in the answer. */
  addMember(id: string, ear: C, member: Omit<Member, 'shown'>): void
  /** The person of this connection. */
  memberOf(ear: C): Own | null
  addWall(id: string, ear: C): WallLine[]
  /** `reads`: from now on lines that were offered are read here. */
  addBoard(id: string, ear: C, reads: LineReader): Promise<{ board: Board; lines: WallLine[] } | null>
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
  idle(): Promise<void>
  close(): void
}

export interface CirclePorts {
  docs: CircleDocs
  rooms: CircleRooms
  director: Pick<Director, 'glance'>
  bus: Bus
  clock: Clock
  log: Log
  /** By which other processes hand this one the lines that it can't read itself. */
  key: string
}
