import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FakePage, fakePage } from '../testing/fake-page.ts'
import { type FakeWorker, fakeWorkers } from '../testing/fake-worker.ts'

let page: FakePage
let workers: FakeWorker[]
let asked = 0
let stop = () => {}

beforeEach(async () => {
  vi.resetModules()
  // The page's own timers never come: only what the worker counts does.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  page = fakePage()
  workers = fakeWorkers()
  asked = 0
  const { keepTime } = await import('./clock.ts')
  const ask = async () => {
    asked += 1
    return { ok: true, now: 1_800_000_000_000 }
  }
  stop = keepTime({ ask: ask as never })
  workers[0]?.begin()
})

afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** How often the server has been asked once the worker has woken the page as often as this. */
async function askedAfter(wakes: number): Promise<number> {
  for (let n = 0; n < wakes; n++) {
    workers[0]?.wake()
    await Promise.resolve()
  }
  return asked
}
const longest = () => Math.max(...(workers[0]?.waits.values() ?? []))
const hide = () => Reflect.set(document, 'visibilityState', 'hidden')

describe('the time is kept', () => {
  test('by eight asks close together, and then one every 15 s', async () => {
    expect(asked).toBe(1)
    expect(await askedAfter(7)).toBe(8)
    expect(longest()).toBeGreaterThan(14_900)
    expect(longest()).toBeLessThanOrEqual(15_000)
  })

  test('by a worker’s timer, on a hidden page whose own timers stand still', async () => {
    hide()
    expect(await askedAfter(20)).toBe(21)
  })

  test('anew, in a burst, when the page is seen, goes on, or has a network again, hidden or not', async () => {
    await askedAfter(10)
    for (const [event, isHidden, burst] of [
      ['visibilitychange', false, true],
      ['visibilitychange', true, false],
      ['resume', true, true],
      ['online', true, true],
    ] as const) {
      Reflect.set(document, 'visibilityState', isHidden ? 'hidden' : 'visible')
      const before = asked
      page.tell(event)
      expect(asked - before, `${event} ${isHidden}`).toBe(burst ? 1 : 0)
      expect(Math.min(...(workers[0]?.waits.values() ?? [])) < 200, `${event} ${isHidden}`).toBe(burst)
      await askedAfter(10)
    }
  })

  test('anew when the clock of the device was set, or one of its two stood still', async () => {
    await askedAfter(10)
    vi.setSystemTime(Date.now() + 60_000)
    expect(Math.min(...(workers[0]?.waits.values() ?? []))).toBeGreaterThan(200)
    await askedAfter(1)
    expect(Math.min(...(workers[0]?.waits.values() ?? []))).toBeLessThan(200)
  })

  test('no longer, once it is stopped', async () => {
    stop()
    expect(await askedAfter(10)).toBe(1)
    expect(workers[0]?.waits.size).toBe(0)
  })
})
