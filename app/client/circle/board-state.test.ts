// Does the board always show what is true now, and what needs somebody first?
import { describe, expect, test } from 'vitest'
import type { Board, BoardChange, BoardRoom } from '../../../lib/wire/circle.ts'
import { boardWith, headWith, personWith, roomWith } from '../testing/board-with.ts'
import { behindBy, merged, needOf, newlyAnswered, newlyAsking, ordered, sitting, waiting } from './board-state.ts'

const ANA = personWith({ id: 'p1', name: 'Ana', room: 1 })
const BO = personWith({ id: 'p2', name: 'Bo', room: 1 })
const CY = personWith({ id: 'p3', name: 'Cy', room: 2 })
const DI = personWith({ id: 'p4', name: 'Di', room: 2 })

const board = (change: Partial<Board> = {}): Board =>
  boardWith({
    head: headWith({ rev: 5, now: 1000 }),
    people: [ANA, BO, CY, DI],
    rooms: [roomWith({ n: 1, people: ['p1', 'p2'] }), roomWith({ n: 2, people: ['p3', 'p4'] })],
    ...change,
  })
const change = (own: Partial<BoardChange> = {}): BoardChange => ({
  head: headWith({ rev: 6, now: 2000 }),
  people: [],
  rooms: [],
  gone: [],
  ...own,
})

describe('a change', () => {
  test('replaces the people and rooms that it names, adds new ones, and leaves the others the very same', () => {
    const before = board()
    const away = { ...BO, here: false }
    const eva = personWith({ id: 'p5', name: 'Eva', room: null })
    const held = roomWith({ n: 2, people: ['p3', 'p4'], held: { why: 'away', since: 1500 } })
    const after = merged(before, change({ people: [away, eva], rooms: [held] }))
    expect(after.people).toEqual([ANA, away, CY, DI, eva])
    expect(after.people[0]).toBe(ANA)
    expect(after.rooms[0]).toBe(before.rooms[0])
    expect(after.rooms[1]).toBe(held)
    expect(after.head.rev).toBe(6)
  })

  test('takes out whoever is gone', () => {
    expect(merged(board(), change({ gone: ['p2', 'p9'] })).people).toEqual([ANA, CY, DI])
  })

  test('with a new round begins with no rooms of the old one', () => {
    const third = roomWith({ n: 3, people: ['p1', 'p3'] })
    const after = merged(board(), change({ head: headWith({ rev: 6, now: 2000, round: 2 }), rooms: [third] }))
    expect(after.rooms).toEqual([third])
  })

  test('with other rooms under the same number of a round begins with none of those before', () => {
    const anew = roomWith({ n: 1, room: 'another', people: ['p1', 'p4'] })
    expect(merged(board(), change({ rooms: [anew] })).rooms).toEqual([anew])
  })

  test('with fewer rooms than before lets go of those that are no more, and without their number of none', () => {
    const before = board()
    expect(merged(before, change({ roomsInAll: 1 })).rooms).toEqual([before.rooms[0]])
    expect(merged(before, change({ roomsInAll: 0 })).rooms).toEqual([])
    expect(merged(before, change()).rooms).toEqual(before.rooms)
  })

  test('that is older than what is known changes nothing', () => {
    const before = board()
    const older = [headWith({ rev: 4, now: 9000 }), headWith({ rev: 5, now: 999 })]
    for (const head of older) expect(merged(before, change({ head, gone: ['p1'] }))).toBe(before)
    const same = merged(before, change({ head: headWith({ rev: 5, now: 1000 }), gone: ['p1'] }))
    expect(same.people).toHaveLength(3)
  })
})

describe('what a room needs', () => {
  const well = roomWith({ n: 1, people: ['p1', 'p2'] })
  test.each<[string, Partial<BoardRoom>, string]>([
    ['nothing while both are there', {}, 'well'],
    ['somebody when it asked', { help: { by: 'p1', since: 1 } }, 'help'],
    ['a look while one of them has not come in', { here: ['p1'], stage: 'gathering', phase: null }, 'incomplete'],
    ['a look while it is held for one of them', { here: ['p1'], held: { why: 'away', since: 1 } }, 'incomplete'],
    [
      'a look when all are stopped and one is not there',
      { here: ['p1'], held: { why: 'facilitator', since: 1 } },
      'incomplete',
    ],
    ['nothing while a page is loaded anew', { here: ['p1'] }, 'well'],
    ['a look while it is held', { held: { why: 'asked', since: 1 } }, 'incomplete'],
    ['nothing while the facilitator holds all', { held: { why: 'facilitator', since: 1 } }, 'well'],
    ['a look when it is behind', { behindMs: 15_000 }, 'incomplete'],
    ['nothing when it is hardly behind', { behindMs: 14_999 }, 'well'],
    ['nothing once it has finished', { stage: 'closed', closed: { why: 'complete' }, here: [] }, 'well'],
    [
      'nothing when somebody left it: the other one waits elsewhere',
      { stage: 'closed', closed: { why: 'left' }, here: ['p1'] },
      'well',
    ],
    [
      'nobody any more once it is closed',
      { stage: 'closed', help: { by: 'p1', since: 1 }, closed: { why: 'facilitator' } },
      'well',
    ],
  ])('%s', (_, own, need) => {
    expect(needOf({ ...well, ...own })).toBe(need)
  })
})

