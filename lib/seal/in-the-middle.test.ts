// What can somebody do who sits between two strangers, with keys of their own towards each? Here they do it as well as they
// can, in both roles and in every order. The two never read the same words.
import { expect, test } from 'vitest'
import { chanceFrom } from '../protocol/testing/chance.ts'
import { beginExchange, due, type Exchange, type Side, type Step, take } from './short-auth.ts'
import { exchanged, nonceOf, printOf } from './testing/exchanging.ts'

const ROOM = 'AAECAwQFBgcICQoLDA0ODw'

/** Each of the two holds the middle's key for the other's. */
const keysOf = (seed: number) => ({ a: `a${seed}`, b: `b${seed}`, asA: `middle a${seed}`, asB: `middle b${seed}` })
type Keys = ReturnType<typeof keysOf>

const begin = (mine: 'a' | 'b', ownKey: string, theirKey: string, own: Side) =>
  beginExchange({ room: ROOM, mine, theirs: mine === 'a' ? 'b' : 'a', ownKey, theirKey, own, language: 'en' })
const beginA = (keys: Keys, own: Side) => begin('a', keys.a, keys.asB, own)
const beginB = (keys: Keys, own: Side) => begin('b', keys.b, keys.asA, own)
/** The middle in the role of the one, towards the other. */
const playA = (keys: Keys, own: Side) => begin('a', keys.asA, keys.b, own)
const playB = (keys: Keys, own: Side) => begin('b', keys.asB, keys.a, own)

const sideOf = (seed: number, n: number): Side => ({ nonce: nonceOf(seed * 10 + n), print: printOf(seed * 10 + n) })
const said = (step: Step | null) => {
  if (!step) throw new Error('nothing was said')
  return step
}

/** Whether the two would hear the same when they read to each other. */
const isAlike = (a: Exchange, b: Exchange) => a.at === 'words' && b.at === 'words' && `${a.numbers}` === `${b.numbers}`

/** Every way of holding two exchanges that keeps the rules of each, and what comes of it at both ends. */
const WAYS: Record<string, (keys: Keys, seed: number, ends: { a: Exchange; b: Exchange }) => Promise<Exchange[]>> = {
  async 'each by itself'(keys, seed, { a, b }) {
    const withA = await exchanged(a, await playB(keys, sideOf(seed, 3)))
    const withB = await exchanged(await playA(keys, sideOf(seed, 4)), b)
    return [withA.a, withB.b]
  },
  /** First b to the end; then a is given b's own nonce and fingerprint. */
  async 'b first, and its nonce to a'(keys, seed, { a, b }) {
    const withB = await exchanged(await playA(keys, sideOf(seed, 4)), b)
    const withA = await exchanged(a, await playB(keys, b.own))
    return [withA.a, withB.b]
  },
  /** First a to the end; then b is committed to a's own nonce and fingerprint. */
  async 'a first, and its nonce to b'(keys, seed, { a, b }) {
    const withA = await exchanged(a, await playB(keys, sideOf(seed, 3)))
    const withB = await exchanged(await playA(keys, a.own), b)
    return [withA.a, withB.b]
  },
  /** Changes the keys alone, and hands on whatever the two say to each other. */
  async 'only handed on'(_, __, { a, b }) {
    const ends = await exchanged(a, b)
    return [ends.a, ends.b]
  },
}

test.each(Object.keys(WAYS))('two exchanges, %s: their words differ, or one of the two is told', async way => {
  let words = 0
  for (let seed = 1; seed <= 100; seed += 1) {
    const keys = keysOf(seed)
    const ends = { a: await beginA(keys, sideOf(seed, 1)), b: await beginB(keys, sideOf(seed, 2)) }
    const [a, b] = (await WAYS[way]?.(keys, seed, ends)) ?? []
    if (!a || !b) throw new Error('no such way')
    if (a.at === 'words' && b.at === 'words') words += 1
    expect([seed, isAlike(a, b)]).toEqual([seed, false])
  }
  // What is handed on is a commitment to another key.
  expect(words).toBe(way === 'only handed on' ? 0 : 100)
})

/** The first of so many nonces with which the first word would be the wanted one: for all four it takes 2^33 times as many. */
async function search(
  wanted: number | undefined,
  numbersWith: (own: Side) => Promise<readonly number[]>,
): Promise<Side> {
  const chance = chanceFrom(7)
  for (let n = 0; n < 30_000; n += 1) {
    const own: Side = { nonce: nonceOf(chance.whole(1_000_000, 2_000_000_000)), print: printOf(5) }
    if ((await numbersWith(own))[0] === wanted) return own
  }
  throw new Error('none was found')
}

test('a nonce that is chosen for its words once b has answered is refused by b', async () => {
  const keys = keysOf(1)
  const { a } = await exchanged(await beginA(keys, sideOf(1, 1)), await playB(keys, sideOf(1, 3)))
  const fresh = await beginB(keys, sideOf(1, 2))
  const { exchange: b, send } = await take(fresh, said(due(await playA(keys, sideOf(1, 4)))))
  expect(send).toEqual({ step: 'answer', ...sideOf(1, 2) })
  const withB = async (own: Side) => (await exchanged(await playA(keys, own), fresh)).b.numbers
  const chosen = await search(a.numbers[0], withB)
  // It would have been the same word, had b been committed to it.
  expect((await withB(chosen))[0]).toBe(a.numbers[0])
  expect((await take(b, { step: 'reveal', ...chosen })).exchange.at).toBe('differs')
  const again = await take(b, said(due(await playA(keys, chosen))))
  expect(again.exchange.at).toBe('differs')
  expect((await take(again.exchange, { step: 'reveal', ...chosen })).exchange.numbers).toEqual([])
})

test('a nonce that is chosen for its words once a has revealed is refused by a', async () => {
  const keys = keysOf(1)
  const { b } = await exchanged(await playA(keys, sideOf(1, 4)), await beginB(keys, sideOf(1, 2)))
  const fresh = await beginA(keys, sideOf(1, 1))
  const { exchange: a, send } = await take(fresh, { step: 'answer', ...sideOf(1, 3) })
  expect(send).toEqual({ step: 'reveal', ...sideOf(1, 1) })
  const withA = async (own: Side) => (await exchanged(fresh, await playB(keys, own))).a.numbers
  const chosen = await search(b.numbers[0], withA)
  expect((await withA(chosen))[0]).toBe(b.numbers[0])
  const after = await take(a, { step: 'answer', ...chosen })
  expect([after.exchange.at, after.exchange.numbers, after.send]).toEqual(['differs', [], null])
})
