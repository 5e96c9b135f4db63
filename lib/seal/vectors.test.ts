// Do two programs that share no code seal alike? Beside ours stands one written from SEAL.md on other libraries; both
// have to make the committed vectors, and the same of anything else.
import { gcm } from '@noble/ciphers/aes.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { p256 } from '@noble/curves/nist.js'
import { expand, extract, hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect, test } from 'vitest'
import type { SeatId } from '../protocol/room.ts'
import type { OwnKeys } from './own-keys.ts'
import { writePublic } from './public-string.ts'
import { openSession, type SealedKind } from './session.ts'
import vectors from './vectors.json'

interface Person {
  seat: string
  nonce: string
  p256: string
  x25519: string | null
}
interface Setting {
  room: string
  secret: string | null
  bound: string
  people: [Person, Person]
}
interface Text {
  from: string
  kind: string
  phase: number
  id: number
  text: string
  /** Of a franked text: its key, as hex. */
  franking?: string | undefined
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const utf8 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf8'))

/** The other program. Everything is worked out in one go, from the private keys to the sealed texts. */
function reference({ room, secret, bound, people }: Setting, texts: readonly Text[]) {
  const number = (value: number) => {
    const out = Buffer.alloc(8)
    out.writeUInt32BE(Math.floor(value / 2 ** 32), 0)
    out.writeUInt32BE(value % 2 ** 32, 4)
    return out
  }
  const joined = (...list: (string | number)[]) =>
    Uint8Array.from(
      Buffer.concat(
        list.flatMap(field => {
          const body = typeof field === 'number' ? number(field) : Buffer.from(field)
          return [number(body.length).subarray(4), body]
        }),
      ),
    )
  const [a, b] = people
  const both = a.x25519 !== null && b.x25519 !== null
  const publics = people.map(person => {
    const parts = [bytesOf(person.nonce), p256.getPublicKey(bytesOf(person.p256), false)]
    if (person.x25519 !== null) parts.push(x25519.getPublicKey(bytesOf(person.x25519)))
    return (person.x25519 === null ? 'p' : 'x') + base64url(Buffer.concat(parts))
  })
  const shared =
    a.x25519 !== null && b.x25519 !== null
      ? x25519.getSharedSecret(bytesOf(a.x25519), x25519.getPublicKey(bytesOf(b.x25519)))
      : p256.getSharedSecret(bytesOf(a.p256), p256.getPublicKey(bytesOf(b.p256)), true).slice(1)
  const link =
    secret === null
      ? new Uint8Array(32)
      : hkdf(
          sha256,
          Uint8Array.from(Buffer.from(secret, 'base64url')),
          undefined,
          joined('clearing seal 1', 'link', room),
          32,
        )
  const inOrder = people
    .map((person, n) => [person.seat, publics[n] ?? ''])
    .sort(([x = ''], [y = '']) => (x < y ? -1 : 1))
  const head = ['clearing seal 1', 'session', both ? 'X25519' : 'P-256', secret === null ? 'no secret' : 'secret']
  const transcript = joined(...head, room, bound, ...inOrder.flat())
  const root = extract(sha256, Uint8Array.from([...shared, ...link]), sha256(transcript))
  const keyFrom = (from: string, to: string) => expand(sha256, root, joined('clearing seal 1', 'key', from, to), 32)
  const keys: Record<string, Uint8Array> = {
    [a.seat]: keyFrom(a.seat, b.seat),
    [b.seat]: keyFrom(b.seat, a.seat),
  }
  const counters: Record<string, number> = {}
  const commitments: string[] = []
  const sealed = texts.map(({ from, kind, phase, id, text, franking }) => {
    const to = from === a.seat ? b.seat : a.seat
    const counter = (counters[from] ?? 0) + 1
    counters[from] = counter
    const opens = bytesOf(franking ?? '')
    const plain = Buffer.concat([opens, utf8(text), Buffer.from([0x80])])
    const padded = Buffer.concat([plain, Buffer.alloc((256 - (plain.length % 256)) % 256)])
    const where = [room, from, to, kind, phase, id, counter]
    let header = joined('clearing seal 1', 'text', ...where)
    if (franking !== undefined) {
      const committed = joined('clearing seal 1', 'frank', room, from, phase, id, kind, text)
      const commitment = base64url(hmac(sha256, opens, committed))
      header = joined('clearing seal 1', 'franked', ...where, commitment)
      commitments.push(commitment)
    }
    const iv = Uint8Array.from([0, 0, 0, 0, ...number(counter)])
    const hidden = gcm(keys[from] ?? iv, iv, header).encrypt(Uint8Array.from(padded))
    return base64url(Buffer.concat([number(counter), hidden]))
  })
  return {
    publics,
    shared: hex(shared),
    transcript: hex(transcript),
    root: hex(root),
    keys: people.map(({ seat }) => hex(keys[seat] ?? new Uint8Array())),
    check: base64url(expand(sha256, root, joined('clearing seal 1', 'check'), 16)),
    sealed,
    ...(commitments.length > 0 && { commitments }),
  }
}

/** Our keys with private halves that are given instead of drawn. */
async function fixedKeys(person: Person): Promise<OwnKeys> {
  const importKey = (jwk: JsonWebKey, algorithm: { name: string; namedCurve?: string }) =>
    crypto.subtle.importKey('jwk', jwk, algorithm, false, ['deriveBits'])
  const point = p256.getPublicKey(bytesOf(person.p256), false)
  const p256Jwk = {
    kty: 'EC',
    crv: 'P-256',
    d: base64url(bytesOf(person.p256)),
    x: base64url(point.slice(1, 33)),
    y: base64url(point.slice(33)),
  }
  const x25519Jwk = person.x25519 !== null && {
    kty: 'OKP',
    crv: 'X25519',
    d: base64url(bytesOf(person.x25519)),
    x: base64url(x25519.getPublicKey(bytesOf(person.x25519))),
  }
  return {
    public: writePublic({
      nonce: bytesOf(person.nonce),
      p256: Uint8Array.from(point),
      x25519: person.x25519 === null ? null : Uint8Array.from(x25519.getPublicKey(bytesOf(person.x25519))),
    }),
    p256: await importKey(p256Jwk, { name: 'ECDH', namedCurve: 'P-256' }),
    x25519: x25519Jwk ? await importKey(x25519Jwk, { name: 'X25519' }) : null,
  }
}

/** What our program makes of the same. */
async function ours({ room, secret, bound, people }: Setting, texts: readonly Text[]) {
  const [first, second] = people
  const [own, other] = [await fixedKeys(first), await fixedKeys(second)]
  const [mine, theirs] = [first.seat as SeatId, second.seat as SeatId]
  const ends = [
    await openSession({ room, own, mine, theirs, theirKey: other.public, secret, bound }),
    await openSession({ room, own: other, mine: theirs, theirs: mine, theirKey: own.public, secret, bound }),
  ]
  const sealed: string[] = []
  const opened: string[] = []
  const commitments: string[] = []
  for (const { from, kind, phase, id, text, franking } of texts) {
    const [sender, receiver] = from === first.seat ? ends : ends.toReversed()
    const label = { kind: kind as SealedKind, phase, id }
    if (franking !== undefined) {
      const made = await sender?.sealFranked({ ...label, text }, bytesOf(franking))
      const { sealed: blob = '', commitment = '' } = made ?? {}
      const read = await receiver?.openFranked(blob, label, commitment)
      expect(read?.key).toBe(base64url(bytesOf(franking)))
      sealed.push(blob)
      commitments.push(commitment)
      opened.push(read?.text ?? '')
      continue
    }
    const blob = (await sender?.seal({ ...label, text })) ?? ''
    sealed.push(blob)
    opened.push((await receiver?.open(blob, label)) ?? '')
  }
  const checks = ends.map(session => session.check)
  return { publics: [own.public, other.public], checks, sealed, commitments, opened }
}

describe.each(vectors)('the vector "$name"', vector => {
  const setting = { ...vector, people: vector.people as [Person, Person] }

  test('is what the other program makes', () => {
    expect(reference(setting, vector.texts)).toEqual(vector.made)
  })

  test('is what we make, and each end opens it', async () => {
    const made = await ours(setting, vector.texts)
    expect(made.publics).toEqual(vector.made.publics)
    expect(made.checks).toEqual([vector.made.check, vector.made.check])
    expect(made.sealed).toEqual(vector.made.sealed)
    expect(made.commitments).toEqual(vector.made.commitments ?? [])
    expect(made.opened).toEqual(vector.texts.map(({ text }) => text))
  })
})

test('the shared secrets of the first two vectors are those that RFC 7748 §6.1 and RFC 5903 §8.1 print', () => {
  expect(vectors.slice(0, 2).map(({ made }) => made.shared)).toEqual([
    '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
    'd6840f6b42f6edafd13116e0e12565202fef8e9ece7dce03812464d04b9442de',
  ])
})

test('both programs make the same of random keys, rooms and texts', async () => {
  const tally = { X25519: 0, 'P-256': 0, secret: 0, 'no secret': 0, 'several blocks': 0, franked: 0 }
  let state = sha256(utf8('start'))
  const draw = (length: number) => {
    const out: number[] = []
    while (out.length < length) {
      state = sha256(state)
      out.push(...sha256(Uint8Array.from([...state, 1])))
    }
    return Uint8Array.from(out.slice(0, length))
  }
  const below = (limit: number) => draw(2).reduce((sum, byte) => sum * 256 + byte, 0) % limit
  const pick = <T>(list: readonly [T, ...T[]]) => list[below(list.length)] ?? list[0]
  for (let round = 0; round < 40; round += 1) {
    const person = (seat: string) => ({
      seat,
      nonce: hex(draw(16)),
      p256: hex(draw(32)),
      x25519: below(3) > 0 ? hex(draw(32)) : null,
    })
    const [mine, theirs] = pick([
      ['a', 'b'],
      ['b', 'a'],
      ['c', 'a'],
      ['b', 'c'],
    ])
    const people: [Person, Person] = [person(mine ?? 'a'), person(theirs ?? 'b')]
    const secret = pick([null, base64url(draw(32))])
    const setting = { room: base64url(draw(16)), secret, bound: hex(draw(below(3) * 16)), people }
    const texts = Array.from({ length: 4 }, () => ({
      from: pick(people).seat,
      kind: pick(['words', 'draft', 'line', 'replay', 'media']),
      phase: below(20),
      id: below(500) * 2 ** below(40),
      text: Array.from({ length: below(500) }, () => pick(['a', ' ', 'é', '字', '🌫️', 'ש', '\u0000', '\u0080'])).join(
        '',
      ),
      franking: below(4) === 0 ? hex(draw(32)) : undefined,
    }))
    const expected = reference(setting, texts)
    const made = await ours(setting, texts)
    expect(made.publics).toEqual(expected.publics)
    expect(made.checks).toEqual([expected.check, expected.check])
    expect(made.sealed).toEqual(expected.sealed)
    expect(made.commitments).toEqual(expected.commitments ?? [])
    expect(made.opened).toEqual(texts.map(({ text }) => text))
    tally[people.every(({ x25519 }) => x25519) ? 'X25519' : 'P-256'] += 1
    tally[secret === null ? 'no secret' : 'secret'] += 1
    if (made.sealed.some(blob => blob.length > 374)) tally['several blocks'] += 1
    if (made.commitments.length > 0) tally.franked += 1
  }
  for (const [branch, times] of Object.entries(tally)) expect(times, branch).toBeGreaterThan(8)
})
