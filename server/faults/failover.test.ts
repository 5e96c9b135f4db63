// What happens to two people when the primary of the Redis is lost and Sentinels put a replica in its place: one that has everything, and
// one that had not yet been told of what was decided last?
import { afterEach, expect, test } from 'vitest'
import { startRedis } from '../../e2e/setup/redis.mjs'
import { faultProxy } from '../testing/fault-proxy.ts'
import { type Fleet, type Pair, sitting, startFleet } from '../testing/fleet.ts'
import { sealed } from '../testing/pair.ts'
import { redisWire } from '../testing/redis-wire.ts'
import { startSentinels } from '../testing/sentinels.ts'

const TIMEOUT = 120_000
const PATIENCE = { timeout: 30_000 }
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

interface FailingSite {
  fleet: Fleet
  /** What the replica holds. */
  holds(key: string): Promise<string>
  /** From now on the replica is told of nothing. */
  fallBehind(): void
  /** The primary is killed; resolves when the Sentinels have put the replica in its place. */
  failOver(): Promise<void>
}

async function site(): Promise<FailingSite> {
  const fleet = await startFleet()
  ends.push(() => fleet.close())
  const { port } = fleet.redis
  const between = await faultProxy(port)
  ends.push(() => between.close())
  const replica = await startRedis({ args: ['--replicaof', '127.0.0.1', String(between.port)] })
  ends.push(() => replica.stop())
  // Whoever is promoted lets all of its clients go: each question has a connection of its own.
  const asked = async (...words: string[]) => {
    const wire = redisWire(replica.port)
    const answer = await wire.ask(...words)
    wire.close()
    return String(answer)
  }
  await expect.poll(() => asked('INFO', 'replication'), PATIENCE).toContain('master_link_status:up')
  const sentinels = await startSentinels(port)
  ends.push(() => sentinels.close())
  await sentinels.ready()
  sentinels.follow(fleet.lines, port)
  return {
    fleet,
    holds: key => asked('GET', key),
    fallBehind: () => between.swallow(true),
    async failOver() {
      await fleet.redis.kill()
      await expect.poll(() => sentinels.primary(), PATIENCE).toBe(replica.port)
    },
  }
}

/** Words of whoever has the floor, and a hold and what ends it, which both see. */
async function goesOn({ ann, ben }: Pair): Promise<void> {
  for (const person of [ann, ben]) await person.sees(({ seats }) => seats.a?.here === true && seats.b?.here === true)
  let id = ben.heard.length
  const heard = id
  // Words that were on their way when a line was lost are lost with it, and a page asks for them again: here they are said again.
  const says = async () => {
    expect(await ann.say(0, ++id, sealed('words'))).toBeNull()
    return ben.heard.length
  }
  await expect.poll(says, { interval: 100, timeout: 15_000 }).toBeGreaterThan(heard)
  expect(await ben.intend({ do: 'hold' })).toBeNull()
  for (const person of [ann, ben]) await person.sees(view => view.held?.why === 'asked')
  for (const person of [ann, ben]) expect(await person.intend({ do: 'resume' })).toBeNull()
  for (const person of [ann, ben]) await person.sees(view => view.held === null)
}

const keyOf = ({ ann }: Pair) => `clearing:room:{${ann.room}}`
const NAME_KEY = 'clearing:epoch'

test('a replica that has everything: the sitting goes on where it was, and nothing is brought back', {
  timeout: TIMEOUT,
}, async () => {
  const { fleet, holds, failOver } = await site()
  const pair = await sitting(fleet, 'own turn')
  const last = pair.ann.view().rev
  await expect.poll(() => holds(keyOf(pair)), PATIENCE).toContain(`"rev":${last}`)
  const name = await holds(NAME_KEY)
  await failOver()
  await goesOn(pair)
  // The replica is no other store, so what ended in the primary stays ended.
  expect(await holds(NAME_KEY)).toBe(name)
  expect(fleet.said()).not.toContain('brought-back')
})

test('a replica that was not told of what was decided last: what both have seen is kept again, and both go on', {
  timeout: TIMEOUT,
}, async () => {
  const { fleet, holds, fallBehind, failOver } = await site()
  const pair = await sitting(fleet, 'own turn')
  const { ann, ben } = pair
  await expect.poll(() => holds(keyOf(pair)), PATIENCE).toContain(`"rev":${ann.view().rev}`)
  fallBehind()
  expect(await ann.intend({ do: 'hold' })).toBeNull()
  for (const person of [ann, ben]) expect(await person.intend({ do: 'resume' })).toBeNull()
  for (const person of [ann, ben]) await person.sees(view => view.held === null && view.rev > 3)
  expect(await ben.intend({ do: 'hold' })).toBeNull()
  for (const person of [ann, ben]) await person.sees(view => view.held?.by === 'b')
  const { rev } = ann.view()
  await failOver()
  expect(await holds(keyOf(pair))).not.toContain(`"rev":${rev}`)
  // Nobody asks for anything.
  await expect.poll(() => holds(keyOf(pair)), PATIENCE).toContain(`"rev":${rev}`)
  for (const person of [ann, ben]) expect(await person.intend({ do: 'resume' })).toBeNull()
  for (const person of [ann, ben]) await person.sees(view => view.held === null && view.rev > rev)
  await goesOn(pair)
})

test('a room that the replica has never heard of: both are told that it is gone, and neither is left waiting', {
  timeout: TIMEOUT,
}, async () => {
  const { fleet, fallBehind, failOver } = await site()
  fallBehind()
  const { ann, ben } = await sitting(fleet, 'own turn')
  await failOver()
  await expect.poll(() => [ann.isGone(), ben.isGone()], PATIENCE).toEqual([true, true])
})
