// What can somebody between the two browsers do to a sealed text? Keep it back, and nothing else.
import { beforeEach, describe, expect, test } from 'vitest'
import { agree } from './agreement.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { fields, VERSION } from './fields.ts'
import { createLinkSecret } from './link-secret.ts'
import { createKeys, type OwnKeys } from './own-keys.ts'
import { type Label, openSession, type Session } from './session.ts'
import { refusalOf } from './testing/refusal-of.ts'

const ROOM = 'AAECAwQFBgcICQoLDA0ODw'
const WORDS: Label = { kind: 'words', phase: 3, id: 7 }
const LINE: Label = { kind: 'line', phase: 9, id: 0 }
const CANARY = 'a text that no error may hold'

let keys: { a: OwnKeys; b: OwnKeys }
let secret: string
let a: Session
let b: Session

beforeEach(async () => {
  keys = { a: await createKeys(), b: await createKeys() }
  secret = createLinkSecret()
  a = await openSession({ room: ROOM, own: keys.a, mine: 'a', theirs: 'b', theirKey: keys.b.public, secret })
  b = await openSession({ room: ROOM, own: keys.b, mine: 'b', theirs: 'a', theirKey: keys.a.public, secret })
})

const bytesOf = (sealed: string) => fromBase64url(sealed) ?? new Uint8Array()

describe('repeated and overtaken texts', () => {
  test('what was opened once does not open again', async () => {
    const sealed = await a.seal({ ...WORDS, text: CANARY })
    expect(await b.open(sealed, WORDS)).toBe(CANARY)
    expect(await refusalOf(b.open(sealed, WORDS))).toBe('replayed')
  })

  test('of two openings at the same moment one is refused', async () => {
    const sealed = await a.seal({ ...WORDS, text: CANARY })
    const codes = await Promise.all([refusalOf(b.open(sealed, WORDS)), refusalOf(b.open(sealed, WORDS))])
    expect(codes).toEqual(['opened', 'replayed'])
  })

  test('a text that a newer one overtook is refused, and a gap is not', async () => {
    const [first = '', , third = ''] = await Promise.all(
      ['one', 'two', 'three'].map(text => a.seal({ ...WORDS, text })),
    )
    expect(await b.open(third, WORDS)).toBe('three')
    expect(await refusalOf(b.open(first, WORDS))).toBe('replayed')
  })

  test('texts that arrive in order open in order, though a long one takes longer', async () => {
    const texts = Array.from({ length: 40 }, (_, n) => String(n).repeat(n % 2 ? 1 : 1500))
    const sealed = await Promise.all(texts.map(text => a.seal({ ...WORDS, text })))
    expect(await Promise.all(sealed.map(one => b.open(one, WORDS)))).toEqual(texts)
  })

  test('a line opens as often as a view brings it, also after later words', async () => {
    const line = await a.seal({ ...LINE, text: CANARY })
    const words = await a.seal({ ...WORDS, text: 'later' })
    expect(await b.open(words, WORDS)).toBe('later')
    expect(await b.open(line, LINE)).toBe(CANARY)
    expect(await b.open(line, LINE)).toBe(CANARY)
  })

  test('opening a line does not shut out words that were sealed before it', async () => {
    const words = await a.seal({ ...WORDS, text: 'before' })
    expect(await b.open(await a.seal({ ...LINE, text: CANARY }), LINE)).toBe(CANARY)
    expect(await b.open(words, WORDS)).toBe('before')
  })

  test('an invented counter does not shut out the texts that are still to come', async () => {
    const sealed = await a.seal({ ...WORDS, text: CANARY })
    const forged = bytesOf(sealed)
    forged[5] = 255
    expect(await refusalOf(b.open(toBase64url(forged), WORDS))).toBe('not-authentic')
    expect(await b.open(sealed, WORDS)).toBe(CANARY)
  })
})

describe('moved texts', () => {
  test('a text sent back to who sealed it is refused', async () => {
    expect(await refusalOf(a.open(await a.seal({ ...WORDS, text: CANARY }), WORDS))).toBe('not-authentic')
    expect(await refusalOf(a.open(await a.seal({ ...LINE, text: CANARY }), LINE))).toBe('not-authentic')
  })

  test.each<[string, Partial<Label>]>([
    ['phase', { phase: 4 }],
    ['id', { id: 8 }],
    ['kind', { kind: 'draft' }],
    ['kind, to one that opens again and again', { kind: 'line' }],
    ['phase and id, one up and one down', { phase: 7, id: 3 }],
  ])('a text under another %s is refused, and opens under its own', async (_, change) => {
    const sealed = await a.seal({ ...WORDS, text: CANARY })
    expect(await refusalOf(b.open(sealed, { ...WORDS, ...change }))).toBe('not-authentic')
    expect(await b.open(sealed, WORDS)).toBe(CANARY)
  })

  test('a text from another room of the same two browsers is refused', async () => {
    const other = { own: keys.b, mine: 'b', theirs: 'a', theirKey: keys.a.public, secret } as const
    const elsewhere = await openSession({ ...other, room: `${ROOM}x` })
    expect(await refusalOf(elsewhere.open(await a.seal({ ...WORDS, text: CANARY }), WORDS))).toBe('not-authentic')
  })

  test('a label that holds no whole number from 0 is refused', async () => {
    const sealed = await a.seal({ ...WORDS, text: CANARY })
    for (const phase of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(await refusalOf(b.open(sealed, { ...WORDS, phase }))).toBe('bad-number')
    }
  })
})

