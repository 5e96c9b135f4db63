// What does the board know, and what comes first on it? Changes are laid over what was there, person by person and room by
// room, so that what has not changed is the very same object and is not drawn again.
import type { Ms } from '../../../lib/protocol/room.ts'
import type { Board, BoardChange, BoardPerson, BoardRoom, PersonId } from '../../../lib/wire/circle.ts'

/** The board after a change. An older one changes nothing: of two, the greater `rev` counts, and the later `now`. */
export function merged(board: Board, change: BoardChange): Board {
  if (isOlder(change, board)) return board
  const { head, roomsInAll = Number.POSITIVE_INFINITY } = change
  const kept = head.round === board.head.round && !isMadeAnew(board, change) ? board.rooms : []
  const gone = new Set<PersonId>(change.gone)
  return {
    head,
    people: laidOver(board.people, change.people, person => person.id).filter(({ id }) => !gone.has(id)),
    rooms: laidOver(kept, change.rooms, room => room.n).filter(({ n }) => n <= roomsInAll),
  }
}

function isOlder({ head }: BoardChange, { head: known }: Board): boolean {
  return head.rev < known.rev || (head.rev === known.rev && head.now < known.now)
}

/** A round that nobody began is paired anew under the same number: its rooms are others. */
function isMadeAnew({ rooms }: Board, change: BoardChange): boolean {
  const known = new Map(rooms.map(({ n, room }) => [n, room]))
  return change.rooms.some(({ n, room }) => known.has(n) && known.get(n) !== room)
}

function laidOver<One, Key>(before: readonly One[], changed: readonly One[], keyOf: (one: One) => Key): One[] {
  if (changed.length === 0) return [...before]
  const news = new Map(changed.map(one => [keyOf(one), one]))
  const known = new Set(before.map(keyOf))
  return [...before.map(one => news.get(keyOf(one)) ?? one), ...changed.filter(one => !known.has(keyOf(one)))]
}

/** What a room needs: somebody (`help`), nothing of the facilitator but a look (`incomplete`), or nothing. */
export type Need = 'help' | 'incomplete' | 'well'

/** Later than the others by less than this is no news. */
const BEHIND_MS = 15_000

export function needOf({ stage, help, held, behindMs, people, here }: BoardRoom): Need {
  // Whoever was left behind in a room that ended stands among those without one.
  if (stage === 'closed') return 'well'
  if (help) return 'help'
  const isHeld = held !== null && held.why !== 'facilitator'
  // A page that is loaded anew is back before the room is held for it, and no room changes its place for that.
  const isMissed = here.length < people.length && (stage === 'gathering' || held !== null)
  const isWhole = !isMissed && !isHeld && behindMs < BEHIND_MS
  return isWhole ? 'well' : 'incomplete'
}

/** How far a room is behind the others, in steps that nobody has to watch; null where that is no news. */
export function behindBy({ stage, behindMs, behindSince }: BoardRoom, now: Ms): Ms | null {
  const ms = behindSince === null ? behindMs : now - behindSince
  return stage === 'sitting' && ms >= BEHIND_MS ? Math.floor(ms / BEHIND_MS) * BEHIND_MS : null
}

const RANK: Record<Need, number> = { help: 0, incomplete: 1, well: 2 }

/** Who waits for somebody first, the longest first; then those that are not whole; each kind by number. */
export function ordered(rooms: readonly BoardRoom[]): BoardRoom[] {
  const ranked = rooms.map(room => ({ room, need: needOf(room) }))
  ranked.sort(
    (one, other) =>
      RANK[one.need] - RANK[other.need] ||
      (one.need === 'help' ? (one.room.help?.since ?? 0) - (other.room.help?.since ?? 0) : 0) ||
      one.room.n - other.room.n,
  )
  return ranked.map(({ room }) => room)
}

/** The rooms that ask now and did not before, for whoever is told of it. */
export function newlyAsking(before: Board | null, after: Board): number[] {
  const asked = new Map(before?.rooms.map(({ room, help }) => [room, help?.since]))
  return after.rooms
    .filter(room => needOf(room) === 'help' && asked.get(room.room) !== room.help?.since)
    .map(({ n }) => n)
}

/** What a room answers to a knock: somebody is let in, is given the word, is shown out, or it is not now. */
export type Answer = Exclude<BoardRoom['visit'], null | 'waits' | 'asks'>

/** What rooms answer that they did not before, for whoever is told of it. */
export function newlyAnswered(before: Board | null, after: Board): { n: number; answer: Answer }[] {
  const stood = new Map(before?.rooms.map(({ room, visit }) => [room, visit]))
  return after.rooms.flatMap(({ n, room, visit }) => {
    const was = stood.get(room) ?? null
    // Whoever knocks knows it, and a word that is over is no news.
    if (visit === null || visit === 'waits' || visit === 'asks' || was === null || was === visit) return []
    return visit === 'in' && was === 'heard' ? [] : [{ n, answer: visit }]
  })
}

/** Who is here and has nowhere to be while a round is paired or runs: they came late, or whoever they sat with has left. */
export function waiting({ head, people, rooms }: Board): BoardPerson[] {
  const isOver = head.stage === 'running' && (head.clock === null || head.backBy !== null)
  if (isOver || (head.stage !== 'paired' && head.stage !== 'running')) return []
  const broken = new Set(
    rooms.filter(({ closed }) => closed?.why === 'left' || closed?.why === 'empty').map(({ n }) => n),
  )
  return people.filter(
    ({ id, here, room, reflects }) => here && id !== head.alone && !reflects && (room === null || broken.has(room)),
  )
}

/** Whether so many who wait can be seated: before a round begins one alone as well. */
export const maySeat = ({ head }: Pick<Board, 'head'>, late: number): boolean =>
  late > 1 || (late === 1 && head.stage === 'paired')

/** Who sits with the question of the round until it ends. */
export const reflecting = ({ people }: Board): BoardPerson[] => people.filter(({ here, reflects }) => here && reflects)

/** How many rooms have not ended. */
export const sitting = ({ rooms }: Board): number => rooms.filter(({ stage }) => stage === 'sitting').length
