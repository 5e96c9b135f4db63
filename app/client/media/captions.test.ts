// Is anything written down that the two have not both agreed to, or kept longer than the turn in which it was said?
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { latestLines } from './caption-lines.ts'
import { createCaptions } from './captions.ts'
import { findRecogniser } from './recogniser.ts'

const THEIRS = { kind: 'audio', readyState: 'live' } as MediaStreamTrack

/** Stands where the browser has its own: it writes down what the test says. */
class Browsers extends EventTarget {
  static state = 'available'
  static installs = true
  static asked: unknown[] = []
  static all: Browsers[] = []
  static async available(what: unknown): Promise<string> {
    Browsers.asked.push(['available', what])
    return Browsers.state
  }
  static async install(what: unknown): Promise<boolean> {
    Browsers.asked.push(['install', what])
    return Browsers.installs
  }
  lang = ''
  continuous = false
  interimResults = false
  onresult: ((event: { results: { transcript: string }[][] }) => void) | null = null
  onerror: ((event: { error: string }) => void) | null = null
  onend: (() => void) | null = null
  track: MediaStreamTrack | null = null
  isLocal = false
  isEnded = false
  get processLocally(): boolean {
    return this.isLocal
  }
  set processLocally(isLocal: boolean) {
    this.isLocal = isLocal
  }
  start(track: MediaStreamTrack): void {
    this.track = track
    Browsers.all.push(this)
  }
  abort(): void {
    this.isEnded = true
  }
  says(...stretches: string[]): void {
    this.onresult?.({ results: stretches.map(transcript => [{ transcript }]) })
  }
  stops(error?: string): void {
    if (error) this.onerror?.({ error })
    this.onend?.()
  }
}

const running = () => Browsers.all.filter(({ isEnded }) => !isEnded)
const newest = () => Browsers.all.at(-1) as Browsers

beforeEach(() => {
  Object.assign(Browsers, { state: 'available', installs: true, asked: [], all: [] })
  vi.stubGlobal('window', { SpeechRecognition: Browsers })
  vi.stubGlobal('navigator', { languages: ['en-GB', 'en', 'de'] })
})
afterEach(() => void vi.unstubAllGlobals())

async function listener() {
  const told: boolean[] = []
  const captions = createCaptions({
    say: agrees => told.push(agrees),
    find: () => findRecogniser('en'),
    changed: () => {},
  })
  await expect.poll(() => captions.snapshot().canRead).toBe(true)
  const hears = (phase: number) => captions.follow({ phase, track: THEIRS })
  const now = () => captions.snapshot()
  return { captions, told, hears, now }
}

/** Both have agreed, we asked, and the other speaks. */
async function readingAlong() {
  const one = await listener()
  one.now().agree()
  one.captions.heard(true)
  one.hears(3)
  await expect.poll(() => running()).toHaveLength(1)
  return one
}

it('asking writes nothing down, and neither does the wish of the other', async () => {
  const { captions, told, hears, now } = await listener()
  hears(3)
  now().agree()
  hears(3)
  expect([now().state, now().reads, told]).toEqual(['asked', true, [true]])
  const second = await listener()
  second.captions.heard(true)
  second.hears(3)
  expect(second.now()).toMatchObject({ state: 'wanted', reads: false })
  captions.heard(false)
  expect(now()).toMatchObject({ state: 'declined', reads: false })
  expect(Browsers.all).toEqual([])
})

it('when both have agreed, what comes from whoever has the floor is written down, on this device', async () => {
  const { hears, now } = await readingAlong()
  expect(newest()).toMatchObject({
    track: THEIRS,
    lang: 'en-GB',
    continuous: true,
    interimResults: true,
    isLocal: true,
  })
  for (const [, what] of Browsers.asked as [string, object][]) {
    expect(what).toEqual({ langs: ['en-GB'], processLocally: true })
  }
  newest().says('I have been away', 'for a')
  newest().says('I have been away', 'for a long time')
  expect(now().lines).toEqual(['I have been away', 'for a long time'])
  hears(3)
  expect(Browsers.all).toHaveLength(1)
})

it('whoever agreed reads nothing until they wish to, and then asks nobody', async () => {
  const { captions, told, hears, now } = await listener()
  captions.heard(true)
  now().agree()
  hears(3)
  expect([now().state, now().reads, Browsers.all]).toEqual(['on', false, []])
  now().read(true)
  await expect.poll(() => running()).toHaveLength(1)
  newest().says('Only for me')
  now().read(false)
  expect([now().lines, running(), told]).toEqual([[], [], [true]])
})

