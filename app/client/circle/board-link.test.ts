// Does a facilitator's device always come back to the whole board, and does it ask nothing twice?
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { boardWith, headWith, personWith, roomWith } from '../testing/board-with.ts'
import { fakePage } from '../testing/fake-page.ts'
import { type FakeWire, fakeWire } from '../testing/fake-wire.ts'
import { createBoardLink } from './board-link.ts'

const KEY = { circle: 'c'.repeat(22), key: 'k'.repeat(43) }
const BOARD = boardWith({ head: headWith({ rev: 3, now: 10 }), people: [personWith()], rooms: [roomWith()] })

let wire: FakeWire
let link: ReturnType<typeof createBoardLink>
let answers: FakeWire['answer']
let changes = 0

beforeEach(() => {
  fakePage()
  answers = name => (name === 'facilitate' ? { ok: true, board: BOARD, lines: [] } : { ok: true, now: 10, rev: 4 })
  const createWire = () => {
    wire = fakeWire((name, payload) => answers(name, payload))
    return wire
  }
  changes = 0
  link = createBoardLink({ key: KEY, dial: createWire, changed: () => (changes += 1) })
})

afterEach(() => {
  link.end()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const asked = (name: string) => wire.asked.filter(one => one.name === name)
const there = async () => {
  wire.goUp()
  await expect.poll(() => link.snapshot().board).not.toBeNull()
}

describe('the board', () => {
  test('comes whole with the key, and changes are laid over it', async () => {
    await there()
    expect(asked('facilitate').map(({ payload }) => payload)).toEqual([KEY])
    expect(link.snapshot()).toEqual({ board: BOARD, lines: [], isUp: true, trouble: null })
    const held = roomWith({ held: { why: 'away', since: 5 } })
    wire.tell('board', { head: headWith({ rev: 4, now: 20 }), people: [], rooms: [held], gone: [] })
    expect(link.snapshot().board?.rooms).toEqual([held])
    expect(link.snapshot().board?.people).toEqual(BOARD.people)
  })

  test('loses no change that is told before it has come', async () => {
    let answered = (_: { ok: boolean; board: typeof BOARD; lines: [] }) => {}
    answers = name => (name === 'facilitate' ? new Promise(resolve => (answered = resolve)) : { ok: true, now: 10 })
    wire.goUp()
    await expect.poll(() => asked('facilitate')).toHaveLength(1)
    const bo = personWith({ id: 'p2', name: 'Bo' })
    wire.tell('board', { head: headWith({ rev: 4, now: 20 }), people: [bo], rooms: [], gone: [] })
    wire.tell('board', { head: headWith({ rev: 2, now: 5 }), people: [], rooms: [], gone: ['p1'] })
    answered({ ok: true, board: BOARD, lines: [] })
    await expect.poll(() => link.snapshot().board?.people).toEqual([...BOARD.people, bo])
  })

  test('stays as it is while the line is lost, and comes whole again with the next one', async () => {
    await there()
    wire.goDown()
    expect(link.snapshot()).toEqual({ board: BOARD, lines: [], isUp: false, trouble: null })
    const later = boardWith({ head: headWith({ rev: 9, now: 50 }) })
    answers = name => (name === 'facilitate' ? { ok: true, board: later, lines: [] } : { ok: true, now: 50 })
    wire.goUp()
    await expect.poll(() => link.snapshot()).toEqual({ board: later, lines: [], isUp: true, trouble: null })
    expect(asked('facilitate')).toHaveLength(2)
  })

  test('is asked for again where what stands in the way is passing', async () => {
    let refusals = 0
    vi.spyOn(Math, 'random').mockReturnValue(0)
    answers = name => {
      if (name !== 'facilitate') return { ok: true, now: 10 }
      return refusals++ < 2 ? { ok: false, code: 'busy' } : { ok: true, board: BOARD, lines: [] }
    }
    await there()
    expect(asked('facilitate')).toHaveLength(3)
  })

  test.each([
    ['not-yours', 'wrong'],
    ['bad-request', 'wrong'],
    ['gone', 'gone'],
  ])('is not there for a key that is refused as %s', async (code, trouble) => {
    answers = name => (name === 'facilitate' ? { ok: false, code } : { ok: true, now: 10 })
    wire.goUp()
    await expect.poll(() => link.snapshot().trouble).toBe(trouble)
    expect(wire.isClosed).toBe(true)
  })

  test('is followed on the old connection, and directed by it, until the next one has given the whole of it', async () => {
    await there()
    const old = wire
    old.tell('moved', { why: 'draining', withinMs: 0 })
    await expect.poll(() => wire === old).toBe(false)
    old.tell('board', { head: headWith({ rev: 4, now: 20 }), people: [], rooms: [roomWith({ n: 2 })], gone: [] })
    expect([link.snapshot().board?.rooms.length, link.snapshot().isUp]).toEqual([2, true])
    expect(await link.direct({ do: 'hold' })).toMatchObject({ ok: true })
    expect(old.asked.at(-1)?.name).toBe('direct')
    const later = boardWith({ head: headWith({ rev: 9, now: 50 }) })
    answers = name => (name === 'facilitate' ? { ok: true, board: later, lines: [] } : { ok: true, now: 50 })
    wire.goUp()
    await expect.poll(() => link.snapshot().board).toEqual(later)
    await expect.poll(() => old.isClosed).toBe(true)
    await link.direct({ do: 'resume' })
    expect([wire.asked.at(-1)?.name, link.snapshot().isUp]).toEqual(['direct', true])
  })

  test('tells nobody of anything once nobody looks at it', async () => {
    await there()
    const before = changes
    link.end()
    wire.tell('board', { head: headWith({ rev: 4, now: 20 }), people: [], rooms: [], gone: ['p1'] })
    expect(changes).toBe(before)
    expect(wire.isClosed).toBe(true)
  })
})

test('nothing is sent over a line that is lost, and the facilitator is told so', async () => {
  await there()
  wire.goDown()
  expect(await link.direct({ do: 'begin' })).toEqual({ ok: false, code: 'quiet' })
  expect(asked('direct')).toEqual([])
})

test('what is directed is asked once, whatever comes of it', async () => {
  await there()
  answers = () => ({ ok: false, code: 'no-answer' })
  expect(await link.direct({ do: 'pair', who: 'all' })).toEqual({ ok: false, code: 'no-answer' })
  expect(asked('direct').map(({ payload }) => payload)).toEqual([{ do: 'pair', who: 'all' }])
})
