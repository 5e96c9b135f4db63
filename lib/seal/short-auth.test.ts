// Do two people see the same four words when nobody is between them, and never when somebody is?
import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect, test } from 'vitest'
import { chanceFrom } from '../protocol/testing/chance.ts'
import { beginExchange, createNonce, due, type Exchange, readStep, type Side, type Step, take } from './short-auth.ts'
import { exchanged, nonceOf, printOf } from './testing/exchanging.ts'

const ROOM = 'AAECAwQFBgcICQoLDA0ODw'
const KEYS = { a: 'xkey-of-a', b: 'xkey-of-b' }
const A: Side = { nonce: nonceOf(1), print: printOf(1) }
const B: Side = { nonce: nonceOf(2), print: printOf(2) }

interface Of {
  room: string
  aKey: string
  bKey: string
  a: Side
  b: Side
  language: string
}
const PLAIN: Of = { room: ROOM, aKey: KEYS.a, bKey: KEYS.b, a: A, b: B, language: 'en' }

const beginA = ({ room, aKey, bKey, a, language }: Of = PLAIN) =>
  beginExchange({ room, mine: 'a', theirs: 'b', ownKey: aKey, theirKey: bKey, own: a, language })
const beginB = ({ room, aKey, bKey, b }: Of = PLAIN) =>
  beginExchange({ room, mine: 'b', theirs: 'a', ownKey: bKey, theirKey: aKey, own: b, language: 'es' })

async function bothOf(of: Of = PLAIN): Promise<{ a: Exchange; b: Exchange }> {
  return exchanged(await beginA(of), await beginB(of))
}

const stepOf = (exchange: Exchange) => {
  const step = due(exchange)
  if (!step) throw new Error('nothing is due')
  return step
}
const reveal: Step = { step: 'reveal', ...A }
const answer: Step = { step: 'answer', ...B }

describe('an exchange', () => {
  test('gives both the same four numbers, from 0 to 2047, in the language of the lower seat', async () => {
    const { a, b } = await bothOf()
    expect([a.at, b.at]).toEqual(['words', 'words'])
    expect(a.numbers).toEqual(b.numbers)
    expect(a.numbers).toHaveLength(4)
    expect(a.numbers.every(number => Number.isInteger(number) && number >= 0 && number < 2048)).toBe(true)
    expect([a.language, b.language]).toEqual(['en', 'en'])
  })

  test('makes what another program makes of SEAL.md', async () => {
    const joined = (...list: string[]) =>
      Buffer.concat(
        list.flatMap(field => {
          const length = Buffer.alloc(4)
          length.writeUInt32BE(Buffer.byteLength(field))
          return [length, Buffer.from(field)]
        }),
      )
    const { a } = await bothOf()
    const commitment = sha256(joined('clearing seal 1', 'commitment', ROOM, 'en', KEYS.a, KEYS.b, A.print, A.nonce))
    expect(a.commitment).toBe(Buffer.from(commitment).toString('base64url'))
    const all = [ROOM, 'en', KEYS.a, KEYS.b, A.print, B.print, A.nonce, B.nonce]
    const digest = sha256(joined('clearing seal 1', 'same words', ...all))
    const bits = [...digest.slice(0, 6)].map(byte => byte.toString(2).padStart(8, '0')).join('')
    expect(a.numbers).toEqual([0, 11, 22, 33].map(at => Number.parseInt(bits.slice(at, at + 11), 2)))
  })

  const others: [string, Partial<Of>][] = [
    ['the room', { room: 'BAECAwQFBgcICQoLDA0ODw' }],
    ['the key of the lower seat', { aKey: 'xkey-of-c' }],
    ['the key of the higher seat', { bKey: 'xkey-of-c' }],
    ['the nonce of the lower seat', { a: { ...A, nonce: nonceOf(3) } }],
    ['the nonce of the higher seat', { b: { ...B, nonce: nonceOf(3) } }],
    ['the fingerprint of the lower seat', { a: { ...A, print: printOf(3) } }],
    ['the fingerprint of the higher seat', { b: { ...B, print: printOf(3) } }],
    ['the language', { language: 'es' }],
  ]
  test.each(others)('has other words when %s is another', async (_, change) => {
    const [plain, other] = [await bothOf(), await bothOf({ ...PLAIN, ...change })]
    expect(other.a.at).toBe('words')
    expect(other.a.numbers).not.toEqual(plain.a.numbers)
  })

  test('has other words when the two keys or nonces change their places', async () => {
    const swapped = await bothOf({ ...PLAIN, aKey: KEYS.b, bKey: KEYS.a, a: B, b: A })
    expect(swapped.a.numbers).not.toEqual((await bothOf()).a.numbers)
  })

  test('has no word before both nonces are known to whoever shows it', async () => {
    const a = await beginA()
    const b = (await take(await beginB(), stepOf(a))).exchange
    expect([a.numbers, b.numbers]).toEqual([[], []])
    expect([a.at, b.at]).toEqual(['waiting', 'waiting'])
  })

  test('makes a nonce that nobody has made before', () => {
    const made = Array.from({ length: 100 }, createNonce)
    expect(new Set(made).size).toBe(100)
    expect(made.filter(nonce => Buffer.from(nonce, 'base64url').length !== 32)).toEqual([])
  })

  test('is between two seats with two keys', async () => {
    const ask = { room: ROOM, own: A, language: 'en' }
    const one = beginExchange({ ...ask, mine: 'a', theirs: 'a', ownKey: 'x', theirKey: 'y' })
    await expect(one).rejects.toMatchObject({ code: 'same-seat' })
    const mirror = beginExchange({ ...ask, mine: 'a', theirs: 'b', ownKey: 'x', theirKey: 'x' })
    await expect(mirror).rejects.toMatchObject({ code: 'bad-key' })
  })
})

