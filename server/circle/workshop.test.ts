// What does a workshop come to on the wire? One who facilitates and people with a code, as any client would ask.
import { afterEach, expect, test } from 'vitest'
import { formatFor, totalMs } from '../../lib/formats/formats.ts'
import type { SeatId } from '../../lib/protocol/room.ts'
import { nearCircle, nearRoom } from '../../lib/wire/near.ts'
import { type House, openHouse } from '../testing/house.ts'
import { convene, facilitator, type Guest, guest, guests, roomNamed } from '../testing/workshop.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
let house: House
afterEach(() => house.close())

/** Five people of whom three sit together, all in their rooms. */
async function seated(names = ['Ana', 'Bo', 'Cleo', 'Dai', 'Eva']) {
  house = await openHouse()
  const ada = await convene(house)
  const people = await guests(house, ada.convened.code, ...names)
  await ada.direct({ do: 'pair' })
  for (const person of people) await person.comeIn()
  return { ada, people, code: ada.convened.code }
}

async function begun(names?: string[]) {
  const all = await seated(names)
  await all.ada.direct({ do: 'begin' })
  for (const person of all.people) await person.sees(view => view.stage === 'sitting')
  return all
}

/** What people do is told to a circle a few times a second, and here nothing passes by itself. */
const toldAll = () => house.clock.advance(SECOND)

test('five people make a pair and a three, and begin at one instant on one clock', async () => {
  const { ada, people } = await begun()
  const board = await ada.reads(({ rooms }) => rooms.length === 2 && rooms.every(room => room.stage === 'sitting'))
  expect(board.rooms.map(room => room.people.length).sort()).toEqual([2, 3])
  expect(board.rooms.flatMap(room => room.people).sort()).toEqual(['p1', 'p2', 'p3', 'p4', 'p5'])
  const views = people.map(person => person.view())
  expect(new Set(views.map(view => view.phase?.startedAt)).size).toBe(1)
  expect(new Set(views.map(view => view.format.totalMs))).toEqual(new Set([totalMs(formatFor('round').phases)]))
  expect(board.head).toMatchObject({ stage: 'running', round: 1, rounds: 3, prompt: 'What is it like to be here?' })
  // All of them dial to where the code leads, and their rooms are there too.
  expect(new Set(views.map(({ room }) => nearRoom(room)))).toEqual(new Set([nearCircle(ada.convened.code)]))
})

test('all rooms end at one instant, the three as well, and the next round makes other pairs', async () => {
  const { ada, people } = await begun()
  const first = ada.board().rooms.map(room => room.people)
  await house.clock.advance(totalMs(formatFor('round').phases))
  for (const person of people) expect((await person.sees(view => view.stage === 'closed')).closed?.why).toBe('complete')
  expect(await ada.direct({ do: 'pair' })).toMatchObject({ ok: true })
  for (const person of people) await expect.poll(() => person.told.paired.length).toBe(2)
  const next = (await ada.reads(({ head, rooms }) => head.round === 2 && rooms.length === 2)).rooms
  const pairs = (rooms: string[][]) =>
    rooms.flatMap(room => room.flatMap((a, i) => room.slice(i + 1).map(b => [a, b].sort().join())))
  const met = new Set(pairs(first))
  expect(pairs(next.map(room => room.people)).filter(pair => met.has(pair)).length).toBeLessThanOrEqual(1)
  // Whoever was the third is not the third again.
  expect(next.find(room => room.people.length === 3)?.people[2]).not.toBe(first.find(room => room.length === 3)?.[2])
})

test('the facilitator stops every clock and lets all run on; nobody in a room does', async () => {
  const { ada, people } = await begun()
  await house.clock.advance(60 * SECOND)
  await ada.direct({ do: 'hold' })
  for (const person of people) {
    const view = await person.sees(({ held }) => held?.why === 'facilitator')
    expect(view.can).not.toContain('resume')
  }
  expect(ada.board().head.clock?.stoppedAt).toBe(house.clock.now())
  await house.clock.advance(5 * MINUTE)
  await ada.direct({ do: 'resume' })
  const ends = await Promise.all(
    people.map(async person => (await person.sees(({ held }) => held === null)).format.totalMs),
  )
  expect(new Set(ends).size).toBe(1)
  await house.clock.advance(totalMs(formatFor('round').phases) - 60 * SECOND - 1)
  for (const person of people) expect(person.view().stage).toBe('sitting')
  await house.clock.advance(1)
  for (const person of people) await person.sees(view => view.stage === 'closed')
})

