// What happens to two people when the Redis stands still, is slow, is cut off, is killed and comes back with its data or without, or gives
// way to its replica?
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startRedis } from '../../e2e/setup/redis.mjs'
import { type Fleet, type Pair, STAGE_NAMES, sitting, startFleet } from '../testing/fleet.ts'
import { sealed } from '../testing/pair.ts'
import { redisWire } from '../testing/redis-wire.ts'

/** Each begins where the one before has left the site, as an operator's day goes on. */
const TIMEOUT = 120_000
const AOF = ['--appendonly', 'yes', '--appendfsync', 'everysec']
const ends: (() => unknown)[] = []
let fleet: Fleet
const dir = mkdtempSync(join(tmpdir(), 'clearing-aof-'))

beforeAll(async () => {
  fleet = await startFleet({ redis: { dir, args: AOF } })
})
afterAll(async () => {
  await fleet?.close()
  for (const end of ends.splice(0).reverse()) await end()
  rmSync(dir, { recursive: true, force: true })
})

/** Words of whoever has the floor, and an intent of each, which both see. */
async function goesOn({ ann, ben, endsAt }: Pair): Promise<void> {
  for (const person of [ann, ben]) await person.sees(({ seats }) => seats.a?.here === true && seats.b?.here === true)
  expect(ben.view().phase?.endsAt).toBe(endsAt)
  const heard = ben.heard.length
  // Words that were on their way when a line was lost are lost with it, and a page asks for them again: here they are said again.
  let id = heard
  const says = async () => {
    expect(await ann.say(0, ++id, sealed('words'))).toBeNull()
    return ben.heard.length
  }
  await expect.poll(says, { interval: 100, timeout: 8_000 }).toBeGreaterThan(heard)
  expect(await ben.intend({ do: 'hold' })).toBeNull()
  for (const person of [ann, ben]) await person.sees(view => view.held?.why === 'asked')
  for (const person of [ann, ben]) expect(await person.intend({ do: 'resume' })).toBeNull()
  for (const person of [ann, ben]) await person.sees(view => view.held === null)
}

test('it takes 200 ms each way: everything is slower, and nothing else', { timeout: TIMEOUT }, async () => {
  const pair = await sitting(fleet, 'own turn')
  for (const line of fleet.lines) line.slow(200)
  await goesOn(pair)
  for (const line of fleet.lines) line.slow(0)
})

test('it stands still: nothing is decided meanwhile, words go on where nobody need be asked, and all goes on after it', {
  timeout: TIMEOUT,
}, async () => {
  const pair = await sitting(fleet, 'own turn')
  process.kill(fleet.redis.pid, 'SIGSTOP')
  const held = pair.ann.intend({ do: 'hold' })
  await expect.poll(() => fleet.sites[0]?.said() ?? '', { timeout: 10_000 }).toContain('StoreDown')
  expect(pair.ben.view().held).toBeNull()
  process.kill(fleet.redis.pid, 'SIGCONT')
  // Whether the store took it before it stood still was not known: asked again, it may have been done.
  expect([null, 'not-now']).toContain(await held)
  for (const person of [pair.ann, pair.ben]) await person.sees(view => view.held?.why === 'asked')
  for (const person of [pair.ann, pair.ben]) expect(await person.intend({ do: 'resume' })).toBeNull()
  const { phase } = await pair.ann.sees(view => view.held === null)
  await pair.ben.sees(view => view.held === null)
  await goesOn({ ...pair, endsAt: phase?.endsAt ?? null })
})

test('one process is cut off from it without a word: its people wait, and see what they missed when it is heard again', {
  timeout: TIMEOUT,
}, async () => {
  const pair = await sitting(fleet, 'own turn')
  const [line] = fleet.lines
  line?.swallow(true)
  expect(await pair.ben.intend({ do: 'hold' })).toBeNull()
  await pair.ben.sees(view => view.held !== null)
  await expect.poll(() => fleet.sites[0]?.said() ?? '', { timeout: 20_000 }).toMatch(/StoreDown|ready|bus/)
  line?.swallow(false)
  await pair.ann.sees(view => view.held?.why === 'asked', 20_000)
  for (const person of [pair.ann, pair.ben]) {
    await person.sees(({ seats }) => seats.a?.here === true && seats.b?.here === true, 20_000)
    expect(await person.intend({ do: 'resume' })).toBeNull()
  }
  const { phase } = await pair.ann.sees(view => view.held === null)
  await pair.ben.sees(view => view.held === null)
  await goesOn({ ...pair, endsAt: phase?.endsAt ?? null })
})

test('it is killed and comes back with its data: everybody goes on', { timeout: TIMEOUT }, async () => {
  const pair = await sitting(fleet, 'own turn')
  const { port } = fleet.redis
  await fleet.redis.kill()
  fleet.setRedis(await startRedis({ port, dir, args: AOF }))
  await goesOn(pair)
})

test('its primary is lost and a replica takes its place: what was replicated goes on', {
  timeout: TIMEOUT,
}, async () => {
  const pair = await sitting(fleet, 'own turn')
  const replica = await startRedis({ args: ['--replicaof', '127.0.0.1', String(fleet.redis.port)] })
  const wire = redisWire(replica.port)
  ends.push(() => wire.close())
  const holds = async () => (await wire.ask('GET', `clearing:room:{${pair.ann.room}}`)) !== null
  await expect.poll(holds, { timeout: 15_000 }).toBe(true)
  await fleet.redis.kill()
  await wire.ask('REPLICAOF', 'NO', 'ONE')
  for (const line of fleet.lines) line.lead(replica.port)
  fleet.setRedis(replica)
  await goesOn(pair)
})

test('[C6] it is killed and comes back empty: every room comes back from its people’s browsers, and its minutes with it', {
  timeout: TIMEOUT,
}, async () => {
  const pairs = await Promise.all(STAGE_NAMES.map(stage => sitting(fleet, stage)))
  const { port } = fleet.redis
  await fleet.redis.kill()
  fleet.setRedis(await startRedis({ port }))
  for (const { ann, ben, stage } of pairs) {
    for (const person of [ann, ben]) {
      const { seats, stage: now } = await person.sees(
        view => view.seats.a?.here === true && view.seats.b?.here === true,
      )
      expect([seats.a?.name, seats.b?.name, now]).toEqual(['Ann', 'Ben', stage === 'gathering' ? stage : 'sitting'])
    }
  }
  // The minutes that nobody was served are given back to whoever was speaking.
  const { ann, ben } = pairs.find(({ stage }) => stage === 'own turn') as Pair
  for (const person of [ann, ben]) if (person.view().held) expect(await person.intend({ do: 'resume' })).toBeNull()
  for (const person of [ann, ben]) await person.sees(view => view.held === null && view.phase?.floor === 'a')
  expect(await ann.intend({ do: 'on', phase: 0 })).toBeNull()
  await ben.sees(view => view.phase?.on.includes('a') === true)
})

test('it comes back empty and no page has kept anything: both are told that the room is gone, and neither is left waiting', {
  timeout: TIMEOUT,
}, async () => {
  const pair = await sitting(fleet, 'own turn', true)
  const { port } = fleet.redis
  await fleet.redis.kill()
  fleet.setRedis(await startRedis({ port }))
  // Nobody asked for anything: they are told all the same.
  await expect.poll(() => [pair.ann.isGone(), pair.ben.isGone()], { timeout: 20_000 }).toEqual([true, true])
  expect(await pair.ann.intend({ do: 'hold' })).toBe('gone')
})
