// What happens to people when a machine has nothing left to give: the disk of the Redis is full, or its memory, or a process may open no
// more files?
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { RedisOptions } from '../../e2e/setup/redis.mjs'
import { type Fleet, type Pair, sitting, startFleet } from '../testing/fleet.ts'
import { dial } from '../testing/house.ts'
import { opening, sealed } from '../testing/pair.ts'
import { type RedisWire, redisWire } from '../testing/redis-wire.ts'

const TIMEOUT = 120_000
const PATIENCE = { timeout: 20_000 }
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function house(how: Parameters<typeof startFleet>[0]): Promise<Fleet> {
  const fleet = await startFleet(how)
  ends.push(() => fleet.close())
  return fleet
}

/** Words of Ann, who has the floor, reach Ben, each once. */
async function says({ ann, ben }: Pair, words: string): Promise<void> {
  const before = ben.heard.length
  expect(await ann.say(0, before + 1, sealed(words))).toBeNull()
  await expect.poll(() => ben.heard.slice(before).map(heard => heard.sealed), PATIENCE).toEqual([sealed(words)])
}

async function heldAndResumed({ ann, ben }: Pair): Promise<void> {
  for (const person of [ann, ben]) await person.sees(view => view.held?.why === 'asked')
  for (const person of [ann, ben]) expect(await person.intend({ do: 'resume' })).toBeNull()
  for (const person of [ann, ben]) await person.sees(view => view.held === null)
}

/** What somebody reads who would open a room at this process. */
async function opens(fleet: Fleet, at: number): Promise<string | null> {
  const person = await dial(fleet.sites[at]?.url ?? '')
  const out = await person.ask('open', opening())
  person.close()
  return out.ok ? null : out.code
}

/** A snapshot that has nowhere to go is what a full disk is to Redis, and after it every write is refused with MISCONF. */
async function fillDisk(wire: RedisWire, dir: string): Promise<() => Promise<void>> {
  const inTheWay = join(dir, 'dump.rdb')
  mkdirSync(join(inTheWay, 'full'), { recursive: true })
  const persistence = async () => String(await wire.ask('INFO', 'persistence'))
  await wire.ask('BGSAVE')
  await expect.poll(persistence, PATIENCE).toContain('rdb_last_bgsave_status:err')
  await expect(wire.ask('SET', 'anything', 'at all')).rejects.toThrow('MISCONF')
  return async () => {
    rmSync(inTheWay, { recursive: true })
    await wire.ask('BGSAVE')
    await expect.poll(persistence, PATIENCE).toContain('rdb_last_bgsave_status:ok')
  }
}

/** It may hold no more than it holds, and throws nothing out to make room: from then on every write is refused with OOM. */
async function fillMemory(wire: RedisWire): Promise<() => Promise<void>> {
  await wire.ask('CONFIG', 'SET', 'maxmemory', '1')
  await expect(wire.ask('SET', 'anything', 'at all')).rejects.toThrow('OOM')
  return async () => void (await wire.ask('CONFIG', 'SET', 'maxmemory', '0'))
}

interface Full {
  redis(dir: string): RedisOptions
  fill(wire: RedisWire, dir: string): Promise<() => Promise<void>>
  /** By which whoever keeps the site is told what it is that is full. */
  why: string
}
const FULL: Record<string, Full> = {
  disk: { redis: dir => ({ dir, args: ['--save', '3600', '1'] }), fill: fillDisk, why: 'bad-answer' },
  memory: { redis: () => ({ args: ['--maxmemory-policy', 'noeviction'] }), fill: fillMemory, why: 'full' },
}

async function filled({ redis, fill }: Full) {
  const dir = mkdtempSync(join(tmpdir(), 'clearing-full-'))
  ends.push(() => rmSync(dir, { recursive: true, force: true }))
  const fleet = await house({ redis: redis(dir) })
  return {
    fleet,
    async fillUp() {
      const wire = redisWire(fleet.redis.port)
      ends.push(() => wire.close())
      return fill(wire, dir)
    },
  }
}

