// Does the door of a room by voice ask for a microphone only when it is tapped, say what it hears, help when it is refused, and
// let people in without one? With Chromium's own microphones: one that beeps, one that is dead, one that is kept closed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { dial, type Person } from '../server/testing/house.ts'
import { opening } from '../server/testing/pair.ts'
import { expect, type House, test } from './house.ts'
import { hasKeyboard, openRoom, press, sees, words } from './people.ts'
import { violations } from './screens/guidelines.ts'
import { launchOptions } from './setup/chromium.mjs'

const { device, door } = words
const [step = ''] = device.guide.chrome
const [more = ''] = device.stuckLines
const SECRET = 'A'.repeat(43)
const hosts: Person[] = []
const browsers: Browser[] = []
test.afterEach(async () => {
  for (const host of hosts.splice(0)) host.close()
  for (const browser of browsers.splice(0)) await browser.close()
})

/** Somebody waits in a room by voice; the page stands at its door. */
async function atDoor(page: Page, house: House): Promise<Person> {
  const host = await dial(house.url)
  hosts.push(host)
  const { room } = await host.must('open', opening({ medium: 'voice', name: 'Maya' }))
  await page.goto(`${house.url}/r/${room}#${SECRET}`)
  await expect(page.getByRole('button', { name: device.check })).toBeVisible()
  return host
}

/** A browser of its own, whose microphone is another one. */
async function pageWith(change: (args: string[]) => string[], scheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const options = launchOptions()
  const browser = await chromium.launch({ ...options, args: change(options.args) })
  browsers.push(browser)
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: scheme })
  return context.newPage()
}

const refusing = (args: string[]) => args.map(arg => (arg.startsWith('--use-fake-ui') ? `${arg}=deny` : arg))

/** Whoever stood at the door has come in. */
const sits = (host: Person) => expect.poll(() => host.view().seats.b?.name).toBe('Jonah')

async function isFaultless(page: Page): Promise<void> {
  expect(await violations(page, {}, 'form')).toEqual([])
  expect(await page.getByRole('status').count()).toBe(1)
}

/** Each stream that the page is given stays at hand, as `window.asked`. */
async function rememberAsked(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    const asked = Object.assign(window, { asked: [] as MediaStream[] }).asked
    navigator.mediaDevices.getUserMedia = async how => {
      const stream = await real(how)
      asked.push(stream)
      return stream
    }
  })
}

test('the microphone is asked for by a tap alone, and one’s own breath swells with what is heard', async ({
  page,
  house,
}) => {
  await rememberAsked(page)
  const asked = () =>
    page.evaluate(() => {
      const { asked } = window as unknown as { asked: MediaStream[] }
      return asked.flatMap(stream => stream.getTracks().map(track => track.readyState))
    })
  await atDoor(page, house)
  expect(await asked()).toEqual([])
  const check = page.getByRole('region', { name: device.legend })
  await press(page, device.check)
  await expect(check.getByText(device.heard)).toBeVisible()
  await expect(page.getByRole('status')).toHaveText(device.heard)
  const swell = () => check.locator('[aria-hidden] > span').first().getAttribute('style')
  const seen = new Set<string | null>()
  await expect
    .poll(async () => {
      seen.add(await swell())
      return seen.size
    })
    .toBeGreaterThan(3)
  expect(await asked()).toEqual(['live'])
  await isFaultless(page)
  await press(page, device.close)
  await expect(check.getByRole('button', { name: device.check })).toBeVisible()
  expect(await asked()).toEqual(['ended'])
})