describe('altered texts', () => {
  test('every single bit of a small sealed text counts', async () => {
    const sealed = await a.seal({ ...LINE, text: CANARY })
    const codes: Record<string, number> = {}
    const bytes = bytesOf(sealed)
    expect(bytes).toHaveLength(280)
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const altered = bytes.slice()
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const code = await refusalOf(b.open(toBase64url(altered), LINE))
      codes[code] = (codes[code] ?? 0) + 1
    }
    // The 11 highest bits of the counter make it larger than any that is used, and its lowest makes it 0.
    expect(codes).toEqual({ malformed: 12, 'not-authentic': 280 * 8 - 12 })
    expect(await b.open(sealed, LINE)).toBe(CANARY)
  })

  test('every single character of it counts, in its last place too', async () => {
    const sealed = await a.seal({ ...LINE, text: CANARY })
    for (let at = 0; at < sealed.length; at += 1) {
      for (const char of ['A', 'B', '_']) {
        if (sealed[at] === char) continue
        const code = await refusalOf(b.open(sealed.slice(0, at) + char + sealed.slice(at + 1), LINE))
        expect(['malformed', 'not-authentic'], `place ${at}`).toContain(code)
      }
    }
  })

  test('every shorter piece of a text of three blocks is refused', async () => {
    const bytes = bytesOf(await a.seal({ ...LINE, text: CANARY.repeat(20) }))
    expect(bytes).toHaveLength(8 + 3 * 256 + 16)
    const possible: number[] = []
    for (let length = 0; length < bytes.length; length += 1) {
      const code = await refusalOf(b.open(toBase64url(bytes.slice(0, length)), LINE))
      if (code === 'malformed') continue
      expect(code).toBe('not-authentic')
      possible.push(length)
    }
    // One and two blocks with nothing over could be sealed texts: only the tag tells that they are not.
    expect(possible).toEqual([280, 536])
  })

  test('a block taken out of a longer text is missed', async () => {
    const bytes = bytesOf(await a.seal({ ...LINE, text: CANARY.repeat(20) }))
    const shorter = new Uint8Array([...bytes.slice(0, 8), ...bytes.slice(8 + 256)])
    expect(await refusalOf(b.open(toBase64url(shorter), LINE))).toBe('not-authentic')
  })

  test.each([
    ['nothing', ''],
    ['spaces around', ' '.repeat(374)],
    ['padding of base64', `${'A'.repeat(374)}==`],
    ['the other alphabet of base64', '+/'.repeat(187)],
    ['a text of people', CANARY],
    [
      'a block more than the longest text has',
      toBase64url(Uint8Array.from({ length: 4376 }, (_, n) => Number(n === 7))),
    ],
  ])('%s is not a sealed text', async (_, text) => {
    expect(await refusalOf(b.open(text, LINE))).toBe('malformed')
  })

  test('a sealed text whose inside is not what a browser of ours seals is refused', async () => {
    // What a broken or hostile other end can make: the right keys and a wrong inside.
    const own = await createKeys()
    const asB = { room: ROOM, own: keys.b, mine: 'b', theirs: 'a', theirKey: own.public, secret } as const
    const asA = { room: ROOM, own, mine: 'a', theirs: 'b', theirKey: keys.b.public, secret } as const
    const { sending } = await agree(asA)
    const receiver = await openSession(asB)
    const header = fields(VERSION, 'text', ROOM, 'a', 'b', 'line', 9, 0, 1)
    const iv = new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    const insides = {
      good: [72, 105, 0x80],
      'no mark': [],
      'another mark': [72, 105, 0x81],
      'a block of nothing but zeros behind the mark': [72, 105, 0x80, ...new Array(256).fill(0)],
      'not UTF-8': [0xff, 0xfe, 0x80],
    }
    const codes: Record<string, string> = {}
    for (const [name, inside] of Object.entries(insides)) {
      const padded = new Uint8Array(Math.ceil(Math.max(1, inside.length) / 256) * 256)
      padded.set(inside)
      const gcm = { name: 'AES-GCM', iv, additionalData: header }
      const hidden = new Uint8Array(await crypto.subtle.encrypt(gcm, sending, padded))
      codes[name] = await refusalOf(receiver.open(toBase64url(new Uint8Array([...iv.slice(4), ...hidden])), LINE))
    }
    expect(codes).toEqual({
      good: 'opened',
      'no mark': 'malformed',
      'another mark': 'malformed',
      'a block of nothing but zeros behind the mark': 'malformed',
      'not UTF-8': 'malformed',
    })
  })
})
