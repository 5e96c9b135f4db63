// What becomes of words? They are seen when their writer means them to be, by nobody who may not speak, and they outlast a
// reload on either side, or it is said that they did not.
import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { meet, press, roomOf, say, sees, words } from './people.ts'

const { phases, writing, goodbye, menu, hold } = words
const { speak, drop, tell, settle } = phases
const SECOND = 1000
const MINUTE = 60_000
const GRACE = 7 * SECOND

/** The sentences that whoever listens reads, one by one. */
const heard = (page: Page) => page.getByRole('log').getByRole('paragraph')
/** One's own. */
const own = (page: Page) => page.getByRole('region', { name: writing.saidSoFar }).getByRole('paragraph')

/** Goes on to Maya's turn. */
async function toTheTurn(maya: Page, jonah: Page): Promise<string> {
  const id = roomOf(await meet(maya, jonah, { name: 'Maya' }))
  for (const page of [maya, jonah]) await press(page, phases.arrive.on)
  for (const page of [maya, jonah]) await press(page, phases.picture.on)
  await sees(maya, speak.speaker.heading)
  await sees(jonah, speak.listener.heading('Maya'))
  return id
}

/** Goes on to the closing question of a sitting without a clock, so that no test is hurried by a slow machine. */
async function toTheDrop(maya: Page, jonah: Page): Promise<string> {
  const id = roomOf(await meet(maya, jonah, { name: 'Maya', sitting: 'taste', clock: 'none' }))
  for (const page of [maya, jonah]) await press(page, phases.arrive.on)
  for (const page of [maya, jonah]) await press(page, phases.picture.on)
  for (const speaker of [maya, jonah]) {
    await press(speaker, speak.speaker.on)
    for (const page of [maya, jonah]) await press(page, settle.on)
  }
  for (const page of [maya, jonah]) await sees(page, drop.heading)
  return id
}

/** Goes on from the opened lines to the end. */
async function toTheGoodbye(maya: Page, jonah: Page): Promise<void> {
  await press(maya, tell.teller.pass)
  await press(jonah, tell.teller.pass)
  for (const page of [maya, jonah]) await press(page, phases.thanks.on)
  for (const page of [maya, jonah]) await sees(page, goodbye.heading)
}

async function answer(page: Page, how: string, line?: string): Promise<void> {
  if (line !== undefined) await page.getByRole('textbox').fill(line)
  await page.getByRole('radio', { name: how }).check()
  await press(page, drop.on)
}

test('a sentence is seen when it is sent, or as it grows where its writer allows that', async ({
  page: maya,
  other: jonah,
}) => {
  await toTheTurn(maya, jonah)
  const field = maya.getByLabel(writing.field, { exact: true })
  const live = maya.getByRole('checkbox', { name: writing.live('Jonah') })
  const read = jonah.getByRole('main')
  await expect(live).not.toBeChecked()
  await field.pressSequentially('I kept')
  await live.check()
  await expect(read.getByText('I kept', { exact: true })).toBeVisible()
  await field.pressSequentially(' quiet')
  await expect(read.getByText('I kept quiet', { exact: true })).toBeVisible()
  // What is still being written is no part of what a screen reader hears.
  await expect(jonah.getByRole('log').getByText('I kept quiet')).toHaveCount(0)

  // No longer allowed: what was seen of it is taken back, and what comes after is not seen.
  await live.uncheck()
  await expect(read.getByText('I kept quiet')).toHaveCount(0)
  await field.pressSequentially(' for a year')
  await field.press('Shift+Enter')
  await field.pressSequentially('and a day.')
  // As Safari tells of the Enter by which a word of another script was chosen: nothing is said by it.
  await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true })
  await expect(field).toHaveValue('I kept quiet for a year\nand a day.')
  await expect(read.getByText('for a year')).toHaveCount(0)
  await field.press('Enter')
  await expect(field).toHaveValue('')
  await expect(heard(jonah)).toHaveCount(1)
  expect(await heard(jonah).innerText()).toBe('I kept quiet for a year\nand a day.')
  await expect(own(maya)).toHaveCount(1)
  // The choice is remembered on the device, and asked for by the same switch in the settings.
  await live.check()
  await maya.reload()
  await expect(live).toBeChecked()
})

