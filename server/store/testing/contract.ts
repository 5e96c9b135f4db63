// What must every store do? One suite that each kind registers, so that none is only believed to behave.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ms } from '../../../lib/protocol/room.ts'
import { type Kept, type RoomStore, StoreDown } from '../../ports.ts'
import { MOST_BODY_BYTES } from '../bounds.ts'

export interface UnderTest {
  store: RoomStore
  /** Resolves when at least `ms` have passed for the store. */
  pass(ms: Ms): Promise<void>
  end(): Promise<void>
}

const MINUTE = 60_000
/** Short enough to wait for on a real store, long enough that the acts before it are done. */
const SOON = 400
export const CANARY = 'what-was-said-in-the-room'

let count = 0
const newId = () => `contract-${++count}`
const newKept = (body = '{"v":1}'): Kept => ({ body, commit: `c-${++count}` })

export function storeContract(kind: string, start: () => Promise<UnderTest>): void {
  describe(`${kind}: the contract of a store`, () => {
    let tested: UnderTest
    let store: RoomStore
    beforeAll(async () => {
      tested = await start()
      store = tested.store
    })
    afterAll(() => tested?.end())

    const kept = async (id: string) => (await store.load(id)).kept
    async function made(kept = newKept(), ttlMs: Ms = MINUTE): Promise<{ id: string; first: Kept }> {
      const id = newId()
      expect(await store.create(id, kept, ttlMs)).toMatchObject({ result: 'made' })
      return { id, first: kept }
    }

    it('is ready', async () => {
      expect(await store.ready()).toEqual({ now: expect.any(Number) })
    })

    it('finds nothing where nothing was made', async () => {
      const id = newId()
      expect(await store.load(id)).toEqual({ now: expect.any(Number), kept: null })
      expect(await store.swap(id, 'c-0', newKept(), MINUTE)).toMatchObject({ result: 'gone' })
      expect(await kept(id)).toBeNull()
    })

    it('keeps a room as it was made, and does not make it twice', async () => {
      const { id, first } = await made()
      expect(await store.create(id, newKept('{"v":2}'), MINUTE)).toMatchObject({ result: 'taken' })
      expect(await kept(id)).toEqual(first)
    })

    it('answers a create that was sent again as it answered the first', async () => {
      const { id, first } = await made()
      expect(await store.create(id, first, MINUTE)).toMatchObject({ result: 'made' })
      expect(await kept(id)).toEqual(first)
    })

    it('lets one of fifty creates win', async () => {
      const id = newId()
      const rivals = Array.from({ length: 50 }, (_, n) => newKept(`{"n":${n}}`))
      const answers = await Promise.all(rivals.map(rival => store.create(id, rival, MINUTE)))
      const winners = rivals.filter((_, n) => answers[n]?.result === 'made')
      expect(winners).toHaveLength(1)
      expect(await kept(id)).toEqual(winners[0])
    })

    it('replaces what was expected', async () => {
      const { id, first } = await made()
      const next = newKept('{"v":2}')
      expect(await store.swap(id, first.commit, next, MINUTE)).toMatchObject({ result: 'swapped' })
      expect(await kept(id)).toEqual(next)
    })

    it('writes nothing for a swap that lost', async () => {
      const { id, first } = await made()
      const next = newKept('{"v":2}')
      await store.swap(id, first.commit, next, MINUTE)
      expect(await store.swap(id, first.commit, newKept('{"v":3}'), 1)).toMatchObject({ result: 'lost' })
      await tested.pass(2)
      expect(await kept(id)).toEqual(next)
    })

    it('is not taken in by a mark that only begins like the right one', async () => {
      const { id, first } = await made({ body: '{}', commit: 'c-abc' })
      for (const near of ['c-ab', 'c-abcd', 'c', 'abc']) {
        expect(await store.swap(id, near, newKept(), MINUTE)).toMatchObject({ result: 'lost' })
        expect(await store.create(id, { body: '{}', commit: near }, MINUTE)).toMatchObject({ result: 'taken' })
      }
      expect(await kept(id)).toEqual(first)
    })

    it('answers a swap that was sent again as it answered the first', async () => {
      const { id, first } = await made()
      const next = newKept('{"v":2}')
      await store.swap(id, first.commit, next, MINUTE)
      expect(await store.swap(id, first.commit, next, MINUTE)).toMatchObject({ result: 'swapped' })
      expect(await kept(id)).toEqual(next)
    })

    it('lets one of fifty swaps win, and says so to nobody else', async () => {
      const { id, first } = await made()
      const rivals = Array.from({ length: 50 }, (_, n) => newKept(`{"n":${n}}`))
      const answers = await Promise.all(rivals.map(rival => store.swap(id, first.commit, rival, MINUTE)))
      const winners = rivals.filter((_, n) => answers[n]?.result === 'swapped')
      expect(winners).toHaveLength(1)
      expect(answers.filter(({ result }) => result === 'lost')).toHaveLength(49)
      expect(await kept(id)).toEqual(winners[0])
    })

    it('keeps a room for its time and not longer', async () => {
      const { id, first } = await made(newKept(), SOON)
      expect(await kept(id)).toEqual(first)
      await tested.pass(SOON)
      expect(await kept(id)).toBeNull()
      expect(await store.swap(id, first.commit, newKept(), MINUTE)).toMatchObject({ result: 'gone' })
      expect(await store.create(id, newKept(), MINUTE)).toMatchObject({ result: 'made' })
    })

    it('keeps a room for the time that the last swap gave it', async () => {
      const longer = await made(newKept(), SOON)
      await store.swap(longer.id, longer.first.commit, newKept(), MINUTE)
      const shorter = await made()
      await store.swap(shorter.id, shorter.first.commit, newKept(), SOON)
      await tested.pass(SOON)
      expect(await kept(longer.id)).not.toBeNull()
      expect(await kept(shorter.id)).toBeNull()
    })

    it('takes a time that is over, or a part of a millisecond, as the shortest there is', async () => {
      for (const ttlMs of [0, -5, 0.2]) {
        const { id } = await made(newKept(), ttlMs)
        await tested.pass(5)
        expect(await kept(id)).toBeNull()
      }
    })

    it('forgets a room, and for a while nobody can make it again', async () => {
      const { id, first } = await made()
      expect(await store.forget(id, MINUTE)).toMatchObject({ result: 'forgotten' })
      expect(await kept(id)).toBeNull()
      expect(await store.create(id, first, MINUTE)).toMatchObject({ result: 'taken' })
      expect(await store.swap(id, first.commit, newKept(), MINUTE)).toMatchObject({ result: 'gone' })
      expect(await store.forget(id, SOON)).toMatchObject({ result: 'forgotten' })
      expect(await kept(id)).toBeNull()
      await tested.pass(SOON)
      expect(await store.create(id, first, MINUTE)).toMatchObject({ result: 'made' })
    })

    it('leaves a tombstone also where the room was lost', async () => {
      const id = newId()
      expect(await store.forget(id, MINUTE)).toMatchObject({ result: 'gone' })
      expect(await store.create(id, newKept(), MINUTE)).toMatchObject({ result: 'taken' })
    })

    it.each([
      ['true', 'true'],
      ['a power', '1e3'],
      ['null', 'null'],
      ['a number', '12345678901234567890'],
      ['a string', '"quoted"'],
      ['a list', '[1, 2]'],
      ['an object', '{"b":1,"a":{"c":[]}}'],
      ['base64', 'aGVsbG8='],
      ['nothing', ''],
      ['a line break', '\n\n'],
      ['a colon', '1700000000000:kept:c-1\nx'],
      ['emoji', '🕊️👩‍👩‍👧'],
      ['right-to-left', 'שלום ‮مرحبا‬'],
      ['quotes', `"'\`\\"$1 %s {{}}`],
      ['control characters', '\u0000\u0001\r\t\u2028\ufeff'],
      ['fifty thousand characters', 'é"\\n🕊'.repeat(5_000).slice(0, 26_000)],
    ])('gives back %s byte for byte', async (_what, body) => {
      const { id, first } = await made(newKept(body))
      expect(await kept(id)).toEqual(first)
      const again = newKept(body)
      await store.swap(id, first.commit, again, MINUTE)
      expect(await kept(id)).toEqual(again)
    })

    it('refuses a body that is too big before it changes anything', async () => {
      const { id, first } = await made(newKept('x'.repeat(MOST_BODY_BYTES)))
      const tooBig = newKept(`${CANARY}${'x'.repeat(MOST_BODY_BYTES - CANARY.length - 1)}é`)
      for (const act of [
        () => store.swap(id, first.commit, tooBig, MINUTE),
        () => store.create(newId(), tooBig, MINUTE),
      ]) {
        const error: unknown = await act().catch(error => error)
        expect(error).toMatchObject({ why: 'too-big' })
        expectTellsNothing(error)
      }
      expect(await kept(id)).toEqual(first)
    })

    it('refuses a mark that it could not find again', async () => {
      for (const commit of ['', 'a\nb', 'a b', 'x'.repeat(65)]) {
        await expect(store.create(newId(), { body: '{}', commit }, MINUTE)).rejects.toThrow(TypeError)
      }
    })

    it('says what time it is, in whole milliseconds that never run back', async () => {
      const { id, first } = await made()
      const acts = [
        () => store.ready(),
        () => store.load(id),
        () => store.create(id, newKept(), MINUTE),
        () => store.swap(id, 'c-none', newKept(), MINUTE),
        () => store.swap(id, first.commit, newKept(), MINUTE),
        () => store.forget(id, MINUTE),
        () => store.load(id),
      ]
      let last = (await store.ready()).now
      let told = 0
      expect(last).toBeGreaterThan(Date.UTC(2020, 0))
      for (const act of [...acts, ...acts]) {
        const { now } = await act()
        // A swap or a forgetting need not tell.
        if (now === null) continue
        told++
        expect(Number.isInteger(now)).toBe(true)
        expect(now).toBeGreaterThanOrEqual(last)
        last = now
      }
      expect(told).toBeGreaterThanOrEqual(4)
      await tested.pass(20)
      expect((await store.ready()).now).toBeGreaterThanOrEqual(last + 20)
    })

    it('hands out copies: changing what was given or got changes nothing stored', async () => {
      const given = newKept('{"v":1}')
      const { id } = await made(given)
      given.body = 'changed'
      const got = await kept(id)
      if (got !== null) got.body = 'changed'
      expect((await kept(id))?.body).toBe('{"v":1}')
    })
  })
}

/** Fails when an error tells, in any way that a log may print it, a part of what was asked. */
export function expectTellsNothing(error: unknown, secret = CANARY): void {
  expect(error).toBeInstanceOf(StoreDown)
  for (let one = error; one instanceof Error; one = one.cause) {
    const told = [
      one.message,
      one.stack,
      String(one),
      JSON.stringify(one),
      JSON.stringify(Object.getOwnPropertyDescriptors(one)),
    ]
    expect(told.join('\n')).not.toContain(secret)
  }
}
