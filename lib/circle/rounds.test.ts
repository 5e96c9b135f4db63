// What do a facilitator's directions make of a circle, and who is somebody in it?
import { expect, test } from 'vitest'
import { z } from 'zod'
import { formatFor, ROUND_IDS } from '../formats/formats.ts'
import type { ConveneAsk, DirectAsk, PersonId } from '../wire/circle.ts'
import { circleAsks } from '../wire/circle-schemas.ts'
import { boardRoom } from './board-room.ts'
import { type Circle, CLOSED_MS, forgetAt, HERE_MS, IDLE_MS, missedAt } from './circle.ts'
import { boardHead, boardPeople, face, viewOf } from './circle-view.ts'
import { codeFrom, codeOf, spaced } from './code.ts'
import { roomOver } from './left-behind.ts'
import type { Directed } from './orders.ts'
import { PEOPLE_MOST } from './pairing-ask.ts'
import { comeBack, give, join, personOf, stayed, went, without } from './people.ts'
import { direct, planProblem, removed } from './rounds.ts'
import { at, begun, circleOf, did, drawn, orders, ordersOf, PLAN, ROUND_MS, roomsOf, T0 } from './testing/circle-of.ts'

test('[PE1] ids are given once, whoever goes, and there is an end to how many can come', () => {
  const four = circleOf(4)
  const three = without(four, 'p4', at(1))
  const again = join(three.ok ? three.circle : four, { name: 'Name 4', token: 'token-5' }, at(2))
  expect(again.ok && again.person).toBe('p5')
  expect(join(circleOf(PEOPLE_MOST), { name: 'One more', token: 't' }, at(1))).toMatchObject({ code: 'full' })
})

test('[PE1] where all places are taken, whoever has been gone longest and sits in no room gives theirs up', () => {
  const sitting = did(circleOf(4), { do: 'pair' }, 1)
  const people = { ...circleOf(PEOPLE_MOST).people, ...sitting.people }
  const all = ['p1', 'p9', 'p7', 'p8'].reduce<Circle>(
    (circle, id, n) => went(circle, id, circle.people[id]?.token.given ?? '', at(2 + n)),
    { ...sitting, people, came: PEOPLE_MOST },
  )
  const late = { name: 'One more', token: 't' }
  expect(join(all, late, at(3) + HERE_MS - 1)).toMatchObject({ code: 'full' })
  const came = join(all, late, at(30) + HERE_MS)
  if (!came.ok) throw new Error(came.code)
  const gone = Object.keys(people).filter(id => !came.circle.people[id])
  expect([came.person, gone]).toEqual([`p${PEOPLE_MOST + 1}`, ['p9']])
})

test('[PE2] a token is replaced at each return, the one before is good until then, and an old farewell says nothing', () => {
  const back = comeBack(circleOf(2), { token: 'token-1', next: 'second' }, at(5))
  if (!back.ok) throw new Error(back.code)
  expect([personOf(back.circle, 'token-1'), personOf(back.circle, 'second')]).toEqual(['p1', 'p1'])
  const twice = comeBack(back.circle, { token: 'second', next: 'third' }, at(6))
  if (!twice.ok) throw new Error(twice.code)
  expect(personOf(twice.circle, 'token-1')).toBeUndefined()
  expect(went(twice.circle, 'p1', 'second', at(7))).toBe(twice.circle)
  expect(went(twice.circle, 'p1', 'third', at(7)).people.p1?.goneSince).toBe(at(7))
  expect(comeBack(twice.circle, { token: 'token-1', next: 'x' }, at(8))).toMatchObject({ code: 'not-yours' })
})