it.each(['mine', 'theirs', 'rest'] as const)(
  'the first no ends it for both, with all that stands there: %s',
  async whose => {
    const { captions, hears, now } = await readingAlong()
    newest().says('A word too many')
    if (whose === 'mine') now().withdraw()
    else if (whose === 'theirs') captions.heard(false)
    else captions.rest()
    expect([now().state, now().lines, running()]).toEqual(['off', [], []])
    newest().says('And one more')
    hears(3)
    // An old yes is no yes.
    captions.heard(true)
    hears(3)
    expect([now().state, now().lines, running()]).toEqual(['wanted', [], []])
  },
)

it('with the turn the words are gone, and the next is begun anew', async () => {
  const { captions, hears, now } = await readingAlong()
  newest().says('The last of it')
  captions.follow({ phase: 4, track: null })
  expect([now().lines, running()]).toEqual([[], []])
  newest().says('Too late')
  expect(now().lines).toEqual([])
  hears(5)
  expect([running().length, now().lines]).toEqual([1, []])
  newest().says('Where both speak')
  hears(6)
  expect([running().length, Browsers.all.length, now().lines]).toEqual([1, 3, []])
})

it('a silence that ends the recogniser is none of the words: it begins again, and what stood there stays', async () => {
  const { hears, now } = await readingAlong()
  newest().says('And then I')
  newest().stops('no-speech')
  expect(now().lines).toEqual(['And then I'])
  hears(3)
  expect(Browsers.all).toHaveLength(2)
  newest().says('went home')
  expect(now()).toMatchObject({ state: 'on', lines: ['And then I', 'went home'] })
})

it('what the browser lacks is fetched once both have agreed, and not before', async () => {
  Browsers.state = 'downloadable'
  const { captions, hears, now } = await listener()
  const fetched = () => (Browsers.asked as [string, unknown][]).filter(([how]) => how === 'install').length
  now().agree()
  hears(3)
  expect(fetched()).toBe(0)
  captions.heard(true)
  await expect.poll(() => running()).toHaveLength(1)
  expect(fetched()).toBe(1)
})

it('where it cannot be had after all, it ends for both, is said, and is not offered again', async () => {
  Object.assign(Browsers, { state: 'downloadable', installs: false })
  const { captions, told, now } = await listener()
  now().agree()
  captions.heard(true)
  await expect.poll(() => now().state).toBe('refused')
  expect([now().canRead, told, Browsers.all]).toEqual([false, [true, false], []])
  captions.settle()
  expect(now().state).toBe('off')
})

it('whoever only agreed takes nothing from the other when their own device cannot', async () => {
  const { captions, told, hears, now } = await listener()
  captions.heard(true)
  now().agree()
  now().read(true)
  hears(3)
  await expect.poll(() => running()).toHaveLength(1)
  newest().stops('language-not-supported')
  expect(now()).toMatchObject({ state: 'on', canRead: false, reads: false })
  expect(told).toEqual([true])
})

it('a no that may have been lost is told again, and an answered question is not', async () => {
  const { captions, told, now } = await readingAlong()
  captions.repeat()
  now().withdraw()
  captions.repeat()
  expect(told).toEqual([true, true, false, false])
  captions.heard(true)
  captions.repeat()
  expect(told).toHaveLength(4)
})

it.each([
  ['has none', {}],
  ['has the old one, which sends what it hears away', { webkitSpeechRecognition: Browsers }],
  [
    'cannot be held to the device',
    {
      SpeechRecognition: Object.assign(class {}, { available() {}, install() {} }),
    },
  ],
  [
    'cannot be asked',
    {
      SpeechRecognition: class {
        processLocally = true
      },
    },
  ],
])('a browser that %s offers nothing', async (_, own) => {
  vi.stubGlobal('window', own)
  expect(await findRecogniser('en')).toBeNull()
})

it('nor does one that knows no such language', async () => {
  Browsers.state = 'unavailable'
  expect(await findRecogniser('es')).toBeNull()
  expect(Browsers.asked).toEqual([['available', { langs: ['es-ES'], processLocally: true }]])
})

it('of however much the latest two lines stand there, and what stands does not jump', () => {
  const words = Array.from({ length: 200 }, (_, n) => `word${n}`)
  for (let n = 1; n <= words.length; n += 1) {
    const lines = latestLines([words.slice(0, n).join(' ')])
    expect(lines.length).toBeLessThanOrEqual(2)
    expect(lines.join(' ').endsWith(`word${n - 1}`)).toBe(true)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(32)
    const [first, second = ''] = lines
    if (!second) continue
    const [next, last = ''] = latestLines([words.slice(0, n + 1).join(' ')])
    expect([next === first && last.startsWith(second), next === second]).toContain(true)
  }
  expect(latestLines(['', '  ', 'Ja.'])).toEqual(['Ja.'])
})