test('whoever listens has nothing to write with, and words forged on their own line reach nobody', async ({
  page: maya,
  other: jonah,
}) => {
  // Keeps hold of the page's own line, as somebody with the browser's tools could.
  await jonah.addInitScript(() => {
    const lines: WebSocket[] = []
    Reflect.set(window, 'lines', lines)
    window.WebSocket = new Proxy(WebSocket, {
      construct(Line, args: [string, string?]) {
        const line = new Line(...args)
        lines.push(line)
        return line
      },
    })
  })
  await toTheTurn(maya, jonah)
  await expect(jonah.getByRole('textbox')).toHaveCount(0)
  await expect(jonah.getByRole('button', { name: writing.say })).toHaveCount(0)
  const answer = await jonah.evaluate(
    () =>
      new Promise<string>(resolve => {
        const line = (Reflect.get(window, 'lines') as WebSocket[]).findLast(one => one.readyState === WebSocket.OPEN)
        line?.addEventListener('message', ({ data }) => String(data).startsWith('43777') && resolve(String(data)))
        line?.send('42777["words",{"phase":2,"id":1,"sealed":"forged"}]')
      }),
  )
  expect(answer).toContain('not-allowed')
  await say(maya, 'Only I speak now.')
  await expect(jonah.getByText('Only I speak now.')).toBeVisible()
  await expect(own(maya)).toHaveText(['Only I speak now.'])
})

test('a reload in the middle of a turn, of either or of both at once, loses no word', async ({
  page: maya,
  other: jonah,
}) => {
  await toTheTurn(maya, jonah)
  await say(maya, 'The first.')
  await expect(jonah.getByText('The first.')).toBeVisible()
  await maya.getByLabel(writing.field, { exact: true }).fill('The sec')

  await maya.reload()
  await expect(maya.getByLabel(writing.field, { exact: true })).toHaveValue('The sec')
  await expect(own(maya)).toHaveText(['The first.'])
  await say(maya, 'The second.')
  await expect(heard(jonah)).toHaveText(['The first.', 'The second.'])

  await jonah.reload()
  await expect(heard(jonah)).toHaveText(['The first.', 'The second.'])

  await Promise.all([maya.reload(), jonah.reload()])
  await expect(own(maya)).toHaveText(['The first.', 'The second.'])
  await expect(heard(jonah)).toHaveText(['The first.', 'The second.'])
  await say(maya, 'The third.')
  await expect(heard(jonah)).toHaveText(['The first.', 'The second.', 'The third.'])
})

test('a line that was sealed for pages that were both loaded anew is sealed again, and opens', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const id = await toTheDrop(maya, jonah)
  await answer(maya, drop.share('Jonah'), 'That you forget things.')
  await expect(maya.getByText(drop.sealed('Jonah'))).toBeVisible()
  const sealedLines = async () => JSON.stringify((await house.room(id))?.sitting?.lines)
  const before = await sealedLines()
  await maya.reload()
  await jonah.reload()
  await expect(maya.getByText(drop.sealed('Jonah'))).toBeVisible()
  await expect.poll(sealedLines).not.toBe(before)
  await answer(jonah, drop.share('Maya'), 'That you never forget.')
  for (const page of [maya, jonah]) {
    await expect(page.getByText('That you forget things.')).toBeVisible()
    await expect(page.getByText('That you never forget.')).toBeVisible()
  }
})

test('until the lines open an answer can be changed, and kept after all', async ({ page: maya, other: jonah }) => {
  await toTheDrop(maya, jonah)
  await answer(maya, drop.share('Jonah'), 'The first thought.')
  await press(maya, drop.change)
  await answer(maya, drop.share('Jonah'), 'The second thought.')
  await answer(jonah, drop.share('Maya'), 'Mine.').then(() =>
    expect(jonah.getByText('The second thought.')).toBeVisible(),
  )
  await expect(jonah.getByText('The first thought.')).toHaveCount(0)
  await expect(maya.getByText('Mine.', { exact: true })).toBeVisible()

  await toTheGoodbye(maya, jonah)
  for (const page of [maya, jonah]) await press(page, goodbye.letGo)
  await toTheDrop(maya, jonah)
  await answer(maya, drop.share('Jonah'), 'Not for you.')
  await expect(maya.getByText(drop.sealed('Jonah'))).toBeVisible()
  await press(maya, drop.change)
  await answer(maya, drop.keep)
  await expect(maya.getByText(drop.kept('Jonah'))).toBeVisible()
  await answer(jonah, drop.share('Maya'), 'For you.')
  await expect(jonah.getByText(tell.keptThem('Maya'))).toBeVisible()
  await expect(maya.getByText(tell.keptYou)).toBeVisible()
  expect(await jonah.content()).not.toContain('Not for you.')
})

