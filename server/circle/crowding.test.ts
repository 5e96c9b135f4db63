// Can somebody with the code of a workshop take the places of the others there, as people who are nobody?
import { afterEach, expect, test } from 'vitest'
import { createHandClock } from '../testing/hand-clock.ts'
import { type House, openHouse, START } from '../testing/house.ts'
import { convene, facilitator, guest, guests } from '../testing/workshop.ts'
import { createLimits, LIMITS } from '../wire/limits.ts'

let house: House
afterEach(() => house?.close())

test('[PE1] a connection that comes in again and again, one after the other or all at once, is one person', async () => {
  house = await openHouse()
  const ada = await convene(house)
  const { code } = ada.convened
  await guests(house, code, 'Ana', 'Bo')
  const crowd = await house.dial()
  for (let n = 0; n < 3; n++) await crowd.must('join', { code, name: 'Cleo' })
  const answers = await Promise.all(Array.from({ length: 5 }, () => crowd.ask('join', { code, name: 'Cleo' })))
  for (const answer of answers) expect(['ok', 'busy']).toContain(answer.ok ? 'ok' : answer.code)
  const last = answers.findLast(answer => answer.ok)
  await house.clock.advance(1_000)
  await ada.reads(({ people }) => people.length === 3)
  const [, , cleo] = ada.board().people
  expect(last).toMatchObject({ ok: true, person: cleo?.id })
  expect(cleo).toMatchObject({ name: 'Cleo', here: true })
})

test('[PE4] whoever comes in once more on the connection of somebody who sits in a room leaves it by that', async () => {
  house = await openHouse()
  const ada = await convene(house)
  const { code } = ada.convened
  const [ana, bo] = await guests(house, code, 'Ana', 'Bo')
  expect(await ada.direct({ do: 'pair' })).toMatchObject({ ok: true })
  await bo?.comeIn()
  await bo?.must('join', { code, name: 'Bo' })
  await house.clock.advance(1_000)
  const board = await ada.reads(({ people }) => people.some(({ id }) => id === 'p3'))
  expect(board.people.map(({ id }) => id)).toEqual(['p1', 'p3'])
  await expect.poll(() => ana?.circle().place).toEqual({ at: 'waiting' })
})

test('an address has a share of the people who come into one workshop, and whoever comes back takes none of it', async () => {
  const hand = createHandClock(START)
  const limits = createLimits({ ...LIMITS, joins: { burst: 3, everyMs: 5_000 } }, hand)
  house = await openHouse({ hand, limits, config: { trustProxy: 1 } })
  const { code } = (await convene(house)).convened
  const { code: other } = (await convene(house)).convened
  const [ana] = await guests(house, code, 'Ana', 'Bo', 'Cleo')
  const late = await house.dial()
  expect(await late.ask('join', { code, name: 'Dai' })).toMatchObject({ ok: false, code: 'too-fast' })
  await guest(house, code, 'Ana', ana?.joined.token)
  await guest(house, other, 'Dai')
  const elsewhere = await house.dial({ headers: { 'X-Forwarded-For': '198.51.100.7' } })
  await guest(house, code, 'Eva', undefined, elsewhere)
  await hand.advance(5_000)
  await guest(house, code, 'Dai', undefined, late)
})

test('one connection that asks to come in without end leaves their share to the others at its router', async () => {
  const hand = createHandClock(START)
  const limits = createLimits({ ...LIMITS, joins: { burst: 20, everyMs: 5_000 } }, hand)
  house = await openHouse({ hand, limits })
  const { code } = (await convene(house)).convened
  const crowd = await house.dial()
  for (let n = 0; n < 60; n++) {
    await crowd.ask('join', { code, name: 'Cleo' })
    await hand.advance(1_000)
  }
  await guests(house, code, 'Ana', 'Bo', 'Dai', 'Eva')
})

test('a circle is paired anew a few times at once and then every ten seconds; whoever waits is seated meanwhile', async () => {
  house = await openHouse()
  const ada = await convene(house)
  const { code } = ada.convened
  await guests(house, code, 'Ana', 'Bo')
  const pair = async (who: 'all' | 'same') => {
    const answer = await ada.direct({ do: 'pair', who })
    return answer.ok ? 'ok' : answer.code
  }
  for (let n = 0; n < 3; n++) expect([await pair('all'), await pair('same')]).toEqual(['ok', 'ok'])
  // On another device of the same facilitator too.
  const other = await facilitator(house, ada.convened)
  expect([await pair('all'), await pair('same')]).toEqual(['too-fast', 'too-fast'])
  expect(await other.direct({ do: 'pair' })).toMatchObject({ ok: false, code: 'too-fast' })
  await guests(house, code, 'Cleo', 'Dai')
  expect(await ada.direct({ do: 'pair', who: 'waiting' })).toMatchObject({ ok: true })
  await house.clock.advance(10_000)
  expect([await pair('same'), await pair('all')]).toEqual(['ok', 'too-fast'])
})
