// How do two strangers say yes to each other, or not?
import { expect, test } from 'vitest'
import { advance, CLOSED_MS, forgetAt, nextDue } from './advance.ts'
import { sit, went } from './door.ts'
import { may } from './may.ts'
import { did, gathered, refusalOf, SECOND, sitter, T0 } from './testing/sample-room.ts'
import { view } from './view.ts'
import { ACCEPT_MS } from './where.ts'

const met = () => gathered({ kind: 'practice' })
const ready = { do: 'ready', first: 'either' } as const

test('[A1] the sitting begins at the second yes', () => {
  const one = did(met(), 'a', ready, T0 + SECOND)
  expect(one.sitting).toBeNull()
  expect(did(one, 'b', ready, T0 + ACCEPT_MS - 1).sitting?.startedAt).toBe(T0 + ACCEPT_MS - 1)
})

test('[A1] silence for 30 s closes the room at that very instant, and both can still read it', () => {
  const one = did(met(), 'a', ready, T0 + SECOND)
  expect(nextDue(one, T0 + SECOND)).toBe(T0 + ACCEPT_MS)
  const late = advance(one, T0 + ACCEPT_MS + 7 * SECOND)
  expect(late.closed).toEqual({ why: 'expired', at: T0 + ACCEPT_MS })
  expect(refusalOf(one, 'b', ready, T0 + ACCEPT_MS)).toBe('closed')
  // The store keeps it until then whether or not anybody looks: unlooked-at, it must outlive its own closing.
  expect(forgetAt(one)).toBe(T0 + ACCEPT_MS + CLOSED_MS)
  expect(forgetAt(late)).toBe(T0 + ACCEPT_MS + CLOSED_MS)
})

test('[A1] a yes counts only while its person is there', () => {
  const one = did(met(), 'a', ready, T0 + SECOND)
  const lost = went(one, 'a', 'token-a-0', T0 + 2 * SECOND)
  const both = did(lost, 'b', ready, T0 + 10 * SECOND)
  expect(both.sitting).toBeNull()
  expect(advance(both, T0 + ACCEPT_MS).closed?.why).toBe('expired')
})

test('[A2] a decline closes the room, whatever the other has answered, and says no more than that it ended', () => {
  for (const room of [met(), did(met(), 'b', ready, T0)]) {
    const left = did(room, 'a', { do: 'leave' }, T0 + SECOND)
    expect(left.closed).toEqual({ why: 'left', at: T0 + SECOND })
    expect(view(left, 'b', T0 + SECOND)).toMatchObject({ stage: 'closed', closed: { why: 'left' }, can: ['leave'] })
    expect(may(left, 'a', T0 + SECOND)).toEqual([])
  }
})

test('[A3] nobody takes a seat in it, and nobody is asked out', () => {
  const third = { name: 'Cleo', key: 'key-c', token: 'token-c' }
  expect(sit(met(), third, T0)).toMatchObject({ ok: false, code: 'full' })
  expect(sit(did(met(), 'a', { do: 'leave' }, T0), third, T0)).toMatchObject({ ok: false, code: 'closed' })
  expect(sit(met(), { ...sitter('a'), key: 'key-other' }, T0)).toMatchObject({ ok: false, code: 'full' })
  expect(may(met(), 'a', T0)).toEqual(['ready', 'leave'])
  expect(refusalOf(met(), 'a', { do: 'unseat', seat: 'b' }, T0)).toBe('not-now')
})

test('[A4] what the one answers changes nothing of what the other may do or of their time', () => {
  const before = view(met(), 'b', T0 + SECOND)
  const after = view(did(met(), 'a', ready, T0 + SECOND), 'b', T0 + SECOND)
  expect(after.can).toEqual(before.can)
  expect(nextDue(did(met(), 'a', ready, T0 + SECOND), T0 + SECOND)).toBe(nextDue(met(), T0 + SECOND))
})
