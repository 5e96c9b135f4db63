// Do two who do not know each other come together, sit, and part as freely as it was promised?
import { expect, test } from './house.ts'
import { press, sees, words } from './people.ts'
import { bothOn, finish, turnOf } from './screens/walk.ts'
import { begin, comeTogether, lookForSomebody, practice, reads, waitForSomebody } from './strangers.ts'

const { after, agree, concern, door, meeting, over, prompts, safety, waiting } = practice
const { home, phases, leave, left, ended, goodbye, menu, voice } = words

test('two strangers come in by the front door, sit, and meet once more because both would like to', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  await maya.goto('/')
  await maya.getByRole('link', { name: home.stranger }).click()
  await sees(maya, door.heading)
  await comeTogether(maya, jonah)
  await expect(maya).toHaveTitle(new RegExp(meeting.title))
  await begin([maya, jonah])
  for (const rule of door.rules) await expect(maya.getByText(rule)).toBeVisible()

  await bothOn({ maya, jonah }, agree.on)
  await bothOn({ maya, jonah }, phases.arrive.on)
  const told: string[] = []
  for (let turn = 1; turn <= 4; turn++) {
    const now = await turnOf({ maya, jonah })
    const offered = (turn <= 2 ? prompts.light : prompts.deeper).map(
      prompt => `${prompts.offered(prompt)} ${prompts.otherwise}`,
    )
    const prompt = now.speaker.getByRole('paragraph').filter({ hasText: prompts.otherwise })
    await expect(prompt).toHaveCount(1)
    const read = (await prompt.textContent()) ?? ''
    expect(offered).toContain(read)
    const before = told.splice(0)
    // Both have the same in a round, and a page that is loaded again has it still.
    if (turn % 2 === 0) expect([read]).toEqual(before)
    else told.push(read)
    if (turn === 1) {
      // However long a busy machine takes to load it, the clock must not be held for it.
      house.freeze()
      await now.speaker.reload()
      await expect(prompt).toHaveText(read)
      house.thaw()
      await press(now.speaker, menu.open)
      const dialog = now.speaker.getByRole('dialog')
      await expect(dialog.getByRole('button', { name: menu.close, exact: true })).toBeVisible()
      await expect(dialog.getByRole('button', { name: voice.camera.ask(now.listens) })).toHaveCount(0)
      await press(now.speaker, menu.close)
    }
    await expect(now.listener.getByText(prompts.otherwise)).toHaveCount(0)
    await now.speaker.getByRole('textbox').fill(`Turn ${turn}.`)
    await now.speaker.keyboard.press('Enter')
    await expect(now.listener.getByText(`Turn ${turn}.`)).toBeVisible()
    await finish(now)
    await bothOn({ maya, jonah }, phases.settle.on)
  }
  for (const page of [maya, jonah]) {
    await page.getByRole('textbox').fill('That you would be unkind.')
    await press(page, phases.drop.on)
  }
  await house.skip(3 * 60_000)
  for (const page of [maya, jonah]) {
    await sees(page, goodbye.heading)
    await press(page, goodbye.letGo)
    await sees(page, goodbye.empty)
    await page.getByRole('link', { name: left.after }).click()
    await sees(page, after.heading)
  }

  await press(maya, after.again('Jonah'))
  await sees(maya, after.hopingHeading)
  await press(jonah, after.again('Maya'))
  await sees(maya, meeting.heading('Jonah'))
  await sees(jonah, meeting.heading('Maya'))
  // Of the time before something can be said also by whoever then declines.
  await press(jonah, meeting.no)
  await sees(jonah, over.steppedBack.heading)
  await jonah.reload()
  await sees(jonah, after.heading)
  for (const button of [after.never, after.concern, after.again('Maya')]) {
    await expect(jonah.getByRole('button', { name: button, exact: true })).toBeVisible()
  }
})

test('whoever is declined is in front again, and the one who stepped back is asked nothing', async ({
  page: maya,
  other: jonah,
  someone,
}) => {
  await comeTogether(maya, jonah)
  await press(maya, meeting.yes)
  await reads(jonah, meeting.theyWould('Maya'))
  await press(jonah, meeting.no)
  await sees(jonah, over.steppedBack.heading)
  await sees(maya, waiting.heading)
  await reads(maya, waiting.declined)

  const ada = await (await someone()).newPage()
  await lookForSomebody(ada, { name: 'Ada' })
  await sees(maya, meeting.heading('Ada'))
  await begin([maya, ada])
})

test('silence for half a minute is a no: whoever said yes waits on, and the other can come again', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  await comeTogether(maya, jonah)
  await press(maya, meeting.yes)
  await reads(jonah, meeting.theyWould('Maya'))
  await house.skip(30_000)
  await sees(jonah, over.missed.heading)
  await reads(maya, waiting.silent)
  await press(jonah, over.again)
  await sees(jonah, waiting.heading)
})

