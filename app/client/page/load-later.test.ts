// Does a part that is loaded late come, come again when the line was down, and end with the page?
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLatePart, loadLater } from './load-later.ts'

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

test('whoever waits for it hears of each attempt that failed, until the page is gone', async () => {
  const failed = vi.fn()
  const never = async () => {
    throw new Error('offline')
  }
  const stop = loadLater(never, () => () => {}, failed)
  await vi.advanceTimersByTimeAsync(2000)
  expect(failed).toHaveBeenCalledTimes(2)
  stop()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(failed).toHaveBeenCalledTimes(2)
})

test('a page that is gone while the part is still asked for hears of no failure, and asks no more', async () => {
  let fail = () => {}
  const load = vi.fn(() => new Promise<string>((_, reject) => (fail = () => reject(new Error('offline')))))
  const failed = vi.fn()
  loadLater(load, () => () => {}, failed)()
  fail()
  await vi.advanceTimersByTimeAsync(10_000)
  expect([load.mock.calls.length, failed.mock.calls.length]).toEqual([1, 0])
})

test('a part of the whole page is loaded at the first wish alone, told of once it is here, and kept', async () => {
  const load = vi.fn(async (name: string) => `part for ${name}`).mockRejectedValueOnce(new Error('offline'))
  const part = createLatePart(load)
  const [listener, gone] = [vi.fn(), vi.fn()]
  part.subscribe(gone)()
  part.subscribe(listener)
  expect(part.now()).toBeNull()
  part.wish('Ann')
  part.wish('Ben')
  await vi.advanceTimersByTimeAsync(2000)
  expect(part.now()).toBe('part for Ann')
  expect([load.mock.calls, listener.mock.calls.length, gone.mock.calls.length]).toEqual([[['Ann'], ['Ann']], 1, 0])
})