test('[PE2] an ask that was given up and is answered last costs nobody their place', () => {
  const back = comeBack(circleOf(2), { token: 'token-1', next: 'arrived' }, at(5))
  if (!back.ok) throw new Error(back.code)
  const late = comeBack(back.circle, { token: 'token-1', next: 'lost' }, at(6))
  if (!late.ok) throw new Error(late.code)
  const next = comeBack(late.circle, { token: 'arrived', next: 'third' }, at(7))
  expect(next).toMatchObject({ ok: true, person: 'p1' })
  expect(next.ok && ['token-1', 'lost', 'third'].map(token => personOf(next.circle, token))).toEqual([
    undefined,
    undefined,
    'p1',
  ])
})

test('[PE6] whoever was taken to be gone is put back by their own connection, and by no earlier one', () => {
  const lost = went(circleOf(2), 'p1', 'token-1', at(5))
  expect(stayed(lost, 'p1', 'token-0', at(6))).toBe(lost)
  expect(stayed(lost, 'p2', 'token-2', at(6))).toBe(lost)
  const back = stayed(lost, 'p1', 'token-1', at(6))
  expect([back.people.p1?.goneSince, back.rev]).toEqual([null, lost.rev + 1])
  expect(stayed(back, 'p1', 'token-1', at(7))).toBe(back)
})

test('[PE3] a phone that was gone for half a minute is counted in, and after a minute it is not', () => {
  const lost = went(circleOf(4), 'p2', 'token-2', T0)
  const after = (ms: number) => direct(lost, { do: 'pair' }, drawn(), T0 + ms)
  const people = (out: Directed) => (out.ok ? roomsOf(out.circle).flat().sort() : [])
  expect(people(after(HERE_MS - 1))).toEqual(['p1', 'p2', 'p3', 'p4'])
  expect(people(after(HERE_MS))).toEqual(['p1', 'p3', 'p4'])
})

test('[PE3] so long they are among those who are here, wherever that is read, and it is known when they are missed', () => {
  const lost = went(went(circleOf(4), 'p2', 'token-2', T0), 'p3', 'token-3', at(9))
  const here = (ms: number) => boardPeople(lost, T0 + ms).flatMap(person => (person.here ? [person.id] : []))
  expect([face(lost, T0 + HERE_MS - 1).here, here(HERE_MS - 1)]).toEqual([4, ['p1', 'p2', 'p3', 'p4']])
  expect([face(lost, T0 + HERE_MS).here, here(HERE_MS)]).toEqual([3, ['p1', 'p3', 'p4']])
  expect(missedAt(lost, T0)).toBe(T0 + HERE_MS)
  expect(missedAt(lost, T0 + HERE_MS)).toBe(at(9) + HERE_MS)
  expect(missedAt(lost, at(9) + HERE_MS)).toBeNull()
})

test('[PE4] whoever is removed is let out of their room, and no wish names them any more', () => {
  const wished = did(begun(4), { do: 'fix', people: ['p1', 'p2'] })
  const out = removed(wished, 'p1', at(9))
  const room = wished.round?.rooms.find(({ people }) => people.includes('p1'))
  expect(ordersOf(out)).toEqual([{ do: 'leave', room: room?.room, seat: room?.people.indexOf('p1') }])
  expect(out.ok && [out.circle.fixed, out.circle.people.p1]).toEqual([[], undefined])
})

test('[PE5] a closed circle holds no name, token or pair, and there is an hour to read what the group learned', () => {
  const closed = did(begun(5), { do: 'close' }, 10)
  expect(JSON.stringify(closed)).not.toMatch(/Name|token-|p\d/)
  expect(forgetAt(closed)).toBe(at(10) + CLOSED_MS)
  expect(forgetAt(circleOf(2))).toBe(T0 + IDLE_MS)
  expect(direct(closed, { do: 'pair' }, drawn(), at(11))).toMatchObject({ code: 'closed' })
  expect(join(closed, { name: 'Late', token: 't' }, at(11))).toMatchObject({ code: 'closed' })
})