describe('the higher seat', () => {
  test('refuses a nonce that is not the one committed to, and takes none after it', async () => {
    const commit = stepOf(await beginA())
    const b = (await take(await beginB(), commit)).exchange
    for (const wrong of [{ nonce: nonceOf(9) }, { print: printOf(9) }]) {
      const { exchange, send } = await take(b, { ...reveal, ...wrong } as Step)
      expect([exchange.at, exchange.numbers, send]).toEqual(['differs', [], null])
      for (const later of [reveal, commit]) {
        const after = await take(exchange, later)
        expect([after.exchange.at, after.exchange.numbers, after.send]).toEqual(['differs', [], null])
      }
    }
  })

  test('takes no other commitment once its nonce is given, nor the same one in another language', async () => {
    const commit = stepOf(await beginA())
    const b = (await take(await beginB(), commit)).exchange
    const other = stepOf(await beginA({ ...PLAIN, a: { ...A, nonce: nonceOf(9) } }))
    expect((await take(b, other)).exchange.at).toBe('differs')
    expect((await take(b, { ...commit, language: 'es' } as Step)).exchange.at).toBe('differs')
    const { b: done } = await bothOf()
    expect((await take(done, other)).exchange.at).toBe('differs')
  })

  test('refuses what is out of its turn and shows nothing for it', async () => {
    const b = await beginB()
    for (const early of [reveal, answer]) expect(await take(b, early)).toEqual({ exchange: b, send: null })
    const committed = (await take(b, stepOf(await beginA()))).exchange
    expect(await take(committed, answer)).toEqual({ exchange: committed, send: null })
  })

  test('shows no other words for a second nonce', async () => {
    const { b } = await bothOf()
    expect((await take(b, reveal)).exchange).toEqual(b)
    expect((await take(b, { ...reveal, nonce: nonceOf(9) })).exchange.at).toBe('differs')
  })
})

describe('the lower seat', () => {
  test('shows no other words for a second answer, and reveals nothing more', async () => {
    const { a } = await bothOf()
    for (const wrong of [{ nonce: nonceOf(9) }, { print: printOf(9) }]) {
      const { exchange, send } = await take(a, { ...answer, ...wrong } as Step)
      expect([exchange.at, exchange.numbers, send]).toEqual(['differs', [], null])
      expect((await take(exchange, answer)).exchange.at).toBe('differs')
    }
  })

  test('refuses its own part from the other, and reveals nothing for it', async () => {
    const a = await beginA()
    for (const wrong of [stepOf(a), reveal]) expect(await take(a, wrong)).toEqual({ exchange: a, send: null })
  })
})