test('a minute more is as much for the three in all as for the two', async () => {
  const { ada, people } = await begun()
  await house.clock.advance(40 * SECOND)
  await ada.direct({ do: 'more' })
  const whole = totalMs(formatFor('round').phases) + 2 * MINUTE
  for (const person of people) await person.sees(view => view.format.totalMs === whole)
  expect(ada.board().head.clock?.endsAt).toBe(house.clock.now() - 40 * SECOND + whole)
})

test('whoever calls is on the board until the facilitator has come; a hold of one room is seen there with its delay', async () => {
  const { ada, people } = await begun()
  const [ana] = people as [Guest]
  await ana.must('intent', { do: 'help' })
  await toldAll()
  const board = await ada.reads(({ rooms }) => rooms.some(({ help }) => help !== null))
  const room = roomNamed(board, 'Ana')
  expect(room?.help).toEqual({ by: 'p1', since: house.clock.now() - SECOND })
  await ada.direct({ do: 'attend', room: room?.n ?? 0 })
  await ada.reads(({ rooms }) => rooms.every(({ help }) => help === null))
  await ana.must('intent', { do: 'hold' })
  await toldAll()
  await ada.reads(now => roomNamed(now, 'Ana')?.held?.why === 'asked')
})

test('everybody is called back with a warning, and the rooms close at its end', async () => {
  const { ada, people } = await begun()
  await ada.direct({ do: 'call-back', seconds: 60 })
  const by = house.clock.now() + MINUTE
  for (const person of people) await person.sees(view => view.backBy === by)
  expect(ada.board().head.backBy).toBe(by)
  await house.clock.advance(MINUTE)
  for (const person of people)
    expect((await person.sees(view => view.stage === 'closed')).closed?.why).toBe('facilitator')
})

test('a reload, and a connection that was lost without a word, come back to the same person, room and seat', async () => {
  const { people, code } = await begun()
  const [ana] = people as [Guest]
  const before = ana.view()
  ana.close()
  await house.clock.advance(SECOND)
  const back = await guest(house, code, 'Ana', ana.joined.token)
  expect(back.joined.person).toBe(ana.joined.person)
  expect(back.joined.seat).toMatchObject({ room: before.room, seat: before.you })
  const { room, token } = back.joined.seat ?? { room: '', token: '' }
  const entered = await back.must('enter', { room, token })
  expect(entered.view).toMatchObject({ stage: 'sitting', you: before.you })
})

test('[W10] whoever has their seat from a second window, and loses that as well before they come in, is away: no turn runs for an empty chair', async () => {
  const { people, code } = await begun(['Ana', 'Bo'])
  const [ana, bo] = people as [Guest, Guest]
  const before = bo.view().rev
  const window = await guest(house, code, 'Ana', ana.joined.token)
  expect(window.joined.seat?.room).toBe(ana.view().room)
  await expect.poll(() => ana.told.moved).toEqual([{ why: 'other-tab' }])
  const gone = house.clock.now()
  for (const one of [window, ana]) one.close()
  await house.connections(2)
  await house.clock.advance(MINUTE)
  const seen = await bo.sees(({ held }) => held !== null)
  expect(seen.held).toMatchObject({ why: 'away', since: gone })
  expect(seen.seats[ana.view().you]?.here).toBe(false)
  // Who comes in at last is there again, and nothing has run meanwhile.
  const back = await guest(house, code, 'Ana', window.joined.token)
  const { room, token } = back.joined.seat ?? { room: '', token: '' }
  await back.must('enter', { room, token })
  expect(await bo.sees(({ seats }) => seats[ana.view().you]?.here === true)).toMatchObject({ held: { since: gone } })
  expect(bo.view().rev).toBeGreaterThan(before)
})

