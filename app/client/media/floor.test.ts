// May anybody be heard who has not the floor, or is anybody silenced who has it?
import { describe, expect, it } from 'vitest'
import type { RoomView } from '../../../lib/wire/events.ts'
import { viewWith } from '../testing/view-with.ts'
import { heardNow, NOBODY } from './floor.ts'

const NOW = 1_000_500
const speaking = viewWith().phase
const voice = (change: Partial<RoomView> = {}) => viewWith({ medium: 'voice', ...change })
const withFloor = (floor: 'a' | 'b' | 'all' | 'none') => voice({ phase: speaking && { ...speaking, floor } })

describe('rule F, at both ends', () => {
  it.each([
    ['a', { mine: false, theirs: ['a'] }],
    ['b', { mine: true, theirs: [] }],
    ['all', { mine: true, theirs: ['a'] }],
    ['none', { mine: false, theirs: [] }],
  ] as const)('the floor is for %s: b may send and hear %j', (floor, heard) => {
    expect(heardNow(withFloor(floor), NOW)).toEqual(heard)
  })

  it('what the one may play is what the other may send, in every phase', () => {
    for (const floor of ['a', 'b', 'all', 'none'] as const) {
      const b = heardNow(withFloor(floor), NOW)
      const a = heardNow({ ...withFloor(floor), you: 'a' }, NOW)
      expect([a.mine, b.mine]).toEqual([b.theirs.includes('a'), a.theirs.includes('b')])
    }
  })

  it('nobody is heard while the clock stands still, before the sitting and after it', () => {
    const held = { why: 'asked', since: NOW, leftMs: 1, resume: [], offerEnd: false } as const
    expect(heardNow({ ...withFloor('all'), held: { ...held, resume: [] } }, NOW)).toEqual(NOBODY)
    for (const stage of ['gathering', 'closed'] as const) {
      expect(heardNow({ ...withFloor('all'), stage }, NOW)).toEqual(NOBODY)
    }
    expect(heardNow(null, NOW)).toEqual(NOBODY)
  })

  it('a turn that is over by the clock is over, although no newer view has come', () => {
    const end = speaking?.endsAt ?? 0
    expect(heardNow(withFloor('b'), end).mine).toBe(true)
    expect(heardNow(withFloor('b'), end + 2001)).toEqual(NOBODY)
    const untimed = speaking && { ...speaking, floor: 'b', bellAt: null, endsAt: null }
    expect(heardNow(voice({ phase: untimed as RoomView['phase'] }), end * 2).mine).toBe(true)
  })

  it.each(['text', 'together'] as const)('in a room of %s no microphone is sent', medium => {
    expect(heardNow({ ...withFloor('all'), medium }, NOW)).toEqual(NOBODY)
    expect(heardNow({ ...withFloor('all'), medium: 'video' }, NOW).mine).toBe(true)
  })

  it('in a room of three only the one seat is played', () => {
    const seats = { ...viewWith().seats, c: { name: 'Cy', here: true, ready: true } }
    expect(heardNow({ ...withFloor('a'), seats }, NOW).theirs).toEqual(['a'])
    expect(heardNow({ ...withFloor('all'), seats: { ...seats, c: null } }, NOW).theirs).toEqual(['a'])
  })
})
