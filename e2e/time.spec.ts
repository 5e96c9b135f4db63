// Whose is the time? It can be held by either and is given back, it grows only by everybody's yes, it is shown only to
// whoever asked, and nobody's is spent while nobody could use it.
import type { Page } from '@playwright/test'
import type { Clock } from '../lib/protocol/room.ts'
import { expect, test } from './house.ts'
import { agree, comeIn, lookAgain, meet, openRoom, press, roomOf, say, sees, words } from './people.ts'

const { ended, first, hold, leave, menu, more, phases, time, titles, trouble, writing } = words
const { speak, settle } = phases
const SECOND = 1000
const MINUTE = 60_000
const GRACE = 7 * SECOND

/** Goes on to Maya's turn of five minutes. */
async function toTheTurn(maya: Page, jonah: Page, clock: Clock = 'timed'): Promise<string> {
  const id = roomOf(await meet(maya, jonah, { name: 'Maya', clock }))
  for (const page of [maya, jonah]) await press(page, phases.arrive.on)
  for (const page of [maya, jonah]) await press(page, phases.picture.on)
  await sees(maya, speak.speaker.heading)
  await sees(jonah, speak.listener.heading('Maya'))
  return id
}

async function holdTheClock(page: Page): Promise<void> {
  await press(page, menu.open)
  await press(page, hold.do)
  await sees(page, hold.heading)
}

/** The digits of `m:ss` in seconds. */
async function shownSeconds(page: Page): Promise<number> {
  const [minutes = 0, seconds = 0] = (await page.getByRole('timer').innerText()).split(':').map(Number)
  return minutes * 60 + seconds
}

test('either may hold the clock; it goes on when both say so, and the held time is given back', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  await toTheTurn(maya, jonah)
  await house.skip(2 * MINUTE)
  await lookAgain(maya)
  await press(maya, time.show)
  await expect.poll(() => shownSeconds(maya)).toBeLessThanOrEqual(180)

  await holdTheClock(jonah)
  await expect(jonah.getByText(hold.askedYou)).toBeVisible()
  await sees(maya, hold.heading)
  await expect(maya.getByText(hold.asked('Jonah'))).toBeVisible()
  await expect(maya.getByRole('textbox')).toHaveCount(0)
  await house.skip(4 * MINUTE)
  await press(maya, hold.resume)
  await expect(jonah.getByText(hold.theyWouldResume('Maya'))).toBeVisible()
  await expect(maya.getByText(hold.resumeWaiting('Jonah'))).toBeVisible()
  await press(jonah, hold.resume)
  await sees(maya, speak.speaker.heading)
  // Of the three minutes that were left nothing but the seconds of this test is gone.
  await expect.poll(() => shownSeconds(maya)).toBeGreaterThan(165)
  expect(await shownSeconds(maya)).toBeLessThanOrEqual(180)

  await holdTheClock(maya)
  await sees(jonah, hold.heading)
  await expect(jonah.getByText(hold.asked('Maya'))).toBeVisible()
})

test('held for ten minutes, both are offered to end kindly', async ({ page: maya, other: jonah, house }) => {
  await toTheTurn(maya, jonah)
  await holdTheClock(maya)
  await sees(jonah, hold.heading)
  await house.skip(10 * MINUTE - 30 * SECOND)
  for (const page of [maya, jonah]) await expect(page.getByText(hold.offerEnd)).toHaveCount(0)
  await house.skip(30 * SECOND)
  for (const page of [maya, jonah]) await expect(page.getByText(hold.offerEnd)).toBeVisible()
  await press(jonah, hold.end)
  await press(jonah, leave.yes)
  await sees(maya, ended.heading)
})