test('leaving is one tap; a concern is told from the room, is never seen by the other, and the two meet no more', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  await comeTogether(maya, jonah)
  await begin([maya, jonah])
  await press(maya, safety.open)
  await expect(maya.getByRole('dialog').getByRole('link', { name: safety.help })).toBeVisible()
  await press(maya, after.concern)
  await press(maya, concern.send)
  await expect(maya.getByRole('dialog').getByText(concern.reasonMissing)).toBeVisible()
  await maya.getByRole('radio', { name: concern.reasons.other }).check()
  await maya.getByLabel(concern.text).fill('It did not feel right: kumquat.')
  await press(maya, concern.send)
  await expect(maya.getByRole('dialog').getByText(concern.sent)).toBeVisible()
  await sees(jonah, agree.heading)
  expect(house.logged.join('')).not.toContain('kumquat')
  await press(maya, safety.close)

  await press(maya, leave.do)
  await press(maya, leave.yes)
  await sees(maya, left.heading)
  await sees(jonah, ended.heading)
  // A day later nothing but the concern keeps them apart.
  await house.skip(25 * 3600_000)
  await waitForSomebody(jonah, { name: 'Jonah' })
  await lookForSomebody(maya, { name: 'Maya' })
  await reads(maya, waiting.here(1))
  await sees(jonah, waiting.heading)
})

test('a sentence that was written goes along with a concern when it is chosen, from the room and when it is over, and no other', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const before = (await house.reports()).length
  await comeTogether(maya, jonah)
  await begin([maya, jonah])
  await bothOn({ maya, jonah }, agree.on)
  await bothOn({ maya, jonah }, phases.arrive.on)
  const { speaker, listener } = await turnOf({ maya, jonah })
  for (const sentence of ['You are a quince.', 'And nobody likes you.']) {
    await speaker.getByRole('textbox').fill(sentence)
    await speaker.keyboard.press('Enter')
    await expect(listener.getByText(sentence)).toBeVisible()
  }

  await press(listener, safety.open)
  await press(listener, after.concern)
  const dialog = listener.getByRole('dialog')
  await dialog.getByRole('radio', { name: concern.reasons.harassment }).check()
  await expect(dialog.getByRole('checkbox')).toHaveCount(0)
  const theirs = dialog.getByText(concern.shown.open)
  await theirs.focus()
  await listener.keyboard.press('Enter')
  await expect(dialog.getByText(concern.shown.hint)).toBeVisible()
  for (const box of await dialog.getByRole('checkbox').all()) await expect(box).not.toBeChecked()
  await dialog.getByRole('checkbox', { name: 'You are a quince.' }).check()
  await press(listener, concern.send)
  await expect(dialog.getByText(concern.sent)).toBeVisible()
  const reports = (await house.reports()).slice(before)
  expect(reports.map(({ reason, said = [] }) => [reason, said.map(({ text, verified }) => [text, verified])])).toEqual([
    ['harassment', [['You are a quince.', true]]],
  ])
  expect(house.logged.join('')).not.toContain('quince')
  await press(listener, safety.close)

  // Whoever has only spoken has nothing to show of the other.
  await press(speaker, safety.open)
  await press(speaker, after.concern)
  await expect(speaker.getByRole('dialog').getByText(concern.textHint)).toBeVisible()
  await expect(speaker.getByText(concern.shown.open)).toHaveCount(0)
  await press(speaker, safety.close)

  // After the sitting too, for as long as its page is there: it was in the memory of that page, and nowhere else.
  await press(listener, leave.do)
  await press(listener, leave.yes)
  await reads(listener, safety.onlyHere)
  await press(listener, safety.open)
  await press(listener, after.concern)
  await dialog.getByText(concern.shown.open).click()
  await dialog.getByRole('radio', { name: concern.reasons.hate }).check()
  await dialog.getByRole('checkbox', { name: 'And nobody likes you.' }).check()
  await press(listener, concern.send)
  await expect(dialog.getByText(concern.sent)).toBeVisible()
  expect((await house.reports()).at(-1)?.said?.map(({ text }) => text)).toEqual(['And nobody likes you.'])
  await press(listener, safety.close)
  await listener.getByRole('link', { name: left.after }).click()
  await press(listener, after.concern)
  await expect(listener.getByText(concern.textHint)).toBeVisible()
  await expect(listener.getByText(concern.shown.open)).toHaveCount(0)
})

test('never again is one tap afterwards', async ({ page: maya, other: jonah, house }) => {
  await comeTogether(maya, jonah)
  await begin([maya, jonah])
  await press(jonah, leave.do)
  await press(jonah, leave.yes)
  await jonah.getByRole('link', { name: left.after }).click()
  await press(jonah, after.never)
  await reads(jonah, after.neverDone)
  await expect(jonah.getByRole('button', { name: after.again('Maya') })).toBeHidden()
  await house.skip(25 * 3600_000)
  await waitForSomebody(maya, { name: 'Maya' })
  await lookForSomebody(jonah, { name: 'Jonah' })
  await reads(jonah, waiting.here(1))
})

