// What happens when a process stands still for some seconds and goes on, as when its machine sleeps, is moved or has no processor left for
// it? It says so, and while another is well nobody new is sent to it; it does not end, and where all stood still, or it is alone, people are
// still sent here.
import { afterEach, expect, test } from 'vitest'
import { type Fleet, sitting, startFleet } from '../testing/fleet.ts'
import { sealed } from '../testing/pair.ts'
import { type Site, startSite } from '../testing/site.ts'

const TIMEOUT = 60_000
const PATIENCE = { timeout: 20_000 }
/** Longer than what a process takes for standing still, shorter than another takes for its death. */
const STILL_MS = 2_600
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function site(): Promise<Fleet> {
  const fleet = await startFleet()
  ends.push(() => fleet.close())
  return fleet
}

/** Whether people may be sent there, in its own word. */
async function readiness({ url }: Site): Promise<[number, string]> {
  const answer = await fetch(`${url}/readyz`)
  return [answer.status, ((await answer.json()) as { state: string }).state]
}
const states = (sites: readonly Site[]) => Promise.all(sites.map(readiness))
const notes = ({ said }: Site) => said().match(/"note":"stood-still"/g)?.length ?? 0

/** All of these stand still for a while, and go on. */
async function standStill(pids: readonly number[]): Promise<void> {
  for (const pid of pids) process.kill(pid, 'SIGSTOP')
  const since = performance.now()
  await expect.poll(() => performance.now() - since, PATIENCE).toBeGreaterThan(STILL_MS)
  for (const pid of pids) process.kill(pid, 'SIGCONT')
}
const pidOf = ({ child }: Site) => child.pid ?? 0
const READY = [200, 'ready']

test('one of two does: nobody new is sent to it while the other is well, and whoever sits there goes on', {
  timeout: TIMEOUT,
}, async () => {
  const fleet = await site()
  const [one, two] = fleet.sites as [Site, Site]
  const { ann, ben } = await sitting(fleet, 'own turn')
  await expect.poll(() => states(fleet.sites), PATIENCE).toEqual([READY, READY])
  await standStill([pidOf(one)])
  await expect.poll(() => states(fleet.sites), PATIENCE).toEqual([[503, 'stood-still'], READY])
  expect([notes(one), notes(two)]).toEqual([1, 0])
  expect(one.child.exitCode).toBeNull()
  // It serves whoever is there, and whoever comes all the same.
  expect(await ann.say(0, 1, sealed('words'))).toBeNull()
  await expect.poll(() => ben.heard.length, PATIENCE).toBe(1)
  expect([ann.outages, ben.outages]).toEqual([[], []])
  // When the other is no more, there is nobody to whom people could rather be sent.
  two.child.kill('SIGKILL')
  await two.ended
  await expect.poll(() => readiness(one), PATIENCE).toEqual(READY)
})

test('all do, and their Redis with them: people are sent to each of them all along, and none ends', {
  timeout: TIMEOUT,
}, async () => {
  const fleet = await site()
  await expect.poll(() => states(fleet.sites), PATIENCE).toEqual([READY, READY])
  await standStill([...fleet.sites.map(pidOf), fleet.redis.pid])
  await expect.poll(() => fleet.sites.map(notes), PATIENCE).toEqual([1, 1])
  await expect.poll(() => states(fleet.sites), PATIENCE).toEqual([READY, READY])
  const since = performance.now()
  while (performance.now() - since < 4_000) expect(await states(fleet.sites)).toEqual([READY, READY])
  expect(fleet.sites.map(({ child }) => child.exitCode)).toEqual([null, null])
})

test('one that is alone does: it says so, and people are sent to it', { timeout: TIMEOUT }, async () => {
  const alone = await startSite({ PORT: '0', CLEARING_SECRET: 'no more than this test knows of it' })
  ends.push(async () => {
    alone.child.kill('SIGKILL')
    await alone.ended
  })
  await standStill([pidOf(alone)])
  await expect.poll(() => notes(alone), PATIENCE).toBe(1)
  expect(await readiness(alone)).toEqual(READY)
})
