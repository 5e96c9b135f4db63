// Is it remembered of nobody who once turned to strangers for longer than it counts?
import { expect, it } from 'vitest'
import { createHandClock } from '../testing/hand-clock.ts'
import { createLobbyLimits, LOBBY_RATES } from './limits.ts'

const ME = '203.0.113.7'
const HOUR = 3_600_000

it('remembers a device and an address until they have their whole share again', async () => {
  const clock = createHandClock(1_000_000)
  const limits = createLobbyLimits(LOBBY_RATES, clock)
  expect(limits.may('wait', 'a device', ME)).toBe(true)
  for (let n = 0; n < 5; n++) expect(limits.may('report', 'a device', ME)).toBe(true)
  expect(limits.may('report', 'a device', ME)).toBe(false)
  expect(limits.size).toBe(4)
  await clock.advance(4 * 60_000)
  expect(limits.size).toBe(2)
  expect(limits.may('report', 'a device', ME)).toBe(false)
  await clock.advance(HOUR)
  expect([limits.size, clock.alarms]).toEqual([0, 0])
})
