// What becomes of whoever was brought together here? Until their sitting begins a no or silence ends it, and whoever said yes and
// is there is put back; whoever goes before it has lasted a minute has left early.
import { EARLY_MS } from '../../lib/lobby/standing.ts'
import type { Offer } from '../../lib/lobby/waiting.ts'
import type { Ms, SeatId } from '../../lib/protocol/room.ts'
import { ACCEPT_MS } from '../../lib/protocol/where.ts'
import type { RoomView } from '../../lib/wire/events.ts'
import type { Clock } from '../ports.ts'
import type { Director } from '../room/director.ts'
import { createScheduler } from '../room/scheduler.ts'
import { MEETING_MS, MET_MS, type People } from '../safety/people.ts'
import { createGrouped } from './grouped.ts'
import { isAgain } from './queues.ts'
import type { SittingHere } from './sitting.ts'
import type { Guest, Teller, Waiter, Wanted } from './wanted.ts'

export interface Guests {
  /** Whose offer has become a room; they are to be told of it. */
  add(waiter: Waiter, offer: Offer): SeatId
  /** Who comes in for what they wait for, and has been told so by this teller and not come in yet. */
  isExpected(wanted: Wanted, teller: Teller): boolean
  entered(room: string, seat: SeatId, teller: () => Teller): void
  left(room: string, seat: SeatId): void
  saw(room: string, seat: SeatId, view: RoomView): void
  /** Whoever waits anew has left the one they were with. */
  letGo(device: string): Promise<void>
  close(): void
}

/** Whoever is gone for less may be loading their page again (PROTOCOL H4). */
const AWAY_MS = 5_000
/** Nobody sees a room end from which both have gone. Whoever has not come back in this time does not. */
const NOT_BACK_MS = 15 * 60_000

export interface GuestsPorts {
  people: People
  sitting: SittingHere
  director: Pick<Director, 'abandon'>
  clock: Clock
  background: (work: Promise<unknown>) => void
  putBack: (guest: Guest) => void
}

export function createGuests({ people, sitting, director, clock, background, putBack }: GuestsPorts): Guests {
  const guests = createGrouped<string, Guest>(({ device }) => device)
  /** Nobody may be here to see how a meeting ends. */
  const ends = createScheduler(clock, place => {
    const guest = guests.get(place)
    if (!guest) return
    const end = guest.pairedAt + MEETING_MS
    if (guest.aloneSince === null || clock.now() >= end) {
      guests.delete(place)
      return
    }
    noteIfOtherWentFirst(guest)
    // Counted, and not again when the room closes.
    guest.aloneSince = clock.now()
    ends.arm(place, end)
  })
  const at = (room: string, seat: SeatId) => `${room} ${seat}`
  const otherOf = (seat: SeatId) => (seat === 'a' ? 'b' : 'a')

  function forget(place: string): void {
    guests.delete(place)
    ends.arm(place, null)
  }

  /** Nobody sees a room end that nobody came to: after this it is over, and whoever asks wants a place. */
  const isAwaited = ({ isIn, takenAt }: Guest) => !isIn && clock.now() < takenAt + ACCEPT_MS

  /** Whoever goes first has left, by a word or by closing the page; the other has left nobody. */
  function leftEarly(guest: Guest): void {
    if (noteIfOtherWentFirst(guest) || !isEarly(guest, clock.now())) return
    background(people.leftEarly(guest.device, guest.takenAt))
  }

  const isEarly = ({ pairedAt }: Guest, at: Ms) => at < pairedAt + EARLY_MS

  /** Whether the other has gone without coming back; when they went early, that is counted. */
  function noteIfOtherWentFirst(guest: Guest): boolean {
    const { aloneSince, other, takenAt } = guest
    if (aloneSince === null || clock.now() < aloneSince + AWAY_MS) return false
    if (isEarly(guest, aloneSince)) background(people.leftEarly(other, takenAt))
    return true
  }

  /** Each sees of the other whether they are there, at whatever process those are or were. */
  function lookAtOther(guest: Guest, room: string, seat: SeatId, { seats }: RoomView): void {
    const isOtherHere = seats[otherOf(seat)]?.here === true
    const isAlone = !isOtherHere && (guest.aloneSince !== null || seats[seat]?.here === true)
    if (isAlone === (guest.aloneSince !== null)) return
    const now = clock.now()
    guest.aloneSince = isAlone ? now : null
    ends.arm(at(room, seat), isAlone ? now + NOT_BACK_MS : guest.pairedAt + MEETING_MS)
  }

  return {
    add({ queue, medium, device, name, key, teller, ticket }, { room, seats, takenAt }) {
      const seat: SeatId = seats.a.id === ticket.id ? 'a' : 'b'
      const other = seats[otherOf(seat)].device
      const now = clock.now()
      const { since } = seats[seat]
      const guest = { queue, medium, device, name, key, teller, since, takenAt, pairedAt: now, other }
      guests.set(at(room, seat), { ...guest, isIn: false, began: false, aloneSince: null })
      ends.arm(at(room, seat), now + MEETING_MS)
      return seat
    },
    isExpected: ({ device, queue }, teller) =>
      guests.in(device).some(([, guest]) => guest.teller === teller && guest.queue === queue && isAwaited(guest)),
    entered(room, seat, teller) {
      const guest = guests.get(at(room, seat))
      if (!guest) return
      guest.teller = teller()
      guest.isIn = true
    },
    left(room, seat) {
      const guest = guests.get(at(room, seat))
      forget(at(room, seat))
      if (!guest) return
      void sitting.over(guest.queue, room)
      leftEarly(guest)
    },
    saw(room, seat, view) {
      const guest = guests.get(at(room, seat))
      if (!guest) return
      sitting.saw(guest.queue, view)
      if (view.stage === 'sitting' && !guest.began) {
        guest.began = true
        background(people.keepApart(guest.device, guest.other, 'met', MET_MS))
      }
      if (view.stage === 'sitting') lookAtOther(guest, room, seat, view)
      if (view.stage !== 'closed') return
      forget(at(room, seat))
      if (guest.began) {
        noteIfOtherWentFirst(guest)
        return
      }
      background(people.keepApart(guest.device, guest.other, 'met', MET_MS))
      const own = view.seats[seat]
      const isWilling = own?.here && (view.closed?.why === 'left' || own.ready)
      if (!isWilling) background(people.leftEarly(guest.device, guest.takenAt))
      // Who is there by another process is not served here: their page asks for a place where it is.
      else if (guest.teller.isThere() && !isAgain(guest.queue)) putBack(guest)
    },
    async letGo(device) {
      for (const [name, guest] of guests.in(device)) {
        const [room = '', seat] = name.split(' ')
        forget(name)
        leftEarly(guest)
        await director.abandon(room, seat as SeatId)
        // Before they wait: nobody counts themselves among those who sit.
        await sitting.over(guest.queue, room)
      }
    },
    close() {
      ends.close()
      sitting.close()
    },
  }
}
