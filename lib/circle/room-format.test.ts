// Is a room that is made while a round runs as long as all the others of it, whatever was added?
import { expect, test } from 'vitest'
import { totalMs, trioFor } from '../formats/formats.ts'
import { grown } from '../protocol/common-clock.ts'
import type { Ms, Phase } from '../protocol/room.ts'
import { whereAt } from '../protocol/where.ts'
import { type Circle, pairFormat } from './circle.ts'
import { roomFormat } from './room-format.ts'
import { begun, circleOf, did, orders, T0 } from './testing/circle-of.ts'

/** What the facilitator's minutes have made of a room of three that was there from the beginning. */
function threeSince(asked: readonly number[]): Phase[] {
  let circle = begun(5)
  let phases = [...(trioFor('round')?.phases ?? [])]
  for (const seconds of asked) {
    const [more] = orders(circle, { do: 'more' }, seconds)
    const given = more?.do === 'direct' && more.direction.do === 'more' ? more.direction.totalMs : 0
    phases = grown(phases, whereAt({ phases, n: 0, startedAt: T0, hold: null }, T0 + seconds * 1000).n, given)
    circle = did(circle, { do: 'more' }, seconds)
  }
  return phases
}

const moreAt = (asked: readonly number[]): Circle =>
  asked.reduce((circle, seconds) => did(circle, { do: 'more' }, seconds), begun(5))
const turns = ({ phases }: { phases: readonly Phase[] }): (Ms | null)[] =>
  phases.filter(({ kind }) => kind === 'speak').map(({ ms }) => ms)
const lasts = (circle: Circle) => totalMs(circle.round?.phases ?? [])

test('[RO3] where nothing was added, rooms are as they were agreed', () => {
  for (const circle of [circleOf(5), begun(5)])
    for (const isNew of [true, false]) {
      expect(roomFormat(circle, 2, isNew)).toEqual(pairFormat(circle))
      expect(roomFormat(circle, 3, isNew)).toEqual(trioFor('round'))
    }
})

test('[RO3] [RO4] every room that is made in a round is as long as the round, for two and for three', () => {
  for (const asked of [[10], [10, 10, 60], [100], [100, 400], [10, 100, 320, 620, 700]]) {
    const circle = moreAt(asked)
    for (const seats of [2, 3] as const)
      for (const isNew of [true, false])
        expect(totalMs(roomFormat(circle, seats, isNew).phases), `${asked} ${seats} ${isNew}`).toBe(lasts(circle))
  }
})

test('[RO3] a room that was lost has its minutes again where it had them', () => {
  for (const asked of [[10], [100, 100], [100, 400], [10, 100, 430, 790]]) {
    const circle = moreAt(asked)
    expect(roomFormat(circle, 2, false).phases, String(asked)).toEqual(circle.round?.phases)
    expect(roomFormat(circle, 3, false).phases, String(asked)).toEqual(threeSince(asked))
  }
})

test('[RO4] in a room that begins later all turns are equal, though the minute came in the second turn of the others', () => {
  const circle = moreAt([400])
  expect(turns({ phases: circle.round?.phases ?? [] })).toEqual([240_000, 300_000])
  expect(turns(roomFormat(circle, 2, true))).toEqual([270_000, 270_000])
  expect(new Set(turns(roomFormat(circle, 3, true))).size).toBe(1)
})
