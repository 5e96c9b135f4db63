// Do two pages of strangers come to the same four words, and are they told when something stands in the way?
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../lib/seal/short-auth.ts'
import { viewWith } from '../testing/view-with.ts'
import { createComparing } from './comparing.ts'
import type { Compared } from './voice.ts'

/** What is made and loaded takes its time on a busy machine. */
const PATIENT = { timeout: 10_000 }
const print = (name: string) => `sha-256 ${name.repeat(32).match(/../g)?.join(':')}`
const sdp = (of: string) => `v=0\r\na=fingerprint:${of}\r\n`
const PRINTS = { a: print('A1'), b: print('B2') }

interface Sent {
  from: 'a' | 'b'
  step: Step
}

/** Two pages, or more of them in the same two seats; between them a line that a test may cut, or listen to. */
function strangers({ languages = ['en', 'en'] as [string, string] } = {}) {
  const keys = { a: 'ka', b: 'kb' }
  const line = { isCut: false, sent: [] as Sent[] }
  const pages: Record<'a' | 'b', ReturnType<typeof createComparing>> = { a: page('a'), b: page('b') }

  function page(you: 'a' | 'b') {
    const ownKey = keys[you]
    const seat = (id: 'a' | 'b') => ({ name: id, here: true, ready: true, key: id === you ? ownKey : keys[id] })
    return createComparing({
      link: {
        room: 'r'.repeat(22),
        view: () => viewWith({ kind: 'practice', medium: 'voice', you, seats: { a: seat('a'), b: seat('b') } }),
        // Only what is public of them is looked at.
        keys: () => ({ public: ownKey }) as never,
      },
      send(to, step) {
        line.sent.push({ from: you, step })
        // What was sealed for another page does not open.
        if (!line.isCut && ownKey === keys[you] && to !== you && to !== 'c') pages[to].take(you, structuredClone(step))
      },
      changed: () => {},
      language: languages[you === 'a' ? 0 : 1],
      certify: async () => ({ certificate: {} as RTCCertificate, print: PRINTS[you] }),
    })
  }
  const see = () => {
    for (const each of Object.values(pages)) each.seen()
  }
  /** The seat sits in another page; returns the one that it sat in. */
  const reload = (who: 'a' | 'b', key: string) => {
    const [before, was] = [pages[who], keys[who]]
    keys[who] = key
    pages[who] = page(who)
    return { before, was }
  }
  return { pages, keys, line, see, reload }
}

const at = (compared: Compared) => compared.at
async function bothRead({ pages }: ReturnType<typeof strangers>): Promise<Compared> {
  await expect.poll(() => [pages.a, pages.b].map(page => at(page.snapshot())), PATIENT).toEqual(['words', 'words'])
  expect(pages.a.snapshot()).toEqual(pages.b.snapshot())
  return pages.a.snapshot()
}
/** As long as it takes two others to come to their words: what was begun before them has been done. */
async function meanwhile(): Promise<void> {
  const others = strangers()
  others.see()
  await bothRead(others)
}

test('both read the same four words, and nothing before', async () => {
  const two = strangers()
  expect(two.pages.a.snapshot()).toEqual({ at: 'waiting', words: [], language: 'en' })
  two.see()
  const { words } = await bothRead(two)
  expect(words.filter(word => /^[a-z]{3,8}$/.test(word))).toHaveLength(4)
  expect(two.line.sent.map(({ step }) => step.step)).toEqual(['commit', 'answer', 'reveal'])
})

test.each([
  ['es', 'en', 'es'],
  ['en', 'es', 'en'],
  ['de', 'es', 'en'],
] as const)('where one waited in %s and the other’s page says %s, both read %s', async (a, b, read) => {
  const two = strangers({ languages: [a, b] })
  two.see()
  expect((await bothRead(two)).language).toBe(read)
})

describe('steps that are lost', () => {
  test.each(['commit', 'answer', 'reveal'])('the %s is said again, about every two seconds', async lost => {
    const two = strangers()
    const sent = () => two.line.sent.filter(({ step }) => step.step === lost).length
    two.line.isCut = true
    two.see()
    const order = ['commit', 'answer', 'reveal']
    // All before it arrive.
    for (const step of order.slice(0, order.indexOf(lost))) {
      await expect.poll(() => two.line.sent.at(-1)?.step.step, PATIENT).toBe(step)
      const last = two.line.sent.at(-1)
      if (last) two.pages[last.from === 'a' ? 'b' : 'a'].take(last.from, last.step)
    }
    await expect.poll(sent, PATIENT).toBe(1)
    expect(two.pages.b.snapshot().at).toBe('waiting')
    two.line.isCut = false
    for (const now of [0, 1000, 1900]) for (const page of Object.values(two.pages)) page.tend(now)
    expect(two.line.sent).toHaveLength(order.indexOf(lost) + 1)
    for (const page of Object.values(two.pages)) page.tend(2000)
    await bothRead(two)
    const count = two.line.sent.length
    for (const now of [4000, 8000]) for (const page of Object.values(two.pages)) page.tend(now)
    expect(two.line.sent).toHaveLength(count)
  })
})