test.each<[string, Partial<BoardRoom>, number | null]>([
  ['no news while it is little', { behindMs: 14_999 }, null],
  ['what was told', { behindMs: 47_000 }, 45_000],
  ['more with every moment while it stands still by itself', { behindSince: 100_000 }, 195_000],
  ['nothing before that', { behindSince: 400_000 }, null],
  ['nothing once it has ended', { behindMs: 47_000, stage: 'closed' }, null],
])('behind the others is %s', (_, own, ms) => {
  expect(behindBy(roomWith(own), 300_000)).toBe(ms)
})

test('who asked first comes first, then what is not whole, then the rest, each by number', () => {
  const rooms = [
    roomWith({ n: 1 }),
    roomWith({ n: 2, here: [], held: { why: 'away', since: 1 } }),
    roomWith({ n: 3, help: { by: 'p1', since: 90 } }),
    roomWith({ n: 4 }),
    roomWith({ n: 5, help: { by: 'p1', since: 80 } }),
    roomWith({ n: 6, held: { why: 'late', since: 1 } }),
  ]
  expect(ordered(rooms).map(({ n }) => n)).toEqual([5, 3, 2, 6, 1, 4])
  // What was given keeps its order.
  expect(rooms.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6])
})

test('a room that asks is told of once, and again when it asks again', () => {
  const asking = (since: number | null) =>
    board({ rooms: [roomWith({ n: 1, help: since === null ? null : { by: 'p1', since } }), roomWith({ n: 2 })] })
  expect(newlyAsking(null, asking(1))).toEqual([1])
  expect(newlyAsking(asking(null), asking(1))).toEqual([1])
  expect(newlyAsking(asking(1), asking(1))).toEqual([])
  expect(newlyAsking(asking(1), asking(2))).toEqual([1])
  expect(newlyAsking(asking(1), asking(null))).toEqual([])
})

test('what a room answers to a knock is told of once, and nothing that whoever knocked did themselves', () => {
  const standing = (visit: BoardRoom['visit']) => board({ rooms: [roomWith({ n: 1, visit }), roomWith({ n: 2 })] })
  const told = (from: BoardRoom['visit'], to: BoardRoom['visit']) =>
    newlyAnswered(standing(from), standing(to)).map(({ n, answer }) => [n, answer])
  expect(told('asks', 'in')).toEqual([[1, 'in']])
  expect(told('asks', 'not-now')).toEqual([[1, 'not-now']])
  expect(told('in', 'heard')).toEqual([[1, 'heard']])
  expect(told('in', 'out')).toEqual([[1, 'out']])
  expect(told('in', 'in')).toEqual([])
  expect(told('heard', 'in')).toEqual([])
  expect(told('waits', 'asks')).toEqual([])
  expect(told(null, 'waits')).toEqual([])
  expect(told('not-now', null)).toEqual([])
  expect(newlyAnswered(null, standing('not-now'))).toEqual([])
})

describe('who waits', () => {
  const eva = personWith({ id: 'p5', name: 'Eva', room: null })
  const people = [ANA, BO, CY, DI, eva]

  test('is whoever is here and has no room', () => {
    expect(waiting(board({ people }))).toEqual([eva])
    expect(waiting(board({ people: [...people, { ...eva, id: 'p6', here: false }] }))).toEqual([eva])
  })

  test('is also whoever was left behind in a room that ended', () => {
    const broken = roomWith({ n: 2, people: ['p3', 'p4'], stage: 'closed', closed: { why: 'left' } })
    expect(waiting(board({ rooms: [roomWith({ n: 1 }), broken] }))).toEqual([CY, DI])
    const whole = { ...broken, closed: { why: 'complete' } }
    expect(waiting(board({ rooms: [roomWith({ n: 1 }), whole] }))).toEqual([])
  })

  test('is nobody who rests, and nobody where no round is on its way', () => {
    expect(waiting(board({ people, head: headWith({ alone: 'p5' }) }))).toEqual([])
    expect(waiting(board({ people, head: headWith({ stage: 'gathering' }) }))).toEqual([])
    expect(waiting(board({ people, head: headWith({ clock: null }) }))).toEqual([])
    expect(waiting(board({ people, head: headWith({ backBy: 60_000 }) }))).toEqual([])
  })
})

test('rooms that still sit are counted', () => {
  const rooms = [roomWith({ n: 1 }), roomWith({ n: 2, stage: 'closed' }), roomWith({ n: 3, stage: 'gathering' })]
  expect(sitting(board({ rooms }))).toBe(1)
})
