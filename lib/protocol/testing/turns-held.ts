// How long did each seat really have the floor? Read from views alone, by the clock, without the time that was held;
// a second opinion for the tests on what the engine grants.
import { advance, nextDue } from '../advance.ts'
import type { Ms, Phase, Room, SeatId } from '../room.ts'
import { view } from '../view.ts'
import { isFloorPhase } from '../where.ts'

export interface Turn {
  n: number
  seat: SeatId
  /** Whose words it is about: the holder's own, or those that the holder says back. */
  speaker: SeatId | undefined
  phase: Phase
  openMs: Ms
  /** Whether its holder said `on`. */
  said: boolean
  /** Whether a later phase was reached. */
  over: boolean
  /** Minutes granted in it. */
  granted: number
}

interface Piece {
  from: Ms
  to: Ms
  n: number
  floor: string
  holder: SeatId | undefined
  speaker: SeatId | undefined
  on: readonly SeatId[]
}

export interface Turns {
  /** Time has passed to `at` over the room as it was kept last. */
  until(room: Room, at: Ms): void
  /** A move at `at` has made `room`. */
  after(room: Room, at: Ms): void
  /** Remembers what was seen so far. What it returns forgets what was seen since: the room is again as it was then. */
  mark(): () => void
  list(): Turn[]
}

export function createTurns(first: Room): Turns {
  let pieces: Piece[] = []
  let seenUntil = first.at
  /** Since when the room is held; what was seen after that instant did not count. */
  let since: Ms | null = null
  let phases: readonly Phase[] = []

  function look(room: Room, from: Ms, to: Ms): void {
    const { phase, held } = view(room, 'a', from)
    if (held) since = held.since
    if (!phase) return
    const own = room.sitting?.phases[phase.n]
    const place = own ? ['first', 'second', 'third'].indexOf(own.floor) : -1
    const holder = room.sitting?.order[place]
    // What was said in a phase stands, also where it was said after the instant that the hold went back to.
    const [start, end] = held ? [held.since, held.since] : [from, to]
    pieces.push({ from: start, to: end, n: phase.n, floor: phase.floor, holder, speaker: phase.speaker, on: phase.on })
  }

  function cut(at: Ms): void {
    pieces = pieces.filter(piece => piece.from <= at).map(piece => ({ ...piece, to: Math.min(piece.to, at) }))
  }

  return {
    until(room, at) {
      let from = seenUntil
      if (at < from) cut(at)
      while (from < at) {
        const now = advance(room, from)
        const to = Math.min(at, nextDue(now, from) ?? at)
        look(now, from, to)
        from = to
      }
      seenUntil = at
    },

    after(room, at) {
      const now = advance(room, at)
      if (now.sitting?.hold) since = now.sitting.hold.since
      else if (since !== null && now.closed?.why !== 'complete') {
        cut(since)
        since = null
      } else since = null
      phases = room.sitting?.phases ?? phases
      if (now.closed?.why === 'complete') pieces.push({ ...NOTHING, from: at, to: at, n: phases.length })
      look(now, at, at)
    },

    mark() {
      const then = { pieces: [...pieces], seenUntil, since, phases }
      return () => {
        pieces = [...then.pieces]
        seenUntil = then.seenUntil
        since = then.since
        phases = then.phases
      }
    },

    list() {
      if (since !== null) cut(since)
      const last = pieces.at(-1)?.n ?? 0
      return phases.flatMap((phase, n) => {
        const own = pieces.filter(piece => piece.n === n)
        const seat = own.find(piece => piece.holder)?.holder
        if (!isFloorPhase(phase) || !seat) return []
        const open = own.filter(piece => piece.floor === seat)
        const openMs = open.reduce((sum, piece) => sum + piece.to - piece.from, 0)
        const said = phase.ms === null || own.at(-1)?.on.includes(seat) === true
        const { speaker } = own.find(piece => piece.holder) ?? NOTHING
        return [{ n, seat, speaker, phase, openMs, said, over: n < last, granted: phase.granted ?? 0 }]
      })
    },
  }
}

const NOTHING: Omit<Piece, 'from' | 'to' | 'n'> = { floor: 'none', holder: undefined, speaker: undefined, on: [] }
