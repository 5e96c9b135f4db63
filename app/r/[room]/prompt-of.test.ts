// Do both strangers have the same suggestion in a round, from light to less light, and nobody else any?
import { expect, it } from 'vitest'
import { formatFor } from '../../../lib/formats/formats.ts'
import type { RoomView } from '../../../lib/wire/events.ts'
import { practiceFor } from '../../../lib/words/practice.ts'
import { viewWith } from '../../client/testing/view-with.ts'
import { promptOf } from './prompt-of.ts'

const { id, title, phases } = formatFor('practice')
const format: RoomView['format'] = { id, title, totalMs: null, phases: [...phases] }
/** In which phases of the sitting somebody speaks: A, B, A, B. */
const turns = phases.flatMap(({ kind }, n) => (kind === 'speak' ? [n] : []))

function at(n: number, change: Partial<RoomView> = {}): RoomView {
  const { kind = 'arrive' } = format.phases[n] ?? {}
  const phase: RoomView['phase'] = { n, kind, floor: 'b', startedAt: 0, bellAt: null, endsAt: null, on: [] }
  return viewWith({ kind: 'practice', format, phase, ...change })
}
const roomOf = (n: number) => `${n}`.padStart(22, 'r')

for (const locale of ['en', 'es'] as const) {
  const { prompts } = practiceFor(locale)
  const [light, deeper] = [prompts.light.map(prompts.offered), prompts.deeper.map(prompts.offered)]

  it(`in ${locale} both read the same in a round, something light and then something less light`, () => {
    expect(turns).toHaveLength(4)
    for (let room = 0; room < 50; room += 1) {
      const [a, b, againA, againB] = turns.map(n => promptOf(at(n, { room: roomOf(room) }), prompts))
      expect(light).toContain(a)
      expect(deeper).toContain(againA)
      expect([b, againB]).toEqual([a, againA])
      const other = turns.map(n => promptOf(at(n, { room: roomOf(room), you: 'a', rev: 9, now: 7 }), prompts))
      expect(other).toEqual([a, b, againA, againB])
    }
  })

  it(`in ${locale} another room may have any of them`, () => {
    const rooms = Array.from({ length: 200 }, (_, room) => room)
    for (const [n, all] of [[turns[0], light] as const, [turns[2], deeper] as const]) {
      const read = rooms.map(room => promptOf(at(n ?? 0, { room: roomOf(room) }), prompts))
      expect(new Set(read)).toEqual(new Set(all))
    }
  })
}

it('nothing is suggested in another phase, nor to friends', () => {
  const { prompts } = practiceFor('en')
  for (const n of format.phases.keys()) {
    expect(promptOf(at(n), prompts) !== null).toBe(turns.includes(n))
    expect(promptOf(at(n, { kind: 'friends' }), prompts)).toBeNull()
  }
  expect(promptOf(at(0, { phase: null }), prompts)).toBeNull()
})
