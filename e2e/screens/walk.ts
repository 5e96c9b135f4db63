// What is a walk? Two people go through a part of the product, and somebody looks at each distinct screen on the way: to
// draw it, or to examine it. The chapters in this folder are such walks; together they pass every screen there is.
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { view } from '../../lib/protocol/view.ts'
import type { House } from '../house.ts'
import { press, roomOf, words } from '../people.ts'

/** Called at each screen, when it is there in full. The name is the same in every walk, and no other screen has it. */
export type Look = (name: string, page: Page) => Promise<void>

export interface Walk {
  maya: Page
  jonah: Page
  house: House
  look: Look
  someone: () => Promise<BrowserContext>
}

export interface Turn {
  speaker: Page
  listener: Page
  /** What the two are called. */
  speaks: 'Maya' | 'Jonah'
  listens: 'Maya' | 'Jonah'
}

export const SECOND = 1000
export const MINUTE = 60 * SECOND

const { phases } = words

/** Whose turn it is, as the two screens say it. */
export async function turnOf({ maya, jonah }: Pick<Walk, 'maya' | 'jonah'>): Promise<Turn> {
  const speaks = maya.getByRole('heading', { name: phases.speak.speaker.heading })
  const listens = maya.getByRole('heading', { name: phases.speak.listener.heading('Jonah') })
  await expect(speaks.or(listens)).toBeVisible()
  return (await speaks.isVisible())
    ? { speaker: maya, listener: jonah, speaks: 'Maya', listens: 'Jonah' }
    : { speaker: jonah, listener: maya, speaks: 'Jonah', listens: 'Maya' }
}

/** Waits until this stands on the screen itself; a screen reader may hear the same words from elsewhere. */
export async function shows(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('main').getByText(text)).toBeVisible()
}

/** Both say that they are ready to go on; where somebody looked for long, the phase may have ended by itself. */
export async function bothOn({ maya, jonah }: Pick<Walk, 'maya' | 'jonah'>, button: string): Promise<void> {
  for (const page of [maya, jonah]) {
    await page
      .getByRole('button', { name: button, exact: true })
      .click({ timeout: 5000 })
      .catch(() => {})
  }
}

/** The turn ends before its time is over: the speaker is finished, and the listener goes on. */
export async function finish({ speaker, listener }: Turn, button: string = phases.speak.speaker.on): Promise<void> {
  await press(speaker, button)
  await press(listener, phases.speak.silence.on)
}

/** Lays a sheet over the room, looks at it, and takes it away again. */
export async function lookAtSheet(page: Page, button: string, look: () => Promise<void>): Promise<void> {
  await press(page, button)
  await expect(page.getByRole('dialog')).toBeVisible()
  await look()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** How long it takes, in ms, until only `left` remains of what runs now. */
export async function untilLeft({ house, maya }: Pick<Walk, 'house' | 'maya'>, left: number): Promise<number> {
  const room = await house.room(roomOf(maya.url()))
  const phase = room && view(room, 'a', house.now()).phase
  return (phase?.bellAt ?? phase?.endsAt ?? house.now()) - house.now() - left
}