test('whoever joins their circle on the connection of their room keeps the seat, and can act in it and leave it without a word', async () => {
  const { people, code } = await begun(['Ana', 'Bo'])
  const [ana, bo] = people as [Guest, Guest]
  const again = await ana.must('join', { code, token: ana.joined.token })
  expect(again).toMatchObject({ person: 'p1', seat: null, view: { place: { at: 'room' } } })
  expect(await ana.intend({ do: 'hold' })).toMatchObject({ ok: true })
  await bo.sees(view => view.held?.why === 'asked')
  ana.close()
  await house.clock.advance(6 * SECOND)
  await bo.sees(view => view.seats[view.you === 'a' ? 'b' : 'a']?.here === false)
})

test('somebody who comes late waits and breaks no pair; two of them are seated by the facilitator and begin', async () => {
  const { ada, code } = await begun()
  const [late] = (await guests(house, code, 'Fay')) as [Guest]
  expect(late.circle().place).toEqual({ at: 'waiting' })
  expect(late.joined.seat).toBeNull()
  expect(await ada.direct({ do: 'pair', who: 'waiting' })).toMatchObject({ ok: false, why: 'too-few', who: ['p6'] })
  await house.clock.advance(MINUTE)
  const [later] = (await guests(house, code, 'Gil')) as [Guest]
  expect(await ada.direct({ do: 'pair', who: 'waiting' })).toMatchObject({ ok: true })
  for (const person of [late, later]) {
    await person.comeIn()
    await person.sees(view => view.stage === 'sitting')
  }
  expect(ada.board().rooms).toHaveLength(3)
})

test('[RO3] [RO4] two who are seated after minutes were added are behind by what they came late, and end with their own last bell', async () => {
  const { ada, code } = await begun(['Ana', 'Bo'])
  for (let n = 0; n < 3; n++) await ada.direct({ do: 'more' })
  await house.clock.advance(MINUTE)
  const late = await guests(house, code, 'Fay', 'Gil')
  await ada.direct({ do: 'pair', who: 'waiting' })
  for (const person of late) await person.comeIn()
  await toldAll()
  const board = await ada.reads(({ rooms }) => rooms.length === 2 && rooms.every(room => room.stage === 'sitting'))
  expect(roomNamed(board, 'Fay')?.behindMs).toBe(MINUTE)
  const whole = totalMs(formatFor('round').phases) + 3 * MINUTE
  for (const person of late) expect((await person.sees(view => view.stage === 'sitting')).format.totalMs).toBe(whole)
})

test('whoever is left by their partner waits, and is seated with somebody who came late', async () => {
  const { ada, people, code } = await begun(['Ana', 'Bo', 'Cleo', 'Dai'])
  const [ana] = people as [Guest]
  const partner = people.find(person => person !== ana && person.view().room === ana.view().room) as Guest
  await partner.must('intent', { do: 'leave' })
  await partner.must('unjoin')
  await ana.sees(view => view.closed?.why === 'left')
  await toldAll()
  await expect.poll(() => ana.circle().place, { interval: 2 }).toEqual({ at: 'waiting' })
  await guests(house, code, 'Fay')
  expect(await ada.direct({ do: 'pair', who: 'waiting' })).toMatchObject({ ok: true })
  await expect.poll(() => ana.told.paired.length).toBe(2)
})

test('[RO11] whoever is left alone sits with the question of the round on the clock of all, and waits when the facilitator says so', async () => {
  house = await openHouse()
  const ada = await convene(house, { left: 'reflect' })
  const people = await guests(house, ada.convened.code, 'Ana', 'Bo', 'Cleo', 'Dai')
  await ada.direct({ do: 'pair' })
  for (const person of people) await person.comeIn()
  await ada.direct({ do: 'begin' })
  const [ana] = people as [Guest]
  await ana.sees(view => view.stage === 'sitting')
  const partner = people.find(person => person !== ana && person.view().room === ana.view().room) as Guest
  await partner.must('unjoin')
  await ana.sees(view => view.closed?.why === 'left')
  await toldAll()
  await expect.poll(() => ana.circle().place, { interval: 2 }).toEqual({ at: 'reflect' })
  expect(ana.circle().prompt).toBe('What is it like to be here?')
  expect(ana.circle().clock).toEqual(ada.board().head.clock)
  await ada.reads(board => board.people.find(({ id }) => id === 'p1')?.reflects === true)
  expect(await ana.ask('direct', { do: 'reflect', person: 'p1', off: true })).toMatchObject({ code: 'not-allowed' })
  expect(await ada.direct({ do: 'reflect', person: 'p1', off: true })).toMatchObject({ ok: true })
  await expect.poll(() => ana.circle().place, { interval: 2 }).toEqual({ at: 'waiting' })
})

