// Who waits here, and what becomes of them? For the people connected to this process: their tickets are renewed, and rooms
// are made for the pairs that it took.
import { formatFor } from '../../lib/formats/formats.ts'
import { type Act, changesAt, SERVED_MS } from '../../lib/lobby/queue.ts'
import { softNumbers } from '../../lib/lobby/soft-numbers.ts'
import type { Offer, Queue, Ticket } from '../../lib/lobby/waiting.ts'
import type { Ms, SeatId } from '../../lib/protocol/room.ts'
import type { RoomView } from '../../lib/wire/events.ts'
import type { Clock, Ids, Log } from '../ports.ts'
import type { Director } from '../room/director.ts'
import { createScheduler } from '../room/scheduler.ts'
import { PAIRED_MS, type People } from '../safety/people.ts'
import { createUnderWay } from '../under-way.ts'
import { createGrouped } from './grouped.ts'
import { createGuests } from './guests.ts'
import { createMeetings } from './meetings.ts'
import { isAgain, mediumOf, type Queues, type Seen } from './queues.ts'
import { createSittingHere } from './sitting.ts'
import type { Teller, Waiter, Wanted } from './wanted.ts'

export interface Lobby {
  /**
   * Begins to wait; whoever waits already by this device waits anew, and keeps their place where it is the same teller that asks
   * for the same. `full`: too many wait here.
   */
  wait(wanted: Wanted, teller: Teller): Promise<'ok' | 'full'>
  /** Waits no more. Never rejects: a ticket that is not taken back runs out. */
  unwait(teller: Teller): Promise<void>
  /** The seat is held by somebody else's connection now; how they are spoken to is asked only where it matters. */
  entered(room: string, seat: SeatId, teller: () => Teller): void
  /** Left by an own act. */
  left(room: string, seat: SeatId): void
  /** What was just shown to a seat. */
  saw(room: string, seat: SeatId, view: RoomView): void
  isWaiting(teller: Teller): boolean
  /** This process is about to end: whoever waits keeps their place when they come by another one. Rejects when the store did not take it. */
  move(): Promise<void>
  /** How many wait by this process. */
  count(): number
  idle(): Promise<void>
  close(): void
}

export interface LobbyPorts {
  queues: Queues
  people: People
  director: Pick<Director, 'gather' | 'abandon'>
  clock: Clock
  ids: Ids
  log: Log
  hash: (token: string) => string
}

/** How often a process learns whom another process has paired. */
export const LOOK_MS = 2_000
/** How often it renews its tickets: a look that finds nothing new is a tenth of the work of an act. */
const RENEW_MS = SERVED_MS / 3

