import { afterEach, describe, expect, test, vi } from 'vitest'
import { createLinkSecret } from './link-secret.ts'
import { createKeys } from './own-keys.ts'
import { type Label, MAX_TEXT_BYTES, openSession, type Session } from './session.ts'

const ROOM = 'AAECAwQFBgcICQoLDA0ODw'
const WORDS: Label = { kind: 'words', phase: 3, id: 1 }

async function twoEnds(offerA: 'best' | 'p256' = 'best', offerB: 'best' | 'p256' = 'best') {
  const [a, b] = [await createKeys(offerA), await createKeys(offerB)]
  const both = { room: ROOM, secret: createLinkSecret() }
  const asked = { ...both, own: a, mine: 'a', theirs: 'b', theirKey: b.public } as const
  const answered = { ...both, own: b, mine: 'b', theirs: 'a', theirKey: a.public } as const
  return { a: await openSession(asked), b: await openSession(answered), asked, answered }
}

async function carry(from: Session, to: Session, text: string, label = WORDS) {
  return to.open(await from.seal({ ...label, text }), label)
}

const counterOf = (sealed: string) => Number(Buffer.from(sealed, 'base64url').readBigUInt64BE(0))

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a text comes out as it went in', () => {
  test.each([
    ['best', 'best'],
    ['best', 'p256'],
    ['p256', 'best'],
    ['p256', 'p256'],
  ] as const)('when one browser offers %s and the other %s', async (offerA, offerB) => {
    const { a, b } = await twoEnds(offerA, offerB)
    expect(await carry(a, b, 'I was afraid')).toBe('I was afraid')
    expect(await carry(b, a, 'So was I')).toBe('So was I')
  })

  test.each([
    ['nothing', ''],
    ['emoji of several code points', '👩🏽‍🤝‍👨🏻 🌫️'],
    ['right to left', 'שלום, أهلا'],
    ['a byte order mark in front', '\uFEFFtext'],
    ['what looks like padding', 'a\u0080\u0000\u0000'],
    ['zeros at the end', 'text\u0000\u0000'],
    ['one byte less than a block', 'x'.repeat(255)],
    ['a whole block', 'x'.repeat(256)],
    ['the longest text', 'é'.repeat(MAX_TEXT_BYTES / 2)],
  ])('when it is %s', async (_, text) => {
    const { a, b } = await twoEnds()
    expect(await carry(a, b, text)).toBe(text)
  })

  test('in a trio, in each of its three sessions', async () => {
    const seats = ['a', 'b', 'c'] as const
    const keys = { a: await createKeys(), b: await createKeys('p256'), c: await createKeys() }
    const secret = createLinkSecret()
    const end = (mine: 'a' | 'b' | 'c', theirs: 'a' | 'b' | 'c') =>
      openSession({ room: ROOM, own: keys[mine], mine, theirs, theirKey: keys[theirs].public, secret })
    for (const mine of seats) {
      for (const theirs of seats.filter(seat => seat !== mine)) {
        expect(await carry(await end(mine, theirs), await end(theirs, mine), mine + theirs)).toBe(mine + theirs)
      }
    }
    const b = await end('b', 'a')
    await expect(b.open(await (await end('c', 'a')).seal({ ...WORDS, text: 'not for b' }), WORDS)).rejects.toThrow(
      'not-authentic',
    )
  })

  test('after one of the two was loaded again, with keys of its own and its counting from the start', async () => {
    const { a, asked, answered } = await twoEnds()
    await a.seal({ ...WORDS, text: 'before' })
    const again = await createKeys()
    const a2 = await openSession({ ...asked, theirKey: again.public })
    const b2 = await openSession({ ...answered, own: again })
    const sealed = await a2.seal({ ...WORDS, text: 'after' })
    expect(counterOf(sealed)).toBe(1)
    expect(await b2.open(sealed, WORDS)).toBe('after')
    await expect(b2.open(await a.seal({ ...WORDS, text: 'old keys' }), WORDS)).rejects.toThrow('not-authentic')
  })
})

