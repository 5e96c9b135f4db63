// What becomes of a room that this release can't read, since a later one has kept it and was taken back?
import { afterEach, expect, test } from 'vitest'
import type { Kept } from '../ports.ts'
import { type House, openHouse } from '../testing/house.ts'
import { firstTurn, opening } from '../testing/pair.ts'

let house: House
afterEach(() => house.close())

const MARK = 'of-a-later-release'
const faults = () => house.logged.filter(line => line.includes('"fault"') || line.includes('bad-answer'))

/** What the store holds of a room is from now on this. */
async function keptAs(room: string, body: string): Promise<Kept> {
  const { kept } = await house.store.load(room)
  const { result } = await house.store.swap(room, kept?.commit ?? '', { body, commit: MARK }, 600_000)
  expect(result).toBe('swapped')
  return { body, commit: MARK }
}

test('a room of a later version is not there: whoever sits in it is let go and reads so at once, and it is not written over', async () => {
  house = await openHouse()
  const { ann, ben, room } = await firstTurn(house)
  const { kept } = await house.store.load(room)
  const later = await keptAs(room, JSON.stringify({ ...JSON.parse(kept?.body ?? ''), v: 2 }))
  await house.app.director.refresh(room)
  for (const person of [ann, ben]) await expect.poll(() => person.socket.connected).toBe(false)
  const back = await house.dial()
  const { token, view } = ann.seated ?? { token: '', view: null }
  const capsule = ann.told.view.at(-1)?.capsule ?? view?.capsule
  const asks = [
    ['peek', { room }],
    ['enter', { room, token, capsule }],
    ['enter', { room, name: 'Cleo' }],
  ] as const
  for (const [ask, payload] of asks) expect(await back.ask(ask, payload)).toMatchObject({ ok: false, code: 'gone' })
  expect((await house.store.load(room)).kept).toEqual(later)
  expect(faults()).toEqual([])
  // All else goes on.
  await back.must('open', opening())
})

test('what another process says that it has kept of a later version lets whoever is here go as well', async () => {
  house = await openHouse()
  const { ann, room } = await firstTurn(house)
  const { kept } = await house.store.load(room)
  const later = await keptAs(room, JSON.stringify({ ...JSON.parse(kept?.body ?? ''), v: 2 }))
  await house.app.director.heard(room, later)
  await expect.poll(() => ann.socket.connected).toBe(false)
  expect(faults()).toEqual([])
})

test('what is no room at all is a fault of the store, and stays as it is', async () => {
  house = await openHouse()
  const { room } = await firstTurn(house)
  const broken = await keptAs(room, '{"v":')
  await house.app.director.refresh(room)
  const other = await house.dial()
  expect(await other.ask('peek', { room })).toMatchObject({ ok: false, code: 'store-down' })
  expect((await house.store.load(room)).kept).toEqual(broken)
  expect(faults()).not.toEqual([])
})