export function createLobby({ queues, people, director, clock, ids, log, hash }: LobbyPorts): Lobby {
  // Thousands may wait and sit here: what concerns one queue, or one device, must not look at all the others.
  const waiters = createGrouped<Teller, Waiter>(({ queue }) => queue)
  const { background, idle } = createUnderWay(log, 'lobby')
  let isClosed = false
  let isMoving = false
  /** Each queue in its own time, so that not all are looked at in the same moment. */
  const lastSeen = new Map<string, { mark: string | null; actAt: Ms }>()
  const looks = createScheduler(clock, key => background(renew(key)))
  const guests = createGuests({
    ...{ people, director, clock, background },
    sitting: createSittingHere({ act: acted, clock, background }),
    putBack: guest => putBack(guest, guest.teller, guest.since),
  })

  const meetings = createMeetings({ people, clock, background })

  function newTicket({ device, name, key }: Wanted, since: Ms): { ticket: Ticket; token: string } {
    const token = ids.token()
    const servedUntil = clock.now() + SERVED_MS
    return { token, ticket: { id: ids.commit(), device, name, key, token: hash(token), since, servedUntil } }
  }

  /** `orElse`: what becomes of whoever could not be taken in. */
  async function join(
    wanted: Wanted,
    teller: Teller,
    since: Ms,
    orElse: (waiter: Waiter) => void,
  ): Promise<'ok' | 'full'> {
    const waiter: Waiter = { ...wanted, teller, ...newTicket(wanted, since), told: '' }
    waiters.set(teller, waiter)
    if (waiters.in(wanted.queue).length === 1) lookLater(wanted.queue)
    let isIn = false
    try {
      isIn = await acted(wanted.queue, { do: 'join', ticket: waiter.ticket })
    } finally {
      if (!isIn) orElse(waiter)
    }
    return isIn ? 'ok' : 'full'
  }

  function forget(waiter: Waiter): void {
    if (waiters.get(waiter.teller) === waiter) waiters.delete(waiter.teller)
  }

  /** Nobody asked for it, so nobody can be told that it failed: the next look finds whoever is not in, and tries anew. */
  function putBack(wanted: Wanted, teller: Teller, since: Ms): void {
    const work = join(wanted, teller, since, waiter => {
      waiter.told = 'not in'
    })
    background(work)
  }

  /** One act on a queue and all that follows from it for whoever is here. False when the queue is full. */
  async function acted(key: string, act: Act): Promise<boolean> {
    const out = await queues.act(key, act)
    if (out === 'full') return false
    for (const offer of out.taken) background(make(key, offer))
    follow(key, out, act.do === 'renew')
    return true
  }

  /** Makes the room of a pair that was taken; nobody is told of it before the queue knows that it is there. */
  async function make(key: string, { room, seats: { a, b } }: Offer): Promise<void> {
    const medium = mediumOf(key)
    const sitter = ({ name, key, token }: Ticket) => ({ name, key, token })
    const plan = {
      id: room,
      kind: 'practice',
      medium,
      clock: 'timed',
      format: formatFor('practice'),
      seats: 2,
    } as const
    const made = await director.gather(plan, [sitter(a), sitter(b)])
    if (!made.ok) {
      await acted(key, { do: 'unmade', room })
      return
    }
    const meeting = await people.hashOf('room', room)
    const seat = ({ device, token, name }: Ticket) => ({ device, token, name })
    await people.met(meeting, { medium, seats: { a: seat(a), b: seat(b) } })
    await people.keepApart(a.device, b.device, 'met', PAIRED_MS)
    // If the pair was given back in the meantime, nobody ever comes to this room, and it closes by itself.
    await acted(key, { do: 'made', room })
  }

  function follow(key: string, { queue, mark }: Seen, isRenewed: boolean): void {
    const now = clock.now()
    const renewAt = (isRenewed ? null : lastSeen.get(key)?.actAt) ?? now + RENEW_MS
    lastSeen.set(key, { mark, actAt: Math.min(renewAt, changesAt(queue)) })
    for (const [, waiter] of waiters.in(key)) {
      const { id, device } = waiter.ticket
      const own = queue.waiting.find(ticket => ticket.id === id)
      const made = queue.offers.find(offer => offer.made && (offer.seats.a.id === id || offer.seats.b.id === id))
      const isElsewhere = queue.waiting.some(ticket => ticket.device === device)
      if (made) paired(waiter, made)
      else if (own) {
        // They may have their place of before.
        waiter.ticket = own
        tellNumbers(waiter, queue, now)
      } else if (isNowhere(queue, id)) lost(waiter, isElsewhere)
    }
    if (waiters.in(key).length === 0) lastSeen.delete(key)
  }

  const isNowhere = (queue: Queue, id: string) =>
    !queue.offers.some(({ seats }) => seats.a.id === id || seats.b.id === id)

  /** The device waits elsewhere, or the store has lost the place, which is taken again. */
  function lost(waiter: Waiter, isElsewhere: boolean): void {
    // An act of somebody else may have been decided before this one's own.
    if (waiter.told === '' && !isElsewhere) return
    waiters.delete(waiter.teller)
    // Whoever moves comes by themselves, and may sit by now.
    if (isElsewhere || isMoving) waiter.teller.elsewhere()
    else putBack(waiter, waiter.teller, waiter.ticket.since)
  }

  function tellNumbers(waiter: Waiter, queue: Queue, now: Ms): void {
    const numbers = softNumbers(queue, waiter.ticket.id, now)
    const told = JSON.stringify(numbers)
    if (waiter.told === told) return
    waiter.told = told
    // Whether the other would like to meet again is told by meeting alone.
    if (!isAgain(waiter.queue)) waiter.teller.waiting(numbers)
  }

  function paired(waiter: Waiter, offer: Offer): void {
    const { teller, token } = waiter
    waiters.delete(teller)
    teller.paired({ room: offer.room, seat: guests.add(waiter, offer), token })
  }

  function lookLater(key: string): void {
    if (!isClosed) looks.arm(key, clock.now() + LOOK_MS)
  }

  /** Of all who wait in this queue by this process. */
  const ticketsIn = (key: string): string[] => waiters.in(key).map(([, { ticket }]) => ticket.id)

  async function renew(key: string): Promise<void> {
    const tickets = ticketsIn(key)
    const last = lastSeen.get(key)
    if (tickets.length === 0) {
      lastSeen.delete(key)
      return
    }
    lookLater(key)
    if (!last || clock.now() >= last.actAt) {
      await acted(key, { do: 'renew', tickets })
      return
    }
    const seen = await queues.look(key, last.mark)
    if (seen !== 'same') follow(key, seen, false)
  }

  async function unwait(teller: Teller): Promise<void> {
    const waiter = waiters.get(teller)
    if (!waiter) return
    waiters.delete(teller)
    await acted(waiter.queue, { do: 'leave', tickets: [waiter.ticket.id] }).catch(error => log.fault('lobby', error))
  }

  /** The asking has crossed with what was told: whoever was put back has their place, or meets the next already. */
  function isServed(wanted: Wanted, teller: Teller): boolean {
    const { queue, device, name } = waiters.get(teller) ?? {}
    const isIn = queue === wanted.queue && device === wanted.device && name === wanted.name
    return isIn || guests.isExpected(wanted, teller)
  }

  return {
    async wait(wanted, teller) {
      if (isServed(wanted, teller)) return 'ok'
      await unwait(teller)
      await guests.letGo(wanted.device)
      return join(wanted, teller, clock.now(), forget)
    },
    unwait,
    entered: guests.entered,
    left: guests.left,
    saw(room, seat, view) {
      guests.saw(room, seat, view)
      meetings.saw(view)
    },
    isWaiting: teller => waiters.has(teller),
    async move() {
      isMoving = true
      await Promise.all([...lastSeen.keys()].map(key => acted(key, { do: 'move', tickets: ticketsIn(key) })))
    },
    count: () => waiters.size,
    idle,
    close() {
      isClosed = true
      looks.close()
      guests.close()
      meetings.close()
    },
  }
}
