// What must every store of the lobby do? One suite that each kind registers, so that none is only believed to behave.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actOn, newOffers, roomsNeeded } from '../../../lib/lobby/queue.ts'
import { emptyQueue, type Queue } from '../../../lib/lobby/waiting.ts'
import type { Ms } from '../../../lib/protocol/room.ts'
import { chanceFrom } from '../../../lib/protocol/testing/chance.ts'
import { createQueues, queueKey } from '../../lobby/queues.ts'
import type { Clock, Kept, LobbyStore, Pair } from '../../ports.ts'
import { createDocs } from '../docs.ts'
import { MOST_DOCUMENT_BYTES } from '../lobby-bounds.ts'

export interface LobbyUnderTest {
  store: LobbyStore
  clock: Clock
  /** Resolves when at least `ms` have passed for the store. */
  pass(ms: Ms): Promise<void>
  end(): Promise<void>
}

const MINUTE = 60_000
const SOON = 400
let count = 0
const newKey = () => `key-${++count}`
const newKept = (body = '{"v":1}'): Kept => ({ body, commit: `c-${++count}` })
const newPair = (): Pair => [`device-${++count}`, `device-${++count}`]

export function lobbyContract(kind: string, start: () => Promise<LobbyUnderTest>): void {
  describe(`${kind}: the contract of a store of the lobby`, () => {
    let tested: LobbyUnderTest
    let store: LobbyStore
    beforeAll(async () => {
      tested = await start()
      store = tested.store
    })
    afterAll(() => tested?.end())
    const kept = async (key: string) => (await store.load(key)).kept

    it('keeps a document as it was written, for its time and not longer', async () => {
      const [key, first] = [newKey(), newKept('{"said":"🕊️ \\"quoted\\""}')]
      expect(await kept(key)).toBeNull()
      expect(await store.swap(key, null, first, SOON)).toMatchObject({ result: 'swapped' })
      expect(await kept(key)).toEqual(first)
      await tested.pass(SOON)
      expect(await kept(key)).toBeNull()
    })

    it('[OF10] writes only what was expected, and answers a swap that was sent again as the first', async () => {
      const [key, first, second] = [newKey(), newKept(), newKept()]
      await store.swap(key, null, first, MINUTE)
      expect(await store.swap(key, null, newKept(), MINUTE)).toMatchObject({ result: 'lost' })
      expect(await store.swap(key, 'c-other', newKept(), MINUTE)).toMatchObject({ result: 'lost' })
      expect(await store.swap(key, first.commit, second, MINUTE)).toMatchObject({ result: 'swapped' })
      expect(await store.swap(key, first.commit, second, MINUTE)).toMatchObject({ result: 'swapped' })
      expect(await store.swap(key, first.commit, newKept(), MINUTE)).toMatchObject({ result: 'lost' })
      expect(await kept(key)).toEqual(second)
    })

    it('lets one of fifty swaps win', async () => {
      const key = newKey()
      const rivals = Array.from({ length: 50 }, () => newKept())
      const answers = await Promise.all(rivals.map(rival => store.swap(key, null, rival, MINUTE)))
      expect(answers.filter(({ result }) => result === 'swapped')).toHaveLength(1)
      expect(await kept(key)).toEqual(rivals[answers.findIndex(({ result }) => result === 'swapped')])
    })

    it('[RE7] writes no pair that is kept apart at that very moment, whichever of them is named first', async () => {
      const [[a, b], key] = [newPair(), newKey()]
      await store.part([b, a], 'avoid', MINUTE)
      for (const anyway of [true, false]) {
        const check = { fit: [newPair(), [a, b] as const], anyway }
        expect(await store.swap(key, null, newKept(), MINUTE, check)).toMatchObject({ result: 'apart' })
      }
      expect(await kept(key)).toBeNull()
      expect(await store.swap(key, null, newKept(), MINUTE, { fit: [newPair()], anyway: false })).toMatchObject({
        result: 'swapped',
      })
    })

    it('[RE8] keeps two who met apart for their time, but not when both would like to meet again', async () => {
      const [pair, key] = [newPair(), newKey()]
      await store.part(pair, 'met', SOON)
      expect(await store.swap(key, null, newKept(), MINUTE, { fit: [pair], anyway: false })).toMatchObject({
        result: 'apart',
      })
      expect(await store.swap(key, null, newKept(), MINUTE, { fit: [pair], anyway: true })).toMatchObject({
        result: 'swapped',
      })
      await tested.pass(SOON)
      expect(await store.swap(newKey(), null, newKept(), MINUTE, { fit: [pair], anyway: false })).toMatchObject({
        result: 'swapped',
      })
    })

    it('tells of many pairs until when they are kept apart and why; to have met never shortens an avoidance', async () => {
      const pairs = Array.from({ length: 700 }, newPair)
      const [one, other] = [pairs[0] ?? newPair(), pairs[650] ?? newPair()]
      await store.part(one, 'met', MINUTE)
      await store.part(one, 'met', 1_000)
      await store.part(other, 'met', MINUTE)
      await store.part(other, 'avoid', 2 * MINUTE)
      const { now } = await store.part(other, 'met', MINUTE)
      const { apart } = await store.between(pairs)
      expect(apart).toHaveLength(700)
      expect(apart.flatMap((known, n) => (known ? [[n, known.why]] : []))).toEqual([
        [0, 'met'],
        [650, 'avoid'],
      ])
      expect((apart[0]?.until ?? 0) - now).toBeGreaterThan(MINUTE / 2)
      expect((apart[650]?.until ?? 0) - now).toBeGreaterThan(1.5 * MINUTE)
    })

    it('refuses what is too big, and a mark that could not be found again, before it changes anything', async () => {
      const key = newKey()
      const tooBig = newKept('x'.repeat(MOST_DOCUMENT_BYTES + 1))
      await expect(store.swap(key, null, tooBig, MINUTE)).rejects.toMatchObject({ why: 'too-big' })
      await expect(store.swap(key, null, { body: '{}', commit: 'a b' }, MINUTE)).rejects.toThrow(TypeError)
      expect(await kept(key)).toBeNull()
    })

    it('[OF11] takes nobody twice and brings together whoever fits, when several processes take at once', async () => {
      // Three processes on one store, each with its own ids; nobody knows of the others but by what is kept.
      const processes = [0, 1, 2].map(n => {
        let made = 0
        const ids = { commit: () => `c-p${n}-${++count}`, room: () => `room-${n}-${++made}-${count}` }
        return createQueues(store, createDocs(store, tested.clock, ids), ids)
      })
      const key = queueKey('text', `l${++count}`)
      const people = Array.from({ length: 24 }, (_, n) => `many-${count}-${n}`)
      const chance = chanceFrom(7)
      const apart: Pair[] = people.flatMap((one, n) =>
        people.slice(n + 1).flatMap((other): Pair[] => (chance.often(0.5) ? [[one, other]] : [])),
      )
      for (const pair of apart) await store.part(pair, 'avoid', MINUTE)
      const taken: string[] = []
      const tell = tested.clock.now()
      // Six at a time, as a busy second has them: more at once lose their race too often, and are told to ask again.
      for (let from = 0; from < people.length; from += 6) {
        await Promise.all(
          people.slice(from, from + 6).map(async (device, n) => {
            const ticket = {
              id: device,
              device,
              name: 'x',
              key: null,
              token: 't',
              since: tell + from + n,
              servedUntil: tell + MINUTE,
            }
            const out = await processes[n % 3]?.act(key, { do: 'join', ticket })
            if (out && out !== 'full') for (const { seats } of out.taken) taken.push(seats.a.device, seats.b.device)
          }),
        )
      }
      const queue: Queue = JSON.parse((await kept(key))?.body ?? 'null')
      expect(new Set(taken).size).toBe(taken.length)
      expect([...taken, ...queue.waiting.map(({ device }) => device)].sort()).toEqual([...people].sort())
      expect(taken.length).toBeGreaterThan(12)
      const isApart = (one: string, other: string) =>
        apart.some(([a, b]) => (a === one && b === other) || (a === other && b === one))
      for (const { seats } of queue.offers) expect(isApart(seats.a.device, seats.b.device)).toBe(false)
      queue.waiting.forEach((one, n) => {
        for (const other of queue.waiting.slice(n + 1)) expect(isApart(one.device, other.device)).toBe(true)
      })
    })

    it('[OF12] decides as the pure engine does, act for act', async () => {
      const chance = chanceFrom(99)
      const ids = { commit: () => `c-${++count}`, room: () => `room-${++count}` }
      const queues = createQueues(store, createDocs(store, tested.clock, ids), ids)
      const key = queueKey('text', `l${++count}`)
      let queue = emptyQueue()
      const shape = ({ waiting, offers }: Queue) => [
        waiting.map(({ id }) => id),
        offers.map(({ seats, made }) => [seats.a.id, seats.b.id, made]),
      ]
      const devices = Array.from({ length: 6 }, (_, n) => `diff-${count}-${n}`)
      const known: Pair[] = [
        [devices[0] ?? '', devices[1] ?? ''],
        [devices[2] ?? '', devices[3] ?? ''],
      ]
      for (const pair of known) await store.part(pair, 'avoid', MINUTE)
      for (let turn = 0; turn < 60; turn++) {
        const now = tested.clock.now()
        const device = chance.pick(devices as [string])
        const open = queue.offers.find(({ made }) => !made)
        const ticket = {
          id: `t-${turn}`,
          device,
          name: 'x',
          key: null,
          token: 't',
          since: now,
          servedUntil: now + MINUTE,
        }
        const act =
          open && chance.often(0.6)
            ? ({ do: 'made', room: open.room } as const)
            : chance.often(0.8)
              ? ({ do: 'join', ticket } as const)
              : ({ do: 'leave', tickets: [queue.waiting[0]?.id ?? ''] } as const)
        const relations = known.map(pair => ({ devices: pair, until: now + MINUTE }))
        const rooms = Array.from({ length: roomsNeeded(queue) }, () => `mine-${++count}`)
        const expected = actOn(queue, act, { now, rooms, relations })
        const out = await queues.act(key, act)
        if (expected === 'full' || out === 'full') throw new Error('full')
        expect(shape(out.queue)).toEqual(shape(expected))
        expect(out.taken.length).toBe(newOffers(queue, expected).length)
        queue = out.queue
      }
    })
  })
}
