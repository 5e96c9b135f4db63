// Do the pages that need no room stand, with nothing refused by their own content policy?
import { facilitatorFor } from '../lib/words/facilitator.ts'
import { onePhoneFor } from '../lib/words/one-phone.ts'
import { practiceFor } from '../lib/words/practice.ts'
import { readingFor } from '../lib/words/reading.ts'
import { expect, test } from './house.ts'
import { words } from './people.ts'

const reading = readingFor('en')

for (const [path, heading] of [
  ['/', words.home.heading],
  ['/how', reading.how.heading],
  ['/privacy', reading.privacy.heading],
  ['/open', words.open.heading],
  ['/try', onePhoneFor('en').begin.heading],
  ['/practice', practiceFor('en').door.heading],
  ['/workshop', facilitatorFor('en').convene.heading],
  ['/workshop/guide', reading.guide.heading],
  ['/practice/after', practiceFor('en').after.nobodyHeading],
] as const) {
  test(`${path} opens, has one main heading, and breaks no rule of its own`, async ({ page }) => {
    const complaints: string[] = []
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(error.message))
    const response = await page.goto(path)
    expect(response?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await page.waitForLoadState('networkidle')
    expect(complaints).toEqual([])
  })
}

test('a page that is not there says so, with a way back', async ({ page }) => {
  const response = await page.goto('/nowhere')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('link').first()).toBeVisible()
})

test('on whatever page somebody begins, what nobody came back to for a day is wiped from the device', async ({
  page,
}) => {
  const key = `clearing.room.${'o'.repeat(22)}.note.a`
  await page.goto('/nowhere')
  const circle = '/workshop/BBBBBBBB'
  for (const path of ['/', '/open', '/try', '/practice', '/practice/after', '/workshop', circle, `${circle}/board`]) {
    await page.evaluate(key => localStorage.setItem(key, JSON.stringify({ text: 'that you are cold', at: 1 })), key)
    await page.goto(path)
    await expect.poll(() => page.evaluate(key => localStorage.getItem(key), key), { message: path }).toBeNull()
  }
})
