// Does each page of a voice room between strangers keep to one certificate, which is what their words stand for? Two real
// browsers whose only way to each other is a real relay; they were brought together on the wire, as any client may be.
import type { Page } from '@playwright/test'
import { dial } from '../server/testing/house.ts'
import { newDevice } from '../server/testing/strangers.ts'
import { hasPath, watchPaths } from './hearing.ts'
import { expect, type House, openHouse, test } from './house.ts'
import { words } from './people.ts'
import { type Relay, startRelay } from './setup/relay.mjs'

let relay: Relay
let site: House & { close(): Promise<void> }
test.beforeAll(async () => {
  relay = await startRelay()
  site = await openHouse({ ice: { servers: [], turn: { urls: relay.urls, secret: relay.secret }, relayOnly: false } })
})
test.afterAll(async () => {
  await site.close()
  await relay.stop()
})

/** Two people wait for each other, and each goes on in a browser of their own. */
async function meetAsStrangers(pages: readonly [Page, Page]): Promise<void> {
  const people = [await dial(site.url), await dial(site.url)]
  for (const [at, person] of people.entries()) {
    const name = at === 0 ? 'Maya' : 'Jonah'
    await person.must('wait', { name, medium: 'voice', language: 'en', device: newDevice() })
  }
  for (const [at, page] of pages.entries()) {
    const person = people[at]
    await expect.poll(() => person?.told.paired.length).toBe(1)
    const paired = person?.told.paired[0]
    if (!paired) throw new Error('nobody was paired')
    const { room, seat, token } = paired
    await page.goto(`${site.url}/privacy`)
    const key = `clearing.room.${room}.seat.${seat}`
    await page.evaluate(([key, token]) => localStorage.setItem(key, JSON.stringify({ token, at: Date.now() })), [
      key,
      token,
    ] as const)
    await watchPaths(page)
    await page.goto(`${site.url}/r/${room}`)
  }
  for (const person of people) person.close()
}

/** The fingerprints that this page has named, and those that it was told, over all its paths. */
const prints = (page: Page) =>
  page.evaluate(() => {
    const of = (all: (RTCSessionDescription | null)[]) => [
      ...new Set(all.flatMap(one => one?.sdp.match(/^a=fingerprint:.*$/gm) ?? []).map(line => line.trim())),
    ]
    const paths = window.watched.paths.filter(path => path.localDescription)
    return {
      paths: paths.length,
      own: of(paths.map(path => path.localDescription)),
      told: of(paths.map(path => path.remoteDescription)),
    }
  })

test('a path that is mended, and another after it, name the certificates of the first', async ({ browser }) => {
  test.setTimeout(180_000)
  const contexts = [await browser.newContext({ baseURL: site.url }), await browser.newContext({ baseURL: site.url })]
  const [maya, jonah] = await Promise.all(contexts.map(context => context.newPage()))
  if (!maya || !jonah) throw new Error('no pages')
  await meetAsStrangers([maya, jonah])
  for (const page of [maya, jonah])
    await expect(page.getByRole('button', { name: words.agreement.agree })).toBeVisible()
  for (const page of [maya, jonah]) await expect.poll(() => hasPath(page), { timeout: 30_000 }).toBe(true)
  const first = await prints(maya)
  expect([first.own.length, first.told.length]).toEqual([1, 1])
  expect(await prints(jonah)).toMatchObject({ own: first.told, told: first.own })
  // The network has changed: the same connection is settled again.
  const ufrag = (page: Page) =>
    page.evaluate(() => window.watched.paths.at(-1)?.localDescription?.sdp.match(/ice-ufrag:(.*)/)?.[1])
  const before = await ufrag(maya)
  await maya.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect.poll(() => ufrag(maya), { timeout: 30_000 }).not.toBe(before)
  await expect.poll(() => hasPath(maya)).toBe(true)
  // And one that is gone is begun anew.
  const { paths } = await prints(jonah)
  await maya.evaluate(() => window.watched.paths.at(-1)?.close())
  await expect.poll(async () => (await prints(jonah)).paths, { timeout: 60_000 }).toBeGreaterThan(paths)
  for (const page of [maya, jonah]) await expect.poll(() => hasPath(page), { timeout: 30_000 }).toBe(true)
  expect(await prints(maya)).toMatchObject({ own: first.own, told: first.told })
  expect(await prints(jonah)).toMatchObject({ own: first.told, told: first.own })
  for (const context of contexts) await context.close()
})
