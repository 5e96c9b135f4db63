import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FakeLink, fakeLink } from '../testing/fake-link.ts'
import { createHearing } from './hearing.ts'
import { packReplay, type SaidLine } from './replay.ts'

const theirs = { n: 1, kind: 'speak', floor: 'a', startedAt: 0, bellAt: null, endsAt: null, on: [] } as const
const sitting = { phase: { ...theirs, on: [] } }

let link: FakeLink
let lines: [string, SaidLine][]

function listener() {
  const hearing = createHearing({
    link,
    lineCame: (from, line) => void lines.push([from, line]),
    replayed: () => {},
    changed: () => {},
  })
  hearing.seen(link.see(sitting))
  return hearing
}

const texts = (hearing: ReturnType<typeof listener>) => hearing.all().map(({ text }) => text)
const askings = () => link.asked.filter(({ name }) => name === 'again').map(({ payload }) => payload.since)

async function replayOf(since: number, ids: readonly number[], line: SaidLine | null = null) {
  const said = ids.map(id => ({ phase: 1, id, text: `sentence ${id}` }))
  const [text = ''] = packReplay(said, line, Math.max(0, ...ids))
  return { from: 'a' as const, sealed: await link.sealedByOther({ kind: 'replay', phase: 0, id: since, text }) }
}

async function words(id: number) {
  const sealed = await link.sealedByOther({ kind: 'words', phase: 1, id, text: `sentence ${id}` })
  return { from: 'a' as const, phase: 1, id, sealed }
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  link = await fakeLink()
  lines = []
})
afterEach(() => {
  vi.useRealTimers()
})

test('an answer opens only when it is sealed for something that was asked', async () => {
  const hearing = listener()
  await expect.poll(() => askings()).toEqual([0])
  hearing.replay(await replayOf(7, [1]))
  hearing.replay(await replayOf(0, [2]))
  await expect.poll(() => texts(hearing)).toEqual(['sentence 2'])
  expect(link.proofs).toBe(1)
})

test('an answer to an earlier asking still opens when a later one is on its way', async () => {
  const hearing = listener()
  await expect.poll(() => askings()).toEqual([0])
  hearing.words(await words(1))
  await expect.poll(() => texts(hearing)).toEqual(['sentence 1'])
  await vi.advanceTimersByTimeAsync(2500)
  await expect.poll(() => askings()).toEqual([0, 1])
  hearing.replay(await replayOf(0, [1, 2]))
  await expect.poll(() => texts(hearing)).toEqual(['sentence 1', 'sentence 2'])
})

test('a missing number is asked for, from the last that is there', async () => {
  const hearing = listener()
  await expect.poll(() => askings()).toEqual([0])
  hearing.replay(await replayOf(0, [1]))
  await expect.poll(() => texts(hearing)).toEqual(['sentence 1'])
  hearing.words(await words(3))
  await expect.poll(() => askings()).toEqual([0, 1])
})

test('a line in an answer counts only once the lines are open', async () => {
  const hearing = listener()
  await expect.poll(() => askings()).toEqual([0])
  hearing.replay(await replayOf(0, [1], 'kept'))
  await expect.poll(() => texts(hearing)).toEqual(['sentence 1'])
  expect(lines).toEqual([])
  hearing.seen(link.see({ ...sitting, lines: {} }))
  hearing.wantAgain('a')
  await expect.poll(() => askings()).toEqual([0, 1])
  hearing.replay(await replayOf(1, [], 'kept'))
  await expect.poll(() => lines).toEqual([['a', 'kept']])
})
