// When a sitting begins, and who speaks first in it.
import { expect, test } from 'vitest'
import { allReady } from './begin.ts'
import { went } from './door.ts'
import type { Wish } from './room.ts'
import { did, gathered, refusalOf, SECOND, T0 } from './testing/sample-room.ts'
import { view } from './view.ts'

const at = (seconds: number) => T0 + seconds * SECOND
const ready = (first: Wish) => ({ do: 'ready', first }) as const

test('[P1] a sitting begins when the last is ready, and not before', () => {
  const one = did(gathered(), 'a', ready('me'), at(1))
  expect([one.sitting, view(one, 'b', at(2)).stage]).toEqual([null, 'gathering'])
  expect(did(one, 'b', ready('other'), at(3)).sitting).toMatchObject({ n: 0, startedAt: at(3) })
})

test('[P1] a trio waits for its third', () => {
  const two = did(did(gathered({ seats: 3 }), 'a', ready('me'), at(1)), 'b', ready('other'), at(1))
  expect(two.sitting).toBe(null)
  expect(did(two, 'c', ready('either'), at(2)).sitting?.order).toEqual(['a', 'b', 'c'])
})

test('[P1] it does not begin for somebody who is away', () => {
  const gone = went(did(gathered(), 'a', ready('me'), at(1)), 'a', 'token-a-0', at(2))
  expect([allReady(gone, at(7) - 1), did(gone, 'b', ready('other'), at(7) - 1).sitting?.n]).toEqual([false, 0])
  expect(did(gone, 'b', ready('other'), at(7)).sitting).toBe(null)
})

test('[S6] whoever alone wants to speak first does, and nobody needs a coin', () => {
  const wishes = [
    ['me', 'other', 'a'],
    ['other', 'me', 'b'],
    ['me', 'either', 'a'],
    ['either', 'other', 'a'],
    ['other', 'either', 'b'],
  ] as const
  for (const [a, b, seat] of wishes) {
    const room = did(did(gathered({ coin: ['b', 'a'] }), 'a', ready(a), T0), 'b', ready(b), T0)
    expect([a, b, room.sitting?.first]).toEqual([a, b, { seat, how: 'wish', both: null }])
  }
})

test('[S6] where both wish the same the coin decides', () => {
  for (const wish of ['me', 'other', 'either'] as const) {
    const room = did(did(gathered({ coin: ['b', 'a'] }), 'a', ready(wish), T0), 'b', ready(wish), T0)
    expect(room.sitting).toMatchObject({ order: ['b', 'a'], first: { seat: 'b', how: 'coin', both: wish } })
  }
})

test('[S6] of three, the coin decides between the two who wish the same', () => {
  let room = did(gathered({ seats: 3, coin: ['b', 'c', 'a'] }), 'a', ready('me'), T0)
  room = did(did(room, 'b', ready('other'), T0), 'c', ready('me'), T0)
  expect(room.sitting).toMatchObject({ order: ['c', 'b', 'a'], first: { seat: 'c', how: 'coin', both: 'me' } })
})

test('[V4] a wish is seen by nobody until the sitting begins, nor that it was changed', () => {
  const [me, changed] = ['me', 'other'].map(wish => did(gathered(), 'b', ready(wish as Wish), at(1)))
  const again = me && did(me, 'b', ready('either'), at(2))
  const seen = [me, changed, again].map(room => room && JSON.stringify(view(room, 'a', at(5))))
  expect(new Set(seen).size).toBe(1)
  expect(JSON.parse(seen[0] ?? '')).toMatchObject({ first: null, seats: { b: { ready: true } } })
  const begun = again && did(again, 'a', ready('me'), at(6))
  expect(begun && view(begun, 'a', at(6)).first).toEqual({ seat: 'a', how: 'wish', both: null })
})

test('[P1] nobody becomes ready twice', () => {
  const room = did(did(gathered(), 'a', ready('me'), T0), 'b', ready('me'), T0)
  expect(refusalOf(room, 'a', ready('other'), T0)).toBe('not-now')
})
