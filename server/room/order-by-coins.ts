// In which order do people stand when nobody is to choose it? One that is drawn by fair coins.
import type { SeatId } from '../../lib/protocol/room.ts'
import type { Ids } from '../ports.ts'

export function seatsInOrder(seats: 2 | 3, ids: Ids): SeatId[] {
  const order: SeatId[] = ids.coin() ? ['a', 'b'] : ['b', 'a']
  if (seats === 2) return order
  // Three places of equal chance from fair coins: two coins, thrown again when they name a fourth.
  for (;;) {
    const place = (ids.coin() ? 2 : 0) + (ids.coin() ? 1 : 0)
    if (place < 3) return [...order.slice(0, place), 'c', ...order.slice(place)]
  }
}
