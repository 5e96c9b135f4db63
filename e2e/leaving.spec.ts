// Can anybody go at any moment, without a reason and without a trace, and is the one who stays treated kindly?
import type { Page } from '@playwright/test'
import { expect, type House, test } from './house.ts'
import { agree, comeIn, hasKeyboard, meet, openRoom, press, remembered, roomOf, say, sees, words } from './people.ts'

const { alone, doorstep, ended, goodbye, leave, left, phases, agreement, hold, menu, status } = words

async function leaveQuietly(page: Page): Promise<void> {
  await press(page, leave.do)
  await page.getByRole('dialog').getByRole('button', { name: leave.yes }).click()
  await sees(page, left.heading)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
}

/** Three presses, nothing between them. */
async function pressShiftThrice(page: Page): Promise<void> {
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift')
}

/** Both are in a repair, where the quick exit is; whoever was invited is at the line that they look for together. */
async function toTheRepair(maya: Page, jonah: Page): Promise<string> {
  const id = roomOf(await meet(maya, jonah, { name: 'Maya', sitting: 'repair' }))
  for (const page of [maya, jonah]) await sees(page, phases.agree.safety.heading)
  await expect(jonah.getByText(phases.agree.safety.keys)).toBeVisible()
  await press(jonah, phases.agree.safety.safe)
  await sees(jonah, phases.agree.heading)
  return id
}

/** Goes on to a turn of Jonah's, in which he has said something. */
async function toTheTurn(maya: Page, jonah: Page, house: House): Promise<string> {
  const id = roomOf(await meet(maya, jonah, { name: 'Maya' }, { host: 'other', guest: 'me' }))
  await sees(maya, phases.arrive.heading)
  await house.skip(60_000)
  await sees(maya, phases.picture.heading('Jonah'))
  await maya.getByLabel(phases.picture.field).fill('Somebody far away')
  await house.skip(60_000)
  await sees(jonah, phases.speak.speaker.heading)
  await say(jonah, 'I am here.')
  await expect(maya.getByText('I am here.')).toBeVisible()
  return id
}

test('leaving is asked once; the other reads that the connection ended, finishes alone, and nothing is left', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const id = await toTheTurn(maya, jonah, house)
  await press(jonah, leave.do)
  const question = jonah.getByRole('dialog', { name: leave.heading })
  await expect(question.getByText(leave.body('Maya'))).toBeVisible()
  await question.getByRole('button', { name: leave.no }).click()
  await expect(question).toBeHidden()
  await sees(jonah, phases.speak.speaker.heading)
  await leaveQuietly(jonah)
  await expect(jonah.getByText(left.body)).toBeVisible()
  expect(await remembered(jonah, id)).toEqual([])

  await sees(maya, ended.heading)
  await expect(maya.getByText(ended.body('Jonah'))).toBeVisible()
  await expect(maya.getByRole('main')).not.toContainText(/\bleft\b/)
  const sent: string[] = []
  maya.on('request', request => sent.push(request.postData() ?? ''))
  await press(maya, ended.alone)
  await sees(maya, alone.heading)
  await maya.getByRole('textbox').fill('That he would never come.')
  expect(JSON.stringify(await house.room(id))).not.toContain('never come')
  await press(maya, alone.on)
  await sees(maya, goodbye.empty)
  expect(await remembered(maya, id)).toEqual([])
  expect(await house.room(id)).toBeNull()
  await jonah.reload()
  await sees(jonah, words.trouble.gone.heading)
})

test('whoever stays may also just close', async ({ page: maya, other: jonah, house }) => {
  const id = await toTheTurn(maya, jonah, house)
  await leaveQuietly(jonah)
  await sees(maya, ended.heading)
  // A page that is loaded anew knows the name no more, and who sits here all the same.
  await maya.reload()
  await sees(maya, ended.heading)
  await expect(maya.getByText(ended.bodyUnnamed)).toBeVisible()
  await press(maya, ended.close)
  await sees(maya, left.heading)
  expect(await remembered(maya, id)).toEqual([])
})