test('[RO9] [RO10] whose partner leaves before the beginning is told so, and is led as a third to others before it begins', async () => {
  const { ada, people } = await seated(['Ana', 'Bo', 'Cleo', 'Dai'])
  const [ana] = people as [Guest]
  const partner = people.find(person => person !== ana && person.view().room === ana.view().room) as Guest
  await partner.must('intent', { do: 'leave' })
  expect((await ana.sees(view => view.closed !== null)).closed?.why).toBe('left')
  await partner.must('unjoin')
  await toldAll()
  await expect.poll(() => ana.circle().place, { interval: 2 }).toEqual({ at: 'waiting' })
  expect(await ada.direct({ do: 'pair', who: 'waiting' })).toMatchObject({ ok: true })
  const three = people.filter(person => person !== partner)
  for (const person of three) await expect.poll(() => person.told.paired.length, { interval: 2 }).toBe(2)
  for (const person of three) await person.comeIn()
  await ada.direct({ do: 'begin' })
  for (const person of three) await person.sees(view => view.stage === 'sitting')
  expect(new Set(three.map(person => person.view().room)).size).toBe(1)
  expect(Object.keys(ana.view().seats)).toHaveLength(3)
})

test('two who are fixed sit together, two kept apart never do, and what contradicts itself is refused with the names', async () => {
  house = await openHouse()
  const ada = await convene(house)
  await guests(house, ada.convened.code, 'Ana', 'Bo', 'Cleo', 'Dai')
  await ada.direct({ do: 'fix', people: ['p1', 'p3'] })
  expect(await ada.direct({ do: 'apart', people: ['p3', 'p1'] })).toMatchObject({ ok: false, why: 'fixed-apart' })
  expect(await ada.direct({ do: 'fix', people: ['p1', 'p4'] })).toMatchObject({ ok: false, why: 'fixed-clash' })
  await ada.direct({ do: 'pair' })
  const { rooms } = await ada.reads(board => board.rooms.length === 2)
  expect(rooms.map(room => room.people)).toContainEqual(['p1', 'p3'])
  await ada.direct({ do: 'apart', people: ['p2', 'p4'] })
  expect(await ada.direct({ do: 'pair' })).toMatchObject({ ok: false, code: 'not-allowed', why: 'apart-impossible' })
  expect(ada.board().rooms).toHaveLength(2)
})

test('[RO6] two devices of one facilitator agree, and the round goes on and ends when both are gone', async () => {
  const { ada, people } = await begun()
  const other = await facilitator(house, ada.convened)
  await other.direct({ do: 'late', late: 'catch-up' })
  await ada.reads(({ head }) => head.late === 'catch-up')
  await other.reads(({ head }) => head.late === 'catch-up')
  ada.close()
  other.close()
  await house.clock.advance(totalMs(formatFor('round').phases))
  for (const person of people) await person.sees(view => view.stage === 'closed')
})

test('a wrong code, a forged key, an unknown token and somebody who directs without a board are refused', async () => {
  house = await openHouse()
  const ada = await convene(house)
  const { circle, code } = ada.convened
  const somebody = await house.dial()
  expect(await somebody.ask('join', { code: 'BBBB BBBB', name: 'Ana' })).toMatchObject({ ok: false, code: 'gone' })
  expect(await somebody.ask('join', { code: 'AEIOU', name: 'Ana' })).toMatchObject({ ok: false, code: 'bad-request' })
  expect(await somebody.ask('join', { code, token: 'x'.repeat(43) })).toMatchObject({ ok: false, code: 'not-yours' })
  expect(await somebody.ask('facilitate', { circle, key: 'x'.repeat(43) })).toMatchObject({
    ok: false,
    code: 'not-yours',
  })
  const typed = `${code.slice(0, 4).toLowerCase()} - ${code.slice(4)}`
  expect(await somebody.ask('join', { code: typed, name: 'Ana' })).toMatchObject({ ok: true, person: 'p1' })
  for (const ask of [{ do: 'begin' }, { do: 'close' }, { do: 'pair' }] as const)
    expect(await somebody.ask('direct', ask)).toMatchObject({ ok: false, code: 'not-allowed' })
  expect(ada.board().head.stage).toBe('gathering')
})