describe('a page that is loaded again', () => {
  test('has other words with the other, with fresh nonces on both sides', async () => {
    const two = strangers()
    two.see()
    const before = await bothRead(two)
    const told = two.line.sent.splice(0)
    two.reload('b', 'kb2')
    two.see()
    const after = await bothRead(two)
    expect(after.words).not.toEqual(before.words)
    const nonces = [...told, ...two.line.sent].flatMap(({ step }) => (step.step === 'commit' ? [] : [step.nonce]))
    expect(new Set(nonces).size).toBe(4)
  })

  test('and the other one too, at the same moment', async () => {
    const two = strangers()
    two.see()
    const before = await bothRead(two)
    two.reload('a', 'ka2')
    two.reload('b', 'kb2')
    two.see()
    expect((await bothRead(two)).words).not.toEqual(before.words)
  })

  test('and one that its seat comes back to reads its first words again', async () => {
    const two = strangers()
    two.see()
    const first = await bothRead(two)
    const { before, was } = two.reload('b', 'kb2')
    two.see()
    await bothRead(two)
    two.keys.b = was
    two.pages.b = before
    two.see()
    expect((await bothRead(two)).words).toEqual(first.words)
  })

  test('more often than anybody would is somebody who guesses', async () => {
    const two = strangers()
    two.line.isCut = true
    for (let n = 0; n < 64; n += 1) {
      two.keys.b = `kb${n}`
      two.pages.a.seen()
      expect(two.pages.a.snapshot().at).toBe('waiting')
    }
    two.keys.b = 'one more'
    expect(two.pages.a.snapshot().at).toBe('differs')
    expect(two.pages.a.fits('b', sdp(PRINTS.b))).toBe(false)
  })
})

describe('a description', () => {
  test('that names the certificate which the words stand for is taken, before them and after', async () => {
    const two = strangers()
    expect(two.pages.a.fits('b', sdp(PRINTS.b))).toBe(true)
    two.see()
    await bothRead(two)
    expect(two.pages.a.fits('b', sdp(PRINTS.b))).toBe(true)
    expect(two.pages.b.fits('a', sdp(PRINTS.a))).toBe(true)
    expect(two.pages.a.snapshot().at).toBe('words')
  })

  test('that names another than before is refused, and the words with it', async () => {
    const two = strangers()
    expect(two.pages.b.fits('a', sdp(PRINTS.a))).toBe(true)
    two.see()
    await bothRead(two)
    expect(two.pages.b.fits('a', sdp(print('C3')))).toBe(false)
    expect(two.pages.b.snapshot().at).toBe('differs')
  })

  test('that names another than the words stand for is refused, and the words with it', async () => {
    const two = strangers()
    two.see()
    await bothRead(two)
    expect(two.pages.b.fits('a', sdp(PRINTS.b))).toBe(false)
    expect(two.pages.b.snapshot()).toEqual({ at: 'differs', words: [], language: 'en' })
    expect(two.pages.b.fits('a', sdp(PRINTS.a))).toBe(false)
  })

  test('that named another before the exchange came to it makes the words differ', async () => {
    const two = strangers()
    expect(two.pages.a.fits('b', sdp(print('C3')))).toBe(true)
    two.see()
    await expect.poll(() => two.pages.a.snapshot().at, PATIENT).toBe('differs')
    expect(two.pages.a.snapshot().words).toEqual([])
  })

  test('that names no certificate, or comes from nobody who sits here, is refused', () => {
    const two = strangers()
    expect(two.pages.a.fits('c', sdp(PRINTS.b))).toBe(false)
    expect(two.pages.a.snapshot().at).toBe('waiting')
    expect(two.pages.a.fits('b', 'v=0\r\n')).toBe(false)
    expect(two.pages.a.snapshot().at).toBe('differs')
  })
})

test('a nonce that nobody committed to is told, and stays told', async () => {
  const two = strangers()
  two.line.isCut = true
  two.see()
  await expect.poll(() => two.line.sent.length, PATIENT).toBe(1)
  const commit = two.line.sent[0]?.step
  two.pages.b.take('a', commit)
  two.pages.b.take('a', { step: 'reveal', nonce: Buffer.alloc(32).toString('base64url'), print: PRINTS.a })
  await expect.poll(() => two.pages.b.snapshot().at, PATIENT).toBe('differs')
  two.line.isCut = false
  two.pages.a.tend(0)
  two.pages.a.tend(2000)
  await meanwhile()
  // Nothing is answered to what is said again.
  expect(two.line.sent.map(({ step }) => step.step)).toEqual(['commit', 'answer', 'commit'])
  expect(two.pages.b.snapshot()).toEqual({ at: 'differs', words: [], language: 'en' })
})

test('what is no step changes nothing, and nothing is said after the end', async () => {
  const two = strangers()
  two.see()
  for (const said of [null, 'commit', {}, { step: 'answer' }, { step: 'reveal', nonce: 'x', print: PRINTS.a }]) {
    two.pages.a.take('b', said)
    two.pages.b.take('a', said)
  }
  await bothRead(two)
  two.reload('a', 'ka2')
  const count = two.line.sent.length
  two.pages.a.seen()
  for (const page of Object.values(two.pages)) page.end()
  two.see()
  await meanwhile()
  expect(two.line.sent).toHaveLength(count)
})
