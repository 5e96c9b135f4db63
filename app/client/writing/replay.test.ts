import { describe, expect, test } from 'vitest'
import { MAX_TEXT_BYTES } from '../../../lib/seal/session.ts'
import { fits, packReplay, readReplay } from './replay.ts'

const said = (count: number, text: string) => Array.from({ length: count }, (_, i) => ({ phase: 1, id: i + 1, text }))
const read = (pieces: string[]) => pieces.map(piece => readReplay(piece))

describe('what was said, said again', () => {
  test('comes back whole and in order, in pieces that can each be sealed', () => {
    const all = said(60, 'Ein Satz mit „Anführung“ und 字.\n')
    const pieces = packReplay(all, { text: 'a line' }, 60)
    for (const piece of pieces) expect(new TextEncoder().encode(piece).length).toBeLessThanOrEqual(MAX_TEXT_BYTES)
    const replays = read(pieces)
    expect(replays.flatMap(replay => replay?.said ?? [])).toEqual(all)
    expect(replays.map(replay => replay?.isEnd)).toEqual([...pieces.slice(1).map(() => false), true])
    expect(replays.filter(replay => replay?.line !== null).map(replay => replay?.line)).toEqual([{ text: 'a line' }])
  })

  test('is one piece even when there is nothing to say', () => {
    expect(read(packReplay([], null, 7))).toEqual([{ said: [], line: null, last: 7, isEnd: true }])
  })

  test('takes the longest text that may be said, with a line as long', () => {
    const longest = 'é'.repeat(1840)
    expect(fits(longest, 1)).toBe(true)
    const pieces = packReplay(said(2, longest), { text: longest }, 2)
    expect(pieces).toHaveLength(3)
    for (const piece of pieces) expect(new TextEncoder().encode(piece).length).toBeLessThanOrEqual(MAX_TEXT_BYTES)
    expect(fits('\n'.repeat(1900), 1)).toBe(false)
  })

  test('never needs more pieces than the server relays, and then keeps the newest', () => {
    const pieces = packReplay(said(60, 'x'.repeat(2000)), null, 60)
    expect(pieces).toHaveLength(16)
    expect(readReplay(pieces.at(-1) ?? '')?.said.at(-1)?.id).toBe(60)
  })
})

test('anything else is not read', () => {
  const good = { said: [{ phase: 1, id: 1, text: 'x' }], line: null, last: 1, isEnd: true }
  expect(readReplay(JSON.stringify(good))).toEqual(good)
  const bad = [
    { ...good, said: 'x' },
    { ...good, said: [{ phase: 1, id: 1 }] },
    { ...good, said: [{ phase: -1, id: 1, text: 'x' }] },
    { ...good, said: [{ phase: 1, id: 1.5, text: 'x' }] },
    { ...good, line: 'x' },
    { ...good, line: { text: 1 } },
    { ...good, last: '1' },
    { ...good, isEnd: 1 },
    [],
    null,
  ]
  for (const one of bad) expect(readReplay(JSON.stringify(one))).toBeNull()
  expect(readReplay('{')).toBeNull()
  expect(readReplay(JSON.stringify({ ...good, said: said(60, 'x'.repeat(100)) }))).toBeNull()
})