test('whatever is lost, repeated or late, and whoever loads a page again, in the end both read the same', async () => {
  const came = { lost: 0, repeated: 0, late: 0, reloads: 0, bothReload: 0 }
  const seen: string[] = []
  for (let seed = 1; seed <= 150; seed += 1) {
    const chance = chanceFrom(seed)
    let fresh = seed * 1000
    const side = (): Side => ({ nonce: nonceOf(fresh++), print: printOf(fresh) })
    let of: Of = { ...PLAIN, aKey: `a${seed}.0`, bKey: `b${seed}.0`, a: side(), b: side() }
    let ends = { a: await beginA(of), b: await beginB(of) }
    let line: { to: 'a' | 'b'; step: Step; under: string }[] = []
    const under = () => of.aKey + of.bKey
    const send = (from: 'a' | 'b', step: Step | null) => {
      if (step) line.push({ to: from === 'a' ? 'b' : 'a', step, under: under() })
    }
    for (let move = 0; move < 40; move += 1) {
      if (chance.often(0.07)) {
        const who = chance.pick(['a', 'b', 'both'])
        came[who === 'both' ? 'bothReload' : 'reloads'] += 1
        if (who !== 'b') of = { ...of, aKey: `a${seed}.${move + 1}` }
        if (who !== 'a') of = { ...of, bKey: `b${seed}.${move + 1}` }
        of = { ...of, a: side(), b: side() }
        ends = { a: await beginA(of), b: await beginB(of) }
      }
      const waiting = chance.pick(['a', 'b'])
      if (chance.often(0.6)) send(waiting, due(ends[waiting]))
      const at = chance.often(0.3) ? chance.whole(0, line.length) : 0
      if (at > 0) came.late += 1
      const [next] = line.splice(Math.min(at, line.length - 1), 1)
      if (!next) continue
      if (chance.often(0.25)) {
        came.lost += 1
        continue
      }
      if (chance.often(0.25)) {
        came.repeated += 1
        line.push(next)
      }
      // What was sealed under other keys does not open.
      if (next.under !== under()) continue
      const taken = await take(ends[next.to], next.step)
      ends[next.to] = taken.exchange
      send(next.to, taken.send)
    }
    line = []
    ends = await exchanged(ends.a, ends.b)
    expect([seed, ends.a.at, ends.b.at]).toEqual([seed, 'words', 'words'])
    expect([seed, ends.a.numbers]).toEqual([seed, ends.b.numbers])
    seen.push(ends.a.numbers.join())
  }
  expect(new Set(seen).size).toBe(150)
  for (const count of Object.values(came)) expect(count).toBeGreaterThan(50)
})

test('what is no step is none', () => {
  const good: Step[] = [{ step: 'commit', commitment: nonceOf(1), language: 'en' }, answer, reveal]
  expect(good.map(readStep)).toEqual(good)
  expect(readStep({ ...answer, more: 1 })).toEqual(answer)
  const bad: unknown[] = [
    ...[null, 7, 'commit', [], {}, { step: 'again' }, { ...answer, step: undefined }],
    ...[
      { ...answer, nonce: 7 },
      { ...answer, nonce: `${B.nonce}=` },
      { ...answer, nonce: B.nonce.slice(1) },
    ],
    ...[
      { ...answer, nonce: `${B.nonce.slice(0, -1)}B` },
      { ...answer, nonce: '' },
    ],
    ...[
      { ...reveal, print: '' },
      { ...reveal, print: printOf(1).toLowerCase() },
      { ...reveal, print: `${printOf(1)} ` },
    ],
    ...[
      { ...good[0], commitment: 'AA' },
      { ...good[0], language: 'EN' },
      { ...good[0], language: 'en-GB' },
    ],
  ]
  expect(bad.filter(said => readStep(said) !== null)).toEqual([])
})
