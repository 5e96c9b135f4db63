// Do two strangers who speak read the same words, and does each page keep to the one certificate that they stand for? Two real
// browsers, from the door of practice on, whose only way to each other is a real relay.
import type { Page } from '@playwright/test'
import { hasPath } from './hearing.ts'
import { expect, type House, openHouse, test } from './house.ts'
import { type Relay, startRelay } from './setup/relay.mjs'
import { meetByVoice, wordsOn } from './strangers.ts'

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

test('two strangers read the same four words; a path that is mended, and another after it, name the certificates of the first', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const contexts = [await browser.newContext({ baseURL: site.url }), await browser.newContext({ baseURL: site.url })]
  const [maya, jonah] = await Promise.all(contexts.map(context => context.newPage()))
  if (!maya || !jonah) throw new Error('no pages')
  await meetByVoice([maya, jonah], site.url)
  await expect.poll(async () => (await wordsOn(maya)).length, { timeout: 30_000 }).toBe(4)
  await expect.poll(() => wordsOn(jonah)).toEqual(await wordsOn(maya))
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