test('by keys alone it is opened and closed with one button, which keeps the keyboard', async ({ page, house }) => {
  await atDoor(page, house)
  const check = page.getByRole('region', { name: device.legend })
  await check.getByRole('button', { name: device.check }).focus()
  await page.keyboard.press('Enter')
  await expect(check.getByText(device.heard)).toBeVisible()
  await expect(check.getByRole('button', { name: device.close })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(check.getByRole('button', { name: device.check })).toBeFocused()
})

test('a microphone that gives exact zeros is said to be dead, and one comes in all the same', async ({ house }) => {
  const folder = mkdtempSync(join(tmpdir(), 'clearing-silence-'))
  const wav = Buffer.alloc(44 + 48_000 * 2)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(wav.length - 8, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    wav.writeUInt16LE(value, at)
  wav.writeUInt32LE(48_000, 24)
  wav.writeUInt32LE(96_000, 28)
  wav.write('data', 36)
  wav.writeUInt32LE(wav.length - 44, 40)
  writeFileSync(join(folder, 'silence.wav'), wav)
  try {
    const page = await pageWith(args => [...args, `--use-file-for-fake-audio-capture=${join(folder, 'silence.wav')}`])
    const host = await atDoor(page, house)
    await press(page, device.check)
    const check = page.getByRole('region', { name: device.legend })
    await expect(check.getByText(device.speak)).toBeVisible()
    await expect(check.getByText(device.silent)).toBeVisible()
    await page.getByLabel(door.name, { exact: true }).fill('Jonah')
    await page.getByLabel(door.name, { exact: true }).press('Enter')
    await sits(host)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

for (const scheme of ['light', 'dark'] as const) {
  test(`a refused microphone comes with a way out, and without one one comes in, by keys alone (${scheme})`, async ({
    house,
  }) => {
    const page = await pageWith(refusing, scheme)
    const host = await atDoor(page, house)
    await page.getByLabel(door.name, { exact: true }).fill('Jonah')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: device.check })).toBeFocused()
    await page.keyboard.press('Enter')
    await hasKeyboard(page)
    const check = page.getByRole('region', { name: device.legend })
    await expect(check.getByText(device.refused)).toBeVisible()
    await expect(check.getByRole('button', { name: device.again })).toBeFocused()
    await expect(check.getByText(step)).toBeVisible()
    await check.getByText(device.stuck).click()
    await expect(check.getByText(more)).toBeVisible()
    await isFaultless(page)
    await page.getByRole('button', { name: device.without }).focus()
    await page.keyboard.press('Enter')
    await sits(host)
  })
}

test('a room in writing has nothing of it at its door', async ({ page, house }) => {
  const host = await dial(house.url)
  hosts.push(host)
  const { room } = await host.must('open', opening({ name: 'Maya' }))
  await page.goto(`/r/${room}#${SECRET}`)
  await expect(page.getByRole('button', { name: door.enter })).toBeVisible()
  await expect(page.getByText(device.legend)).toHaveCount(0)
  await expect(page.getByRole('button', { name: device.check })).toHaveCount(0)
})

test('whoever opened the room can check it too, and what they closed stays closed', async ({ page }) => {
  await page.addInitScript(() => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getUserMedia = how => {
      Object.assign(window, { wasAsked: true })
      return real(how)
    }
  })
  const wasAsked = () => page.evaluate(() => Reflect.get(window, 'wasAsked') === true)
  await openRoom(page, { name: 'Maya', medium: 'voice' })
  await press(page, device.check)
  const check = page.getByRole('region', { name: device.legend })
  await expect(check.getByText(device.heard)).toBeVisible()
  await press(page, device.close)
  await page.reload()
  await expect(page.getByRole('button', { name: device.check })).toBeVisible()
  expect(await wasAsked()).toBe(false)
  await press(page, device.check)
  await expect(check.getByText(device.heard)).toBeVisible()
  // Open as it was left, so that a reload in the middle of a turn silences nobody.
  await page.reload()
  await expect(check.getByText(device.heard)).toBeVisible()
  expect(await wasAsked()).toBe(true)
})

test('a microphone that was opened at the door is closed when there is no way in', async ({ page, house }) => {
  await rememberAsked(page)
  const host = await atDoor(page, house)
  await press(page, device.check)
  await expect(page.getByRole('region', { name: device.legend }).getByText(device.heard)).toBeVisible()
  await host.must('intent', { do: 'leave' })
  await page.getByLabel(door.name, { exact: true }).fill('Jonah')
  await press(page, door.enter)
  await sees(page, words.trouble.gone.heading)
  const tracks = () =>
    page.evaluate(() => {
      const { asked } = window as unknown as { asked: MediaStream[] }
      return asked.flatMap(stream => stream.getTracks().map(track => track.readyState))
    })
  await expect.poll(tracks).toEqual(['ended'])
})