test('what people give of a round is seen in sums of five and never before, and once for each', async () => {
  const { ada, people, code } = await begun()
  for (const [i, person] of people.entries()) {
    expect(ada.board().head.learned).toBeNull()
    await person.must('give', { round: 1, before: 3, after: 3 + (i % 2), heard: i > 0 })
    expect(await person.ask('give', { round: 1, after: 7 })).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(await person.ask('give', { round: 2, after: 7 })).toMatchObject({ ok: false, code: 'not-now' })
    const again = await guest(house, code, person.name, person.joined.token)
    expect(await again.ask('give', { round: 1, after: 7 })).toMatchObject({ ok: false, code: 'not-allowed' })
  }
  await house.clock.advance(SECOND)
  const { learned } = (await ada.reads(({ head }) => head.learned !== null)).head
  expect(learned).toEqual({ givers: 5, before: [0, 0, 5, 0, 0, 0, 0], after: [0, 0, 3, 2, 0, 0, 0], heard: 4 })
})

test('[BO1] a wall shows how many are here and never a name; what the facilitator says reaches everybody and is kept nowhere', async () => {
  const { ada, people, code } = await begun()
  const wall = await house.dial()
  const { face } = await wall.must('watch', { code })
  expect(face).toMatchObject({ people: 5, here: 5, stage: 'running', prompt: 'What is it like to be here?' })
  const fay = await house.dial()
  await fay.must('watch', { code })
  await fay.must('join', { code, name: 'Fay' })
  await house.clock.advance(SECOND)
  await expect.poll(() => wall.told.face.at(-1)?.people).toBe(6)
  await guests(house, code, 'Gil')
  await house.clock.advance(SECOND)
  await expect.poll(() => fay.told.circle.at(-1)?.people).toBe(7)
  // Looking at the door is over for whoever has come in: they are told once.
  expect(fay.told.face).toEqual([])
  const said = JSON.stringify([face, wall.told])
  for (const { name } of people) expect(said).not.toContain(name)
  await ada.direct({ do: 'say', text: 'Tea is ready in the hall.' })
  for (const one of [wall, ...people])
    await expect.poll(() => one.told.said.at(-1)?.text).toBe('Tea is ready in the hall.')
  await ada.direct({ do: 'say', text: null })
  await expect.poll(() => wall.told.said.at(-1)?.text).toBeNull()
})

test('what a facilitator says once the workshop is over is refused, and rings on no wall', async () => {
  const { ada, code } = await begun()
  const wall = await house.dial()
  await wall.must('watch', { code })
  await ada.direct({ do: 'close' })
  expect(await ada.ask('direct', { do: 'say', text: 'One thing more.' })).toMatchObject({ ok: false, code: 'closed' })
  // Whatever was told before this answer has come before it.
  await wall.must('clock')
  expect(wall.told.said).toEqual([])
})

test('whoever is removed is in no room and no circle any more; when it closes nobody is', async () => {
  const { ada, people, code } = await begun(['Ana', 'Bo', 'Cleo', 'Dai'])
  const [ana] = people as [Guest]
  await ada.direct({ do: 'remove', person: 'p1' })
  await ana.sees(view => view.stage === 'closed')
  expect(ada.board().people.map(({ name }) => name)).toEqual(['Bo', 'Cleo', 'Dai'])
  expect(await ana.ask('join', { code, token: ana.joined.token })).toMatchObject({ ok: false, code: 'not-yours' })
  // Whoever is no longer of it is told what a wall is, and nobody else of the people is.
  await expect.poll(() => ana.told.face.at(-1)).toMatchObject({ people: 3 })
  expect(people.slice(1).flatMap(({ told }) => told.face)).toEqual([])
  await ada.direct({ do: 'close' })
  for (const person of people.slice(1)) {
    await person.sees(view => view.closed?.why !== undefined)
    await expect.poll(() => person.told.face.at(-1)?.stage).toBe('closed')
  }
  expect(ada.board()).toMatchObject({ head: { stage: 'closed', people: 0 }, people: [] })
  const somebody = await house.dial()
  expect(await somebody.ask('join', { code, name: 'Zoe' })).toMatchObject({ ok: false, code: 'closed' })
})

