// What happens to two people when the network between one of them and the site swallows everything, without a word to either end?
import { afterEach, expect, test } from 'vitest'
import type { Dweller } from '../testing/dweller.ts'
import { type Fleet, sitting, startFleet } from '../testing/fleet.ts'

let fleet: Fleet | undefined
afterEach(() => fleet?.close())

/** What is promised: a heartbeat of five seconds, less than as long for its answer, and a moment to tell. */
const NOTICED_MS = 10_000
const HEARTBEAT_MS = 5_000
/** A view is on its way for a moment. */
const ON_ITS_WAY_MS = 500

/** The server's instant, now, by the newest view. */
function serverNow({ shown }: Dweller): number {
  const last = shown.at(-1)
  if (!last) throw new Error('nothing was shown')
  return last.view.now + performance.now() - last.at
}

test('the other reads within ten seconds that they are away, from when they were last heard, and the time is given back', {
  timeout: 120_000,
}, async () => {
  fleet = await startFleet()
  const { ann, ben, endsAt } = await sitting(fleet, 'own turn')
  const [door] = fleet.doors
  const cutAt = { here: performance.now(), there: serverNow(ben) }
  door?.swallow(true)
  await ben.sees(({ seats }) => seats.a?.here === false, 2 * NOTICED_MS)
  const noticed = ben.shown.find(({ view }) => view.seats.a?.here === false)
  expect((noticed?.at ?? Number.POSITIVE_INFINITY) - cutAt.here).toBeLessThanOrEqual(NOTICED_MS)
  const held = await ben.sees(view => view.held?.why === 'away', 2 * NOTICED_MS)
  // Not from when it was noticed: from the last heartbeat that was answered.
  const since = (held.held?.since ?? 0) - cutAt.there
  expect(since).toBeLessThanOrEqual(ON_ITS_WAY_MS)
  expect(since).toBeGreaterThanOrEqual(-HEARTBEAT_MS - ON_ITS_WAY_MS)
  door?.swallow(false)
  door?.lead(fleet.sites[0]?.port ?? 0)
  await ann.sees(({ seats }) => seats.a?.here === true, 2 * NOTICED_MS)
  for (const person of [ann, ben]) expect(await person.intend({ do: 'resume' })).toBeNull()
  const resumed = await ben.sees(view => view.held === null)
  const left = (resumed.phase?.endsAt ?? 0) - resumed.now
  expect(Math.abs(left - (held.held?.leftMs ?? 0))).toBeLessThan(2_000)
  expect(resumed.phase?.endsAt ?? 0).toBeGreaterThan(endsAt ?? 0)
})
