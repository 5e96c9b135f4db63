// Does what somebody writes and chooses stay, where the page comes alive only afterwards? On a slow phone a form is there long before
// its scripts are.
import type { Page } from '@playwright/test'
import { minutesRange } from '../lib/formats/formats.ts'
import { facilitatorFor } from '../lib/words/facilitator.ts'
import { expect, test } from './house.ts'
import { words } from './people.ts'
import { words as onePhone } from './screens/one-phone.ts'

const { open } = words
const { convene } = facilitatorFor('en')

/** Goes to a page whose scripts stay away until they are let through. */
async function still(page: Page, path: string): Promise<() => void> {
  let letThrough = () => {}
  const held = new Promise<void>(resolve => {
    letThrough = resolve
  })
  await page.route('**/_next/**/*.js', async route => {
    await held
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return letThrough
}

const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const length = (page: Page) => page.getByRole('slider')

test('a room is opened as it was chosen before the page came alive; what was not touched is as the last time', async ({
  page,
}) => {
  await page.goto('/nowhere')
  await page.evaluate(() => {
    localStorage.setItem('clearing.settings', JSON.stringify({ name: 'Another name' }))
    const before = { sitting: 'listening', minutes: 30, medium: 'together', clock: 'unhurried' }
    localStorage.setItem('clearing.open', JSON.stringify(before))
  })
  const letThrough = await still(page, '/open')
  await page.getByLabel(open.name, { exact: true }).fill('Maya')
  await radio(page, open.sittings.taste.title).check()
  await radio(page, open.media.text.label).check()
  letThrough()
  await expect(radio(page, open.clocks.unhurried.label)).toBeChecked()
  await expect(page.getByLabel(open.name, { exact: true })).toHaveValue('Maya')
  await expect(radio(page, open.sittings.taste.title)).toBeChecked()
  await expect(radio(page, open.media.text.label)).toBeChecked()
  await expect(length(page)).toHaveValue(String(minutesRange('taste')[1]))
  await page.getByRole('button', { name: open.button }).click()
  await page.waitForURL(/\/r\/[\w-]{22}#/)
  expect(await page.evaluate(() => localStorage.getItem('clearing.open'))).toBe(
    JSON.stringify({ sitting: 'taste', minutes: minutesRange('taste')[1], medium: 'text', clock: 'unhurried' }),
  )
})

test('a name that was not touched is the one that is remembered', async ({ page }) => {
  await page.goto('/nowhere')
  await page.evaluate(() => localStorage.setItem('clearing.settings', JSON.stringify({ name: 'Maya' })))
  const letThrough = await still(page, '/open')
  await radio(page, open.media.video.label).check()
  letThrough()
  await expect(page.getByLabel(open.name, { exact: true })).toHaveValue('Maya')
  await expect(radio(page, open.media.video.label)).toBeChecked()
})

test('two who share one phone are called as they wrote before the page came alive', async ({ page }) => {
  const { begin, sittings } = onePhone
  const letThrough = await still(page, '/try')
  await page.getByLabel(begin.one, { exact: true }).fill('Maya')
  await page.getByLabel(begin.other, { exact: true }).fill('Jonah')
  await radio(page, sittings.listening.title).check()
  await radio(page, begin.tide).check()
  letThrough()
  await expect(radio(page, 'Jonah')).toBeChecked()
  await expect(radio(page, sittings.listening.title)).toBeChecked()
  await expect(length(page)).toHaveValue(String(minutesRange('listening')[1]))
  await radio(page, begin.coin).check()
  await expect(page.getByLabel(begin.one, { exact: true })).toHaveValue('Maya')
})

test('a plan is as it was written before the page came alive, over the draft of this window', async ({ page }) => {
  const prompt = (n: number) => page.getByLabel(convene.round(n), { exact: true })
  const draft = () => page.evaluate(() => sessionStorage.getItem('clearing.plan') ?? '')
  await page.goto('/workshop')
  await page.getByLabel(convene.audience, { exact: true }).fill('Whoever would like')
  await prompt(2).fill('second, as it was')
  await expect.poll(draft).toContain('second, as it was')
  await page.goto('/nowhere')
  const letThrough = await still(page, '/workshop')
  await page.getByLabel(convene.name, { exact: true }).fill('Tuesday circle')
  await prompt(1).fill('first, as it is')
  await radio(page, convene.odds.rest.label).check()
  await prompt(3).focus()
  letThrough()
  await expect(page.getByLabel(convene.audience, { exact: true })).toHaveValue('Whoever would like')
  await expect(prompt(2)).toHaveValue('second, as it was')
  await expect(page.getByLabel(convene.name, { exact: true })).toHaveValue('Tuesday circle')
  await expect(prompt(1)).toHaveValue('first, as it is')
  await expect(radio(page, convene.odds.rest.label)).toBeChecked()
  await expect(prompt(3)).toBeFocused()
  await expect(prompt(4)).toHaveCount(0)
  for (const text of ['first, as it is', 'second, as it was', 'Tuesday circle', 'rest']) {
    await expect.poll(draft).toContain(text)
  }
})

for (const [path, field, button] of [
  ['/open', open.name, open.button],
  ['/try', onePhone.begin.one, onePhone.begin.on],
  ['/workshop', convene.name, convene.button],
] as const) {
  test(`what is written at ${path} and sent off too early goes nowhere, least of all into an address`, async ({
    page,
  }) => {
    const letThrough = await still(page, path)
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await page.getByLabel(field, { exact: true }).fill('Maya-Maya')
    await page.getByLabel(field, { exact: true }).press('Enter')
    const send = page.getByRole('button', { name: button, exact: true })
    await expect(send).toBeDisabled()
    await send.click({ force: true })
    letThrough()
    await expect(send).toBeEnabled()
    await expect(page.getByLabel(field, { exact: true })).toHaveValue('Maya-Maya')
    expect(asked.filter(url => url.includes('Maya-Maya'))).toEqual([])
    expect(new URL(page.url()).search).toBe('')
  })
}