test('[RO1] pairs that nobody began are made anew under the same number, and their rooms close', () => {
  const first = did(circleOf(4), { do: 'pair' })
  const out = direct(first, { do: 'pair' }, drawn(), at(5))
  expect(out.ok && out.circle.round?.n).toBe(1)
  expect(ordersOf(out).map(order => order.do)).toEqual(['direct', 'make'])
  expect(ordersOf(out)[0]).toMatchObject({
    direction: { do: 'close' },
    rooms: first.round?.rooms.map(({ room }) => room),
  })
  expect(did(begun(4), { do: 'pair' }, 20).round?.n).toBe(2)
})

test('[RO2] it begins once, for all rooms at one instant, and is remembered from then on', () => {
  const paired = did(circleOf(5), { do: 'pair' })
  expect(paired.remembered.rounds).toBe(0)
  expect(orders(paired, { do: 'begin' }, 3)).toEqual([
    {
      do: 'direct',
      direction: { do: 'begin', catchUp: false, since: at(3) },
      at: at(3),
      rooms: paired.round?.rooms.map(({ room }) => room),
    },
  ])
  const running = did(paired, { do: 'begin' }, 3)
  expect(running.remembered.rounds).toBe(1)
  expect(Object.keys(running.remembered.met)).toHaveLength(4)
  expect(direct(running, { do: 'begin' }, drawn(), at(4))).toMatchObject({ code: 'not-now' })
  expect(direct(circleOf(4), { do: 'begin' }, drawn(), at(4))).toMatchObject({ code: 'not-now' })
})

test('[RO3] the clock of all gets back what the facilitator held, and a minute for each turn that is not over', () => {
  const held = did(begun(4), { do: 'hold' }, 60)
  expect(face(held, at(90)).clock).toMatchObject({ startedAt: T0, stoppedAt: at(60) })
  expect(direct(held, { do: 'hold' }, drawn(), at(61))).toMatchObject({ code: 'not-now' })
  const on = did(held, { do: 'resume' }, 100)
  expect(face(on, at(100)).clock).toMatchObject({ startedAt: at(40), stoppedAt: null, endsAt: at(40) + ROUND_MS })
  const more = direct(on, { do: 'more' }, drawn(), at(100))
  expect(ordersOf(more)[0]).toMatchObject({ direction: { do: 'more', totalMs: 120_000 } })
  expect(more.ok && face(more.circle, at(100)).clock?.endsAt).toBe(at(160) + ROUND_MS)
  // In the second turn there is one left to grow, and in the meeting before them only the meeting.
  expect(orders(begun(4), { do: 'more' }, 320)[0]).toMatchObject({ direction: { totalMs: 60_000 } })
  expect(orders(begun(4), { do: 'more' }, 10)[0]).toMatchObject({ direction: { totalMs: 60_000 } })
  expect(direct(begun(4), { do: 'more' }, drawn(), T0 + ROUND_MS)).toMatchObject({ code: 'not-now' })
  expect(face(begun(4), T0 + ROUND_MS).clock).toBeNull()
})

test('[RO4] late ones wait; two of them are seated, begin at once, and are remembered to have met', () => {
  let circle = begun(4)
  const before = roomsOf(circle)
  for (const n of [5, 6]) {
    const came = join(circle, { name: `Name ${n}`, token: `token-${n}` }, at(60))
    if (came.ok) circle = came.circle
  }
  expect(viewOf(circle, 'p5', at(60))?.place).toEqual({ at: 'waiting' })
  const out = direct(circle, { do: 'pair', who: 'waiting' }, drawn(), at(70))
  expect(ordersOf(out).map(order => order.do)).toEqual(['make', 'direct'])
  expect(ordersOf(out)[1]).toMatchObject({ direction: { do: 'begin', since: T0 }, at: at(70) })
  expect(out.ok && roomsOf(out.circle)).toEqual([...before, ['p5', 'p6']])
  expect(out.ok && out.circle.remembered.met['p5 p6']).toBe(1)
  expect(out.ok && out.circle.remembered.rounds).toBe(1)
})

