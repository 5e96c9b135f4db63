// Which words were handed to another process and may not have arrived there? A bus keeps nothing, and counts as a listener whoever has given
// up their connection. So the last of them are kept here, in memory alone, and said again to whoever may have missed them. Only words:
// whoever misses anything else asks anew.
import type { Ms, SeatId } from '../../lib/protocol/room.ts'
import type { Tellings } from '../../lib/wire/events.ts'
import type { Bus, Cancel, Clock } from '../ports.ts'
import type { Director } from '../room/director.ts'

export type Words = Parameters<Tellings['words']>[0]

/** By whom words were said to other processes, and as which of all that it says. */
export interface Numbered {
  by: string
  n: number
}

/** Words for the seat, as they were entered into it: whoever has come back since asks for what they missed themselves. */
export interface Repeated extends Numbered {
  seat: SeatId
  entry: string
  told: Words
}

export interface RepeatsPorts {
  bus: Pick<Bus, 'self' | 'isUp'>
  clock: Clock
  director: Pick<Director, 'entryOf'>
  /** Says words for the first time, says them again, and asks all processes what was missed here: to how many it went, at the most. */
  first: (room: string, seat: SeatId, told: Words, numbered: Numbered) => Promise<number>
  repeat: (room: string, repeated: Repeated) => Promise<number>
  ask: () => Promise<number>
}

export interface Repeats {
  /** Hands words on. */
  say(room: string, seat: SeatId, told: Words): void
  /** This process may have missed something, and others what it said. */
  missed(): void
  /** Another process may have missed something. */
  asked(): void
  /** Takes note of words that came. False when they are not new here: said again without need, or replaced by their author since. */
  take(room: string, seat: SeatId, told: Words, numbered: Numbered): boolean
  /** Nobody of the room is here any more. */
  forget(room: string): void
  close(): void
}

/**
 * Longer than a process takes to find that its line is dead and to dial anew; and longer than it takes the others to find that a process is
 * lost, and its people gone.
 */
export const KEEP_MS: Ms = 10_000
/**
 * No words are kept longer, whether they reached anybody or not, and however long nobody can be heard: a room that has closed is kept
 * as long. That their author has left this process is no reason to drop them sooner, since whoever missed them may ask yet.
 */
export const MOST_MS: Ms = 60_000
export const REPEAT_MS: Ms = 500
/** In one room; whoever misses more finds the gap before the words that come next, and asks for them. */
const KEPT_MOST = 32

interface Kept extends Repeated {
  saidAt: Ms
  /** How often they were looked at: time in which this process stood still is no time in which anybody could say what they miss. */
  looks: number
  /** Whether somebody may have missed them since they were said last. */
  isOpen: boolean
  isUnderWay: boolean
}

/** What is written goes on under one number until it is said. */
const utterance = (seat: SeatId, { from, phase, id }: Words) => `${seat} ${from} ${phase} ${id}`

export function createRepeats({ bus, clock, director, first, repeat, ask }: RepeatsPorts): Repeats {
  /** Of each room the newest last. */
  const rooms = new Map<string, Map<string, Kept>>()
  /** Of each room, and each process that says words there, the numbers of the newest. */
  const heard = new Map<string, Map<string, Map<string, number>>>()
  let said = 0
  /** So often the others are asked yet, until it has reached somebody. */
  let asks = 0
  /** How often something may have been missed here. */
  let losses = 0
  let cancel: Cancel | null = null
  let isClosed = false

  async function hand(kept: Kept, say: () => Promise<number>): Promise<void> {
    kept.isOpen = false
    kept.isUnderWay = true
    const reached = await say()
    kept.isUnderWay = false
    // Who missed it meanwhile has said so: that it reached somebody takes nothing back.
    if (reached === 0) kept.isOpen = true
  }

  function isOver(room: string, { seat, entry, looks, isOpen }: Kept): boolean {
    const held = director.entryOf(room, seat)
    if (held && (held.entry !== entry || !held.isHere)) return true
    return !isOpen && looks * REPEAT_MS > KEEP_MS
  }

  function lookAt(room: string, all: Map<string, Kept>, now: Ms): void {
    const isUp = bus.isUp()
    for (const [which, kept] of all) {
      const isTooOld = now >= kept.saidAt + MOST_MS
      // While nobody can be heard, nobody can ask either.
      if (isUp) kept.looks++
      if (isTooOld || (isUp && isOver(room, kept))) all.delete(which)
      else if (isUp && kept.isOpen && !kept.isUnderWay) {
        const { seat, entry, told, by, n } = kept
        void hand(kept, () => repeat(room, { seat, entry, told, by, n }))
      }
    }
    if (all.size === 0) rooms.delete(room)
  }

  async function askAll(): Promise<void> {
    asks--
    const after = losses
    const reached = await ask()
    if (reached > 0 && after === losses) asks = 0
  }

  function look(): void {
    cancel?.()
    cancel = null
    const now = clock.now()
    for (const [room, all] of rooms) lookAt(room, all, now)
    if (asks > 0 && bus.isUp()) void askAll()
    lookLater()
  }

  function lookLater(): void {
    if (isClosed || cancel !== null || (rooms.size === 0 && asks === 0)) return
    cancel = clock.at(clock.now() + REPEAT_MS, look)
  }

  function open(): void {
    for (const all of rooms.values())
      for (const kept of all.values()) {
        kept.isOpen = true
        kept.looks = 0
      }
  }

  return {
    say(room, seat, told) {
      const numbered = { by: bus.self, n: ++said }
      const entry = director.entryOf(room, seat)?.entry ?? ''
      const kept = { ...numbered, seat, entry, told, saidAt: clock.now(), looks: 0, isOpen: false, isUnderWay: false }
      const all = rooms.get(room) ?? new Map<string, Kept>()
      rooms.set(room, newest(all, utterance(seat, told), kept))
      void hand(kept, () => first(room, seat, told, numbered))
      lookLater()
    },
    missed() {
      if (isClosed) return
      losses++
      asks = KEEP_MS / REPEAT_MS
      open()
      look()
    },
    // Said again at the next look: after an outage all processes ask within moments, and each would be told everything for every other.
    asked: open,
    take(room, seat, told, { by, n }) {
      const processes = heard.get(room) ?? new Map<string, Map<string, number>>()
      heard.set(room, processes)
      const known = processes.get(by) ?? new Map<string, number>()
      processes.set(by, known)
      const which = utterance(seat, told)
      const [oldest = 0] = known.size < KEPT_MOST ? [] : known.values()
      if (n <= (known.get(which) ?? oldest)) return false
      newest(known, which, n)
      return true
    },
    forget: room => void heard.delete(room),
    close() {
      isClosed = true
      cancel?.()
      rooms.clear()
    },
  }
}

/** With this as the newest, and without whatever are too many before it. */
function newest<What>(all: Map<string, What>, which: string, what: What): Map<string, What> {
  all.delete(which)
  all.set(which, what)
  for (const oldest of all.keys()) {
    if (all.size <= KEPT_MOST) break
    all.delete(oldest)
  }
  return all
}
