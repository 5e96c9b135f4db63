// Does everybody who serves the site know a device by the same name, also after the store was lost? Otherwise what somebody said never
// to happen again would be kept of people whom nobody finds.
import { afterEach, describe, expect, it } from 'vitest'
import { createIds } from '../ids.ts'
import { type LobbyStore, StoreDown } from '../ports.ts'
import { createDocs } from '../store/docs.ts'
import { createLobbyMemory } from '../store/lobby-memory.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { openHouse, START } from '../testing/house.ts'
import { createHub } from '../testing/hub.ts'
import { stranger } from '../testing/strangers.ts'
import { AVOID_MS, createPeople, type People } from './people.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** A store that can be lost, or not answer, and all who are served by it. */
function open() {
  const clock = createHandClock(START)
  let kept = createLobbyMemory(clock)
  const site = { isDown: false, loads: 0 }
  function inner(): LobbyStore {
    if (site.isDown) throw new StoreDown('refused')
    return kept
  }
  const store: LobbyStore = {
    async load(key) {
      site.loads += 1
      return inner().load(key)
    },
    swap: async (...act) => inner().swap(...act),
    between: async pairs => inner().between(pairs),
    part: async (...act) => inner().part(...act),
    close: async () => {},
  }
  const lose = () => {
    kept = createLobbyMemory(clock)
  }
  /** A process that begins now. */
  const process = () => createPeople(store, createDocs(store, clock, createIds()), clock)
  return { site, clock, store, lose, process }
}

const xAndY = async (people: People) =>
  [await people.hashOf('device', 'x'), await people.hashOf('device', 'y')] as const

describe('after a store that came back empty', () => {
  it('[RE1] never again is known to the processes that begin later', async () => {
    const { store, lose, process } = open()
    const old = process()
    const before = await xAndY(old)
    lose()
    const [x, y] = await xAndY(old)
    expect([x, y]).toEqual(before)
    await old.keepApart(x, y, 'avoid', AVOID_MS)
    const next = process()
    expect(await xAndY(next)).toEqual([x, y])
    expect((await store.between([await xAndY(next)])).apart[0]?.why).toBe('avoid')
  })

  it('[RE1] a process that began first names everybody, and those before it follow', async () => {
    const { store, lose, process } = open()
    const [old, older] = [process(), process()]
    expect(await xAndY(old)).toEqual(await xAndY(older))
    lose()
    const next = process()
    const names = await xAndY(next)
    const [x, y] = await xAndY(old)
    await old.keepApart(x, y, 'avoid', AVOID_MS)
    expect(await xAndY(older)).toEqual(names)
    expect((await store.between([names])).apart[0]?.why).toBe('avoid')
  })

  it('what names them is back at once where a process hears that it has missed something', async () => {
    const { store, lose, clock } = open()
    const bus = createHub().join()
    const house = await openHouse({ hand: clock, lobbyStore: store, bus })
    ends.push(() => house.close())
    const salt = async () => (await store.load('salt')).kept?.body
    // Nobody has turned to strangers here: there is nothing to bring back.
    bus.setUp(false)
    bus.setUp(true)
    const ann = await stranger(house, 'Ann')
    await ann.must('clock')
    expect(await salt()).toBeUndefined()
    await ann.wait()
    const before = await salt()
    expect(before).toContain('salt')
    lose()
    bus.setUp(false)
    bus.setUp(true)
    await expect.poll(salt).toBe(before)
  })
})

it('nobody’s name is made up while the store does not answer', async () => {
  const { site, process } = open()
  const old = process()
  const names = await xAndY(old)
  site.isDown = true
  expect(await xAndY(old)).toEqual(names)
  const next = process()
  await expect(next.hashOf('device', 'x')).rejects.toBeInstanceOf(StoreDown)
  site.isDown = false
  expect(await xAndY(next)).toEqual(names)
})

it('everybody who comes in the same moment is named by one look', async () => {
  const { site, process } = open()
  const people = process()
  await people.hashOf('device', 'x')
  site.loads = 0
  await Promise.all(Array.from({ length: 1_000 }, (_, n) => people.hashOf('device', `${n}`)))
  expect(site.loads).toBe(1)
})