test('one more minute, asked by the speaker and given by the listener, makes both turns longer', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const id = await toTheTurn(maya, jonah)
  await expect(maya.getByRole('button', { name: more.ask })).toHaveCount(0)
  await house.skip(4 * MINUTE + 5 * SECOND)
  await lookAgain(maya)
  await expect(jonah.getByRole('button', { name: more.yes })).toHaveCount(0)
  await press(maya, more.ask)
  await expect(maya.getByText(more.asked('Jonah'))).toBeVisible()
  await expect(jonah.getByRole('main').getByText(more.theyAsk('Maya'))).toBeVisible()
  await expect(jonah.getByText(more.sameForYou)).toBeVisible()
  const before = await house.leftOf(id)
  await press(jonah, more.yes)
  await expect(maya.getByText(more.asked('Jonah'))).toHaveCount(0)
  await expect(jonah.getByRole('button', { name: more.yes })).toHaveCount(0)
  await expect.poll(() => house.leftOf(id)).toBeGreaterThan(before + 40 * SECOND)
  await house.skip(MINUTE)
  await sees(maya, speak.speaker.heading)
  await house.skip(MINUTE)
  await sees(jonah, settle.heading('Maya'))
  await house.skip(30 * SECOND)
  await sees(jonah, speak.speaker.heading)
  expect(await house.leftOf(id)).toBeGreaterThan(5 * MINUTE + 45 * SECOND)
})

test('no digits on either screen, unless somebody asks for them, and then on theirs alone', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  await toTheTurn(maya, jonah)
  const readsDigits = async (page: Page) => /\d/.test(await page.locator('body').innerText())
  for (const ms of [0, 3 * MINUTE, MINUTE, 45 * SECOND]) {
    await house.skip(ms)
    for (const page of [maya, jonah]) {
      await lookAgain(page)
      expect(await readsDigits(page)).toBe(false)
      expect(await page.title()).not.toMatch(/\d/)
    }
  }
  await expect(maya.getByText(speak.speaker.closing)).toBeVisible()
  await press(maya, time.show)
  await expect(maya.getByRole('timer')).toHaveText(/^0:\d\d$/)
  expect(await readsDigits(jonah)).toBe(false)
  await press(maya, time.hide)
  expect(await readsDigits(maya)).toBe(false)
})

test('unhurried, a turn may grow a fourth time; timed it may not', async ({ page: maya, other: jonah, house }) => {
  for (const [clock, times] of [
    ['timed', 3],
    ['unhurried', 4],
  ] as const) {
    const id = await toTheTurn(maya, jonah, clock)
    for (let minute = 0; minute < times; minute++) {
      await press(maya, menu.open)
      await maya.getByRole('dialog').getByRole('button', { name: more.ask }).click()
      await press(jonah, more.yes)
      await expect.poll(() => house.leftOf(id)).toBeGreaterThan((4.5 + minute + 1) * MINUTE)
    }
    await press(maya, menu.open)
    await expect(maya.getByRole('dialog').getByRole('button', { name: more.ask })).toHaveCount(
      clock === 'timed' ? 0 : 1,
    )
    await press(maya, menu.close)
    await press(jonah, leave.do)
    await press(jonah, leave.yes)
    await sees(maya, ended.heading)
  }
})

test('with no clock a turn lasts until its speaker is finished, and ends then', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const link = await openRoom(maya, { name: 'Maya', clock: 'none' })
  await jonah.goto(link)
  await expect(jonah.getByText(words.door.sittingUntimed(words.sittings.listening.title))).toBeVisible()
  await comeIn(jonah, link, 'Jonah')
  await agree(maya, 'me')
  await agree(jonah, 'other')
  for (const page of [maya, jonah]) await press(page, phases.arrive.on)
  for (const page of [maya, jonah]) await press(page, phases.picture.on)
  await sees(maya, speak.speaker.heading)
  await expect(maya.getByText(time.none)).toBeVisible()
  await house.skip(60 * MINUTE)
  await lookAgain(maya)
  await sees(maya, speak.speaker.heading)
  await say(maya, 'That took a while.')
  await expect(jonah.getByText('That took a while.')).toBeVisible()
  await press(maya, speak.speaker.on)
  await sees(jonah, settle.heading('Maya'))
  await press(maya, settle.on)
  await press(jonah, settle.on)
  await sees(jonah, speak.speaker.heading)
})