test('[RO3] [RO4] two who are seated while all clocks stand still begin with theirs standing', () => {
  let circle = did(begun(4), { do: 'hold' }, 60)
  for (const n of [5, 6]) {
    const came = join(circle, { name: `Name ${n}`, token: `token-${n}` }, at(70))
    if (came.ok) circle = came.circle
  }
  expect(orders(circle, { do: 'pair', who: 'waiting' }, 90).slice(1)).toMatchObject([
    { direction: { do: 'begin', since: at(30) }, at: at(90) },
    { direction: { do: 'hold' }, at: at(90) },
  ])
})

test('[RO3] the phases of the clock of all add up to its end, the seven seconds after each bell included', () => {
  const { clock } = face(did(begun(4), { do: 'more' }, 60), at(60))
  expect(clock?.phases.reduce((end, { ms }) => end + ms, T0)).toBe(clock?.endsAt)
})

test('[RO7] whatever a round may be, it comes to its end by time alone', () => {
  for (const id of ROUND_IDS) expect(formatFor(id).phases.every(({ ms }) => ms !== null)).toBe(true)
  expect(circleAsks(z.string()).convene.safeParse({ ...PLAN, format: { id: 'repair' } }).success).toBe(false)
})

test('[RO4] whoever is left over when a room ends before its time waits; a room that ends with the round leaves nobody', () => {
  const circle = begun(4)
  const [room] = circle.round?.rooms ?? []
  const over = roomOver(circle, room?.room ?? '', 'left', at(60))
  expect(viewOf(over, room?.people[0] ?? '', at(61))?.place).toEqual({ at: 'waiting' })
  expect(boardPeople(over, T0).filter(person => person.room === null)).toHaveLength(2)
  expect(roomOver(circle, room?.room ?? '', 'complete', T0 + ROUND_MS)).toBe(circle)
  expect(roomOver(circle, room?.room ?? '', 'facilitator', at(60))).toBe(circle)
  expect(roomOver(circle, 'elsewhere', 'left', at(60))).toBe(circle)
})

test('[RO5] wishes that contradict each other, or name nobody, are refused with the names and change nothing', () => {
  const refusal = (circle: Circle, ask: DirectAsk) => direct(circle, ask, drawn(), at(1))
  const fixed = did(circleOf(4), { do: 'fix', people: ['p1', 'p2'] })
  expect(refusal(fixed, { do: 'apart', people: ['p2', 'p1'] })).toMatchObject({ why: 'fixed-apart', who: ['p2', 'p1'] })
  expect(refusal(fixed, { do: 'fix', people: ['p2', 'p3'] })).toMatchObject({ why: 'fixed-clash' })
  expect(refusal(fixed, { do: 'fix', people: ['p2', 'p9'] })).toMatchObject({ why: 'unknown-person', who: ['p9'] })
  expect(did(fixed, { do: 'fix', people: ['p2', 'p1'], off: true }).fixed).toEqual([])
  expect(did(fixed, { do: 'fix', people: ['p2', 'p1'] }).fixed).toEqual([['p2', 'p1']])
  const apart = ['p2', 'p3', 'p4'].reduce(
    (circle, other) => did(circle, { do: 'apart', people: ['p1', other as PersonId] }),
    circleOf(4),
  )
  expect(refusal(apart, { do: 'pair' })).toMatchObject({ ok: false, code: 'not-allowed', why: 'apart-impossible' })
})

test('[RO7] three share a round wherever its turns are long enough, whatever the medium, and no shorter one', () => {
  for (const medium of ['together', 'text', 'voice'] as const) {
    const plan = { ...PLAN, medium }
    expect(planProblem(plan)).toBeNull()
    expect(planProblem({ ...plan, format: { id: 'taste', minutes: 1 } })).not.toBeNull()
    expect(planProblem({ ...plan, format: { id: 'taste', minutes: 1 }, odd: 'rest' })).toBeNull()
  }
})

