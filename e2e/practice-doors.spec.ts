// Where is practice open? On a public address only as far as its operator has prepared it, and the page says why. The browsers
// here reach the site under a name of the world, as visitors do.
import { readHours } from '../lib/lobby/hours.ts'
import { hasPath } from './hearing.ts'
import { expect, type House, openHouse, test } from './house.ts'
import { press, sees } from './people.ts'
import { launchOptions } from './setup/chromium.mjs'
import { lookForSomebody, meetByVoice, practice, reads } from './strangers.ts'

const { door, waiting } = practice
const PUBLIC = 'clearing.test'
const options = launchOptions()
test.use({ launchOptions: { ...options, args: [...options.args, `--host-resolver-rules=MAP ${PUBLIC} 127.0.0.1`] } })

let site: House & { close(): Promise<void> }
test.afterEach(() => site.close())

const publicly = (path: string) => {
  const url = new URL(path, site.url)
  url.hostname = PUBLIC
  return url.href
}

test('with nobody to turn to it is not open, and the page says so', async ({ page }) => {
  site = await openHouse()
  await page.goto(publicly('/practice'))
  await sees(page, door.heading)
  await reads(page, door.shut['no-contact'])
  await expect(page.getByRole('button', { name: door.button })).toHaveCount(0)
  await expect(page.getByRole('link', { name: practice.safety.help })).toBeVisible()
})

test('with somebody to turn to and no relay it is open in writing alone; the hours are told, and go into a calendar', async ({
  page,
}) => {
  const day = new Date(Date.now() + 86_400_000).toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' })
  site = await openHouse({ contactEmail: 'care@example.org', practiceHours: readHours(`${day} 18:30-19:30 UTC`) ?? [] })
  await page.goto(publicly('/practice'))
  await reads(page, door.contact('care@example.org'))
  await reads(page, door.shut['no-relay'])
  await expect(page.getByRole('radio', { name: door.media.text.label })).toBeChecked()
  await expect(page.getByRole('radio', { name: door.media.voice.label })).toHaveCount(0)

  // On this machine it is open, and whoever waits alone is told when people gather.
  await lookForSomebody(page, { name: 'Maya' }, site.url)
  await sees(page, waiting.heading)
  await reads(page, waiting.gatherings)
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, waiting.calendar)])
  expect(file.suggestedFilename()).toBe('clearing-practice.ics')
})

test('by voice the door says through what: on this machine without a relay two windows hear each other straight', async ({
  browser,
}) => {
  site = await openHouse()
  const contexts = [await browser.newContext(), await browser.newContext()]
  const [maya, jonah] = await Promise.all(contexts.map(context => context.newPage()))
  if (!maya || !jonah) throw new Error('no pages')
  await maya.goto(`${site.url}/practice`)
  await maya.getByRole('radio', { name: door.media.voice.label, exact: true }).check()
  await reads(maya, door.media.voice.direct)
  await expect(maya.getByText(door.media.voice.hint)).toHaveCount(0)
  await meetByVoice([maya, jonah], site.url)
  for (const page of [maya, jonah]) await expect.poll(() => hasPath(page), { timeout: 30_000 }).toBe(true)
  for (const context of contexts) await context.close()
})

test('where there is a relay the door says that voices go through it', async ({ page }) => {
  site = await openHouse({
    ice: { servers: [], turn: { urls: ['turn:relay.test'], secret: 'shared with the relay' }, relayOnly: false },
  })
  await page.goto(`${site.url}/practice`)
  await page.getByRole('radio', { name: door.media.voice.label, exact: true }).check()
  await reads(page, door.media.voice.hint)
  await expect(page.getByText(door.media.voice.direct)).toHaveCount(0)
})
