// How does a sitting begin, and who speaks first?
import { AWAY_AFTER_MS } from './advance.ts'
import type { First, Ms, Room, SeatId, Wish } from './room.ts'
import { people, seatIds } from './room.ts'

/** Whether everybody is seated, has said who should speak first, and is not away. A workshop's rooms wait for their facilitator. */
export function allReady(room: Room, now: Ms): boolean {
  if (room.kind === 'workshop') return false
  return seatIds(room).every(id => {
    const seat = room.seats[id]
    return seat?.wish != null && (seat.goneSince === null || now < seat.goneSince + AWAY_AFTER_MS)
  })
}

/** Somebody's seat is free again before the beginning. A yes to whoever sat there is none to whoever comes next. */
export function freed(room: Room, seat: SeatId): Room {
  const seats = { ...room.seats, [seat]: null }
  if (room.kind !== 'friends') return { ...room, seats }
  for (const id of people(room)) {
    const other = seats[id]
    if (other) seats[id] = { ...other, wish: null }
  }
  return { ...room, seats }
}

/** Begins the sitting at `now`. Whoever has said no wish does not mind. */
export function begin(room: Room, now: Ms): Room {
  const first = whoIsFirst(room)
  const rest = room.coin.filter(seat => seat !== first.seat)
  return {
    ...room,
    sitting: {
      order: [first.seat, ...rest],
      first,
      phases: room.plan.map(phase => ({ ...phase })),
      n: 0,
      startedAt: now,
      on: { n: 0, seats: [] },
      more: { n: 0, asked: [] },
      repairs: {},
      extraRound: false,
      hold: null,
      lines: {},
      revealedAt: null,
    },
  }
}

/** Whoever alone wants to speak first does; where wishes clash, or nobody minds, the coin decides between the equal ones. */
function whoIsFirst(room: Room): First {
  const wishes: Wish[] = ['me', 'either', 'other']
  for (const wish of wishes) {
    const equals = people(room).filter(seat => (room.seats[seat]?.wish ?? 'either') === wish)
    const only = equals[0]
    if (!only) continue
    if (equals.length === 1) return { seat: only, how: 'wish', both: null }
    const chosen: SeatId = room.coin.find(seat => equals.includes(seat)) ?? only
    return { seat: chosen, how: 'coin', both: wish }
  }
  throw new Error('a sitting begins only when somebody is seated')
}
