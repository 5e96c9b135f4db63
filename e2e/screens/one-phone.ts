// The screens of two people who share one phone, from the question to both to the empty end.
import { expect, type Page } from '@playwright/test'
import { onePhoneFor } from '../../lib/words/one-phone.ts'
import { press, sees } from '../people.ts'
import { language } from './language.ts'
import { lookAtSheet, type Walk } from './walk.ts'

export const words = onePhoneFor(language)

const { begin, arrive, handed, picture, turn, settle, drop, tell, thanks, held, menu, leave, goodbye, settings } = words

export interface Sitting {
  sitting?: 'taste' | 'listening'
  first?: 'Maya' | 'Jonah'
}

/** Opens the page, says who is here and begins. */
export async function sitDown(page: Page, { sitting = 'taste', first = 'Maya' }: Sitting = {}): Promise<void> {
  await page.goto('/try')
  await page.getByLabel(begin.one, { exact: true }).fill('Maya')
  await page.getByLabel(begin.other, { exact: true }).fill('Jonah')
  await page.getByRole('radio', { name: words.sittings[sitting].title }).check()
  await page.getByRole('radio', { name: first, exact: true }).check()
  await press(page, begin.on)
  await sees(page, arrive.heading)
}

/** Both write their picture, each while the other looks away. `note` is written by Maya, who looks first. */
export async function pictures(page: Page, note = ''): Promise<void> {
  await sees(page, handed.only('Maya'))
  await press(page, handed.look('Maya'))
  await page.getByRole('textbox').fill(note)
  await press(page, picture.on)
  await press(page, handed.look('Jonah'))
  await press(page, picture.on)
  await press(page, picture.both('Maya'))
  await sees(page, turn.heading('Maya'))
}

/** A turn is over before its time is: the speaker says so, and the one who listens ends the silence. */
export async function finish(page: Page, speaks: 'Maya' | 'Jonah'): Promise<void> {
  await sees(page, turn.heading(speaks))
  await press(page, turn.on(speaks))
  await press(page, turn.silence.on)
}

/** Answers the closing question, as the one who looks now; null keeps it. */
export async function answers(page: Page, who: 'Maya' | 'Jonah', line: string | null): Promise<void> {
  await sees(page, handed.only(who))
  await press(page, handed.look(who))
  if (line === null) await page.getByRole('radio', { name: drop.keep }).check()
  else await page.getByRole('textbox').fill(line)
  await press(page, drop.on)
}

/** Goes on where that is still to be done: while somebody looked for long, the phase may have ended by itself. */
async function goOn(page: Page, button: string): Promise<void> {
  await page
    .getByRole('button', { name: button, exact: true })
    .click({ timeout: 5000 })
    .catch(() => {})
}

export async function onePhone({ maya: page, look }: Walk): Promise<void> {
  // Its clock runs as time does, and can be turned on.
  await page.clock.install()
  await page.goto('/try')
  await sees(page, begin.heading)
  await look('one-phone', page)
  await press(page, begin.on)
  await sees(page, arrive.heading)
  await look('one-phone-coin', page)
  await lookAtSheet(page, leave.do, () => look('one-phone-end', page))
  await press(page, leave.do)
  await press(page, leave.yes)
  await sees(page, goodbye.ended)
  await look('one-phone-ended', page)

  await sitDown(page, { sitting: 'listening' })
  await press(page, arrive.on)
  await sees(page, handed.only('Maya'))
  await look('one-phone-veil', page)
  await press(page, handed.look('Maya'))
  await page.getByRole('textbox').fill('Somebody who keeps score.')
  await look('one-phone-picture', page)
  await press(page, picture.on)
  await press(page, handed.look('Jonah'))
  await press(page, picture.on)
  await look('one-phone-both-look', page)
  await press(page, picture.both('Maya'))
  await sees(page, turn.heading('Maya'))
  await look('one-phone-turn', page)
  await page.clock.runFor(150_000)
  await look('one-phone-turn-half', page)
  await lookAtSheet(page, settings.open, () => look('one-phone-settings', page))
  await press(page, settings.open)
  await press(page, menu.hold)
  await sees(page, held.heading)
  await look('one-phone-held', page)
  await page.clock.runFor(10 * 60_000)
  await expect(page.getByText(held.offerEnd)).toBeVisible()
  await look('one-phone-held-long', page)
  await press(page, held.on)
  await press(page, turn.on('Maya'))
  await sees(page, turn.silence.heading)
  await look('one-phone-silence', page)
  await press(page, turn.silence.on)
  await sees(page, settle.heading('Maya'))
  await look('one-phone-settle', page)
  await goOn(page, settle.on)

  await sees(page, turn.heading('Jonah'))
  await page.clock.runFor(241_000)
  await press(page, turn.more.ask)
  await look('one-phone-more', page)
  await press(page, turn.more.yes)
  await expect(page.getByText(turn.more.granted, { exact: true }).first()).toBeVisible()
  while (!(await page.getByText(turn.closing('Jonah')).first().isVisible())) await page.clock.runFor(2000)
  await look('one-phone-closing', page)
  await page.clock.runFor(80_000)
  await sees(page, handed.only('Maya'))
  await press(page, handed.look('Maya'))
  await page.getByRole('textbox').fill('I thought you were keeping score. You were just tired, and scared of asking.')
  await look('one-phone-drop', page)
  await press(page, drop.on)
  await answers(page, 'Jonah', null)
  await sees(page, handed.back)
  await look('one-phone-drop-both-look', page)
  await press(page, drop.both)
  await sees(page, tell.heading)
  await look('one-phone-tell', page)
  await page.clock.runFor(134_000)
  await sees(page, thanks.heading)
  await look('one-phone-thanks', page)
  await goOn(page, thanks.on)
  await sees(page, words.quiet.heading)
  await look('one-phone-quiet', page)
  await goOn(page, words.quiet.on)
  await sees(page, goodbye.heading)
  await look('one-phone-goodbye', page)
  await press(page, goodbye.on)
  await sees(page, goodbye.empty)
  await look('one-phone-empty', page)
}
