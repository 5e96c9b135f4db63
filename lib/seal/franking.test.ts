// Is what somebody committed themselves to that one text and no other, and is nothing shown that could not be held up to them?
import { beforeEach, describe, expect, test } from 'vitest'
import { chanceFrom } from '../protocol/testing/chance.ts'
import { agree, type SessionAsk } from './agreement.ts'
import { type Bytes, fromBase64url, toBase64url } from './base64url.ts'
import { fields, u64, VERSION } from './fields.ts'
import { type Committed, commitmentOf, FRANKING_BYTES, newFrankingKey } from './franking.ts'
import { createKeys } from './own-keys.ts'
import { BLOCK, pad } from './padding.ts'
import { type Label, MAX_TEXT_BYTES, openSession, type Session } from './session.ts'
import { refusalOf } from './testing/refusal-of.ts'

const ROOM = 'AAECAwQFBgcICQoLDA0ODw'
const WORDS: Label = { kind: 'words', phase: 3, id: 7 }
const SAID: Committed = { room: ROOM, from: 'a', ...WORDS, text: 'What I said.' }

let asA: SessionAsk
let a: Session
let b: Session
let lied: number

beforeEach(async () => {
  const keys = { a: await createKeys(), b: await createKeys() }
  const common = { room: ROOM, secret: null }
  asA = { ...common, own: keys.a, mine: 'a', theirs: 'b', theirKey: keys.b.public }
  a = await openSession(asA)
  lied = 0
  b = await openSession({ ...common, own: keys.b, mine: 'b', theirs: 'a', theirKey: keys.a.public })
})

/** What a page of one's own could seal for the other: whatever it likes beside whatever it likes. */
async function sealedLying(inside: Bytes, commitment: string): Promise<string> {
  const { sending } = await agree(asA)
  lied += 1
  const additionalData = fields(VERSION, 'franked', ROOM, 'a', 'b', 'words', 3, 7, lied, commitment)
  const gcm = { name: 'AES-GCM', iv: new Uint8Array([0, 0, 0, 0, ...u64(lied)]), additionalData }
  const hidden = await crypto.subtle.encrypt(gcm, sending, pad(inside))
  return toBase64url(new Uint8Array([...u64(lied), ...new Uint8Array(hidden)]))
}

const flipped = (text: string, bit: number) => {
  const bytes = fromBase64url(text) ?? new Uint8Array()
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return toBase64url(bytes)
}

describe('a commitment', () => {
  test('is the same for the same, and another when anything of it or any bit of its key is another', async () => {
    const key = newFrankingKey()
    const commitment = await commitmentOf(SAID, key)
    expect(commitment).toMatch(/^[\w-]{43}$/)
    expect(await commitmentOf({ ...SAID }, key.slice())).toBe(commitment)
    const others: Partial<Committed>[] = [
      { room: `${ROOM.slice(0, -1)}A` },
      { from: 'b' },
      { phase: 4 },
      { id: 8 },
      { phase: 7, id: 3 },
      { kind: 'draft' },
      { text: 'What I said' },
      { text: '' },
    ]
    for (const other of others)
      expect(await commitmentOf({ ...SAID, ...other }, key), JSON.stringify(other)).not.toBe(commitment)
    for (let bit = 0; bit < FRANKING_BYTES * 8; bit++)
      expect(await commitmentOf(SAID, fromBase64url(flipped(toBase64url(key), bit)) ?? key)).not.toBe(commitment)
  })

  test('never fits two texts, and says nothing of one without its key: random texts under fresh keys', async () => {
    const { whole, pick } = chanceFrom(2_018)
    const seen = new Map<string, string>()
    for (let n = 0; n < 400; n++) {
      const text = Array.from({ length: whole(0, 6) }, () => pick(['a', 'b', ' ', '🌫️'])).join('')
      const what = { ...SAID, text, id: whole(1, 3), phase: whole(0, 3) }
      const commitment = await commitmentOf(what, newFrankingKey())
      expect(seen.has(commitment)).toBe(false)
      seen.set(commitment, text)
    }
    const key = newFrankingKey()
    const under = await Promise.all([...new Set(seen.values())].map(text => commitmentOf({ ...SAID, text }, key)))
    expect(new Set(under).size).toBe(under.length)
  })
})

