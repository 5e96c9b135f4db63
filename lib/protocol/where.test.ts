// Where a sitting stands at an instant: boundaries, bells and the floor.
import { describe, expect, test } from 'vitest'
import { comeBack, went } from './door.ts'
import type { Room } from './room.ts'
import { begun, did, gathered, MINUTE, SECOND, SHORT, still, T0, TRIO, turn } from './testing/sample-room.ts'
import { view } from './view.ts'
import { bounds, endOf, floorAt, GRACE_MS, lengthOf, whereAt } from './where.ts'

const at = (seconds: number) => T0 + seconds * SECOND
const standing = (room: Room, seconds: number) => room.sitting && whereAt(room.sitting, at(seconds))

describe('phases in time', () => {
  test('[P1] the phases come in the order of the format, from the instant at which all were ready', () => {
    const starts = [0, 10, 77, 87, 154, 164, 194, 221, 248]
    const seen = starts.map(seconds => {
      const { phase } = view(begun(), 'a', at(seconds))
      return [phase?.n, phase?.kind, phase?.startedAt]
    })
    expect(seen).toEqual(SHORT.map((phase, n) => [n, phase.kind, at(starts[n] ?? 0)]))
  })

  test('[P2] a phase runs until the last millisecond of its time, and the next begins with the following one', () => {
    const room = begun()
    expect(room.sitting && whereAt(room.sitting, at(10) - 1)).toEqual({ n: 0, startedAt: T0 })
    expect(standing(room, 10)).toEqual({ n: 1, startedAt: at(10) })
  })

  test('[T1] a very late look finds each phase begun at its own instant', () => {
    expect(standing(begun(), 250)).toEqual({ n: 8, startedAt: at(248) })
  })

  test('[T2] a floor phase rings after its minutes and ends 7 s later; the others end with their time', () => {
    expect(GRACE_MS).toBe(7 * SECOND)
    expect(bounds(turn('speak', 'first', 60), T0)).toEqual({ bellAt: at(60), endsAt: at(67) })
    expect(bounds(still('settle', 60), T0)).toEqual({ bellAt: null, endsAt: at(60) })
    expect(bounds(turn('speak', 'first', null), T0)).toEqual({ bellAt: null, endsAt: null })
    expect(lengthOf(turn('tell', 'second', 20))).toBe(27 * SECOND)
    expect(lengthOf({ kind: 'thanks', ms: MINUTE, floor: 'all' })).toBe(MINUTE)
  })

  test('[T2] the speaker has the floor through the 7 s after the bell', () => {
    expect(floorAt(begun(), at(77) - 1)).toBe('a')
    expect(floorAt(begun(), at(77))).toBe('none')
  })

  test('[P2] nothing behind a phase without a clock has an end', () => {
    const { sitting } = begun({ phases: [still('arrive', 10), still('agree', null), still('quiet', 10)] })
    expect([0, 1, 2].map(n => sitting && endOf(sitting, n))).toEqual([at(10), null, null])
  })
})

describe('the floor', () => {
  test('[F1] is the holder’s in a floor phase, and nobody’s once the holder is complete', () => {
    const room = begun()
    expect(floorAt(room, at(20))).toBe('a')
    expect(floorAt(room, at(90))).toBe('b')
    expect(floorAt(did(room, 'a', { do: 'on', phase: 1 }, at(20)), at(21))).toBe('none')
  })

  test('[F1] is nobody’s when a hold has gone back into the turn of somebody who has left since', () => {
    let room = went(begun({ seats: 3, phases: TRIO }), 'b', 'token-b-0', at(75))
    room = did(room, 'a', { do: 'leave' }, at(78))
    const who = { token: 'token-b-0', next: 'token-b-1', key: null, heard: null, present: ['c'] } as const
    room = comeBack(room, who, at(90)).room
    room = did(did(room, 'b', { do: 'resume' }, at(91)), 'c', { do: 'resume' }, at(92))
    expect(standing(room, 92)).toEqual({ n: 1, startedAt: at(27) })
    expect([floorAt(room, at(93)), floorAt(room, at(94))]).toEqual(['none', 'b'])
  })

  test('[F2] is everybody’s or nobody’s in the other phases', () => {
    expect(floorAt(begun(), at(5))).toBe('none')
    expect(floorAt(begun(), at(249))).toBe('all')
  })

  test('[F3] is nobody’s while the room gathers, is held or is closed', () => {
    expect(floorAt(gathered(), T0)).toBe('none')
    const held = did(begun(), 'b', { do: 'hold' }, at(20))
    expect(floorAt(held, at(21))).toBe('none')
    expect(floorAt(did(begun(), 'b', { do: 'leave' }, at(20)), at(21))).toBe('none')
    expect(view(begun(), 'a', at(258)).phase).toBe(null)
  })
})