describe.each(Object.entries(FULL))('the %s of the Redis is full', (_what, full) => {
  test('nothing is decided and whoever asks is told, words go on, and when it is mended nothing is lost', {
    timeout: TIMEOUT,
  }, async () => {
    const { fleet, fillUp } = await filled(full)
    const pair = await sitting(fleet, 'own turn')
    const { ann, ben, endsAt } = pair
    const { rev } = ann.view()
    const asks = await sitting(fleet, 'own turn')
    const mend = await fillUp()

    const held = asks.ann.intend({ do: 'hold' })
    await expect.poll(() => fleet.sites[0]?.said(), PATIENCE).toContain('"code":"store-down"')
    expect(fleet.sites[0]?.said()).toContain(`"why":"${full.why}"`)
    for (const at of [0, 1]) expect(await opens(fleet, at)).toBe('store-down')
    await says(pair, 'while nothing can be written')
    // And when its lines break meanwhile, as they do: they are dialled again, and what need not be written goes on.
    for (const line of fleet.lines) line.lead(fleet.redis.port)
    await expect.poll(() => fleet.sites.map(site => site.child.exitCode)).toEqual([null, null])
    await expect
      .poll(async () => {
        await ann.say(0, ben.heard.length + 1, sealed('over new lines'))
        return ben.heard.at(-1)?.sealed
      }, PATIENCE)
      .toBe(sealed('over new lines'))
    for (const person of [ann, ben]) expect([person.view().rev, person.view().phase?.endsAt]).toEqual([rev, endsAt])

    await mend()
    expect(await held).toBeNull()
    await heldAndResumed(asks)
    await says(pair, 'and after it')
    expect(await ben.intend({ do: 'hold' })).toBeNull()
    await heldAndResumed(pair)
    await expect.poll(() => opens(fleet, 0), PATIENCE).toBeNull()
    expect([ann, ben, asks.ann, asks.ben].map(({ outages }) => outages)).toEqual([[], [], [], []])
  })

  test('whoever loses their connection meanwhile waits at the door of their room, and has their seat when it is mended', {
    timeout: TIMEOUT,
  }, async () => {
    const { fleet, fillUp } = await filled(full)
    const pair = await sitting(fleet, 'own turn')
    const mend = await fillUp()
    const [, door] = fleet.doors
    door?.lead(fleet.sites[1]?.port ?? 0)
    await expect.poll(() => pair.ben.isUp()).toBe(false)
    const refusals = () => fleet.said().match(/"event":"enter"/g)?.length ?? 0
    await expect.poll(refusals, PATIENCE).toBeGreaterThan(1)
    // Of somebody who could not be written down as gone nobody is told that they are, and of nobody that their room is.
    expect([pair.ben.isUp(), pair.ben.isGone(), pair.ann.isGone()]).toEqual([false, false, false])

    await mend()
    for (const person of [pair.ann, pair.ben]) {
      await person.sees(({ seats }) => seats.a?.here === true && seats.b?.here === true)
      if (person.view().held) expect(await person.intend({ do: 'resume' })).toBeNull()
    }
    for (const person of [pair.ann, pair.ben]) await person.sees(view => view.held === null)
    await says(pair, 'and after it')
  })
})

/** Room for a process and a few dozen connections. */
const FILES = 200

test('a process may open no more files: those who sit go on, whoever comes waits or goes to the other, and it lets people in again after it', {
  timeout: TIMEOUT,
}, async () => {
  const fleet = await house({ files: [FILES] })
  const pair = await sitting(fleet, 'own turn')
  const [full] = fleet.sites
  const taken: Socket[] = []
  ends.push(() => {
    for (const socket of taken) socket.destroy()
  })
  let turnedAway = 0
  for (let n = 0; n < 2 * FILES; n++) {
    const socket = connect(full?.port ?? 0, '127.0.0.1')
    socket.on('error', () => {})
    socket.on('close', () => turnedAway++)
    taken.push(socket)
  }
  await expect.poll(() => turnedAway, PATIENCE).toBeGreaterThan(FILES / 2)

  await says(pair, 'while nobody can come in')
  expect(await pair.ben.intend({ do: 'hold' })).toBeNull()
  await heldAndResumed(pair)
  await expect(dial(full?.url ?? '')).rejects.toThrow()
  // As a page does: what does not let it in is not the only one.
  expect(await opens(fleet, 1)).toBeNull()
  expect(full?.child.exitCode).toBeNull()

  for (const socket of taken) socket.destroy()
  await expect.poll(() => opens(fleet, 0).catch(() => 'turned away'), PATIENCE).toBeNull()
  await says(pair, 'and after it')
  expect([pair.ann.outages, pair.ben.outages]).toEqual([[], []])
})
