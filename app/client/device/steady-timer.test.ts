import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FakeWorker, fakeWorkers } from '../testing/fake-worker.ts'

let workers: FakeWorker[]
let timer: typeof import('./steady-timer.ts')
const called: string[] = []

beforeEach(async () => {
  vi.resetModules()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  workers = fakeWorkers()
  timer = await import('./steady-timer.ts')
  called.length = 0
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a wait', () => {
  test('is over once, whichever timer comes first', () => {
    timer.callAfter(1000, () => void called.push('worker first'))
    workers[0]?.begin()
    workers[0]?.wake()
    expect(called).toEqual(['worker first'])
    vi.advanceTimersByTime(2000)
    timer.callAfter(1000, () => void called.push('own first'))
    vi.advanceTimersByTime(1000)
    workers[0]?.wake()
    expect(called).toEqual(['worker first', 'own first'])
  })

  test('that began before the worker was there is counted from when it is, not from the beginning', () => {
    timer.callAfter(1000, () => {})
    vi.advanceTimersByTime(300)
    expect([...(workers[0]?.waits.values() ?? [])]).toEqual([])
    workers[0]?.begin()
    expect([...(workers[0]?.waits.values() ?? [])]).toEqual([700])
  })

  test('that is taken back is over for both', () => {
    const cancel = timer.callAfter(1000, () => void called.push('no'))
    workers[0]?.begin()
    cancel()
    expect(workers[0]?.waits.size).toBe(0)
    vi.advanceTimersByTime(2000)
    expect(called).toEqual([])
  })

  test('goes on with the page’s own timer where the worker fails, and where there are none', async () => {
    timer.callAfter(1000, () => void called.push('one'))
    workers[0]?.fail()
    timer.callAfter(1000, () => void called.push('two'))
    vi.advanceTimersByTime(1000)
    vi.resetModules()
    vi.stubGlobal('Worker', undefined)
    const { callAfter } = await import('./steady-timer.ts')
    callAfter(1000, () => void called.push('three'))
    vi.advanceTimersByTime(1000)
    expect(called).toEqual(['one', 'two', 'three'])
  })

  test('shares one worker with all others', () => {
    for (let n = 0; n < 5; n++) timer.callAfter(1000, () => {})
    expect(workers).toHaveLength(1)
  })
})

test('the worker says when it has begun, counts what it is asked, and forgets what is taken back', async () => {
  const said: unknown[] = []
  const self = { postMessage: (what: unknown) => void said.push(what), onmessage: (_: unknown) => {} }
  vi.stubGlobal('self', self)
  await import('./steady-worker.ts')
  expect(said).toEqual([null])
  self.onmessage({ data: { id: 1, ms: 500 } })
  self.onmessage({ data: { id: 2, ms: 600 } })
  self.onmessage({ data: { id: 1, ms: null } })
  vi.advanceTimersByTime(599)
  expect(said).toEqual([null])
  vi.advanceTimersByTime(1)
  expect(said).toEqual([null, 2])
})
