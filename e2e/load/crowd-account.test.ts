// Does whoever keeps the account of a crowd notice what may not be, and nothing else?
import { expect, test } from 'vitest'
import type { RoomView } from '../../lib/wire/events.ts'
import { newAccount, seeView } from './crowd-account.mjs'

const START = 1_700_000_000_000
const TURN = 40_000
let rev = 0

/** Phase `n` as it is shown at `now`, `moved` later than it was to be. */
const running = (n: number, now = START + n * TURN, moved = 0): RoomView =>
  ({
    rev: ++rev,
    now: now + moved,
    held: null,
    phase: { n, startedAt: START + n * TURN + moved, endsAt: START + (n + 1) * TURN + moved },
  }) as RoomView

const held = (n: number, leftMs: number): RoomView => ({ ...running(n), held: { leftMs } }) as RoomView

/** Goes on at the instant at which so much is left. */
const resumed = (n: number, leftMs: number): RoomView => running(n, START + (n + 1) * TURN - leftMs, 90_000)

function accountOf(...views: RoomView[]) {
  const account = newAccount()
  for (const view of views) seeView(account, view)
  return account
}

test('phases one after the other, and a turn that was stopped and had as much left after it, are right', () => {
  const account = accountOf(running(0), running(1), held(1, 25_000), resumed(1, 25_000))
  expect(account).toMatchObject({ wrong: [], holds: 1, boundaries: 1 })
})

test('what is older than what is known is passed over', () => {
  const [first, second] = [running(0), running(1)]
  expect(accountOf(second, first)).toMatchObject({ wrong: [], boundaries: 0 })
})

test.each([
  ['a phase that was skipped', [running(0), running(2)], 'from phase 0 to 2'],
  ['one that came back', [running(1), running(0)], 'from phase 1 back to 0'],
  ['an end that moved', [running(0), running(0, START + 1_000, 500)], 'phase 0 moved by 500 ms'],
  ['more than was left', [held(0, 25_000), resumed(0, 26_000)], '1000 ms longer after a hold'],
  ['less than was left', [held(0, 25_000), resumed(0, 18_000)], '7000 ms shorter after a hold'],
] as const)('%s is noticed', (_, views, why) => {
  expect(accountOf(...views).wrong).toEqual([why])
})
