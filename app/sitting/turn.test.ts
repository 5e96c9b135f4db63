import { expect, test } from 'vitest'
import { viewWith } from '../client/testing/view-with.ts'
import { speaksNext, spokeBefore, turnOf, turnsBefore } from './turn.ts'

const speaking = viewWith().phase
const at = (n: number, on: ('a' | 'b')[] = []) =>
  viewWith({ phase: speaking && { ...speaking, n, kind: 'speak', floor: on.includes('a') ? 'none' : 'a', on } })

test('a turn keeps its holder after the floor is nobody’s any more', () => {
  expect(turnOf(at(1))).toEqual({ holder: 'a', complete: false })
  expect(turnOf(at(1, ['a']))).toEqual({ holder: 'a', complete: true })
  expect(turnOf(at(1, ['b']))).toEqual({ holder: 'a', complete: false })
})

test('a phase for nobody or for everybody has no holder', () => {
  expect(turnOf(at(0))).toEqual({ holder: null, complete: false })
  expect(turnOf(at(4, ['a']))).toEqual({ holder: null, complete: false })
})

test('between two turns it is known who spoke, and who speaks next unless the closing question comes first', () => {
  const phases = viewWith().format.phases
  const second = { kind: 'speak', ms: 300_000, floor: 'b', turn: 1 } as const
  const between = { ...at(2), format: { ...viewWith().format, phases: [...phases.slice(0, 3), second] } }
  expect(spokeBefore(between)).toBe('a')
  expect(speaksNext(between)).toEqual({ seat: 'b', kind: 'speak' })
  expect(speaksNext(at(2))).toBeNull()
  expect(turnsBefore(between)).toBe(1)
  expect(turnsBefore(at(1))).toBe(0)
})
