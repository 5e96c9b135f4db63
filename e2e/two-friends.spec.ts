// Do two friends come through a whole sitting, from the link to the empty room, with what happens on the way to phones and
// networks?
import { expect, test } from './house.ts'
import { agree, comeIn, meet, openRoom, press, roomOf, sees, words } from './people.ts'

const { phases, writing, goodbye, hold } = words
const MINUTE = 60_000

test('a whole listening sitting in writing, with a reload and a lost network in the middle of a turn', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  test.slow()
  const dialled: string[] = []
  for (const page of [maya, jonah])
    page.on('websocket', line => dialled.push(new URL(line.url()).searchParams.get('near') ?? ''))
  const link = await openRoom(maya, { name: 'Maya', sitting: 'listening' })
  const id = roomOf(link)
  await comeIn(jonah, link, 'Jonah')
  // So that a balancer can bring both to one process.
  expect(dialled).toEqual([id.slice(0, 2), id.slice(0, 2)])
  await agree(maya, 'other')
  await agree(jonah, 'me')

  await sees(maya, phases.arrive.heading)
  await sees(jonah, phases.arrive.heading)
  await press(maya, phases.arrive.on)
  await press(jonah, phases.arrive.on)

  await sees(maya, phases.picture.heading('Jonah'))
  await maya.getByLabel(phases.picture.field).fill('Somebody who never has time')
  await house.skip(MINUTE)

  await sees(jonah, phases.speak.speaker.heading)
  await sees(maya, phases.speak.listener.heading('Jonah'))
  await expect(maya.getByRole('textbox')).toHaveCount(0)
  await jonah.getByLabel(writing.field).fill('I have been away for a long time.')
  await jonah.getByLabel(writing.field).press('Enter')
  await expect(maya.getByText('I have been away for a long time.')).toBeVisible()

  // Maya's page is loaded anew: the same seat, the same phase, and what was said in it comes again from Jonah's browser.
  await maya.reload()
  await sees(maya, phases.speak.listener.heading('Jonah'))
  await expect(maya.getByText('I have been away for a long time.')).toBeVisible()

  // Jonah's network is gone for longer than a moment: nobody's time is spent.
  await jonah.context().setOffline(true)
  // A network that is cut says no goodbye: the server finds out by a heartbeat that is not answered.
  await expect.poll(() => house.whoIsGone(id), { timeout: 20_000 }).toEqual(['b'])
  await house.skip(5000)
  await sees(maya, hold.heading)
  await expect(maya.getByRole('main').getByText(hold.away('Jonah'))).toBeVisible()
  await jonah.context().setOffline(false)
  await sees(jonah, hold.heading)
  await press(jonah, hold.resume)
  await press(maya, hold.resume)
  await sees(jonah, phases.speak.speaker.heading)
  await expect(jonah.getByText('I have been away for a long time.')).toBeVisible()

  await press(jonah, phases.speak.speaker.on)
  await sees(maya, phases.speak.silence.heading)
  await press(maya, phases.speak.silence.on)
  await sees(maya, phases.settle.heading('Jonah'))
  await house.skip(30_000)

  await sees(maya, phases.speak.speaker.heading)
  await sees(jonah, phases.speak.listener.heading('Maya'))
  await maya.getByLabel(writing.field).fill('I stopped asking.')
  await maya.getByLabel(writing.field).press('Enter')
  await expect(jonah.getByText('I stopped asking.')).toBeVisible()
  await house.skip(5 * MINUTE)
  await expect(maya.getByLabel(writing.field)).toBeVisible()
  await house.skip(7_000)
  await sees(jonah, phases.settle.heading('Maya'))
  await house.skip(30_000)

  await sees(maya, phases.drop.heading)
  await expect(maya.getByText('Somebody who never has time')).toBeVisible()
  await maya.getByRole('textbox').fill('That you had already decided.')
  await press(maya, phases.drop.on)
  await expect(maya.getByText(phases.drop.sealed('Jonah'))).toBeVisible()
  await expect(jonah.getByText('Somebody who never has time')).toHaveCount(0)
  await expect(jonah.getByText('That you had already decided.')).toHaveCount(0)
  await jonah.getByRole('textbox').fill('That you would be angry.')
  await press(jonah, phases.drop.on)

  for (const page of [maya, jonah]) {
    await expect(page.getByText('That you had already decided.')).toBeVisible()
    await expect(page.getByText('That you would be angry.')).toBeVisible()
  }
  await press(jonah, phases.tell.teller.pass)
  await house.skip(67_000)
  await sees(maya, phases.tell.heading)
  await house.skip(67_000)
  await sees(jonah, phases.thanks.heading)
  await house.skip(20_000)
  await sees(jonah, phases.quiet.heading)
  await house.skip(MINUTE)

  await sees(maya, goodbye.heading)
  await press(maya, goodbye.letGo)
  await sees(maya, goodbye.empty)
  await press(jonah, goodbye.letGo)
  await sees(jonah, goodbye.empty)
  expect((await house.store.load(id)).kept).toBeNull()
  for (const page of [maya, jonah]) {
    const left = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])
    expect(left.filter(key => key.includes(id))).toEqual([])
  }
})

test('a third person reads that the room is for two, and the two notice nothing', async ({
  page: maya,
  other: jonah,
  someone,
}) => {
  const link = await meet(maya, jonah)
  const third = await (await someone()).newPage()
  await third.goto(link)
  await sees(third, words.trouble.full.heading)
  await sees(maya, phases.arrive.heading)
})