describe('length', () => {
  test('every text below a block looks alike, and so does every text of the next one', async () => {
    const { a } = await twoEnds()
    const lengthOf = async (bytes: number) => (await a.seal({ ...WORDS, text: 'x'.repeat(bytes) })).length
    expect(new Set(await Promise.all([0, 1, 2, 17, 100, 254, 255].map(lengthOf)))).toEqual(new Set([374]))
    expect(new Set(await Promise.all([256, 300, 511].map(lengthOf)))).toEqual(new Set([715]))
  })

  test('the longest text stays within 8 KiB, and one byte more is refused before it is sealed', async () => {
    const { a } = await twoEnds()
    expect((await a.seal({ ...WORDS, text: 'x'.repeat(MAX_TEXT_BYTES) })).length).toBe(5494)
    const encrypt = vi.spyOn(crypto.subtle, 'encrypt')
    await expect(a.seal({ ...WORDS, text: `${'é'.repeat(MAX_TEXT_BYTES / 2)}x` })).rejects.toThrow('too-long')
    expect(encrypt).not.toHaveBeenCalled()
    expect(counterOf(await a.seal({ ...WORDS, text: '' }))).toBe(2)
  })
})

describe('no counter is ever used twice', () => {
  test('by texts of every kind that are sealed at once, whose results come in the order of the calls', async () => {
    const { a, b } = await twoEnds()
    const encrypt = vi.spyOn(crypto.subtle, 'encrypt')
    const finished: number[] = []
    const kinds = ['words', 'draft', 'line', 'replay', 'media'] as const
    const all = Array.from({ length: 200 }, async (_, n) => {
      // Long and short in turn: short ones would overtake.
      const sealed = await (n % 2 ? a : b).seal({
        ...WORDS,
        kind: kinds[n % 5] ?? 'words',
        text: 'x'.repeat((n % 4) * 1200),
      })
      if (n % 2) finished.push(counterOf(sealed))
    })
    await Promise.all(all)
    const used = encrypt.mock.calls.map(([algorithm, key]) => {
      const iv = Buffer.from((algorithm as AesGcmParams).iv as Uint8Array).toString('hex')
      expect(iv).toHaveLength(24)
      return [key, iv] as const
    })
    const keys = [...new Set(used.map(([key]) => key))]
    expect(keys).toHaveLength(2)
    for (const key of keys) expect(new Set(used.filter(([of]) => of === key).map(([, iv]) => iv)).size).toBe(100)
    expect(finished).toEqual(Array.from({ length: 100 }, (_, n) => n + 1))
  })

  test('by asking for the same session again, which gives the same one', async () => {
    const { a, asked } = await twoEnds()
    const first = await a.seal({ ...WORDS, text: 'x' })
    const [again, andAgain] = await Promise.all([openSession(asked), openSession({ ...asked, bound: '' })])
    expect(again).toBe(a)
    expect(andAgain).toBe(a)
    expect(counterOf(await again.seal({ ...WORDS, text: 'x' }))).toBe(counterOf(first) + 1)
  })

  test('by going back to a key that the other had before', async () => {
    const { a, asked } = await twoEnds()
    await a.seal({ ...WORDS, text: 'x' })
    await openSession({ ...asked, theirKey: (await createKeys()).public })
    expect(counterOf(await (await openSession(asked)).seal({ ...WORDS, text: 'x' }))).toBe(2)
  })

  test('nor by a seal that was refused', async () => {
    const { a } = await twoEnds()
    await expect(a.seal({ ...WORDS, id: -1, text: 'x' })).rejects.toThrow('bad-number')
    await expect(a.seal({ ...WORDS, phase: 1.5, text: 'x' })).rejects.toThrow('bad-number')
    expect(counterOf(await a.seal({ ...WORDS, text: 'x' }))).toBe(1)
  })
})
