// Do two who hurt come through a repair, to being heard, and can whoever is afraid go without the other knowing why?
import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { meet, press, remembered, roomOf, say, sees, words } from './people.ts'

const { phases, ended, goodbye, left, together } = words
const { agree, speak, heard, drop, tell, thanks } = phases
const sayBack = phases['say-back']
const MINUTE = 60_000
const GRACE = 7000

test('a whole repair in writing: one line together, two turns said back until each feels heard, and a kind end', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  test.slow()
  const id = roomOf(await meet(maya, jonah, { name: 'Maya', sitting: 'repair' }))

  // Each is asked alone whether they are safe, and only then what today is about.
  await sees(maya, agree.safety.heading)
  await sees(jonah, agree.safety.heading)
  await expect(jonah.getByRole('textbox')).toHaveCount(0)
  await press(maya, agree.safety.safe)
  await sees(maya, agree.heading)
  await sees(jonah, agree.safety.heading)
  await press(jonah, agree.safety.safe)

  // The line grows before both their eyes.
  const line = (page: Page) => page.getByRole('textbox', { name: agree.topic })
  await line(maya).fill('The week in')
  await expect(jonah.getByText('The week in')).toBeVisible()
  await line(maya).fill('The week in June.')
  await expect(jonah.getByText('The week in June.')).toBeVisible()
  await line(maya).press('Enter')
  await expect(maya.getByRole('log').getByText('The week in June.')).toBeVisible()
  await expect(jonah.getByRole('log').getByText('The week in June.')).toBeVisible()
  await press(maya, agree.on)
  await expect(maya.getByText(together.waiting('Jonah'))).toBeVisible()
  await expect(jonah.getByText(together.theyAreReady('Maya'))).toBeVisible()
  await press(jonah, agree.on)

  // By time, then by consent.
  await sees(maya, phases.arrive.heading)
  await house.skip(2 * MINUTE)
  await sees(maya, phases.picture.headingRepair('Jonah'))
  await press(maya, phases.picture.on)
  await sees(jonah, phases.picture.headingRepair('Maya'))
  await press(jonah, phases.picture.on)

  await sees(maya, speak.speaker.heading)
  await say(maya, 'I waited and you did not call.')
  await expect(jonah.getByText('I waited and you did not call.')).toBeVisible()
  await press(maya, speak.speaker.on)
  await press(jonah, speak.silence.on)
  await sees(jonah, phases.settle.heading('Maya'))
  await house.skip(45_000)

  await sees(jonah, sayBack.sayer.heading('Maya'))
  await sees(maya, sayBack.hearer.heading('Jonah'))
  await say(jonah, 'You waited for my call.')
  await expect(maya.getByText('You waited for my call.')).toBeVisible()
  await press(jonah, sayBack.sayer.on)
  await press(maya, speak.silence.on)

  // There is more, twice; then what was heard is enough.
  for (const sentence of ['I waited for three nights.', 'I thought it was over.']) {
    await sees(maya, heard.speaker.heading)
    await sees(jonah, heard.other.heading('Maya'))
    await expect(jonah.getByRole('button', { name: heard.speaker.more })).toHaveCount(0)
    await press(maya, heard.speaker.more)
    await sees(maya, speak.speaker.heading)
    await say(maya, sentence)
    await expect(jonah.getByText(sentence)).toBeVisible()
    await house.skip(MINUTE + GRACE)
    await sees(jonah, sayBack.sayer.heading('Maya'))
    await house.skip(MINUTE + GRACE)
  }
  await sees(maya, heard.speaker.heading)
  await expect(maya.getByText(heard.enough)).toBeVisible()
  await expect(maya.getByRole('button', { name: heard.speaker.more })).toHaveCount(0)
  await press(maya, heard.speaker.yes)
  await sees(maya, phases.settle.headingYou)
  await house.skip(30_000)

  // The same the other way round; an answer that is not given goes on kindly.
  await sees(jonah, speak.speaker.heading)
  await sees(maya, speak.listener.heading('Jonah'))
  await house.skip(8 * MINUTE + GRACE)
  await sees(maya, phases.settle.heading('Jonah'))
  await house.skip(45_000)
  await sees(maya, sayBack.sayer.heading('Jonah'))
  await house.skip(2 * MINUTE + GRACE)
  await sees(jonah, heard.speaker.heading)
  await expect(jonah.getByRole('button', { name: heard.speaker.more })).toBeVisible()
  await house.skip(MINUTE)
  await sees(maya, phases.settle.headingYou)
  await house.skip(30_000)

  // One offers and one keeps; before the reveal nobody can tell that anything was done.
  await sees(maya, drop.heading)
  const before = await maya.getByRole('main').innerText()
  await jonah.getByRole('textbox').fill('That you are always early.')
  await jonah.getByRole('radio', { name: drop.keep }).check()
  await press(jonah, drop.on)
  await expect(jonah.getByText(drop.kept('Maya'))).toBeVisible()
  expect(await maya.getByRole('main').innerText()).toBe(before)
  await maya.getByRole('textbox').fill('That you did not care.')
  await maya.getByRole('radio', { name: drop.share('Jonah') }).check()
  await press(maya, drop.on)
  await expect(jonah.getByText('That you did not care.')).toBeVisible()
  await expect(maya.getByText(tell.keptThem('Jonah'))).toBeVisible()
  await expect(jonah.getByText(tell.keptYou)).toBeVisible()
  expect(await maya.content()).not.toContain('always early')
  expect(JSON.stringify(await house.room(id))).not.toContain('always early')

  // Maya says more about it, Jonah passes; then each thanks the other, in turn.
  await say(maya, 'I was so sure of it.')
  await expect(jonah.getByText('I was so sure of it.')).toBeVisible()
  await press(maya, tell.teller.on)
  await press(jonah, speak.silence.on)
  await press(jonah, tell.teller.pass)
  await press(maya, speak.silence.on)
  await sees(maya, thanks.giver.heading('Jonah'))
  await sees(jonah, thanks.receiver.heading('Maya'))
  await house.skip(30_000 + GRACE)
  await sees(jonah, thanks.giver.heading('Maya'))
  await house.skip(30_000 + GRACE)
  await sees(maya, phases.quiet.heading)
  await expect(maya.getByText(phases.quiet.bodyRepair)).toBeVisible()
  await house.skip(2 * MINUTE)

  await sees(jonah, goodbye.heading)
  await expect(maya.getByText(tell.keptThem('Jonah'))).toBeVisible()
  await press(jonah, goodbye.letGo)
  await sees(jonah, goodbye.empty)
  expect(await remembered(jonah, id)).toEqual([])
})

test('whoever is not safe leaves at once, and the other reads only that the connection ended', async ({
  page: maya,
  other: jonah,
}) => {
  const id = roomOf(await meet(maya, jonah, { name: 'Maya', sitting: 'repair' }))
  await sees(jonah, agree.safety.heading)
  await press(maya, agree.safety.safe)
  await press(jonah, agree.safety.leave)
  await sees(jonah, left.heading)
  expect(await remembered(jonah, id)).toEqual([])

  await sees(maya, ended.heading)
  const read = await maya.getByRole('main').innerText()
  for (const telling of ['safe', 'afraid', 'left', 'Leave', 'danger']) expect(read).not.toContain(telling)
})
