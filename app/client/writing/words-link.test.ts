import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { learnAtLeast } from '../line/clock.ts'
import { type FakeLink, fakeLink } from '../testing/fake-link.ts'
import { createWordsLink } from './words-link.ts'

const HALF_A_DAY = 12 * 3_600_000

const MINE = { n: 1, kind: 'speak', floor: 'b', startedAt: 0, bellAt: null, endsAt: null, on: [] } as const
const phase = { ...MINE, on: [] }

let link: FakeLink
let typesLive = false

async function sitting() {
  const words = createWordsLink({
    link,
    typesLive: () => typesLive,
    ownLine: () => null,
    lineCame: () => {},
    replayed: () => {},
    changed: () => {},
  })
  words.seen(link.see({ phase }))
  return words
}

/** Everything that went out as words, opened as the other would: what kind it was, and what it says. */
async function readByOther(): Promise<[string, string][]> {
  const out: [string, string][] = []
  for (const { payload } of link.asked.filter(({ name }) => name === 'words')) {
    const { phase, id, sealed } = payload as { phase: number; id: number; sealed: string }
    const said = await link.openedByOther(sealed, { kind: 'words', phase, id }).catch(() => null)
    out.push(
      said === null ? ['draft', await link.openedByOther(sealed, { kind: 'draft', phase, id })] : ['words', said],
    )
  }
  return out
}

const wordsOut = () => link.asked.filter(({ name }) => name === 'words').length

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  link = await fakeLink()
  typesLive = false
})
afterEach(() => {
  vi.useRealTimers()
})

describe('live typing that was switched off', () => {
  test('shows no letter of the next sentence to anybody', async () => {
    const words = await sitting()
    words.write('I mean', true)
    await vi.advanceTimersByTimeAsync(250)
    await expect.poll(() => wordsOut()).toBe(1)
    words.write('I mean this', false)
    await expect.poll(() => wordsOut()).toBe(2)
    words.write('I mean this and nobody reads it', false)
    await vi.advanceTimersByTimeAsync(2000)
    await words.say('what I say')
    words.write('and what I keep', false)
    await vi.advanceTimersByTimeAsync(2000)
    expect(await readByOther()).toEqual([
      ['draft', 'I mean'],
      ['draft', ''],
      ['words', 'what I say'],
    ])
  })

  test('in the settings alone takes back what is seen', async () => {
    typesLive = true
    const words = await sitting()
    words.write('I mean')
    await vi.advanceTimersByTimeAsync(250)
    await expect.poll(() => wordsOut()).toBe(1)
    typesLive = false
    words.chose()
    await expect.poll(() => wordsOut()).toBe(2)
    expect((await readByOther()).map(([, text]) => text)).toEqual(['I mean', ''])
  })
})

test('a draft that was said is not sent after the words that it became', async () => {
  const words = await sitting()
  words.write('I mean it', true)
  await words.say('I mean it')
  await vi.advanceTimersByTimeAsync(2000)
  expect(await readByOther()).toEqual([['words', 'I mean it']])
})

test('nothing is sent or shown as ours after the end', async () => {
  const words = await sitting()
  words.write('I mean', true)
  words.end()
  await vi.advanceTimersByTimeAsync(2000)
  expect(wordsOut()).toBe(0)
})

test.each([1, -1])(
  'sentences stand as they were said, though somebody sets the date of the device meanwhile (%i)',
  async sign => {
    learnAtLeast(Date.now())
    const words = await sitting()
    words.seen(link.see({ phase: { ...phase, kind: 'thanks', floor: 'all' } }))
    const texts = () => words.said().map(({ text }) => text)
    const theyHave = async (id: number) => {
      const sealed = await link.sealedByOther({ kind: 'words', phase: 1, id, text: `theirs ${id}` })
      words.told.words({ from: 'a', phase: 1, id, sealed })
      await expect.poll(texts).toContain(`theirs ${id}`)
    }
    const aMomentLater = async () => {
      const at = performance.now()
      await expect.poll(() => performance.now()).toBeGreaterThan(at + 2)
    }
    await words.say('mine 1')
    await aMomentLater()
    await theyHave(1)
    const { now } = Date
    const date = vi.spyOn(Date, 'now').mockImplementation(() => now() + sign * HALF_A_DAY)
    await aMomentLater()
    await words.say('mine 2')
    await aMomentLater()
    date.mockImplementation(() => now() - sign * HALF_A_DAY)
    await theyHave(2)
    date.mockRestore()
    expect(texts()).toEqual(['mine 1', 'theirs 1', 'mine 2', 'theirs 2'])
    // As they are kept for a page that is loaded again, too.
    expect(words.own()).toEqual(['mine 1', 'mine 2'])
  },
)
