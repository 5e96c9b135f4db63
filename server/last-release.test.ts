// Does a room of the last release go on in this one? From what its store kept, or where that is lost from what its pages kept, with no phase
// left out, shortened or lengthened.
import { afterEach, describe, expect, it } from 'vitest'
import { startRedis } from '../e2e/setup/redis.mjs'
import { createClock } from './clock.ts'
import { connectStores } from './store/connect.ts'
import { type After, allBack, back, last, moment, playedOut, takenOver } from './testing/after-release.ts'
import type { HandClock } from './testing/hand-clock.ts'
import type { House, Person } from './testing/house.ts'
import { GRACE_MS } from './testing/pair.ts'
import type { Moment } from './testing/release-life.ts'

const inRooms = last.moments.filter(({ sitters, shown }) => sitters.length > 0 && shown?.stage !== 'closed')
const sealed = inRooms.filter(({ sitters }) => sitters.every(({ capsule }) => capsule !== undefined))

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const open = async (then: Moment, options?: After): Promise<House> => {
  const house = await takenOver(then, options)
  ends.push(() => house.close())
  return house
}

/** No phase was left out or was shorter or longer than was agreed, and none but the last one was the last. */
async function expectWhole(people: readonly Person[], clock: HandClock, then: Moment): Promise<void> {
  const [one] = people as [Person]
  const { phases } = one.view().format
  const first = then.shown?.n ?? 0
  const left = then.shown?.leftMs ?? (then.shown?.endsAt ?? 0) - then.now
  const from = clock.now()
  const served = await playedOut(people, clock)
  expect(served.map(({ n }) => n)).toEqual(phases.map((_, n) => n).slice(first))
  const [begun] = served
  if (then.shown?.stage === 'sitting' && begun?.endsAt != null) expect(begun.endsAt - from).toBe(left)
  for (const [i, { n, startedAt, bellAt, endsAt }] of served.entries()) {
    const graceMs = bellAt === null ? 0 : GRACE_MS
    expect(endsAt === null ? null : endsAt - startedAt - graceMs).toBe(phases[n]?.ms ?? null)
    if (i > 0 && served[i - 1]?.endsAt != null) expect(startedAt).toBe(served[i - 1]?.endsAt)
  }
  for (const person of people)
    expect((await person.sees(({ stage }) => stage === 'closed')).closed?.why).toBe('complete')
}

describe('a room of the last release goes on', () => {
  it.each(inRooms.map(then => [then.what, then] as const))('%s', async (_, then) => {
    const house = await open(then)
    const people = await allBack(house, then)
    expect(people[0]?.view()).toMatchObject({ stage: then.shown?.stage })
    expect(people[0]?.view().phase?.n).toBe(then.shown?.n)
    expect(people[0]?.view().held?.leftMs ?? null).toBe(then.shown?.leftMs)
    // It would come back from these as any room of this release does.
    for (const person of people) expect(person.view().capsule).toEqual(expect.any(String))
    await expectWhole(people, house.clock, then)
    expect(house.logged.join()).not.toContain('"fault"')
  })

  it('in a Redis as well', async () => {
    const redis = await startRedis()
    ends.push(() => redis.stop())
    const stores = connectStores({ kind: 'tcp', url: redis.url }, createClock())
    ends.push(() => stores.close())
    const then = moment('held as one has asked')
    const house = await open(then, { stores: () => stores })
    await expectWhole(await allBack(house, then), house.clock, then)
  })

  it('that is over says so to whoever comes back', async () => {
    const then = moment('a room that is over')
    const house = await open(then)
    for (const sitter of then.sitters) {
      expect((await back(house, sitter)).view()).toMatchObject({ stage: 'closed', closed: { why: 'complete' } })
    }
  })
})

describe('a room that this store has lost comes back from what the pages of the last release kept', () => {
  it.each(sealed.map(then => [then.what, then] as const))('%s', async (_, then) => {
    const house = await open(then, { isLost: true })
    const people = await allBack(house, then)
    expect(people[0]?.view().phase?.n).toBe(then.shown?.n)
    await expectWhole(people, house.clock, then)
  })
})
