// Who of a room is connected to another process, and how are they reached? Commits of other processes are heard and handed to the
// director; words and the like are said to whoever holds the seat there; and who is there at all is asked by a roll-call.
import type { Ms, SeatId } from '../lib/protocol/room.ts'
import type { Tellings } from '../lib/wire/events.ts'
import type { Director } from './director.ts'
import type { Bus, Cancel, Clock } from './ports.ts'
import { createRollCalls } from './roll-call.ts'
import { commitHeard, roomChannel } from './store/room-news.ts'

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
  director: Pick<Director, 'heard' | 'refresh' | 'watched' | 'standing' | 'entryOf' | 'went'>
  /** The seats of a room that are connected here. */
  here: (room: string) => SeatId[]
  /** Tells something to whoever holds a seat here; nobody may. */
  deliver: Relay
}

/** What processes say about a room beside commits. */
type Said =
  | { say: 'relay'; seat: SeatId; event: Relayed; told: Parameters<Tellings[Relayed]>[0] }
  | { say: 'who'; by: string; call: number }
type Answered = { call: number; seats: SeatId[] }

const ownChannel = (self: string) => `process:${self}`

export function createElsewhere({ bus, clock, director, here, deliver }: ElsewherePorts): Elsewhere {
  const followed = new Map<string, Cancel>()
  const calls = createRollCalls<SeatId[]>(clock)

  const stopOwn = bus.hear(ownChannel(bus.self), text => {
    const { call, seats } = JSON.parse(text) as Answered
    calls.answered(call, seats)
  }).stop

  function hear(room: string, text: string): void {
    const kept = commitHeard(text)
    if (kept) void director.heard(room, kept)
    else hearSaid(room, JSON.parse(text) as Said)
  }

  function hearSaid(room: string, said: Said): void {
    if (said.say === 'relay') deliver(room, said.seat, said.event, said.told as never)
    // A later release may say more.
    else if (said.say === 'who')
      void bus.say(ownChannel(said.by), JSON.stringify({ call: said.call, seats: here(room) } satisfies Answered))
  }

  const say = (room: string, said: Said) => bus.say(roomChannel(room), JSON.stringify(said))

  async function present(room: string): Promise<SeatId[]> {
    if (bus.isAlone) return []
    const answers = await calls.ask(call => say(room, { say: 'who', by: bus.self, call }))
    return [...new Set(answers.flat())]
  }

  /** Who is in a room and not connected here, with the entries that were theirs when the roll was called. */
  const others = (room: string) =>
    (director.standing(room)?.seats ?? []).flatMap(seat => {
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
    for (const room of director.watched()) void director.refresh(room)
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
    },
    present,
    mayHold: (room, seat) => !bus.isAlone && director.entryOf(room, seat)?.isHere === true,
    isHeard: () => bus.isUp(),
    relay: (room, seat, event, told) => void say(room, { say: 'relay', seat, event, told }),
    async callAll(at) {
      await Promise.all(director.watched().map(room => call(room, at)))
    },
    close() {
      stopOwn()
      for (const stop of followed.values()) stop()
      followed.clear()
    },
  }
}
