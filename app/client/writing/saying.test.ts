import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RoomView } from '../../../lib/wire/events.ts'
import { SEALED_MOST } from '../../../lib/wire/schemas.ts'
import type { Done } from '../line/intents.ts'
import { type FakeLink, fakeLink } from '../testing/fake-link.ts'
import { readReplay, type SaidLine } from './replay.ts'
import { createSaying } from './saying.ts'
import { mineOf } from './sealing.ts'

const during = (n: number, floor: 'b' | 'none'): Partial<RoomView> => ({
  phase: { n, kind: 'speak', floor, startedAt: 0, bellAt: null, endsAt: null, on: [] },
})
const mine = during(1, 'b')
const held = during(1, 'none')
const next = during(2, 'none')

let link: FakeLink
let line: SaidLine | null = null

function speaker() {
  const saying = createSaying({
    link,
    mayWrite: () => link.view()?.phase?.floor === 'b',
    ownLine: () => line,
    changed: () => {},
  })
  saying.seen(link.see(mine))
  return saying
}

const sentences = () => link.asked.filter(({ name }) => name === 'words').map(({ payload }) => payload.id)
const replay = () => String(link.asked.find(({ name }) => name === 'replay')?.payload.sealed)
const refused = (code: 'busy' | 'no-answer' | 'store-down' | 'too-fast' | 'not-allowed'): Done => ({ ok: false, code })

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  // The longest wait between two tries, so that none comes before the test says so.
  vi.spyOn(Math, 'random').mockReturnValue(0.999)
  link = await fakeLink()
  line = null
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('a sentence that the server does not take', () => {
  test.each(['busy', 'no-answer', 'store-down', 'too-fast'] as const)('for %s is sent again by itself', async code => {
    const saying = speaker()
    link.answer = () => refused(code)
    const done = saying.say('hear me')
    await expect.poll(() => sentences()).toEqual([1])
    expect(saying.all()).toMatchObject([{ id: 1, sent: false }])
    link.answer = () => ({ ok: true })
    await vi.advanceTimersByTimeAsync(1000)
    expect(await done).toEqual({ ok: true })
    expect(sentences()).toEqual([1, 1])
    expect(saying.all()).toMatchObject([{ id: 1, sent: true }])
  })

  test('for good is not sent again', async () => {
    const saying = speaker()
    link.answer = () => refused('not-allowed')
    expect(await saying.say('hear me')).toEqual(refused('not-allowed'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sentences()).toEqual([1])
  })

  test('goes out before the one that was said after it', async () => {
    const saying = speaker()
    link.answer = () => refused('busy')
    saying.say('one')
    const two = saying.say('two')
    await expect.poll(() => sentences()).toEqual([1])
    link.answer = () => ({ ok: true })
    saying.entered()
    expect(await two).toEqual({ ok: true })
    expect(sentences()).toEqual([1, 1, 2])
  })

  test('is not sent into the next phase, and is shown as what reached nobody', async () => {
    const saying = speaker()
    link.answer = () => refused('busy')
    const done = saying.say('too late')
    await expect.poll(() => sentences()).toEqual([1])
    link.answer = () => ({ ok: true })
    saying.seen(link.see(next))
    expect(await done).toEqual({ ok: false, code: 'not-now' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sentences()).toEqual([1])
    expect(saying.unsent()).toBe('too late')
  })

  test('is not sent into a phase in which we have the floor again', async () => {
    const saying = speaker()
    link.answer = () => refused('busy')
    const done = saying.say('too late')
    await expect.poll(() => sentences()).toEqual([1])
    saying.seen(link.see(during(2, 'b')))
    expect(await done).toEqual({ ok: false, code: 'not-now' })
    expect(sentences()).toEqual([1])
  })

  test('waits while the clock is held, and goes out when the floor comes back', async () => {
    const saying = speaker()
    link.answer = () => refused('busy')
    const done = saying.say('hear me')
    await expect.poll(() => sentences()).toEqual([1])
    saying.seen(link.see(held))
    link.answer = () => ({ ok: true })
    await vi.advanceTimersByTimeAsync(60_000)
    await done
    expect(sentences()).toEqual([1])
    saying.seen(link.see(mine))
    await expect.poll(() => saying.all()).toMatchObject([{ sent: true }])
    expect(sentences()).toEqual([1, 1])
  })
})

describe('what is told again', () => {
  async function replayFor(since: number) {
    const saying = speaker()
    await saying.say('one')
    await saying.say('two')
    await saying.tellAgain({ from: 'a', since })
    const sealed = replay()
    return (id: number) => link.openedByOther(sealed, { kind: 'replay', phase: 0, id }).then(readReplay)
  }

  test('is sealed for the asking that it answers', async () => {
    const open = await replayFor(1)
    await expect(open(0)).rejects.toThrow()
    expect(await open(1)).toEqual({ said: [{ phase: 1, id: 2, text: 'two' }], line: null, last: 2, isEnd: true })
  })

  test('holds a line only once the lines are open', async () => {
    line = { text: 'that you never listen' }
    expect((await (await replayFor(0))(0))?.line).toBeNull()
    const saying = speaker()
    link.asked = []
    saying.seen(link.see({ lines: {} }))
    await saying.tellAgain({ from: 'a', since: 0 })
    const opened = await link.openedByOther(replay(), { kind: 'replay', phase: 0, id: 0 })
    expect(readReplay(opened)?.line).toEqual(line)
  })
})

describe('what is said to two others', () => {
  const lastSealed = () => String(link.asked.findLast(({ name }) => name === 'words')?.payload.sealed)

  test('is sealed for each of them apart, and opens at each alone', async () => {
    await link.thirdSits()
    const saying = speaker()
    expect(await saying.say('hear me, both')).toEqual({ ok: true })
    const sealed = lastSealed()
    const label = { kind: 'words', phase: 1, id: 1 } as const
    expect(await link.openedByOther(mineOf(sealed, 'a'), label)).toBe('hear me, both')
    expect(await link.openedByThird(mineOf(sealed, 'c'), label)).toBe('hear me, both')
    await expect(link.openedByThird(mineOf(sealed, 'a'), label)).rejects.toThrow()
  })

  test('is at most as long as both sealed texts fit into one ask, and longer when one of them has left', async () => {
    await link.thirdSits()
    const saying = speaker()
    // As a JSON string it has two marks more.
    const longest = 'x'.repeat(2798)
    expect(await saying.say(longest)).toEqual({ ok: true })
    expect(lastSealed().length).toBeGreaterThan(SEALED_MOST * 0.9)
    expect(lastSealed().length).toBeLessThanOrEqual(SEALED_MOST)
    expect(await saying.say(`${longest}x`)).toEqual({ ok: false, code: 'too-big' })
    link.thirdLeaves()
    expect(await saying.say(`${longest}x`)).toEqual({ ok: true })
    expect(sentences()).toEqual([1, 2])
  })
})
