// Who is shown what, and what is made only for whoever is shown it?
import { expect, test } from 'vitest'
import type { SeatId } from '../../lib/protocol/room.ts'
import { begun, T0 } from '../../lib/protocol/testing/sample-room.ts'
import type { RoomView } from '../../lib/wire/events.ts'
import { bidFarewell, type Shown, showAll } from './showing.ts'

const room = begun()

test('what a browser keeps for the server is made where its view is sent, and nowhere else', () => {
  const made: SeatId[] = []
  const sent: Partial<Record<SeatId, string | undefined>> = {}
  const take = (_room: unknown, seat: SeatId) => {
    made.push(seat)
    return `kept by ${seat}`
  }
  // Only one of the two is connected here.
  const tell = (_id: string, seat: SeatId, _view: RoomView, keeps?: () => string | undefined) => {
    if (seat === 'b') sent[seat] = keeps?.()
  }
  showAll({}, room, T0 + 1, tell, take)
  expect([made, sent]).toEqual([['b'], { b: 'kept by b' }])
})

test('what looks as it did before is not told again', () => {
  const shown: Shown = {}
  const told: SeatId[] = []
  const show = (now: number) =>
    showAll(
      shown,
      room,
      now,
      (_id, seat) => told.push(seat),
      () => undefined,
    )
  show(T0 + 1)
  show(T0 + 2)
  expect(told).toEqual(['a', 'b'])
})

test.each([
  ['friends', ['b']],
  ['workshop', []],
] as const)(
  'a seat that holds another token by now says in a room of %s whether whoever sat there was asked out',
  (kind, told) => {
    const before = { ...room, kind }
    const given = { used: 'new', given: 'new' }
    const b = before.seats.b
    if (!b) throw new Error('nobody sits there')
    const now = { ...before, seats: { ...before.seats, b: { ...b, token: given, key: null } } }
    const farewells: SeatId[] = []
    bidFarewell(before, now, T0 + 1, (_id, seat, { closed }) => closed?.why === 'left' && farewells.push(seat))
    expect(farewells).toEqual(told)
  },
)
