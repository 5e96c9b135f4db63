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
