// Does a part that is loaded late come, come again when the line was down, and end with the page?
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadLater } from './load-later.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('it is asked for again until it is here, begins once, and ends with the page', async () => {
  const load = vi.fn(async () => 'part').mockRejectedValueOnce(new Error('offline'))
  const end = vi.fn()
  const begin = vi.fn(() => end)
  const stop = loadLater(load, begin)
  await vi.advanceTimersByTimeAsync(1999)
  expect(begin).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(begin.mock.calls).toEqual([['part']])
  await vi.advanceTimersByTimeAsync(10_000)
  expect([load.mock.calls.length, end.mock.calls.length]).toEqual([2, 0])
  stop()
  expect(end).toHaveBeenCalledOnce()
})

test('a page that is gone by then begins nothing, and asks for nothing more', async () => {
  const begin = vi.fn(() => () => {})
  const slow = vi.fn(async () => 'part')
  loadLater(slow, begin)()
  const never = vi.fn(async () => {
    throw new Error('offline')
  })
  const stop = loadLater(never, begin)
  await vi.advanceTimersByTimeAsync(0)
  stop()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(begin).not.toHaveBeenCalled()
  expect([slow.mock.calls.length, never.mock.calls.length]).toEqual([1, 1])
})
