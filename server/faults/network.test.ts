// What happens to two people when the network between one of them and the site swallows everything, without a word to either end?
import { afterEach, expect, test } from 'vitest'
import { type Fleet, sitting, startFleet } from '../testing/fleet.ts'

let fleet: Fleet | undefined
afterEach(() => fleet?.close())

/** Two heartbeats of five seconds. */
const NOTICED_MS = 10_000

test('the other reads that they are away within two heartbeats, from when they were last heard, and the time is given back', {
  timeout: 120_000,
}, async () => {
  fleet = await startFleet()
  const { ann, ben, endsAt } = await sitting(fleet, 'own turn')
  const [door] = fleet.doors
  const cutAt = ben.view().now
  door?.swallow(true)
  const away = await ben.sees(({ seats }) => seats.a?.here === false, 2 * NOTICED_MS)
  expect(away.now - cutAt).toBeLessThanOrEqual(NOTICED_MS + 1_000)
  const held = await ben.sees(view => view.held?.why === 'away', 2 * NOTICED_MS)
  // Not from when it was noticed: the last heartbeat that was answered.
  expect((held.held?.since ?? 0) - cutAt).toBeLessThanOrEqual(NOTICED_MS / 2 + 500)
  door?.swallow(false)
  door?.lead(fleet.sites[0]?.port ?? 0)
  await ann.sees(({ seats }) => seats.a?.here === true, 2 * NOTICED_MS)
  for (const person of [ann, ben]) expect(await person.intend({ do: 'resume' })).toBeNull()
  const resumed = await ben.sees(view => view.held === null)
  const left = (resumed.phase?.endsAt ?? 0) - resumed.now
  expect(Math.abs(left - (held.held?.leftMs ?? 0))).toBeLessThan(2_000)
  expect(resumed.phase?.endsAt ?? 0).toBeGreaterThan(endsAt ?? 0)
})
