import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RoomView, SeatView } from '../../../lib/wire/events.ts'
import { type FakeLink, fakeLink } from '../testing/fake-link.ts'
import { createRevealed } from './revealed-lines.ts'

const LABEL = { kind: 'line', phase: 3, id: 0 } as const
const phase: RoomView['phase'] = { n: 4, kind: 'tell', floor: 'all', startedAt: 0, bellAt: null, endsAt: null, on: [] }

let link: FakeLink
let asked: string[]
/** Whose texts do not open at all. */
let hopeless: string[]

function reader() {
  const revealed = createRevealed({
    link,
    askAgain: from => void asked.push(from),
    isHopeless: from => hopeless.includes(from),
    changed: () => {},
  })
  const see = (change: Partial<RoomView>) => {
    const view = link.see({ phase, ...change })
    revealed.learn(view)
    revealed.show(view, 'kept')
  }
  return { revealed, see, theirs: () => revealed.opened()?.a }
}

const withOther = (a: SeatView | null): RoomView['seats'] => ({ ...link.view()?.seats, a })

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  link = await fakeLink()
  asked = []
  hopeless = []
})
afterEach(() => {
  vi.useRealTimers()
})

test('a line opens with the keys that it was sealed for', async () => {
  const { see, theirs } = reader()
  const sealed = await link.sealedByOther({ ...LABEL, text: 'that you are cold' })
  see({ lines: { a: { sealed }, b: 'kept' } })
  await expect.poll(() => theirs()).toEqual({ as: 'open', text: 'that you are cold' })
})

test('a line of somebody who left at the reveal opens all the same', async () => {
  const { revealed, see, theirs } = reader()
  const sealed = await link.sealedByOther({ ...LABEL, text: 'that you are cold' })
  const before = link.view()
  if (before) revealed.learn(before)
  see({ lines: { a: { sealed }, b: 'kept' }, seats: withOther(null) })
  await expect.poll(() => theirs()).toEqual({ as: 'open', text: 'that you are cold' })
})

test('a line that nobody says again can not be read after ten seconds, and still opens when it comes', async () => {
  const { revealed, see, theirs } = reader()
  see({ lines: null })
  expect(asked).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(9999)
  expect(theirs()).toEqual({ as: 'opening' })
  await vi.advanceTimersByTimeAsync(1)
  expect(theirs()).toEqual({ as: 'unreadable' })
  revealed.came('a', { text: 'that you are cold' })
  expect(theirs()).toEqual({ as: 'open', text: 'that you are cold' })
})

test('a line of somebody who has left can not be read, at once', () => {
  const { see, theirs } = reader()
  see({ lines: null })
  expect(theirs()).toEqual({ as: 'opening' })
  see({ lines: null, seats: withOther(null) })
  expect(theirs()).toEqual({ as: 'unreadable' })
})

test('a line of somebody who is not here when the room closes can not be read, at once', () => {
  const { see, theirs } = reader()
  const gone = { name: 'Ana', here: false, ready: true }
  see({ lines: null, seats: withOther(gone) })
  expect(theirs()).toEqual({ as: 'opening' })
  see({ stage: 'closed', closed: { why: 'complete' }, phase: null, seats: withOther(gone) })
  expect(theirs()).toEqual({ as: 'unreadable' })
})

test('a line is asked for a few times while the other does not know of the reveal yet', async () => {
  const { revealed, see, theirs } = reader()
  see({ lines: null })
  for (const times of [2, 3, 4]) {
    revealed.replayed('a')
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked).toHaveLength(times)
  }
  revealed.replayed('a')
  expect(theirs()).toEqual({ as: 'unreadable' })
})

test('of two others each is asked as often as anybody, and one who can not be read says nothing of the other', async () => {
  await link.thirdSits()
  const { revealed, see } = reader()
  see({ lines: null })
  const times = (seat: string) => asked.filter(from => from === seat).length
  for (const count of [2, 3, 4]) {
    for (const seat of ['a', 'c'] as const) revealed.replayed(seat)
    await vi.advanceTimersByTimeAsync(1000)
    expect([times('a'), times('c')]).toEqual([count, count])
  }
  hopeless = ['a']
  expect(revealed.opened()).toEqual({ a: { as: 'unreadable' }, b: { as: 'kept' }, c: { as: 'opening' } })
  revealed.came('c', { text: 'that you are far' })
  expect(revealed.opened()?.c).toEqual({ as: 'open', text: 'that you are far' })
})

test('nothing is asked for after the end', async () => {
  const { revealed, see, theirs } = reader()
  see({ lines: null })
  revealed.replayed('a')
  revealed.end()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toHaveLength(1)
  expect(theirs()).toEqual({ as: 'opening' })
  expect(vi.getTimerCount()).toBe(0)
})
