// What becomes of whoever was brought together here? Until their sitting begins a no or silence ends it, and whoever said yes and
// is there is put back; whoever goes before it has lasted a minute has left early.
import type { Offer } from '../lib/lobby/queue.ts'
import { EARLY_MS } from '../lib/lobby/standing.ts'
import type { SeatId } from '../lib/protocol/room.ts'
import type { RoomView } from '../lib/wire/events.ts'
import type { Director } from './director.ts'
import { createGrouped } from './grouped.ts'
import { MEETING_MS, MET_MS, type People } from './lobby-people.ts'
import { isAgain } from './lobby-queues.ts'
import type { Guest, Teller, Waiter, Wanted } from './lobby-wanted.ts'
import type { Clock } from './ports.ts'
import { createScheduler } from './scheduler.ts'

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

/** In which two strangers say yes to each other, or their room is over (PROTOCOL A1). */
const ACCEPT_MS = 30_000

export interface GuestsPorts {
  people: People
  director: Pick<Director, 'abandon'>
  clock: Clock
  background: (work: Promise<unknown>) => void
  putBack: (guest: Guest) => void
}

export function createGuests({ people, director, clock, background, putBack }: GuestsPorts): Guests {
  const guests = createGrouped<string, Guest>(({ device }) => device)
  /** Nobody may be here to see how a meeting ends. */
  const ends = createScheduler(clock, place => void guests.delete(place))
  const at = (room: string, seat: SeatId) => `${room} ${seat}`

  function forget(place: string): void {
    guests.delete(place)
    ends.arm(place, null)
  }

  /** Nobody sees a room end that nobody came to: after this it is over, and whoever asks wants a place. */
  const isAwaited = ({ isIn, takenAt }: Guest) => !isIn && clock.now() < takenAt + ACCEPT_MS

  function leftEarly(guest: Guest): void {
    if (clock.now() < guest.pairedAt + EARLY_MS) background(people.leftEarly(guest.device))
  }

  return {
    add({ queue, medium, device, name, key, teller, ticket }, { room, seats, takenAt }) {
      const seat: SeatId = seats.a.id === ticket.id ? 'a' : 'b'
      const other = seats[seat === 'a' ? 'b' : 'a'].device
      const now = clock.now()
      const guest = { queue, medium, device, name, key, teller, since: ticket.since, takenAt, pairedAt: now, other }
      guests.set(at(room, seat), { ...guest, isIn: false, began: false })
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
      if (guest) leftEarly(guest)
    },
    saw(room, seat, view) {
      const guest = guests.get(at(room, seat))
      if (!guest) return
      if (view.stage === 'sitting' && !guest.began) {
        guest.began = true
        background(people.keepApart(guest.device, guest.other, 'met', MET_MS))
      }
      if (view.stage !== 'closed') return
      forget(at(room, seat))
      if (guest.began) return
      background(people.keepApart(guest.device, guest.other, 'met', MET_MS))
      const own = view.seats[seat]
      const isWilling = own?.here && (view.closed?.why === 'left' || own.ready)
      if (!isWilling) background(people.leftEarly(guest.device))
      // Who is there by another process is not served here: their page asks for a place where it is.
      else if (guest.teller.isThere() && !isAgain(guest.queue)) putBack(guest)
    },
    async letGo(device) {
      for (const [name, guest] of guests.in(device)) {
        const [room = '', seat] = name.split(' ')
        forget(name)
        leftEarly(guest)
        await director.abandon(room, seat as SeatId)
      }
    },
    close: () => ends.close(),
  }
}
