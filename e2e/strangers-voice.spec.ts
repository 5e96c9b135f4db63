// Do two strangers come by voice from the door of practice to their goodbye, each heard in their own turns alone, and does
// neither browser ever tell the other where it is? Two real browsers, whose only way to each other is a real relay.
import type { Page } from '@playwright/test'
import { ends, hasPath, isHeardAlone, loudest, nothingComes, setMicrophone } from './hearing.ts'
import { expect, type House, openHouse, test } from './house.ts'
import { press, sees, words } from './people.ts'
import { bothOn, finish, turnOf } from './screens/walk.ts'
import { type Relay, startRelay } from './setup/relay.mjs'
import { meetByVoice, practice, reads, wordsOn } from './strangers.ts'

const { phases, goodbye, left, menu, voice } = words
const { after, agree } = practice
const SECOND = 1000

let relay: Relay
let site: House & { close(): Promise<void> }
let maya: Page
let jonah: Page
test.beforeAll(async () => {
  relay = await startRelay()
  site = await openHouse({ ice: { servers: [], turn: { urls: relay.urls, secret: relay.secret }, relayOnly: false } })
})
test.afterAll(async () => {
  await site.close()
  await relay.stop()
})
test.beforeEach(async ({ someone }) => {
  maya = await (await someone({ baseURL: site.url })).newPage()
  jonah = await (await someone({ baseURL: site.url })).newPage()
  await meetByVoice([maya, jonah], site.url)
  await expect.poll(async () => (await wordsOn(maya)).length, { timeout: 30_000 }).toBe(4)
  await expect.poll(() => wordsOn(jonah)).toEqual(await wordsOn(maya))
  for (const page of [maya, jonah]) await setMicrophone(page, 'open')
  for (const page of [maya, jonah]) await expect.poll(() => hasPath(page), { timeout: 60_000 }).toBe(true)
})

/** Sound takes the time that it takes, and two pages encode and decode it on one machine. */
test.describe.configure({ timeout: 180_000 })

test('a whole sitting of two strangers by voice: each is heard in their own turns and in no other, through the relay alone, to the goodbye', async () => {
  // They read the words to each other.
  for (const page of [maya, jonah]) await expect.poll(() => loudest(page, 50)).toBeGreaterThan(0.01)
  await bothOn({ maya, jonah }, agree.on)
  await sees(maya, phases.arrive.heading)
  for (const page of [maya, jonah]) await nothingComes(page)
  await bothOn({ maya, jonah }, phases.arrive.on)

  const turns: string[] = []
  for (const n of [1, 2, 3, 4]) {
    const now = await turnOf({ maya, jonah })
    turns.push(now.speaks)
    await isHeardAlone(now.speaker, now.listener)
    if (n % 2 === 0) await site.skip(157 * SECOND)
    else await finish(now)
    await sees(now.speaker, phases.settle.headingYou)
    if (n === 1) for (const page of [maya, jonah]) await nothingComes(page)
    await bothOn({ maya, jonah }, phases.settle.on)
  }
  const [first, second] = turns
  expect(first).not.toBe(second)
  expect(turns).toEqual([first, second, first, second])

  await sees(maya, phases.drop.heading)
  for (const page of [maya, jonah]) {
    await page.getByRole('textbox').fill('That you would be unkind.')
    await press(page, phases.drop.on)
  }
  const tellers = first === 'Maya' ? [maya, jonah] : [jonah, maya]
  for (const [at, teller] of tellers.entries()) {
    const hears = tellers[1 - at] ?? teller
    await expect(teller.getByRole('button', { name: phases.tell.teller.on })).toBeVisible()
    await isHeardAlone(teller, hears)
    await press(teller, phases.tell.teller.on)
    await press(hears, phases.speak.silence.on)
  }
  await sees(maya, phases.thanks.heading)
  for (const page of [maya, jonah]) await expect.poll(() => loudest(page, 50)).toBeGreaterThan(0.01)
  expect([await ends(maya, jonah), await ends(jonah, maya)]).toEqual([['relay'], ['relay']])
  await bothOn({ maya, jonah }, phases.thanks.on)
  for (const page of [maya, jonah]) {
    await sees(page, goodbye.heading)
    expect(await page.evaluate(() => window.watched.paths.every(path => path.connectionState === 'closed'))).toBe(true)
    await press(page, goodbye.letGo)
    await sees(page, goodbye.empty)
    await page.getByRole('link', { name: left.after }).click()
    await sees(page, after.heading)
  }
  await reads(maya, after.body('Jonah'))
})

/** Keeps by which animation the picture of somebody has come into sight. */
const watchPictures = (page: Page) =>
  page.evaluate(() => {
    document.addEventListener('animationstart', ({ target, animationName }) => {
      if (target instanceof HTMLVideoElement) Reflect.set(window, 'pictureCame', animationName)
    })
  })

/** What stands before the picture in the first moment of that animation. */
const beginsWith = (page: Page) =>
  page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
    const name = Reflect.get(window, 'pictureCame')
    const keyframes = rules.find(rule => rule instanceof CSSKeyframesRule && rule.name === name)
    const first = keyframes instanceof CSSKeyframesRule ? keyframes[0] : null
    return first instanceof CSSKeyframeRule ? first.style.filter : null
  })

test('in a sitting by voice each may ask for the camera: it opens when both have said yes, out of a mist, and closes for both when one takes it back', async () => {
  await bothOn({ maya, jonah }, agree.on)
  await sees(maya, phases.arrive.heading)
  for (const page of [maya, jonah]) await watchPictures(page)
  const inMenu = (page: Page, button: string) => page.getByRole('dialog').getByRole('button', { name: button })
  await press(maya, menu.open)
  await inMenu(maya, voice.camera.ask('Jonah')).click()
  await expect(maya.getByRole('dialog').getByText(voice.camera.asked('Jonah'))).toBeVisible()
  await maya.keyboard.press('Escape')
  await expect(jonah.getByRole('main').getByText(voice.camera.wanted('Maya'))).toBeVisible()
  const sends = (page: Page) =>
    page.evaluate(
      () =>
        window.watched.paths.flatMap(path => path.getSenders()).filter(({ track }) => track?.kind === 'video').length,
    )
  for (const page of [maya, jonah]) {
    await expect(page.locator('video')).toHaveCount(0)
    expect(await sends(page)).toBe(0)
  }
  await press(jonah, voice.camera.yes)
  await bothOn({ maya, jonah }, phases.arrive.on)
  const { speaker, listener } = await turnOf({ maya, jonah })
  for (const page of [maya, jonah]) {
    const seen = () => page.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth)
    await expect.poll(seen).toBeGreaterThan(0)
    await expect(page.locator('[aria-hidden=true] video')).toHaveCount(0)
    await expect.poll(() => beginsWith(page)).toMatch(/^blur\(/)
  }
  expect([await ends(maya, jonah), await ends(jonah, maya)]).toEqual([['relay'], ['relay']])
  await press(listener, menu.open)
  await inMenu(listener, voice.camera.stop).click()
  for (const page of [maya, jonah]) {
    await expect(page.locator('video')).toHaveCount(0)
    await expect.poll(() => sends(page)).toBe(0)
  }
  await listener.keyboard.press('Escape')
  await isHeardAlone(speaker, listener)
})
