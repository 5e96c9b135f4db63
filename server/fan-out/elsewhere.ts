// Who of a room is connected to another process, and how are they reached? Commits of other processes are heard and handed to the
// director; words and the like are said to whoever holds the seat there; and who is there at all is asked by a roll-call.
import type { Ms, SeatId } from '../../lib/protocol/room.ts'
import type { Tellings } from '../../lib/wire/events.ts'
import { createFewAtOnce, LOOKS_AT_ONCE } from '../few-at-once.ts'
import type { Bus, Cancel, Clock } from '../ports.ts'
import type { Director } from '../room/director.ts'
import { commitHeard, roomChannel } from '../store/room-news.ts'
import { createRepeats, type Numbered, type Repeated, type Words } from './repeats.ts'
import { createRollCalls } from './roll-call.ts'

/** What goes from one person of a room to another. */
export type Relayed = 'words' | 'again' | 'replay' | 'signal'
export type Relay = <Event extends Relayed>(
  room: string,
  seat: SeatId,
  event: Event,
  told: Parameters<Tellings[Event]>[0],
) => void

export interface Elsewhere {
  /** There is nobody else: what is in mind here is what is kept. */
  readonly isAlone: boolean
  /** Somebody of the room is connected here, or nobody is any more: what is said about it is heard in between. */
  follow(room: string): void
  leave(room: string): void
  /** Which seats of a room are connected to other processes. Never rejects: who does not answer in time is not there. */
  present(room: string): Promise<SeatId[]>
  /** Whether the seat may be held by a connection of another process, as far as is known here. */
  mayHold(room: string, seat: SeatId): boolean
  /** Whether what is said to other processes arrives at this moment, as far as is known here. */
  isHeard(): boolean
  relay: Relay
  /** Whoever is not connected anywhere, though they seem to be in a room that is watched here, has left it at `at`. */
  callAll(at: Ms): Promise<void>
  close(): void
}

export interface ElsewherePorts {
  bus: Bus
  clock: Clock
  director: Pick<Director, 'heard' | 'refresh' | 'watched' | 'status' | 'entryOf' | 'went'>
  /** The seats of a room that are connected here. */
  here: (room: string) => SeatId[]
  /** Tells something to whoever holds a seat here; nobody may. */
  deliver: Relay
}

/** What processes say about a room beside commits. */
type Said =
  | ({ say: 'relay'; seat: SeatId; event: Relayed; told: Parameters<Tellings[Relayed]>[0] } & Partial<Numbered>)
  | ({ say: 'repeat' } & Repeated)
  | { say: 'who'; by: string; call: number }
type Answered = { call: number; seats: SeatId[] }

const ownChannel = (self: string) => `process:${self}`
/** By which a process lets all others know that it may have missed something. */
const MISSED = 'missed'

export function createElsewhere({ bus, clock, director, here, deliver }: ElsewherePorts): Elsewhere {
  const followed = new Map<string, Cancel>()
  const calls = createRollCalls<SeatId[]>(clock)
  const few = createFewAtOnce(LOOKS_AT_ONCE)

  const stopOwn = bus.hear(ownChannel(bus.self), text => {
    const { call, seats } = JSON.parse(text) as Answered
    calls.answered(call, seats)
  }).stop

  const say = (room: string, said: Said) => bus.say(roomChannel(room), JSON.stringify(said))

  const repeats = createRepeats({
    bus,
    clock,
    director,
    first: (room, seat, told, numbered) => say(room, { say: 'relay', seat, event: 'words', told, ...numbered }),
    repeat: (room, repeated) => say(room, { say: 'repeat', ...repeated }),
    ask: () => bus.say(MISSED, bus.self),
  })
  const stopMissed = bus.hear(MISSED, repeats.asked).stop

  function hear(room: string, text: string): void {
    const kept = commitHeard(text)
    if (kept) void director.heard(room, kept)
    else hearSaid(room, JSON.parse(text) as Said)
  }

  function hearSaid(room: string, said: Said): void {
    if (said.say === 'relay') hearRelayed(room, said)
    else if (said.say === 'repeat') hearRepeated(room, said)
    // A later release may say more.
    else if (said.say === 'who')
      void bus.say(ownChannel(said.by), JSON.stringify({ call: said.call, seats: here(room) } satisfies Answered))
  }

  function hearRelayed(room: string, { seat, event, told, by, n }: Extract<Said, { say: 'relay' }>): void {
    // An earlier release numbers nothing.
    if (by !== undefined && n !== undefined && !repeats.take(room, seat, told as Words, { by, n })) return
    deliver(room, seat, event, told as never)
  }

  function hearRepeated(room: string, { seat, entry, told, by, n }: Repeated): void {
    // Where nobody knows how the room stands, as while the store is away, it is told to whoever sits there: a page opens nothing twice.
    const isAnother = (director.entryOf(room, seat)?.entry ?? entry) !== entry
    if (isAnother || !repeats.take(room, seat, told, { by, n })) return
    deliver(room, seat, 'words', told)
  }

  async function present(room: string): Promise<SeatId[]> {
    if (bus.isAlone) return []
    const answers = await calls.ask(call => say(room, { say: 'who', by: bus.self, call }))
    return [...new Set(answers.flat())]
  }

  /** Who is in a room and not connected here, with the entries that were theirs when the roll was called. */
  const others = (room: string) =>
    (director.status(room)?.seats ?? []).flatMap(seat => {
      const held = director.entryOf(room, seat)
      return held?.isHere && !here(room).includes(seat) ? [{ seat, entry: held.entry }] : []
    })

  async function call(room: string, at: Ms): Promise<void> {
    const missing = others(room)
    if (missing.length === 0) return
    const seats = await present(room)
    for (const { seat, entry } of missing) if (!seats.includes(seat)) await director.went(room, seat, entry, at)
  }

  bus.onMissed(() => {
    for (const room of director.watched()) void few.run(room, () => director.refresh(room))
    repeats.missed()
  })

  return {
    isAlone: bus.isAlone,
    follow(room) {
      if (bus.isAlone || followed.has(room)) return
      const { ready, stop } = bus.hear(roomChannel(room), text => hear(room, text))
      followed.set(room, stop)
      // What was kept between the last look at the room and now was not heard.
      void ready.then(() => {
        if (followed.get(room) === stop) void director.refresh(room)
      })
    },
    leave(room) {
      followed.get(room)?.()
      followed.delete(room)
      repeats.forget(room)
    },
    present,
    mayHold: (room, seat) => !bus.isAlone && director.entryOf(room, seat)?.isHere === true,
    isHeard: () => bus.isUp(),
    relay(room, seat, event, told) {
      if (event === 'words') repeats.say(room, seat, told as Words)
      else void say(room, { say: 'relay', seat, event, told })
    },
    async callAll(at) {
      await Promise.all(director.watched().map(room => call(room, at)))
    },
    close() {
      stopOwn()
      stopMissed()
      repeats.close()
      few.close()
      for (const stop of followed.values()) stop()
      followed.clear()
    },
  }
}