test('a reload in the half minute comes back to the same person; a second window takes the place of the first', async ({
  page: maya,
  other: jonah,
}) => {
  await waitForSomebody(maya, { name: 'Maya' })
  const second = await maya.context().newPage()
  await lookForSomebody(second, { name: 'Maya' })
  await sees(second, waiting.heading)
  await sees(maya, over.elsewhere.heading)
  await lookForSomebody(jonah, { name: 'Jonah' })
  await sees(second, meeting.heading('Jonah'))
  await second.reload()
  await sees(second, meeting.heading('Jonah'))
  await begin([second, jonah])
})

test('a reload while waiting goes on to wait; whoever stops, or comes by a link, is asked at the door', async ({
  page: maya,
  other: jonah,
}) => {
  await waitForSomebody(maya, { name: 'Maya' })
  await maya.reload()
  await sees(maya, waiting.heading)
  await lookForSomebody(jonah, { name: 'Jonah' })
  await sees(maya, meeting.heading('Jonah'))
  await press(maya, meeting.no)
  await sees(maya, over.steppedBack.heading)
  await maya.reload()
  await sees(maya, door.heading)
  await expect(maya.getByRole('checkbox', { name: door.adult })).not.toBeChecked()

  await lookForSomebody(maya, { name: 'Maya' })
  await sees(maya, waiting.heading)
  await maya.goto('/practice')
  await sees(maya, door.heading)
  await lookForSomebody(maya, { name: 'Maya' })
  await sees(maya, waiting.heading)
  await press(maya, waiting.stop)
  await maya.reload()
  await sees(maya, door.heading)
  await expect(maya.getByRole('button', { name: door.button })).toBeVisible()
})

test('nobody who waits rests on a bell that is off', async ({ page: maya }) => {
  await waitForSomebody(maya, { name: 'Maya' })
  await expect(maya.getByText(waiting.putDown)).toBeVisible()
  await maya.evaluate(() => localStorage.setItem('clearing.settings', JSON.stringify({ bell: 'off' })))
  await maya.reload()
  await reads(maya, waiting.bellOff)
  await expect(maya.getByText(waiting.putDown)).toHaveCount(0)
})

test('whoever waits, or is asked, where no connection is reads that the line is quiet, until it is there again', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  await maya.goto('/practice')
  await sees(maya, door.heading)
  await maya.getByRole('radio', { name: door.media.text.label, exact: true }).check()
  await maya.getByLabel(door.name, { exact: true }).fill('Maya')
  await maya.getByRole('checkbox', { name: door.adult }).check()
  await maya.context().setOffline(true)
  await press(maya, door.button)
  await sees(maya, waiting.heading)
  await reads(maya, waiting.quiet)
  await maya.context().setOffline(false)
  await expect(maya.getByText(waiting.quiet)).toHaveCount(0)
  await lookForSomebody(jonah, { name: 'Jonah' })
  await sees(maya, meeting.heading('Jonah'))
  // The half minute does not pass while a slow browser dials.
  house.freeze()
  await maya.context().setOffline(true)
  await reads(maya, meeting.quiet)
  await maya.context().setOffline(false)
  await reads(maya, meeting.body)
  house.thaw()
  await begin([maya, jonah])
})

test('the door asks for a name and for the five, in words and in place', async ({ page }) => {
  await page.goto('/practice')
  await press(page, door.button)
  await reads(page, door.adultMissing)
  await expect(page.getByRole('checkbox', { name: door.adult })).toBeFocused()
  await page.getByRole('checkbox', { name: door.adult }).check()
  await press(page, door.button)
  await expect(page.getByLabel(door.name, { exact: true })).toBeFocused()
  await reads(page, door.nameMissing)
})

test('what becomes of a concern is told to whoever can’t see it, once, and leaves the focus where it is put', async ({
  page: maya,
  other: jonah,
}) => {
  await comeTogether(maya, jonah)
  await begin([maya, jonah])
  await press(maya, safety.open)
  const dialog = maya.getByRole('dialog')
  await press(maya, after.concern)
  await expect(dialog.getByRole('heading', { name: concern.heading })).toBeFocused()
  await press(maya, concern.send)
  await expect(dialog.getByRole('alert')).toHaveText(concern.reasonMissing)
  await dialog.getByRole('radio', { name: concern.reasons.other }).check()
  await press(maya, concern.send)
  await expect(dialog.getByText(concern.sent)).toBeFocused()

  // Whatever happens in the room afterwards is no reason to take the focus again.
  const close = dialog.getByRole('button', { name: safety.close, exact: true })
  await close.focus()
  await press(jonah, agree.on)
  await press(jonah, leave.do)
  await press(jonah, leave.yes)
  await expect(maya.getByRole('heading', { level: 1, includeHidden: true })).toHaveText(ended.heading)
  await expect(close).toBeFocused()
})

test('that two will not meet again is told from the room too, where the button was', async ({
  page: maya,
  other: jonah,
}) => {
  await comeTogether(maya, jonah)
  await begin([maya, jonah])
  await press(maya, safety.open)
  await press(maya, after.never)
  await expect(maya.getByRole('dialog').getByText(after.neverDone)).toBeFocused()
})
