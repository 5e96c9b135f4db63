// What does somebody do who looks for a stranger? The same few things in every test, found by the words on the screen.
import { expect, type Page } from '@playwright/test'
import { practiceFor } from '../lib/words/practice.ts'
import { watchPaths } from './hearing.ts'
import { press, sees } from './people.ts'
import { language } from './screens/language.ts'

export const practice = practiceFor(language)

const { door, meeting, waiting } = practice

export interface Looking {
  name: string
  medium?: 'text' | 'voice'
}

/** Reads the door of practice, says what it asks, and waits. `site`: where, when the browser knows none. */
export async function lookForSomebody(page: Page, { name, medium = 'text' }: Looking, site = ''): Promise<void> {
  await page.goto(`${site}/practice`)
  await sees(page, door.heading)
  await page.getByRole('radio', { name: door.media[medium].label, exact: true }).check()
  await page.getByLabel(door.name, { exact: true }).fill(name)
  await page.getByRole('checkbox', { name: door.adult }).check()
  await press(page, door.button)
}

/** Waits until a paragraph of the page reads this. */
export async function reads(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('paragraph').filter({ hasText: text })).toBeVisible()
}

/** How many others are here, as the waiting says it. */
const HOW_MANY = new RegExp(`^(${[...Array(20).keys()].map(count => waiting.here(count)).join('|')})`)

/** Waits, and has been told how it is. */
export async function waitForSomebody(page: Page, looking: Looking): Promise<void> {
  await lookForSomebody(page, looking)
  await sees(page, waiting.heading)
  await expect(page.getByRole('paragraph').filter({ hasText: HOW_MANY })).toBeVisible()
}

/** Two strangers are brought together, and each sees the other. */
export async function comeTogether(one: Page, other: Page, names = { one: 'Maya', other: 'Jonah' }): Promise<void> {
  await waitForSomebody(one, { name: names.one })
  await lookForSomebody(other, { name: names.other })
  await sees(one, meeting.heading(names.other))
  await sees(other, meeting.heading(names.one))
}

/** Both say yes, and read the five things. */
export async function begin(pages: readonly Page[]): Promise<void> {
  for (const page of pages) await press(page, meeting.yes)
  for (const page of pages) await sees(page, practice.agree.heading)
}

/** Maya and Jonah look for somebody by voice at this site, and begin. */
export async function meetByVoice(pages: readonly [Page, Page], site: string): Promise<void> {
  for (const [at, page] of pages.entries()) {
    await watchPaths(page)
    await lookForSomebody(page, { name: at === 0 ? 'Maya' : 'Jonah', medium: 'voice' }, site)
  }
  await begin(pages)
}

/** The words by which two strangers find out that nobody is between them; none while there are none. */
export function wordsOn(page: Page): Promise<string[]> {
  return page.getByRole('list', { name: practice.sameWords.words }).getByRole('listitem').allTextContents()
}
