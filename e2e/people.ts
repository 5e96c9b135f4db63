// What does a person do on the screen? The same few things in every test, found as a person finds them: by the words.
import { expect, type Page } from '@playwright/test'
import type { FormatId } from '../lib/formats/formats.ts'
import type { Clock, Medium, Wish } from '../lib/protocol/room.ts'
import { type Words, wordsFor } from '../lib/words/words.ts'
import { language } from './screens/language.ts'

export const words = wordsFor(language)

export interface Opening {
  name: string
  sitting?: FormatId
  /** In writing, unless a test says otherwise. */
  medium?: Medium
  clock?: Clock
}

/** Opens a room by the form, and returns the link that would be sent. `site`: where, when the browser knows none. */
export async function openRoom(
  page: Page,
  { name, sitting, medium = 'text', clock }: Opening,
  site = '',
): Promise<string> {
  await page.goto(`${site}/open`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.open.heading)
  if (sitting) await page.getByRole('radio', { name: words.open.sittings[sitting].title }).check()
  if (clock) await page.getByRole('radio', { name: words.open.clocks[clock].label }).check()
  await page.getByRole('radio', { name: words.open.media[medium].label, exact: true }).check()
  await page.getByLabel(words.open.name, { exact: true }).fill(name)
  await page.getByRole('button', { name: words.open.button }).click()
  await page.waitForURL(/\/r\/[\w-]{22}#/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return page.url()
}

/** Follows a link and sits down. `own`: the words of the language that the page is in. */
export async function comeIn(page: Page, link: string, name: string, own: Words = words): Promise<void> {
  await page.goto(link)
  await page.getByLabel(own.door.name, { exact: true }).fill(name)
  await press(page, own.door.enter)
}

/** Says who should speak first and agrees. */
export async function agree(page: Page, wish: Wish = 'either', own: Words = words): Promise<void> {
  await page.getByRole('radio', { name: own.first[wish] }).check()
  await page.getByRole('button', { name: own.agreement.agree }).click()
}

/** Waits until the page shows this as its main heading. */
export async function sees(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
}

export async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
}

/** Something on the page has the keyboard: whoever uses one goes on from where they were, and not from the top of the page. */
export async function hasKeyboard(page: Page): Promise<void> {
  const has = () => page.evaluate(() => document.activeElement?.localName ?? 'body')
  // Longer than words take to go, and shorter than any phase: the next screen would bring back what this one has lost.
  await expect.poll(has, { message: 'what has the keyboard', timeout: 5000 }).not.toBe('body')
}

/** Brings two people together, up to the first phase of the sitting. Returns the link. */
export async function meet(
  host: Page,
  guest: Page,
  opening: Opening = { name: 'Maya' },
  wishes: { host: Wish; guest: Wish } = { host: 'me', guest: 'other' },
  guestName = 'Jonah',
): Promise<string> {
  const link = await openRoom(host, opening)
  await comeIn(guest, link, guestName)
  await agree(host, wishes.host)
  await agree(guest, wishes.guest)
  return link
}

/** The id of the room that a link leads to. */
export function roomOf(link: string): string {
  return new URL(link).pathname.split('/').at(-1) ?? ''
}

/** Writes a sentence and says it. */
export async function say(page: Page, sentence: string, field: string = words.writing.field): Promise<void> {
  await page.getByLabel(field, { exact: true }).fill(sentence)
  await page.getByLabel(field, { exact: true }).press('Enter')
}

/** What the browser remembers of a room, by the names under which it does. */
export async function remembered(page: Page, room: string): Promise<string[]> {
  const keys = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])
  return keys.filter(key => key.includes(room))
}

/** Takes the phone up again: the page then asks anew what time it is. */
export async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}

/** Counts how often the live region of this page is told something from now on, be it in the same words. */
export async function countSaid(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let times = 0
    Reflect.set(window, 'timesSaid', () => times)
    const watch = new MutationObserver(() => {
      times += 1
    })
    for (const region of document.querySelectorAll('[role=status]'))
      watch.observe(region, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => (Reflect.get(window, 'timesSaid') as () => number)())
}
