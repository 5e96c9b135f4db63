import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FakePage, fakePage } from '../testing/fake-page.ts'
import { createRoomAwake, WAITS_MS } from './room-awake.ts'

let page: FakePage
let kept: number
let room: ReturnType<typeof createRoomAwake>

beforeEach(() => {
  vi.useFakeTimers()
  page = fakePage()
  kept = 0
  const release = async () => {
    kept -= 1
  }
  const request = async () => {
    kept += 1
    return Object.assign(new EventTarget(), { release })
  }
  vi.stubGlobal('navigator', { wakeLock: { request } })
  room = createRoomAwake(() => {})
})
afterEach(() => {
  room.end()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** What is asked of the browser is answered a moment later. */
const answered = () => vi.advanceTimersByTimeAsync(0)

test('the screen stays on while somebody waits for the other, and through the sitting', async () => {
  room.seen('gathering')
  await answered()
  expect([kept, room.isKept()]).toEqual([1, true])
  room.seen('sitting')
  await vi.advanceTimersByTimeAsync(3 * WAITS_MS)
  expect([kept, room.isKept()]).toEqual([1, true])
  room.seen('closed')
  expect([kept, room.isKept()]).toEqual([0, false])
})

test('it stays on for somebody who never comes no longer than half an hour, however often the room says that it still gathers', async () => {
  room.seen('gathering')
  await vi.advanceTimersByTimeAsync(WAITS_MS - 1)
  room.seen('gathering')
  expect(kept).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  room.seen('gathering')
  await answered()
  expect([kept, room.isKept()]).toEqual([0, false])
  room.seen('sitting')
  await answered()
  expect(kept).toBe(1)
})

test('whoever looks again waits as long again', async () => {
  room.seen('gathering')
  await vi.advanceTimersByTimeAsync(WAITS_MS)
  expect(kept).toBe(0)
  page.tell('visibilitychange')
  await vi.advanceTimersByTimeAsync(WAITS_MS - 1)
  expect(kept).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(kept).toBe(0)
})

test('a page that is not in the room leaves the screen alone, also when it is looked at again', async () => {
  room.seen('gathering')
  await answered()
  room.rest()
  page.tell('visibilitychange')
  await answered()
  expect(kept).toBe(0)
})
