// Where does somebody stand who waits by a process that is told to end, and comes by another one? In their own place, and never in two.
import { afterEach, expect, it } from 'vitest'
import type { Queue } from '../../lib/lobby/waiting.ts'
import { createLobbyMemory } from '../store/lobby-memory.ts'
import { createMemoryStore } from '../store/memory.ts'
import { withNews } from '../store/room-news.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { openHouse, START } from '../testing/house.ts'
import { createHub } from '../testing/hub.ts'
import { type Stranger, stranger } from '../testing/strangers.ts'
import { DRAIN_MS } from '../wire/sockets.ts'
import { LOOK_MS } from './lobby.ts'
import { queueKey } from './queues.ts'

const QUEUE = queueKey('text', 'en')
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** Ann waits by a process that is told to end; another one is there. */
async function moving() {
  const hand = createHandClock(START)
  const [rooms, lobbyStore, hub] = [createMemoryStore(hand), createLobbyMemory(hand), createHub()]
  const start = async () => {
    const bus = hub.join()
    const house = await openHouse({ hand, lobbyStore, bus, store: withNews(rooms, bus) })
    ends.push(house.close)
    return house
  }
  const [old, other] = [await start(), await start()]
  const ann = await stranger(old, 'Ann')
  await ann.wait()
  await hand.advance(1000)
  const over = old.app.drain()
  await expect.poll(() => ann.told.moved).toEqual([{ why: 'draining', withinMs: DRAIN_MS }])
  const queue = async () => JSON.parse((await lobbyStore.load(QUEUE)).kept?.body ?? '{}') as Queue
  const comes = () => stranger(other, 'Ann', undefined, ann.device)
  return { hand, other, ann, over, queue, comes }
}

it('[WA9] in their own place, which the first process leaves to them, and is done', async () => {
  const { ann, over, queue, comes } = await moving()
  const back = await comes()
  expect(await back.wait()).toEqual({ ok: true })
  expect((await queue()).waiting.map(({ name, since }) => [name, since])).toEqual([['Ann', START]])
  ann.close()
  await over
  expect((await queue()).waiting).toHaveLength(1)
})

it('[WA9] with whoever comes next, while the first process looks where they are: it seeks no second place for them', async () => {
  const { hand, other, ann, queue, comes } = await moving()
  const back = await comes()
  await back.wait()
  const ben = await stranger(other, 'Ben')
  await ben.wait()
  expect((await back.pairing()).room).toBe((await ben.pairing()).room)
  await hand.advance(2 * LOOK_MS)
  await expect.poll(() => ann.told.moved.at(-1)).toEqual({ why: 'waits-elsewhere' })
  expect((await queue()).waiting).toEqual([])
})

it('[WA9] in the room of which the first process tells them, and in no queue beside it', async () => {
  const { hand, other, ann, queue, comes } = await moving()
  const ben = await stranger(other, 'Ben')
  await ben.wait()
  const { room } = await ben.pairing()
  const back = await comes()
  expect(await back.wait()).toMatchObject({ ok: false, code: 'busy' })
  await hand.advance(LOOK_MS)
  const told = await ann.pairing(1)
  expect(told.room).toBe(room)
  await back.must('enter', { room, token: told.token })
  await ben.comeIn()
  await sat(back)
  expect((await queue()).waiting).toEqual([])
})

const sat = (one: Stranger) => one.sees(view => view.seats.a?.here === true && view.seats.b?.here === true)