test('three in writing read each other, each in their own turn and in nobody else’s, and nobody outside reads them', async () => {
  house = await openHouse()
  const ada = await convene(house, { medium: 'text' })
  const people = await guests(house, ada.convened.code, 'Ana', 'Bo', 'Cleo', 'Dai', 'Eva')
  await ada.direct({ do: 'pair' })
  for (const person of people) await person.comeIn()
  await ada.direct({ do: 'begin' })
  for (const person of people) await person.sees(({ stage }) => stage === 'sitting')
  const three = people.filter(person => Object.keys(person.view().seats).length === 3)
  expect(three).toHaveLength(3)
  const caughtUp = () => Promise.all(people.map(person => person.caughtUp()))
  const turns: SeatId[] = []
  const heard: string[] = []
  for (let waited = 0; waited < 120 && three[0]?.view().stage !== 'closed'; waited++) {
    const { phase } = three[0]?.view() ?? {}
    for (const person of three) {
      const { you } = person.view()
      const answer = await person.ask('words', { phase: phase?.n ?? 0, id: waited + 1, sealed: `{"x":"${you}"}` })
      const isTheirs = phase?.floor === you || phase?.floor === 'all'
      expect(answer).toMatchObject(isTheirs ? { ok: true } : { ok: false, code: 'not-allowed' })
      if (isTheirs && phase?.kind === 'speak' && turns.at(-1) !== you) turns.push(you)
      if (isTheirs) heard.push(`${you} ${waited + 1}`)
    }
    await house.clock.advance(10 * SECOND)
    await caughtUp()
  }
  expect([...turns].sort()).toEqual(['a', 'b', 'c'])
  for (const person of people) {
    const { you } = person.view()
    const isOne = three.includes(person)
    expect(person.told.words.map(({ from, id }) => `${from} ${id}`)).toEqual(
      isOne ? heard.filter(one => !one.startsWith(you)) : [],
    )
  }
})

test('of three in writing each is asked to say again by itself, and the answer goes to the one who asked', async () => {
  house = await openHouse()
  const ada = await convene(house, { medium: 'text' })
  const people = await guests(house, ada.convened.code, 'Ana', 'Bo', 'Cleo')
  await ada.direct({ do: 'pair' })
  for (const person of people) await person.comeIn()
  await ada.direct({ do: 'begin' })
  for (const person of people) await person.sees(({ stage }) => stage === 'sitting')
  const at = (seat: SeatId) => people.find(person => person.view().you === seat) as Guest
  for (const to of ['b', 'c'] as const) {
    await at('a').must('again', { to, since: 2 })
    await at(to).must('replay', { to: 'a', sealed: `from-${to}` })
  }
  expect(await at('b').ask('replay', { to: 'c', sealed: 'unasked' })).toMatchObject({ ok: false })
  for (const person of people) await person.caughtUp()
  expect(at('a').told.replay).toEqual([
    { from: 'b', sealed: 'from-b' },
    { from: 'c', sealed: 'from-c' },
  ])
  expect([at('b').told.again, at('c').told.again]).toEqual([[{ from: 'a', since: 2 }], [{ from: 'a', since: 2 }]])
  expect([at('b').told.replay, at('c').told.replay]).toEqual([[], []])
  await at('c').must('signal', { to: 'b', data: { of: 'c' } })
  await at('b').caughtUp()
  await at('a').caughtUp()
  expect([at('a').told.signal, at('b').told.signal]).toEqual([[], [{ from: 'c', data: { of: 'c' } }]])
})

