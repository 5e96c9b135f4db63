// Does the heap say what a sorted list would say, whatever is set, moved and taken out?
import { expect, it } from 'vitest'
import { chanceFrom } from '../../lib/protocol/testing/chance.ts'
import { createDeadlines } from './deadlines.ts'

it('says what a sorted list says, over random sets, moves and removals', () => {
  const { whole, often } = chanceFrom(4_500)
  const deadlines = createDeadlines()
  const list = new Map<string, number>()
  const firstOf = () => (list.size === 0 ? null : Math.min(...list.values()))
  const count = { set: 0, moved: 0, removed: 0, unknown: 0, taken: 0 }
  let now = 0
  for (let n = 0; n < 20_000; n++) {
    const name = `room-${whole(0, 199)}`
    const isKnown = list.has(name)
    if (often(0.2)) {
      deadlines.set(name, null)
      list.delete(name)
      count[isKnown ? 'removed' : 'unknown']++
    } else {
      // Many of them at one instant, as bells of full hours are.
      const due = now + 10 * whole(0, 30)
      deadlines.set(name, due)
      list.set(name, due)
      count[isKnown ? 'moved' : 'set']++
    }
    expect(deadlines.first()).toBe(firstOf())
    if (!often(0.05)) continue
    now += whole(0, 60)
    const some = deadlines.take(now, 3)
    expect(some.length).toBeLessThanOrEqual(3)
    const taken = [...some, ...deadlines.take(now, list.size)]
    const due = [...list].filter(([, at]) => at <= now)
    expect(new Set(taken)).toEqual(new Set(due.map(([one]) => one)))
    const instants = taken.map(one => list.get(one) ?? Number.NaN)
    expect(instants).toEqual(due.map(([, at]) => at).sort((one, other) => one - other))
    for (const one of taken) list.delete(one)
    count.taken += taken.length
    expect(deadlines.first()).toBe(firstOf())
  }
  for (const [branch, times] of Object.entries(count)) expect(times, branch).toBeGreaterThan(500)
  deadlines.clear()
  expect([deadlines.first(), deadlines.take(Number.POSITIVE_INFINITY, 1)]).toEqual([null, []])
})
