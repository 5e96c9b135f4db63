// Where does a room stand: which phase runs, and who may be heard? And in one word of a fixed list for whoever counts rooms, by
// which no two of them can be told apart.
import {
  type Floor,
  type Ms,
  PHASE_KINDS,
  type PhaseKind,
  people,
  type Room,
  type Seat,
  type SeatId,
} from '../../lib/protocol/room.ts'
import { floorAt, whereAt } from '../../lib/protocol/where.ts'

export type Stage = PhaseKind | 'gathering' | 'held' | 'closed'

export const STAGES: readonly Stage[] = ['gathering', ...PHASE_KINDS, 'held', 'closed']

export interface RoomStatus {
  /** The number of the phase that runs; -1 when none does. */
  n: number
  floor: Floor
  seats: SeatId[]
  /** Its two do not know each other. */
  isOfStrangers: boolean
  stage: Stage
}

export interface Holding {
  entry: string
  /** Whether it is connected, here or elsewhere. */
  isHere: boolean
  /** Somebody has just sat down there: whoever held the seat before was asked out. */
  isOther: boolean
  /** The store had lost the room, and nobody has come back to the seat since: it may know of an older entry than the one held. */
  isUnsure: boolean
}

export function holdingOf(room: Room, seat: SeatId): Holding | null {
  const own = room.seats[seat]
  if (!own) return null
  // In a workshop it is the circle that hands people the seat that they have.
  const isOther = room.kind === 'friends' && isFresh(own)
  const isUnsure = room.broughtBack !== undefined && !room.broughtBack.seats.includes(seat)
  return { entry: own.token.given, isHere: own.goneSince === null, isOther, isUnsure }
}

/** Whoever sits there has not come back to the seat yet. */
const isFresh = ({ token }: Seat): boolean => token.used === token.given

/** The room must be advanced to `now`. */
export function statusOf(current: Room, now: Ms): RoomStatus {
  const n = current.sitting ? whereAt(current.sitting, now).n : -1
  const isOfStrangers = current.kind === 'practice'
  return { n, floor: floorAt(current, now), seats: people(current), isOfStrangers, stage: stageOf(current, n) }
}

function stageOf({ closed, sitting }: Room, n: number): Stage {
  if (closed) return 'closed'
  if (!sitting) return 'gathering'
  return sitting.hold ? 'held' : (sitting.phases[n]?.kind ?? 'closed')
}