test('[BO2] no word, line or note of anybody is in anything that a facilitator is told in a whole round', async () => {
  house = await openHouse()
  const ada = await convene(house, { format: { id: 'listening' } })
  const people = await guests(house, ada.convened.code, 'Ana', 'Bo')
  await ada.direct({ do: 'pair' })
  for (const person of people) await person.comeIn()
  await ada.direct({ do: 'begin' })
  const CANARY = 'canary'
  const seats = new Map<SeatId, Guest>(people.map(person => [person.view().you, person]))
  for (let waited = 0; waited < 60 && people.some(person => person.view().stage !== 'closed'); waited++) {
    for (const person of people) {
      const { phase, can } = person.view()
      if (can.includes('line') && phase)
        await person.ask('intent', { do: 'line', phase: phase.n, sealed: `${CANARY}-line` })
      if (phase) await person.ask('words', { phase: phase.n, id: waited + 1, sealed: `${CANARY}-words` })
    }
    await house.clock.advance(30 * SECOND)
    for (const person of people) await person.caughtUp()
  }
  const read = people.flatMap(({ told }) => told.view).some(view => JSON.stringify(view.lines ?? '').includes(CANARY))
  expect(read && seats.size === 2).toBe(true)
  await ada.caughtUp()
  expect(ada.told.board.length).toBeGreaterThan(5)
  expect(JSON.stringify(ada.told)).not.toContain(CANARY)
  expect(house.logged.join('\n')).not.toContain(CANARY)
})

test('[W11] [W12] a facilitator who knocks comes in when everybody has said yes, and the board says so', async () => {
  const { ada, people } = await begun(['Ana', 'Bo', 'Cleo', 'Dai'])
  const [ana] = people as [Guest]
  const bo = people.find(person => person !== ana && person.view().room === ana.view().room) as Guest
  const n = roomNamed(ada.board(), 'Ana')?.n ?? 0
  await ada.direct({ do: 'knock', room: n })
  const since = house.clock.now()
  for (const person of [ana, bo]) await person.sees(({ visit }) => visit?.isIn === false)
  expect(people.filter(person => person.view().visit).length).toBe(2)
  await ana.must('intent', { do: 'admit', yes: true, since })
  await ana.sees(({ visit }) => visit?.yes === true && !visit.isIn)
  expect(bo.view().visit).toMatchObject({ yes: false, isIn: false })
  await bo.must('intent', { do: 'admit', yes: true, since })
  for (const person of [ana, bo]) await person.sees(({ visit }) => visit?.isIn === true)
  await toldAll()
  await ada.reads(board => roomNamed(board, 'Ana')?.visit === 'in')
  await ana.must('intent', { do: 'lend', phase: 0, on: true })
  await bo.sees(({ visit }) => visit?.hasFloor === true)
  await toldAll()
  await ada.reads(board => roomNamed(board, 'Ana')?.visit === 'heard')
  // Whoever knocks elsewhere has gone.
  await ada.direct({ do: 'knock', room: 3 - n })
  for (const person of [ana, bo]) await person.sees(({ visit }) => visit === null)
  await ada.reads(board => board.rooms[2 - n]?.visit === 'asks' && roomNamed(board, 'Ana')?.visit === null)
})

test('[W11] nobody is asked in a turn; after it they are for a minute, and the board learns of each by itself', async () => {
  const { ada, people } = await begun(['Ana', 'Bo'])
  await house.clock.advance(31 * SECOND)
  await ada.direct({ do: 'knock', room: 1 })
  await toldAll()
  await ada.reads(({ rooms }) => rooms[0]?.visit === 'waits')
  expect(people.map(person => person.view().visit)).toEqual([null, null])
  await house.clock.advance(4 * MINUTE + 7 * SECOND)
  for (const person of people) await person.sees(({ visit }) => visit?.isIn === false)
  await ada.reads(({ rooms }) => rooms[0]?.visit === 'asks')
  await house.clock.advance(MINUTE)
  for (const person of people) await person.sees(({ visit }) => visit === null)
  await ada.reads(({ rooms }) => rooms[0]?.visit === 'not-now')
})

test('[W11] where people are not in one place nobody can knock', async () => {
  house = await openHouse()
  const ada = await convene(house, { medium: 'text', odd: 'rest' })
  await guests(house, ada.convened.code, 'Ana', 'Bo')
  await ada.direct({ do: 'pair' })
  expect(await ada.direct({ do: 'knock', room: 1 })).toMatchObject({ ok: false, code: 'not-allowed' })
})
