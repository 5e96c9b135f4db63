import { describe, expect, test } from 'vitest'
import type { RoomView } from '../../../lib/wire/events.ts'
import { wordsFor } from '../../../lib/words/words.ts'
import { viewWith } from '../../client/testing/view-with.ts'
import { announce } from './announce.ts'
import { namesFrom } from './names.ts'

const words = wordsFor('en')
const { status } = words
const names = namesFrom({ a: 'Ana', b: 'Bo' }, 'b', words)
const running = viewWith()
const phase = running.phase
const inPhase = (change: Partial<NonNullable<typeof phase>>, you: 'a' | 'b' = 'b') =>
  viewWith({ you, phase: phase && { ...phase, ...change } })
const before = inPhase({ n: 0, kind: 'arrive', floor: 'none', bellAt: null })

describe('a phase is said once, to each role in its own words', () => {
  test('a turn of speaking', () => {
    expect(announce(before, inPhase({}), names, words)).toBe(status.listening('Ana'))
    const own = namesFrom({ a: 'Ana', b: 'Bo' }, 'a', words)
    expect(announce(before, inPhase({}, 'a'), own, words)).toBe(status.speaking('Five minutes', 'Bo'))
    expect(announce(before, inPhase({ bellAt: null, endsAt: null }, 'a'), own, words)).toBe(
      status.speakingUntimed('Bo'),
    )
  })

  test('and never again while it runs, whatever the clock says', () => {
    expect(announce(running, { ...running, now: running.now + 200_000, rev: 9 }, names, words)).toBeNull()
  })

  test('a silence is said when the speaker is finished', () => {
    expect(announce(running, inPhase({ floor: 'none', on: ['a'] }), names, words)).toBe(status.silence)
  })
})

describe('people', () => {
  const alone = viewWith({ stage: 'gathering', phase: null, you: 'b', seats: { a: null, b: running.seats.b ?? null } })
  const ana = { name: 'Ana', here: true, ready: false }
  const both = { ...alone, seats: { ...alone.seats, a: ana } }

  test('somebody comes, and agrees', () => {
    expect(announce(alone, both, names, words)).toBe(status.came('Ana'))
    expect(announce(both, { ...both, seats: { ...both.seats, a: { ...ana, ready: true } } }, names, words)).toBe(
      status.theyAgree('Ana'),
    )
  })

  test('somebody who was there goes again before the beginning', () => {
    expect(announce(both, alone, names, words)).toBe(status.gone('Ana'))
    expect(announce(alone, { ...alone, rev: 9 }, names, words)).toBeNull()
  })

  test('somebody is away, is back, and everybody goes on', () => {
    const held = { why: 'away', since: 5, leftMs: 1, resume: [], offerEnd: false } as const
    const away = viewWith({ held: { ...held, resume: [] }, seats: { ...running.seats, a: { ...ana, here: false } } })
    const back = { ...away, seats: running.seats }
    expect(announce(running, away, names, words)).toBe(status.lost('Ana'))
    expect(announce(away, back, names, words)).toBe(status.back('Ana'))
    expect(announce(back, running, names, words)).toBe(status.resumed)
    // A hold that ends in another phase than it was begun in says which.
    const earlier = { ...back, phase: before.phase }
    expect(announce(earlier, running, names, words)).toBe(`${status.resumed} ${status.listening('Ana')}`)
  })

  test('what another answers privately is not said, one’s own answer is', () => {
    const dropping = inPhase({ n: 3, kind: 'drop', floor: 'none', bellAt: null })
    expect(announce(dropping, { ...dropping, rev: 2 }, names, words)).toBeNull()
    expect(announce(dropping, { ...dropping, answered: 'line' }, names, words)).toBe(status.sealed)
  })

  test('a minute more is said to whoever is asked, not to whoever asks', () => {
    const asked = { ...running, more: { asked: ['a' as const], granted: 0, most: 3 } }
    expect(announce(running, asked, names, words)).toBe(status.moreAsked('Ana'))
    expect(announce({ ...running, you: 'a' }, { ...asked, you: 'a' }, names, words)).toBeNull()
  })
})

describe('a facilitator at the door', () => {
  const { visit: said } = words.workshop
  const visit = { since: 1, yes: false, isIn: false, hasFloor: false }
  const visiting = (change: object | null) => ({ ...running, visit: change && { ...visit, ...change } })

  test.each<[string | null, object | null, object | null]>([
    [said.knocks, null, {}],
    [said.said, {}, { yes: true }],
    [said.isIn, { yes: true }, { yes: true, isIn: true }],
    [said.has, { isIn: true }, { isIn: true, hasFloor: true }],
    [null, { isIn: true, hasFloor: true }, { isIn: true }],
    [said.gone, { isIn: true }, null],
    [said.notComing, { yes: true }, null],
    [null, { isIn: true }, { isIn: true }],
  ])('%s', (sentence, from, to) => {
    expect(announce(visiting(from), visiting(to), names, words)).toBe(sentence)
  })

  test('is said after what begins with the end of a turn, and no longer where the room is closed', () => {
    const settling = { ...inPhase({ n: 2, kind: 'settle', floor: 'none' }), visit }
    expect(announce(running, settling, names, words)).toBe(`${status.settle} ${said.knocks}`)
    const closed = viewWith({ stage: 'closed', phase: null, closed: { why: 'complete' } })
    expect(announce(settling, closed, names, words)).toBe(status.complete)
  })
})

test('the end is said once, by its reason', () => {
  const closed = viewWith({ stage: 'closed', phase: null, closed: { why: 'left' } })
  expect(announce(running, closed, names, words)).toBe(status.ended)
  expect(announce(closed, { ...closed, rev: 3 }, names, words)).toBeNull()
  expect(announce(running, { ...closed, closed: { why: 'complete' } }, names, words)).toBe(status.complete)
})

describe('three', () => {
  const cy = { name: 'Cy', here: true, ready: true }
  const known = namesFrom({ a: 'Ana', b: 'Bo', c: 'Cy' }, 'b', words)
  const three = (change: Partial<RoomView> = {}) => viewWith({ seats: { ...running.seats, c: cy }, ...change })

  test('all lines open, and not both', () => {
    const drop = { kind: 'drop', n: 3, floor: 'none' } as const
    const tell = { kind: 'tell', n: 4, floor: 'a' } as const
    const at = (change: object): Partial<RoomView> => ({ phase: phase && { ...phase, ...change } })
    const lines = { a: 'kept', b: 'kept', c: 'kept' } as const
    const says = announce(three(at(drop)), three({ ...at(tell), lines }), known, words)
    expect(says).toContain(words.workshop.three.revealed)
    expect(says).not.toContain(status.revealed)
  })

  test('whoever has left is not said to be away when another is', () => {
    const held = { why: 'away', by: 'c', since: 5, leftMs: null, resume: [], offerEnd: false } as RoomView['held']
    const away = three({ held, seats: { a: null, b: running.seats.b ?? null, c: { ...cy, here: false } } })
    expect(announce({ ...away, held: null }, away, known, words)).toBe(status.lost('Cy'))
  })
})