test('to keep it to oneself stays chosen over a hold and over a page that is loaded anew', async ({
  page: maya,
  other: jonah,
}) => {
  const holds = async () => {
    await press(maya, menu.open)
    await press(maya, hold.do)
    await sees(maya, hold.heading)
    for (const page of [maya, jonah]) await press(page, hold.resume)
    await sees(maya, drop.heading)
  }
  const chosen = (name: string) => expect(maya.getByRole('radio', { name })).toBeChecked()
  await toTheDrop(maya, jonah)
  await maya.getByRole('textbox').fill('Not for you.')
  await maya.getByRole('radio', { name: drop.keep }).check()
  await holds()
  await expect(maya.getByRole('textbox')).toHaveValue('Not for you.')
  await chosen(drop.keep)
  await maya.reload()
  await expect(maya.getByRole('textbox')).toHaveValue('Not for you.')
  await chosen(drop.keep)
  await press(maya, drop.on)
  await expect(maya.getByText(drop.kept('Jonah'))).toBeVisible()

  // And so is what is about to take the place of an answer.
  await press(maya, drop.change)
  await expect(maya.getByRole('textbox')).toBeFocused()
  await chosen(drop.keep)
  await maya.getByRole('radio', { name: drop.share('Jonah') }).check()
  await holds()
  await chosen(drop.share('Jonah'))
  await press(maya, drop.on)
  await expect(maya.getByText(drop.sealed('Jonah'))).toBeVisible()
  await holds()
  await expect(maya.getByText(drop.sealed('Jonah'))).toBeVisible()
  await press(maya, drop.change)
  await maya.getByRole('radio', { name: drop.keep }).check()
  await holds()
  await chosen(drop.keep)
  await press(maya, drop.on)
  await expect(maya.getByText(drop.kept('Jonah'))).toBeVisible()
  await answer(jonah, drop.share('Maya'), 'For you.')
  await expect(jonah.getByText(tell.keptThem('Maya'))).toBeVisible()
  expect(await jonah.content()).not.toContain('Not for you.')
})

test('a page that is loaded anew after the lines opened has both again, also when the server no longer does', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const id = await toTheDrop(maya, jonah)
  await answer(maya, drop.share('Jonah'), 'The careful one.')
  await answer(jonah, drop.share('Maya'), 'The loud one.')
  const showsBoth = async (page: Page) => {
    await expect(page.getByText('The careful one.')).toBeVisible()
    await expect(page.getByText('The loud one.')).toBeVisible()
  }
  await showsBoth(maya)
  await jonah.reload()
  await showsBoth(jonah)
  await press(maya, tell.teller.pass)
  await expect.poll(async () => (await house.room(id))?.sitting?.lines).toBeNull()
  await maya.reload()
  await showsBoth(maya)
  await press(jonah, tell.teller.pass)
  for (const page of [maya, jonah]) await press(page, phases.thanks.on)
  await sees(maya, goodbye.heading)
  await showsBoth(maya)
  await showsBoth(jonah)
})

test('the bell leaves time to send the sentence; what was not sent then is shown to its writer alone', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  await toTheTurn(maya, jonah)
  const field = maya.getByLabel(writing.field, { exact: true })
  await house.skip(5 * MINUTE)
  await maya.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  // Whoever writes nothing has nothing to send.
  await expect(maya.getByText(speak.speaker.closing)).toBeVisible()
  await expect(maya.getByText(writing.bellRang)).toHaveCount(0)
  await field.fill('And then you')
  await expect(maya.getByText(writing.bellRang)).toBeVisible()
  await field.fill('And then you came.')
  await field.press('Enter')
  await expect(jonah.getByText('And then you came.')).toBeVisible()
  await field.fill('But I had')
  await house.skip(GRACE)
  await sees(maya, settle.headingYou)
  await expect(maya.getByRole('textbox')).toHaveCount(0)
  await expect(maya.getByText(writing.unsent)).toBeVisible()
  await expect(maya.getByText('But I had')).toBeVisible()
  await sees(jonah, settle.heading('Maya'))
  await expect(jonah.getByText('But I had')).toHaveCount(0)
  await expect(jonah.getByText(writing.unsent)).toHaveCount(0)
  // It is vapour too.
  await house.skip(30 * SECOND)
  await sees(maya, speak.listener.heading('Jonah'))
  await expect(maya.getByText('But I had')).toHaveCount(0)
})

test('being finished with a sentence half written does not swallow it', async ({ page: maya, other: jonah }) => {
  await toTheTurn(maya, jonah)
  await maya.getByLabel(writing.field, { exact: true }).fill('There was one thing')
  await press(maya, speak.speaker.on)
  await sees(maya, speak.silence.heading)
  await expect(maya.getByText('There was one thing')).toBeVisible()
  await press(jonah, speak.silence.on)
  await sees(maya, settle.headingYou)
  await expect(maya.getByText('There was one thing')).toBeVisible()
  await expect(jonah.getByText('There was one thing')).toHaveCount(0)
})
