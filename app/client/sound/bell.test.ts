import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FakePage, fakePage } from '../testing/fake-page.ts'
import { type FakeSound, fakeSound } from '../testing/fake-sound.ts'
import { type FakeWorker, fakeWorkers } from '../testing/fake-worker.ts'
import type { Bell, RungBell } from './bell.ts'
import type { PlannedBell } from './bell-plan.ts'

const SERVER = 1_800_000_000_000
const AT = 60_000
const FULL: PlannedBell = { id: 'room/3/full/1', phase: 3, kind: 'full', at: SERVER + AT }

/** The page's own timers never come: nobody looks at it. Its clock and its worker are turned by hand. */
interface Stage {
  bell: Bell
  rung: RungBell[]
  buzzed: unknown[]
  page: FakePage
  sound: FakeSound
  worker: FakeWorker
  /** Turns the page's clock to this instant. */
  come(local: number): void
  /** An answer of the server at this instant; its clock is as far ahead as `offset` says. */
  learn(local: number, offset?: number): void
}

let now = 0
let stage: Stage

async function open(): Promise<Stage> {
  const page = fakePage()
  const sound = fakeSound()
  const workers = fakeWorkers()
  const buzzed: unknown[] = []
  vi.stubGlobal('navigator', { vibrate: (pattern: unknown) => void buzzed.push(pattern) })
  Reflect.set(document, 'documentElement', { dataset: {} })
  const { createBell } = await import('./bell.ts')
  const { learnAtLeast } = await import('../line/clock.ts')
  const rung: RungBell[] = []
  const bell = createBell(() => {})
  bell.onRing(one => void rung.push(one))
  const learn: Stage['learn'] = (local, offset = SERVER) => {
    now = local
    learnAtLeast(local + offset)
  }
  learn(0)
  page.tell('pointerdown')
  bell.schedule([FULL])
  const worker = workers[0]
  if (!worker) throw new Error('no worker was made')
  worker.begin()
  const come = (local: number) => {
    now = local
  }
  return { bell, rung, buzzed, page, sound, worker, come, learn }
}

beforeEach(async () => {
  vi.resetModules()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  stage = await open()
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const sounding = () => stage.sound.struck.filter(({ isTakenBack }) => !isTakenBack)
const STRINGS = 8

/** The three that ring a bell, each alone. */
const ARMS: Record<string, () => Promise<void> | void> = {
  'the clock of the sound': () => stage.sound.come(),
  'a worker’s timer': () => stage.worker.wake(),
  'the server’s word': async () => {
    stage.learn(now)
    await Promise.resolve()
  },
}

describe('a bell that is due', () => {
  for (const [name, arm] of Object.entries(ARMS)) {
    test(`rings by ${name} alone, on a page whose own timers stand still`, async () => {
      stage.come(AT)
      expect(stage.rung).toEqual([])
      await arm()
      expect(stage.rung).toEqual([{ id: FULL.id, kind: 'full', at: SERVER + AT }])
      expect(stage.buzzed).toHaveLength(1)
    })
  }

  test('rings by the page’s own timer where there is nothing else', () => {
    stage.come(AT)
    vi.advanceTimersByTime(AT)
    expect(stage.rung).toHaveLength(1)
  })

  const names = Object.keys(ARMS)
  const orders = names.flatMap(one =>
    names.filter(two => two !== one).map(two => [one, two, ...names.filter(three => three !== one && three !== two)]),
  )
  test.each(orders)('rings once when it is told by %s, then %s, then %s', async (...order) => {
    stage.come(AT)
    for (const name of order) {
      await ARMS[name]?.()
      stage.come(now + 5)
      stage.bell.schedule([FULL])
      await Promise.resolve()
    }
    vi.advanceTimersByTime(2 * AT)
    expect(stage.rung).toHaveLength(1)
    expect(stage.buzzed).toHaveLength(1)
    expect(sounding()).toHaveLength(STRINGS)
  })
})

describe('the server’s word', () => {
  test('that comes before the page expected the bell brings it at once, and its sound with it', async () => {
    // The first estimate was 400 ms behind.
    stage.come(AT - 400)
    stage.learn(AT - 400, SERVER + 400)
    await Promise.resolve()
    expect(stage.rung).toHaveLength(1)
    expect(sounding()).toHaveLength(STRINGS)
    expect(sounding()[0]?.at).toBeCloseTo((AT - 400) / 1000)
  })

  test('that comes with another plan takes the bell back instead of ringing it', async () => {
    stage.learn(AT + 5)
    stage.bell.schedule([])
    await Promise.resolve()
    expect(stage.rung).toEqual([])
    expect(sounding()).toEqual([])
  })

  test('that comes far too late rings nothing', async () => {
    stage.learn(AT + 1600)
    await Promise.resolve()
    stage.worker.wake()
    stage.sound.come()
    expect(stage.rung).toEqual([])
    expect(sounding()).toEqual([])
  })
})

describe('once it has rung', () => {
  test('a hold that was taken and ended at once, which moves it a little, does not ring it again', async () => {
    stage.come(AT)
    stage.worker.wake()
    stage.come(AT + 900)
    stage.bell.schedule([{ ...FULL, id: 'room/3/full/2', at: FULL.at + 600 }])
    await Promise.resolve()
    stage.worker.wake()
    expect(stage.rung).toHaveLength(1)
  })

  test('a minute more is another bell', async () => {
    stage.come(AT)
    stage.worker.wake()
    stage.bell.schedule([{ ...FULL, id: 'room/3/full/2', at: FULL.at + 60_000 }])
    stage.come(AT + 60_000)
    stage.worker.wake()
    expect(stage.rung).toHaveLength(2)
  })
})

describe('what was set', () => {
  test('is set anew when the time is known better by more than 2 ms, and else left as it is', () => {
    stage.learn(10_000, SERVER + 1.5)
    expect(stage.sound.struck).toHaveLength(STRINGS)
    stage.learn(20_000, SERVER + 40)
    expect(stage.sound.struck).toHaveLength(2 * STRINGS)
    expect(sounding().map(({ at }) => Math.round(at * 1000))).toEqual(Array(STRINGS).fill(AT - 40))
  })

  test('and is told a little early waits until it is time', () => {
    stage.come(AT - 30)
    stage.sound.come()
    expect(stage.rung).toEqual([])
    stage.come(AT)
    stage.worker.wake()
    expect(stage.rung).toHaveLength(1)
  })

  test('does not sound afterwards where the clock of the sound stood still meanwhile', () => {
    stage.sound.state = 'suspended'
    stage.come(AT)
    stage.worker.wake()
    expect(stage.rung).toHaveLength(1)
    expect(sounding()).toEqual([])
  })
})

test('has sound from the first where a press on this very page made it, and elsewhere waits for one', async () => {
  const { createBell } = await import('./bell.ts')
  expect(createBell(() => {}, true).isBlocked()).toBe(false)
  const untouched = createBell(() => {})
  expect(untouched.isBlocked()).toBe(true)
  stage.page.tell('pointerdown')
  expect(untouched.isBlocked()).toBe(false)
})
