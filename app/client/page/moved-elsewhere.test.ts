// Does anybody of a hall notice that the process which served them was told to end? Real processes, and the links of the pages themselves.
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type Fleet, startFleet } from '../../../server/testing/fleet.ts'
import { dial as dialPerson } from '../../../server/testing/house.ts'
import { redisWire } from '../../../server/testing/redis-wire.ts'
import { newDevice, type Stranger, stranger } from '../../../server/testing/strangers.ts'
import { convene, guest } from '../../../server/testing/workshop.ts'
import { createBoardLink } from '../circle/board-link.ts'
import { createCircleLink } from '../circle/circle-link.ts'
import { watchWall } from '../circle/wall-link.ts'
import type { WallSnapshot } from '../circle/wall-state.ts'
import { dial, type Wire } from '../line/socket.ts'
import { createStrangerLink } from '../strangers/stranger-link.ts'
import { fakePage } from '../testing/fake-page.ts'

const WAIT = { timeout: 8_000, interval: 10 }

let fleet: Fleet
const ends: (() => unknown)[] = []

beforeAll(async () => {
  fleet = await startFleet({ env: { CONTACT_EMAIL: 'keeper@clearing.example' } })
})
afterEach(() => {
  for (const end of ends.splice(0)) end()
  vi.unstubAllGlobals()
})
afterAll(() => fleet?.close())

const url = (at: number) => `http://127.0.0.1:${fleet.doors[at % 2]?.port}`
const at = (n: number) => ({ dial: (options = {}) => dialPerson(url(n), options) })

/** Dials the first process, then the other, as a balancer would lead it; and notes when nobody stands any more. */
function line(device?: string) {
  let dialled = 0
  const up = new Set<Wire>()
  const gaps: number[] = []
  let lostAt: number | null = null
  const createWire = (): Wire => {
    const wire = dial({ url: url(dialled++) })
    wire.onLine(isUp => {
      if (isUp) up.add(wire)
      else up.delete(wire)
      if (up.size === 0) lostAt = performance.now()
      else if (lostAt !== null) gaps.push(performance.now() - lostAt)
      if (up.size > 0) lostAt = null
    })
    // Each page has a device of its own; this test has one page for all of them.
    const ask = wire.ask as (name: string, payload?: object) => Promise<never>
    wire.ask = ((name: string, payload?: object) =>
      ask(name, name === 'wait' ? { ...payload, device } : payload)) as Wire['ask']
    return wire
  }
  return { createWire, gaps, dialled: () => dialled, isUp: () => up.size > 0 }
}

test('a board, a wall, a person between rounds and two who wait go over to another process, and miss nothing', async () => {
  fakePage('')
  const ada = await convene(at(1))
  const { code, circle, key } = ada.convened
  const [boards, walls, circles, anns, bens] = [line(), line(), line(), line(newDevice()), line(newDevice())]
  const lines = [boards, walls, circles, anns, bens]
  const seen: string[] = []
  const note = (what: string, state: string) => seen.at(-1) !== `${what} ${state}` && seen.push(`${what} ${state}`)

  const board = createBoardLink({
    key: { circle, key },
    dial: boards.createWire,
    changed: () => note('board', board.snapshot().isUp ? 'up' : 'lost'),
  })
  let face: WallSnapshot | null = null
  const stopWall = watchWall({
    code,
    dial: walls.createWire,
    changed(next) {
      face = next
      note('wall', next.isQuiet ? 'quiet' : 'well')
    },
  })
  const maya = createCircleLink({
    code,
    dial: circles.createWire,
    changed: () => note('maya', `${maya.snapshot().state.at}${maya.snapshot().isQuiet ? ' quiet' : ''}`),
    rings: () => {},
    arrives: () => {},
    handOver: () => {},
  })
  const seeks = (own: ReturnType<typeof line>, name: string, language: 'en' | 'es') => {
    const link = createStrangerLink({
      dial: own.createWire,
      changed: () => note(name, `${link.snapshot().state.at}${link.snapshot().isQuiet ? ' quiet' : ''}`),
      handOver: () => {},
    })
    link.wait({ name, medium: 'text', language })
    ends.push(link.end)
    return link
  }
  ends.push(board.end, stopWall, maya.end, () => ada.close())
  maya.start()
  await expect.poll(() => maya.snapshot().state.at, WAIT).toBe('door')
  await maya.comeIn('Maya')
  const noor = await guest(at(1), code, 'Noor')
  const [ann, ben] = [seeks(anns, 'Ann', 'en'), seeks(bens, 'Ben', 'es')]
  await expect.poll(() => board.snapshot().board?.people.length, WAIT).toBe(2)
  await expect.poll(() => face?.face?.people, WAIT).toBe(2)
  for (const link of [ann, ben])
    await expect.poll(() => link.snapshot().state, WAIT).toMatchObject({ at: 'waiting', told: {} })
  const since = await places()

  seen.length = 0
  fleet.sites[0]?.child.kill('SIGTERM')
  // While they go over, what is said reaches everybody, and is seen by the board.
  await ada.direct({ do: 'say', text: 'Breathe.' })
  await ada.direct({ do: 'late', late: 'catch-up' })
  await expect.poll(() => board.snapshot().board?.head.late, WAIT).toBe('catch-up')
  expect(await board.direct({ do: 'late', late: 'finish' })).toMatchObject({ ok: true })
  await expect.poll(() => maya.snapshot().said?.text, WAIT).toBe('Breathe.')
  expect(await fleet.sites[0]?.ended).toBe(0)

  expect(lines.map(({ gaps, dialled, isUp }) => [gaps, dialled(), isUp()])).toEqual(lines.map(() => [[], 2, true]))
  expect(seen.filter(state => /lost|quiet|looking|door|joining|elsewhere|barred|closed/.test(state))).toEqual([])
  expect(await places()).toEqual(since)

  // All of it goes on at the other one: the two are paired there, and each stranger is brought together once.
  expect(await board.direct({ do: 'pair' })).toMatchObject({ ok: true })
  await expect.poll(() => maya.snapshot().state.at, WAIT).toBe('seated')
  await expect.poll(() => noor.told.paired.length, WAIT).toBe(1)
  const others: Stranger[] = []
  for (const [name, language] of [
    ['Cleo', 'en'],
    ['Dora', 'es'],
  ] as const) {
    const other = await stranger(at(1), name)
    await other.wait({ language })
    others.push(other)
  }
  for (const link of [ann, ben]) await expect.poll(() => link.snapshot().state.at, WAIT).toBe('meeting')
  for (const other of others) {
    await other.caughtUp()
    expect(other.told.paired).toHaveLength(1)
    other.close()
  }
}, 60_000)

/** Since when each waits, as the store has it. */
async function places(): Promise<Record<string, number>> {
  const redis = redisWire(fleet.redis.port)
  const keys = ((await redis.ask('KEYS', '*queue:*')) as string[]).sort()
  const kept = await Promise.all(keys.map(key => redis.ask('GET', key)))
  redis.close()
  return Object.fromEntries(
    kept.flatMap(text => {
      const { waiting } = JSON.parse(String(text).slice(String(text).indexOf('{'))) as {
        waiting: { name: string; since: number }[]
      }
      return waiting.map(({ name, since }) => [name, since])
    }),
  )
}
