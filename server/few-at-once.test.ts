import { describe, expect, test } from 'vitest'
import { createElsewhere } from './fan-out/elsewhere.ts'
import { createFewAtOnce, LOOKS_AT_ONCE } from './few-at-once.ts'
import { createDebts } from './room/debts.ts'
import { createHandClock } from './testing/hand-clock.ts'
import { START } from './testing/house.ts'
import { createHub } from './testing/hub.ts'

/** Tasks that end when they are told to. */
function tasks() {
  const begun: string[] = []
  const ends = new Map<string, { end: () => void; fail: () => void }>()
  const task = (name: string) => () =>
    new Promise<void>((resolve, reject) => {
      begun.push(name)
      ends.set(name, { end: resolve, fail: () => reject(new Error(name)) })
    })
  return { begun, task, end: (name: string) => ends.get(name)?.end(), fail: (name: string) => ends.get(name)?.fail() }
}

describe('of many that are wanted', () => {
  test('a few are under way at a time, and the next begins when one has ended, in order', async () => {
    const few = createFewAtOnce(2)
    const { begun, task, end, fail } = tasks()
    const [one, two, three, four] = ['one', 'two', 'three', 'four'].map(name => few.run(name, task(name)))
    await Promise.resolve()
    expect(begun).toEqual(['one', 'two'])
    end('two')
    await two
    expect(begun).toEqual(['one', 'two', 'three'])
    fail('one')
    await expect(one).rejects.toThrow('one')
    expect(begun).toEqual(['one', 'two', 'three', 'four'])
    end('three')
    end('four')
    await Promise.all([three, four])
  })

  test('one that waits already is done once, and one that has begun is done again', async () => {
    const few = createFewAtOnce(1)
    const { begun, task, end } = tasks()
    const first = few.run('room', task('first'))
    await Promise.resolve()
    const second = few.run('room', task('second'))
    const third = few.run('room', task('third'))
    expect(third).toBe(second)
    end('first')
    await first
    expect(begun).toEqual(['first', 'second'])
    end('second')
    await third
    expect(begun).toEqual(['first', 'second'])
  })

  test('what has not begun when it is closed is never done, and nobody waits for it', async () => {
    const few = createFewAtOnce(1)
    const { begun, task, end } = tasks()
    const first = few.run('first', task('first'))
    const second = few.run('second', task('second'))
    await Promise.resolve()
    few.close()
    await second
    end('first')
    await first
    expect(begun).toEqual(['first'])
  })
})

describe('thousands of rooms', () => {
  const ROOMS = Array.from({ length: 3_000 }, (_, n) => `room ${n}`)

  /** Looks at a store that answers nobody until it `answers`. */
  function looks() {
    let answers = () => {}
    const answered = new Promise<void>(resolve => {
      answers = resolve
    })
    const found = { begun: 0, seen: [] as string[] }
    const look = async (room: string) => {
      found.begun++
      await answered
      found.seen.push(room)
    }
    return { found, look, answers }
  }

  test('are looked at a few at a time when the bus has missed something, each once', async () => {
    const { found, look, answers } = looks()
    const bus = createHub().join()
    const nobody = { status: () => null, entryOf: () => null, heard: async () => {}, went: async () => {} }
    const director = { ...nobody, watched: () => ROOMS, refresh: look }
    const elsewhere = createElsewhere({
      bus,
      clock: createHandClock(START),
      director,
      here: () => [],
      deliver: () => {},
    })
    bus.setUp(false)
    bus.setUp(true)
    await new Promise(setImmediate)
    expect(found.begun).toBe(LOOKS_AT_ONCE)
    answers()
    await expect.poll(() => found.seen, { interval: 5 }).toEqual(ROOMS)
    elsewhere.close()
  })

  test('are tried again a few at a time at a store that gave up their writes, and looked at once more', async () => {
    const { found, look, answers } = looks()
    const clock = createHandClock(START)
    const debts = createDebts(clock, () => true, look, look)
    for (const room of ROOMS) debts.wasDown(room)
    await clock.advance(1_000)
    expect(found.begun).toBe(LOOKS_AT_ONCE)
    await clock.advance(2_500)
    expect(found.begun).toBe(LOOKS_AT_ONCE)
    answers()
    await expect.poll(() => found.seen.length, { interval: 5 }).toBe(2 * ROOMS.length)
    debts.close()
  })
})