test('who leaves and who lets nothing go, by keys alone, are on the heading that says so', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const enter = async (page: Page, button: string) => {
    await page.getByRole('button', { name: button, exact: true }).focus()
    await page.keyboard.press('Enter')
    await hasKeyboard(page)
  }
  const isOn = async (page: Page, heading: string) => {
    await sees(page, heading)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  }
  await toTheTurn(maya, jonah, house)
  await enter(jonah, leave.do)
  // The server is told that somebody leaves, and is not waited for.
  await jonah.context().setOffline(true)
  await enter(jonah, leave.yes)
  await isOn(jonah, left.heading)
  await jonah.context().setOffline(false)
  await sees(maya, ended.heading)
  await enter(maya, ended.alone)
  await isOn(maya, alone.heading)
  await enter(maya, alone.on)
  await isOn(maya, goodbye.empty)
})

test('three presses of Shift lead away at once, and the other reads only that the connection ended', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const id = await toTheRepair(maya, jonah)
  // Writing capitals is no way out: a letter between two presses, or under one, begins the count anew.
  await jonah.getByRole('textbox').focus()
  for (const key of ['Shift+A', 'Shift+B', 'Shift+C', 'Shift', 'Shift', 'Shift+D']) await jonah.keyboard.press(key)
  await expect(jonah.getByRole('textbox')).toHaveValue('ABCD')
  const asked: string[] = []
  jonah.on('request', request => asked.push(request.url()))
  await pressShiftThrice(jonah)
  await jonah.waitForURL('about:blank')
  expect(asked.filter(url => !url.startsWith(house.url))).toEqual([])
  await sees(maya, ended.heading)
  // What the browser shows when one goes back holds nothing of the room.
  await jonah.goto(house.url)
  expect(await remembered(jonah, id)).toEqual([])
})

test('on a phone the menu leads away at once, and says nothing of keys', async ({ page: maya, someone, house }) => {
  const jonah = await (await someone({ hasTouch: true, isMobile: true })).newPage()
  const id = roomOf(await meet(maya, jonah, { name: 'Maya', sitting: 'repair' }))
  const { safety } = phases.agree
  await expect(jonah.getByText(safety.touch)).toBeVisible()
  await expect(jonah.getByText(safety.keys)).toBeHidden()
  await press(jonah, safety.safe)
  await press(jonah, menu.open)
  const dialog = jonah.getByRole('dialog')
  await expect(dialog.getByText(menu.exit)).toBeHidden()
  await dialog.getByRole('button', { name: menu.exitNow }).click()
  await jonah.waitForURL('about:blank')
  await sees(maya, ended.heading)
  await jonah.goto(house.url)
  expect(await remembered(jonah, id)).toEqual([])
})

test('a quick exit does not wait for a network that is gone', async ({ page: maya, other: jonah, house }) => {
  const id = await toTheRepair(maya, jonah)
  await jonah.context().setOffline(true)
  await pressShiftThrice(jonah)
  await jonah.waitForURL('about:blank')
  await jonah.context().setOffline(false)
  await jonah.goto(house.url)
  expect(await remembered(jonah, id)).toEqual([])
})

test('where nobody has to get away, three presses of Shift do nothing', async ({ page: maya, other: jonah, house }) => {
  await toTheTurn(maya, jonah, house)
  await pressShiftThrice(jonah)
  await press(jonah, menu.open)
  await expect(jonah.getByText(menu.exit)).toHaveCount(0)
  await press(jonah, menu.close)
  await sees(jonah, phases.speak.speaker.heading)
})