describe('a franked text', () => {
  test('opens with the commitment that came with it, and brings the key of it', async () => {
    for (const text of ['', 'What I said.', '\ufeff🌫️', 'x'.repeat(MAX_TEXT_BYTES)]) {
      const { sealed, commitment } = await a.sealFranked({ ...WORDS, text })
      const opened = await b.openFranked(sealed, WORDS, commitment)
      expect(opened.text).toBe(text)
      const key = fromBase64url(opened.key) ?? new Uint8Array()
      expect(await commitmentOf({ ...SAID, text }, key)).toBe(commitment)
    }
    expect(await refusalOf(a.sealFranked({ ...WORDS, text: 'x'.repeat(MAX_TEXT_BYTES + 1) }))).toBe('too-long')
  })

  test('has another key each time, and the length of any other text', async () => {
    const [one, two] = [
      await a.sealFranked({ ...WORDS, text: 'same' }),
      await a.sealFranked({ ...WORDS, text: 'same' }),
    ]
    expect(one.commitment).not.toBe(two.commitment)
    expect(one.sealed).toHaveLength((await a.seal({ ...WORDS, text: 'same' })).length)
    expect(one.sealed).toHaveLength((await a.sealFranked({ ...WORDS, text: 'x'.repeat(BLOCK - 33) })).sealed.length)
  })

  test('does not open with a commitment of which one bit is another, nor without one, nor one that is not franked with one', async () => {
    const { sealed, commitment } = await a.sealFranked({ ...WORDS, text: 'x' })
    for (let bit = 0; bit < 256; bit += 7)
      expect(await refusalOf(b.openFranked(sealed, WORDS, flipped(commitment, bit)))).toBe('not-authentic')
    expect(await refusalOf(b.open(sealed, WORDS))).toBe('not-authentic')
    for (const label of [{ ...WORDS, kind: 'draft' } as const, { ...WORDS, phase: 4 }, { ...WORDS, id: 8 }])
      expect(await refusalOf(b.openFranked(sealed, label, commitment))).toBe('not-authentic')
    expect((await b.openFranked(sealed, WORDS, commitment)).text).toBe('x')
    expect(await refusalOf(b.openFranked(await a.seal({ ...WORDS, text: 'x' }), WORDS, commitment))).toBe(
      'not-authentic',
    )
  })

  test('whose writer committed themselves to another text, or under another key, is not shown', async () => {
    const key = newFrankingKey()
    const lies: [string, Promise<string>][] = [
      ['another text', commitmentOf({ ...SAID, text: 'Something kind.' }, key)],
      ['another key', commitmentOf(SAID, newFrankingKey())],
      ['another seat', commitmentOf({ ...SAID, from: 'b' }, key)],
      ['another number', commitmentOf({ ...SAID, id: 8 }, key)],
      ['no commitment at all', Promise.resolve('A'.repeat(43))],
    ]
    const inside = new Uint8Array([...key, ...new TextEncoder().encode(SAID.text)])
    for (const [what, lie] of lies) {
      const sealed = await sealedLying(inside, await lie)
      expect(await refusalOf(b.openFranked(sealed, WORDS, await lie)), what).toBe('not-committed')
    }
    const honest = await commitmentOf(SAID, key)
    expect(await refusalOf(b.openFranked(await sealedLying(key.slice(1), honest), WORDS, honest))).toBe('malformed')
    expect(await refusalOf(b.openFranked(await sealedLying(inside, honest), WORDS, honest))).toBe('opened')
  })
})
