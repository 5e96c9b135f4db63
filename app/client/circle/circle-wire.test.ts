// Do a circle's page and its rooms agree with the real server: in by a code, to a room and back on one connection, and to the next?
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type House, openHouse } from '../../../server/testing/house.ts'
import { convene, type Facilitator } from '../../../server/testing/workshop.ts'
import { createRoomLink, type RoomLink } from '../line/room-link.ts'
import { dial, type Wire } from '../line/socket.ts'
import { fakePage } from '../testing/fake-page.ts'
import { type Aboard, createAboard } from './circle-aboard.ts'
import { createCircleLink } from './circle-link.ts'
import type { CircleLink } from './circle-link-ports.ts'

const WAIT = { timeout: 8000, interval: 5 }

let house: House
let ada: Facilitator
let dialled: number
const ends: (() => void)[] = []

/** One page of one person: in their circle, or in a room of it. */
function pageOf(name: string) {
  let room: { link: RoomLink; aboard: Aboard } | null = null
  const device = fakePage('').device
  const line = (): Wire => {
    dialled += 1
    return dial({ url: house.app.url })
  }
  const link: CircleLink = createCircleLink({
    code: ada.convened.code,
    dial: line,
    changed: () => {},
    rings: () => {},
    arrives: () => {},
    handOver(id, opened) {
      const own = createRoomLink(id, {
        dial: line,
        changed: () => {},
        entered: () => void aboard.entered(),
        told: {
          words: () => {},
          again: () => {},
          replay: () => {},
          signal: () => {},
          circle: told => aboard.told.circle(told),
          said: told => aboard.told.said(told),
          paired: told => aboard.told.paired(told),
        },
      })
      const aboard = createAboard({ room: id, ask: own.ask, rings: () => {}, changed: () => {} })
      own.start(opened)
      room = { link: own, aboard }
      ends.push(own.end, aboard.end)
    },
  })
  ends.push(link.end)
  link.start()
  return {
    name,
    link,
    device,
    room: () => room as { link: RoomLink; aboard: Aboard },
    at: () => link.snapshot().state,
  }
}

const toldAll = () => house.clock.advance(1000)

beforeEach(async () => {
  fakePage('')
  dialled = 0
  house = await openHouse()
  ada = await convene(house)
})
afterEach(async () => {
  for (const end of ends.splice(0)) end()
  await house.close()
  vi.unstubAllGlobals()
})

test('one person comes in, sits, acts in the room, is called back, and sits in the next round, all on one connection', async () => {
  const maya = pageOf('Maya')
  await expect.poll(() => maya.at().at, WAIT).toBe('door')
  expect(await maya.link.comeIn('Maya')).toEqual({ ok: true })
  const bo = await house.dial()
  await bo.must('join', { code: ada.convened.code, name: 'Bo' })

  await ada.direct({ do: 'pair' })
  await expect.poll(() => maya.at().at, WAIT).toBe('seated')
  const first = maya.room()
  await expect.poll(() => first.aboard.now()?.view?.prompt, WAIT).toBe('What is it like to be here?')
  expect(first.link.view()).toMatchObject({ kind: 'workshop', stage: 'gathering' })
  expect(await first.link.act({ do: 'ready', first: 'me' })).toEqual({ ok: true })
  await ada.direct({ do: 'begin' })
  await expect.poll(() => first.link.view()?.stage, WAIT).toBe('sitting')
  // To join from the room has put nobody out of it.
  expect(await first.link.act({ do: 'help' })).toEqual({ ok: true })
  await ada.direct({ do: 'say', text: 'Tea is ready.' })
  await expect.poll(() => first.aboard.now()?.said?.text, WAIT).toBe('Tea is ready.')

  await ada.direct({ do: 'call-back', seconds: 10 })
  await house.clock.advance(10_000)
  await expect.poll(() => first.link.view()?.closed?.why, WAIT).toBe('facilitator')
  first.aboard.goBack({ before: 2, after: null }, null)
  const wire = first.link.release()
  expect(wire).not.toBeNull()
  maya.link.start(wire)
  await expect.poll(() => maya.at(), WAIT).toMatchObject({ at: 'in', view: { round: 1 } })
  expect(await maya.link.give({ round: 1, before: 2, heard: true })).toEqual({ ok: true })
  expect(await maya.link.give({ round: 1, before: 2 })).toMatchObject({ ok: false, code: 'not-allowed' })

  await ada.direct({ do: 'pair' })
  await expect.poll(() => maya.at().at, WAIT).toBe('seated')
  const second = maya.room()
  expect(second.link.room).not.toBe(first.link.room)
  await expect.poll(() => second.aboard.now()?.view?.prompt, WAIT).toBe('What do you seldom say?')
  expect(dialled).toBe(1)
})

test('whoever is still in a room when they are seated elsewhere is led there, and the circle that closes says so', async () => {
  const maya = pageOf('Maya')
  await expect.poll(() => maya.at().at, WAIT).toBe('door')
  await maya.link.comeIn('Maya')
  for (const name of ['Bo', 'Cleo', 'Dai']) await (await house.dial()).must('join', { code: ada.convened.code, name })
  await ada.direct({ do: 'pair' })
  await expect.poll(() => maya.at().at, WAIT).toBe('seated')
  const first = maya.room()
  await expect.poll(() => first.aboard.now()?.view, WAIT).not.toBeNull()
  await ada.direct({ do: 'pair' })
  await toldAll()
  await expect.poll(() => first.aboard.now()?.isElsewhere, WAIT).toBe(true)
  maya.link.start(first.link.release())
  await expect.poll(() => maya.room().link.room, WAIT).not.toBe(first.link.room)

  const second = maya.room()
  await expect.poll(() => second.link.view()?.stage, WAIT).toBe('gathering')
  await ada.direct({ do: 'close' })
  await expect.poll(() => second.link.view()?.stage, WAIT).toBe('closed')
  maya.link.start(second.link.release())
  await expect.poll(() => maya.at().at, WAIT).toBe('closed')
})

test('whoever is taken out while they wait reads it, and whoever waits when it closes does', async () => {
  const [maya, jonah] = [pageOf('Maya'), pageOf('Jonah')]
  for (const page of [maya, jonah]) await expect.poll(() => page.at().at, WAIT).toBe('door')
  // Both stand on one device here: each is known by what their own page holds.
  await maya.link.comeIn('Maya')
  await jonah.link.comeIn('Jonah')
  await ada.direct({ do: 'remove', person: 'p1' })
  await expect.poll(() => maya.at().at, WAIT).toBe('out')
  expect(jonah.at().at).toBe('in')
  await ada.direct({ do: 'close' })
  await expect.poll(() => jonah.at(), WAIT).toMatchObject({ at: 'closed', face: { title: 'Tuesday circle' } })
})
