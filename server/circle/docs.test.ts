// For how long does the code on the wall lead to its circle? With the documents as any store keeps them, and a clock in the hand.
import { expect, test } from 'vitest'
import { acted } from '../../lib/circle/circle.ts'
import { PLAN } from '../../lib/circle/testing/circle-of.ts'
import { createIds } from '../ids.ts'
import type { LobbyStore } from '../ports.ts'
import { createDocs } from '../store/docs.ts'
import { createLobbyMemory } from '../store/lobby-memory.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { createCircleDocs } from './docs.ts'

const HOUR = 3600_000

async function retreat() {
  const clock = createHandClock(1_700_000_000_000)
  const kept = createLobbyMemory(clock)
  let codesWritten = 0
  const store: LobbyStore = {
    ...kept,
    swap(key, ...change) {
      if (key.startsWith('code:')) codesWritten++
      return kept.swap(key, ...change)
    },
  }
  const ids = createIds()
  const circles = createCircleDocs(createDocs(store, clock, ids), ids)
  const { id, code } = await circles.convene(PLAN, 'hash-of-key', 'lock')
  return {
    clock,
    circles,
    id,
    code,
    codesWritten: () => codesWritten,
    act: () => circles.act(id, (circle, now) => ({ ok: true, circle: acted(circle, {}, now) })),
  }
}

test('[PE5] a circle that lives for days is found by its code on each of them, and 48 h after it was last given nobody is', async () => {
  const { clock, circles, id, code, act, codesWritten } = await retreat()
  for (let hours = 11; hours <= 99; hours += 11) {
    await clock.advance(11 * HOUR)
    expect(await act()).toMatchObject({ ok: true })
    expect(await circles.idOf(code)).toBe(id)
  }
  // As it was given, and after 33, 66 and 99 hours.
  expect(codesWritten()).toBe(4)
  await clock.advance(48 * HOUR - 1)
  expect(await act()).toMatchObject({ ok: false, code: 'gone' })
  expect(await circles.idOf(code)).toBe(id)
  await clock.advance(1)
  expect(await circles.idOf(code)).toBeNull()
})

test('a circle of an evening has its code written once, and one that is closed no more', async () => {
  const { clock, circles, id, act, codesWritten } = await retreat()
  for (let hours = 11; hours <= 22; hours += 11) {
    await clock.advance(11 * HOUR)
    await act()
  }
  expect(codesWritten()).toBe(1)
  await clock.advance(11 * HOUR)
  await circles.act(id, (circle, now) => ({ ok: true, circle: acted(circle, { closed: { at: now } }, now) }))
  expect(codesWritten()).toBe(1)
})
