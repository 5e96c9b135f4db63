// Which lines stand on the wall? Those that their authors have offered, each by an act of its own. Kept sealed, without a name, a
// room or a round, and in an order that chance has made.
import type { Ms } from '../protocol/room.ts'
import type { PersonId } from '../wire/circle.ts'
import { acted, type Circle, type OfferedLine } from './circle.ts'
import type { Changed } from './people.ts'

/** More can nobody read on a wall, and a circle is one small document. */
export const LINES_MOST = 100

/**
 * Once for each round that has begun, as it is with what somebody gives. `mark`: the same for this person and round each time, and no sign of
 * either: with one name beside one line, the store would know whose it is.
 */
export function offer(
  circle: Circle,
  person: PersonId,
  round: number,
  { mark, ...line }: OfferedLine & { mark: string },
  now: Ms,
): Changed {
  const own = circle.people[person]
  const lines = circle.lines ?? []
  if (!own) return { ok: false, code: 'gone' }
  const begun = circle.round ? circle.round.n - (circle.round.startedAt === null ? 1 : 0) : 0
  if (round > begun) return { ok: false, code: 'not-now' }
  const marks = circle.offered ?? []
  if (marks.includes(mark) || own.offered?.includes(round)) return { ok: false, code: 'not-allowed' }
  if (lines.length >= LINES_MOST) return { ok: false, code: 'full' }
  // By their ids: whoever looks twice finds the new one anywhere among the others.
  const next = [...lines, line].sort((one, other) => (one.id < other.id ? -1 : 1))
  return { ok: true, circle: acted(circle, { offered: [...marks, mark].sort(), lines: next }, now) }
}

/** Takes a line off the wall for good; `gone` where there is none of that id. */
export function takenDown(circle: Circle, id: string, now: Ms): Changed {
  const lines = circle.lines ?? []
  const others = lines.filter(line => line.id !== id)
  if (others.length === lines.length) return { ok: false, code: 'gone' }
  return { ok: true, circle: acted(circle, { lines: others }, now) }
}