test('[BO1] [BO3] a wall and a person read how many there are, and no name of anybody else', () => {
  const circle = begun(5)
  expect(JSON.stringify(face(circle, at(1)))).not.toMatch(/Name|"p\d|room-/)
  const own = viewOf(circle, 'p2', at(1))
  expect(own?.you).toEqual({ person: 'p2', name: 'Name 2' })
  expect(JSON.stringify(own).replace('Name 2', '')).not.toMatch(/Name|token/)
  expect(viewOf(circle, 'p9', at(1))).toBeNull()
  expect(face(circle, at(1))).toMatchObject({ stage: 'running', people: 5, here: 5, prompt: 'One?', nextPrompt: null })
})

test('[RO8] whoever knocks at a door is at no other any more, and where people are far apart at none', () => {
  const circle = begun(6)
  const [first, second, third] = circle.round?.rooms.map(({ room }) => room) ?? []
  expect(orders(circle, { do: 'knock', room: 2 }, 5)).toEqual([
    { do: 'direct', direction: { do: 'withdraw' }, at: at(5), rooms: [first, third] },
    { do: 'direct', direction: { do: 'knock' }, at: at(5), rooms: [second] },
  ])
  expect(orders(circle, { do: 'knock', room: 2, off: true }, 5)).toEqual([
    { do: 'direct', direction: { do: 'withdraw' }, at: at(5), rooms: [second] },
  ])
  const out = (over: Partial<ConveneAsk>, room: number) => direct(begun(4, over), { do: 'knock', room }, drawn(), at(5))
  expect(out({}, 3)).toEqual({ ok: false, code: 'gone' })
  for (const medium of ['text', 'voice'] as const)
    expect(out({ medium, odd: 'rest' }, 1)).toEqual({ ok: false, code: 'not-allowed' })
})

test('[BO2] what stands on a board about a circle and a room is this, and no token or key', () => {
  const circle = begun(3, { odd: 'rest' })
  const head = boardHead(circle, at(1))
  expect(head.alone).toMatch(/^p[123]$/)
  expect(JSON.stringify([head, boardPeople(circle, T0)])).not.toMatch(/token|hash-of-key/)
  expect(boardPeople(circle, T0)[0]).toEqual({
    id: 'p1',
    name: 'Name 1',
    here: true,
    odd: expect.any(Number),
    room: expect.anything(),
    reflects: false,
  })
  const room = { room: 'room-x', people: ['p3', 'p1'] }
  const seen = {
    here: ['b'],
    stage: 'sitting',
    phase: null,
    held: null,
    behindMs: 0,
    behindSince: T0,
    help: { by: 'b', since: T0 },
    visit: 'in',
    closed: null,
  } as const
  expect(boardRoom(room, 2, { ...seen, here: ['b'], left: [] })).toEqual({
    n: 2,
    room: 'room-x',
    people: ['p3', 'p1'],
    here: ['p1'],
    stage: 'sitting',
    phase: null,
    held: null,
    behindMs: 0,
    behindSince: T0,
    help: { by: 'p1', since: T0 },
    visit: 'in',
    closed: null,
  })
})

/** Marks in which nothing of a person is seen. */
const markOf = (id: string, round: number) => `mark-${'xkcqbvjd'[Number(id[1])]}${round}`
const drawnFor = (place: number) => ({ place, markOf })

test('[LE1] [LE3] nothing is seen of four, five are a sum, and the next five come to it at once', () => {
  let circle = begun(5)
  const seen: unknown[] = []
  for (let n = 1; n <= 5; n++) {
    const out = give(circle, `p${n}`, { round: 1, before: 2, after: n, heard: n !== 3 }, drawnFor(n), at(n))
    if (!out.ok) throw new Error(out.code)
    if (n < 5) expect(out.circle.rev).toBe(circle.rev)
    circle = out.circle
    seen.push(boardHead(circle, at(n)).learned)
  }
  const five = { givers: 5, before: [0, 5, 0, 0, 0, 0, 0], after: [1, 1, 1, 1, 1, 0, 0], heard: 4 }
  expect(seen).toEqual([null, null, null, null, five])
  const sixth = give(did(circle, { do: 'pair' }, 900), 'p1', { round: 1, after: 7 }, drawnFor(1), at(901))
  expect(sixth).toMatchObject({ ok: false, code: 'not-allowed' })
  const second = did(did(circle, { do: 'pair' }, 900), { do: 'begin' }, 901)
  const more = give(second, 'p1', { round: 2, after: 7 }, drawnFor(1), at(902))
  expect(more.ok && boardHead(more.circle, at(902)).learned).toEqual(five)
  expect(more.ok && JSON.stringify(more.circle.learned)).not.toMatch(/p\d/)
})

test('[LE3] what waits for a sum is kept beside nobody: whoever reads the circle can’t tell which of its people gave it', () => {
  const gives = (before: Circle, n: number) => {
    const out = give(before, `p${n}`, { round: 1, after: 2 }, drawnFor(0), at(1))
    if (!out.ok) throw new Error(out.code)
    return out.circle
  }
  const before = begun(6)
  const one = gives(before, 1)
  expect(one.people).toEqual(before.people)
  expect(JSON.stringify(one.learned)).not.toContain('p1')
  // Nor by the order of the marks.
  expect(gives(gives(before, 1), 2).learned).toEqual(gives(gives(before, 2), 1).learned)
  expect(give(one, 'p1', { round: 1 }, drawnFor(0), at(2))).toMatchObject({ code: 'not-allowed' })
  // Of five who are in one sum it is known, and of nobody who came after.
  const six = [2, 3, 4, 5, 6].reduce(gives, one)
  expect(Object.values(six.people).map(({ gave }) => gave)).toEqual([[1], [1], [1], [1], [1], []])
  for (const person of ['p1', 'p5', 'p6'])
    expect(give(six, person, { round: 1 }, drawnFor(0), at(2))).toMatchObject({ code: 'not-allowed' })
})

test('[LE3] when a circle is closed, no answer stays that waits for a sum, nor that somebody gave one', () => {
  let circle = begun(7)
  for (let n = 1; n <= 7; n++) {
    const out = give(circle, `p${n}`, { round: 1, after: 2 }, drawnFor(n), at(n))
    if (!out.ok) throw new Error(out.code)
    circle = out.circle
  }
  expect(circle.learned.waiting).toHaveLength(2)
  const closed = did(circle, { do: 'close' }, 20)
  expect([closed.learned, closed.offered]).toEqual([{ open: circle.learned.open, waiting: [] }, []])
  expect(closed.learned.open?.givers).toBe(5)
})

test('[LE2] each gives once for a round, and not before it began', () => {
  const circle = begun(4)
  expect(give(circle, 'p1', { round: 2, after: 1 }, drawnFor(1), at(1))).toMatchObject({ code: 'not-now' })
  expect(give(did(circleOf(4), { do: 'pair' }), 'p1', { round: 1 }, drawnFor(1), at(1))).toMatchObject({
    code: 'not-now',
  })
  expect(give(circle, 'p9', { round: 1 }, drawnFor(1), at(1))).toMatchObject({ code: 'gone' })
})

test('a code forgives how it is typed, and is nothing that was never a code', () => {
  for (const typed of ['K7M4QX2P', 'k7m4 qx2p', ' K7M4–QX2P ', 'k-7-m-4-q-x-2-p'])
    expect(codeFrom(typed)).toBe('K7M4QX2P')
  for (const typed of ['', 'K7M4QX2', 'K7M4QX2PP', 'A7M4QX2P', 'K7M4QX20', 'K7M4_X2P'])
    expect(codeFrom(typed)).toBeNull()
  expect(spaced('K7M4QX2P')).toBe('K7M4 QX2P')
  expect(codeOf([0, 27, 1, 26, 2, 25, 3, 24])).toBe('2Z3Y4X5W')
})