test('after the last turn both may wish for another round, in the other order', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  await toTheTurn(maya, jonah)
  await house.skip(5 * MINUTE + GRACE)
  await sees(jonah, settle.heading('Maya'))
  await expect(maya.getByRole('button', { name: settle.again.ask })).toHaveCount(0)
  await house.skip(30 * SECOND)
  await sees(jonah, speak.speaker.heading)
  await house.skip(5 * MINUTE + GRACE)
  await sees(maya, settle.heading('Jonah'))
  await press(maya, settle.again.ask)
  await expect(maya.getByText(settle.again.asked('Jonah'))).toBeVisible()
  await expect(jonah.getByText(settle.again.theyAsk('Maya'))).toBeVisible()
  await press(jonah, settle.again.yes)
  for (const page of [maya, jonah]) await expect(page.getByText(settle.again.granted)).toBeVisible()
  await house.skip(30 * SECOND)
  await sees(jonah, speak.speaker.heading)
  await house.skip(5 * MINUTE + GRACE + 30 * SECOND)
  await sees(maya, speak.speaker.heading)
  await house.skip(5 * MINUTE + GRACE)
  await sees(jonah, settle.heading('Maya'))
  await expect(jonah.getByRole('button', { name: settle.again.ask })).toHaveCount(0)
  await house.skip(30 * SECOND)
  await sees(jonah, phases.drop.heading)
})

test('where both want to speak first a coin decides, and both read so', async ({ page: maya, other: jonah }) => {
  await meet(maya, jonah, { name: 'Maya' }, { host: 'me', guest: 'me' })
  const note = maya.getByText(/^You both wanted to speak first/)
  await expect(note).toBeVisible()
  const said = await note.innerText()
  const mine = said === first.coinBothSpeak(first.coinChoseYou)
  if (!mine) expect(said).toBe(first.coinBothSpeak('Jonah'))
  await expect(jonah.getByText(first.coinBothSpeak(mine ? 'Maya' : first.coinChoseYou))).toBeVisible()
  const [speaker, listener] = mine ? [maya, jonah] : [jonah, maya]
  for (const page of [maya, jonah]) await press(page, phases.arrive.on)
  for (const page of [maya, jonah]) await press(page, phases.picture.on)
  await sees(speaker, speak.speaker.heading)
  await sees(listener, speak.listener.heading(mine ? 'Maya' : 'Jonah'))
})

test('a server that stood still over the end of a turn has lost the thread, and spent nobody’s turn', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const id = await toTheTurn(maya, jonah)
  house.stall(5 * MINUTE + GRACE + 2 * MINUTE)
  for (const page of [maya, jonah]) {
    await sees(page, hold.heading)
    await expect(page.getByRole('main').getByText(hold.late)).toBeVisible()
  }
  for (const page of [maya, jonah]) await press(page, hold.resume)
  // The quiet between the turns begins only now, and the second turn has all its time.
  await sees(jonah, settle.heading('Maya'))
  expect(await house.leftOf(id)).toBeGreaterThan(20 * SECOND)
  await house.skip(30 * SECOND)
  await sees(jonah, speak.speaker.heading)
  expect(await house.leftOf(id)).toBeGreaterThan(5 * MINUTE - 15 * SECOND)
})

test('a room from which everybody has been away for a quarter of an hour is gone', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const id = await toTheTurn(maya, jonah)
  const contexts = [maya.context(), jonah.context()] as const
  const link = maya.url()
  await maya.close()
  await jonah.close()
  await expect.poll(() => house.whoIsGone(id)).toEqual(['a', 'b'])
  await house.skip(14 * MINUTE)
  // Until then it is held, with nothing of anybody's time lost.
  const back = await contexts[0].newPage()
  await back.goto(link)
  await sees(back, hold.heading)
  await expect(back).toHaveTitle(new RegExp(titles.held))
  await expect(back.getByRole('main').getByText(hold.away('Jonah'))).toBeVisible()
  await back.close()
  await expect.poll(() => house.whoIsGone(id)).toEqual(['a', 'b'])
  await house.skip(16 * MINUTE)
  const late = await contexts[1].newPage()
  await late.goto(link)
  await sees(late, trouble.gone.heading)
  expect(await house.room(id)).toBeNull()
  expect(await late.evaluate(() => Object.keys(localStorage).filter(key => key.includes('.seat')))).toEqual([])
  await expect(late.getByText(writing.field)).toHaveCount(0)
})