test('before the beginning: whoever is alone takes the room along, whoever was invited only frees the seat', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const link = await openRoom(maya, { name: 'Maya' })
  await comeIn(jonah, link, 'Jonah')
  await sees(jonah, agreement.heading)
  await press(jonah, leave.do)
  await expect(jonah.getByRole('dialog').getByText(leave.bodyBefore('Maya'))).toBeVisible()
  await press(jonah, leave.yes)
  await sees(jonah, left.heading)
  await sees(maya, doorstep.heading)
  // As it was told to Jonah.
  await expect(maya.getByRole('listitem').getByText(status.gone('Jonah'))).toBeVisible()
  await comeIn(jonah, link, 'Jonah')
  await sees(maya, agreement.heading)
  await agree(jonah)
  await leaveQuietly(jonah)
  await sees(maya, doorstep.heading)

  await press(maya, leave.do)
  await expect(maya.getByRole('dialog').getByText(leave.bodyAlone)).toBeVisible()
  await press(maya, leave.yes)
  await sees(maya, left.heading)
  await expect.poll(() => house.room(roomOf(link))).toBeNull()
  await jonah.goto(link)
  await sees(jonah, words.trouble.gone.heading)
})

test('out of a hold, and out of the closing question', async ({ page: maya, other: jonah, house }) => {
  await toTheTurn(maya, jonah, house)
  await press(maya, menu.open)
  await press(maya, hold.do)
  await sees(jonah, hold.heading)
  await leaveQuietly(maya)
  await sees(jonah, ended.heading)

  const id = await toTheTurn(maya, jonah, house)
  await house.skip(690_000)
  await sees(maya, phases.drop.heading)
  await jonah.getByRole('textbox').fill('That she was far away.')
  await press(jonah, phases.drop.on)
  await expect(jonah.getByText(phases.drop.sealed('Maya'))).toBeVisible()
  await leaveQuietly(maya)
  await sees(jonah, ended.heading)
  // What was written for the other is still there to finish with, alone.
  await press(jonah, ended.alone)
  await expect(jonah.getByRole('textbox')).toHaveValue('That she was far away.')
  await press(jonah, alone.on)
  await sees(jonah, goodbye.empty)
  expect(await remembered(jonah, id)).toEqual([])
})

test('out of the quiet at the end, and once the sitting is complete', async ({ page: maya, other: jonah, house }) => {
  await meet(maya, jonah, { name: 'Maya', sitting: 'taste' })
  await sees(maya, phases.arrive.heading)
  await house.skip(5 * 60_000 + 10_000)
  await sees(maya, phases.tell.heading)
  await house.skip(50_000)
  await sees(maya, phases.thanks.heading)
  await house.skip(15_000)
  await sees(maya, goodbye.heading)
  await sees(jonah, goodbye.heading)
  await press(maya, goodbye.letGo)
  await sees(maya, goodbye.empty)
  // The other is still reading, and stays in peace. Letting it go is the one way out of a room that is closed.
  await sees(jonah, goodbye.heading)
  await expect(jonah.getByRole('button', { name: leave.do, exact: true })).toHaveCount(0)
  await press(jonah, goodbye.letGo)
  await sees(jonah, goodbye.empty)
})

test('whoever is left alone after the reveal can still read both lines, and lets them go', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  await meet(maya, jonah, { name: 'Maya', sitting: 'taste' })
  await sees(maya, phases.arrive.heading)
  await house.skip(275_000)
  await sees(maya, phases.drop.heading)
  await maya.getByRole('textbox').fill('That you would laugh.')
  await press(maya, phases.drop.on)
  await jonah.getByRole('textbox').fill('That you knew already.')
  await press(jonah, phases.drop.on)
  await expect(maya.getByText('That you knew already.')).toBeVisible()
  await leaveQuietly(jonah)
  await sees(maya, ended.heading)
  await expect(maya.getByText('That you knew already.')).toBeVisible()
  await expect(maya.getByText('That you would laugh.')).toBeVisible()
  await expect(maya.getByRole('button', { name: goodbye.copyMine })).toBeVisible()
  await press(maya, goodbye.letGo)
  await sees(maya, goodbye.empty)
})
