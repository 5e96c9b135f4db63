// What happens to two people when the machine of the Redis loses its power, and with it the last second of what the Redis had written down?
// Its file ends in the middle of a decision that both of them have seen.
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { startRedis } from '../../e2e/setup/redis.mjs'
import { type Fleet, type Pair, sitting, startFleet } from '../testing/fleet.ts'
import { sealed } from '../testing/pair.ts'
import { redisWire } from '../testing/redis-wire.ts'

const TIMEOUT = 120_000
const PATIENCE = { timeout: 20_000 }
const AOF = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--aof-load-truncated', 'yes']
/** The end of a command, in the middle of what it writes. */
const CUT = 40
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

interface Powered {
  fleet: Fleet
  /** How much the Redis has written down so far. */
  written(): number
  /** Its machine loses its power, and of its file what is beyond `kept` bytes; resolves with how the store is when it is back, before anybody reaches it. */
  loseIt(kept: number): Promise<{ holds(key: string): Promise<string>; reach(): void }>
}

async function site(): Promise<Powered> {
  const dir = mkdtempSync(join(tmpdir(), 'clearing-power-'))
  ends.push(() => rmSync(dir, { recursive: true, force: true }))
  const fleet = await startFleet({ redis: { dir, args: AOF } })
  ends.push(() => fleet.close())
  const file = () => {
    const folder = join(dir, 'appendonlydir')
    const [newest] = readdirSync(folder).filter(name => name.endsWith('.incr.aof'))
    return join(folder, newest ?? '')
  }
  return {
    fleet,
    written: () => statSync(file()).size,
    async loseIt(kept) {
      await fleet.redis.kill()
      truncateSync(file(), kept)
      // At another port, so that nobody mends it before it was looked at.
      const back = await startRedis({ dir, args: AOF })
      const wire = redisWire(back.port)
      ends.push(() => wire.close())
      fleet.setRedis(back)
      return {
        holds: async key => String(await wire.ask('GET', key)),
        reach: () => {
          for (const line of fleet.lines) line.lead(back.port)
        },
      }
    },
  }
}

const keyOf = ({ ann }: Pair) => `clearing:room:{${ann.room}}`
const NAME_KEY = 'clearing:epoch'

/** Words of whoever has the floor, and a hold and what ends it, which both see. */
async function goesOn({ ann, ben }: Pair): Promise<void> {
  for (const person of [ann, ben]) await person.sees(({ seats }) => seats.a?.here === true && seats.b?.here === true)
  const heard = ben.heard.length
  let id = heard
  // Words that were on their way when a line was lost are lost with it, and a page asks for them again: here they are said again.
  const says = async () => {
    expect(await ann.say(0, ++id, sealed('words'))).toBeNull()
    return ben.heard.length
  }
  await expect.poll(says, { interval: 100, timeout: 15_000 }).toBeGreaterThan(heard)
  await holds(ben, [ann, ben])
  await resumes([ann, ben])
}

async function holds(who: Pair['ann'], both: Pair['ann'][]): Promise<void> {
  expect(await who.intend({ do: 'hold' })).toBeNull()
  for (const person of both) await person.sees(view => view.held?.why === 'asked')
}
async function resumes(both: Pair['ann'][]): Promise<void> {
  for (const person of both) expect(await person.intend({ do: 'resume' })).toBeNull()
  for (const person of both) await person.sees(view => view.held === null)
}

test('the last decision is gone from the store: both have seen it, it is kept again without anybody asking, and both go on', {
  timeout: TIMEOUT,
}, async () => {
  const { fleet, written, loseIt } = await site()
  const pair = await sitting(fleet, 'own turn')
  const { ann, ben } = pair
  await holds(ann, [ann, ben])
  const { rev } = ann.view()
  const { holds: kept, reach } = await loseIt(written() - CUT)
  expect(await kept(keyOf(pair))).toContain(`"rev":${rev - 1}`)
  const name = await kept(NAME_KEY)
  reach()
  await expect.poll(() => kept(keyOf(pair)), PATIENCE).toContain(`"rev":${rev}`)
  // It is the same store, so nothing is brought back to it that may have ended there.
  expect(await kept(NAME_KEY)).toBe(name)
  expect(fleet.said()).not.toContain('brought-back')
  for (const person of [ann, ben]) expect(person.view().held).toMatchObject({ why: 'asked', by: 'a' })
  await resumes([ann, ben])
  await goesOn(pair)
})

test('a room that was opened in the last second is gone: both are told, and neither is left waiting', {
  timeout: TIMEOUT,
}, async () => {
  const { fleet, written, loseIt } = await site()
  const other = await sitting(fleet, 'own turn')
  const before = written()
  const { ann, ben } = await sitting(fleet, 'own turn')
  const { reach } = await loseIt(before)
  reach()
  await expect.poll(() => [ann.isGone(), ben.isGone()], PATIENCE).toEqual([true, true])
  await goesOn(other)
})

test('[C7] everything is on that machine, and four decisions are gone with it: they come back from their people’s browsers, and both go on', {
  timeout: TIMEOUT,
}, async () => {
  const { fleet, written, loseIt } = await site()
  const pair = await sitting(fleet, 'own turn')
  const both = [pair.ann, pair.ben]
  const { rev } = pair.ann.view()
  const before = written()
  await holds(pair.ann, both)
  await resumes(both)
  await holds(pair.ben, both)
  for (const { child, ended } of fleet.sites) {
    child.kill('SIGKILL')
    await ended
  }
  const { holds: kept, reach } = await loseIt(before)
  expect(await kept(keyOf(pair))).toContain(`"rev":${rev},`)
  const name = await kept(NAME_KEY)
  reach()
  await Promise.all([0, 1].map(at => fleet.replace(at)))
  for (const person of both) {
    // Back at the number that the store remembered, they would go on looking at what nobody else knows of.
    const { held } = await person.sees(
      ({ seats, rev: now }) => now > rev + 4 && seats.a?.here === true && seats.b?.here === true,
      30_000,
    )
    expect(held).toMatchObject({ why: 'asked', by: 'b' })
  }
  expect(await kept(NAME_KEY)).toBe(name)
  expect(await kept(keyOf(pair))).toContain(`"rev":${pair.ann.view().rev},`)
  await resumes(both)
  await goesOn(pair)
})
