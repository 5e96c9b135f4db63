// Does anybody but its owner ever learn whether a person felt heard? Eight answers cause no frame, no request, no line of a log,
// no write to a store or to the device, and move nothing on the other screen; what comes of them is shown to their owner alone.
import type { Page } from '@playwright/test'
import { STATEMENTS, type Statement } from '../lib/closeness/felt-heard.ts'
import type { Step } from '../lib/closeness/overlap.ts'
import { expect, test } from './house.ts'
import { agree, comeIn, openRoom, press, remembered, roomOf, sees, words } from './people.ts'
import { bothOn } from './screens/walk.ts'
import { begin, comeTogether, practice } from './strangers.ts'
import { listenTo, said } from './traffic.ts'

const { closeness, feltHeard, goodbye, phases } = words
const HOUR = 3600_000

const HEARD: Record<Statement, Step> = {
  whole: 6,
  voice: 7,
  elsewhere: 2,
  attention: 6,
  empathy: 5,
  untouched: 3,
  respect: 7,
  common: 4,
}

const statement = (page: Page, one: Statement) =>
  page.getByRole('group', { name: feltHeard.statements[one]('Jonah'), exact: true })
const choose = (page: Page, one: Statement, step: Step) =>
  statement(page, one)
    .getByRole('radio', { name: feltHeard.step(step, feltHeard.steps[step]), exact: true })
    .check()
const offer = (page: Page) => page.getByRole('button', { name: feltHeard.offer })
const shownBack = (page: Page) => page.getByRole('region', { name: feltHeard.backHeading })
/** All that a page shows, but for the glow of a bell: those of the hour that was skipped ring when the sound of a machine lets them. */
const shown = async (page: Page) => (await page.content()).replace(/<div[^>]*data-bell[^>]*><\/div>/g, '')
/** All that a device keeps, but for when the server was last heard, which is written down from time to time. */
const device = async (page: Page) => {
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  return kept.replace(/heard\W+\d{13}/g, 'heard')
}

/** Two friends, side by side, whose sitting is over. Returns the link. */
async function untilGoodbye(maya: Page, jonah: Page, skip: (ms: number) => Promise<void>): Promise<string> {
  const link = await openRoom(maya, { name: 'Maya', sitting: 'taste', medium: 'together' })
  await comeIn(jonah, link, 'Jonah')
  await agree(maya, 'me')
  await agree(jonah, 'other')
  for (const page of [maya, jonah]) await sees(page, phases.arrive.heading)
  await expect(offer(maya)).toHaveCount(0)
  await skip(HOUR)
  for (const page of [maya, jonah]) await sees(page, goodbye.heading)
  return link
}

test('eight answers are seen by nobody: no frame, no request, no log, no store, no change at the other, nothing on the device', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const seen = [listenTo(maya.context()), listenTo(jonah.context())]
  const link = await untilGoodbye(maya, jonah, ms => house.skip(ms))
  // An answer may still be read when what it answers was asked long ago.
  const asked = (lines: string[]) => lines.filter(line => !line.startsWith('response'))
  const everything = async () => ({
    lines: seen.map(said).map(asked),
    log: [...house.logged],
    kept: (await house.store.load(roomOf(link))).kept,
    device: await device(maya),
    jonah: await shown(jonah),
  })

  // What was on its way when the goodbye came is let in: from here on nothing moves by itself.
  let before = await everything()
  const isAtRest = async () => {
    const last = before
    before = await everything()
    return JSON.stringify(before) === JSON.stringify(last)
  }
  await expect.poll(isAtRest, { intervals: [1000] }).toBe(true)
  await press(maya, feltHeard.offer)
  await sees(maya, feltHeard.heading)
  for (const one of STATEMENTS) await choose(maya, one, HEARD[one])
  await press(maya, feltHeard.on)
  await expect(shownBack(maya)).toContainText(feltHeard.together[6])
  await expect(shownBack(maya).getByText(/\d/)).toHaveCount(0)
  await expect(maya.getByRole('heading', { name: feltHeard.backHeading })).toBeFocused()
  await expect(offer(maya)).toHaveCount(0)
  const answered = await everything()
  expect(answered).toEqual(before)

  // The control: the same search sees what the next press sends, logs and brings to the other. A line carries its frames in
  // order: had one been on its way, it would stand before this one.
  await press(maya, goodbye.letGo)
  await sees(maya, goodbye.empty)
  const after = await everything()
  const [mine = []] = after.lines.map((lines, at) => lines.slice(before.lines[at]?.length))
  // 41 takes the line down.
  const sent = mine.filter(line => line.startsWith('sent') && !line.endsWith(' 41'))
  expect(sent).toHaveLength(1)
  expect(sent[0]).toContain('"do":"leave"')
  expect(mine.filter(line => line.startsWith('request'))).toEqual([])
  expect(mine.join()).not.toMatch(/felt|statement/i)
  await expect(shownBack(maya)).toHaveCount(0)
  await expect(shownBack(jonah)).toHaveCount(0)
  expect(await remembered(maya, roomOf(link))).toEqual([])
})

test('without a mouse: what was passed over is named and has the keyboard, and to go back keeps nothing', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  await untilGoodbye(maya, jonah, ms => house.skip(ms))
  await maya.getByRole('radio', { name: closeness.pair(4, closeness.pairs[4]) }).check()
  await offer(maya).focus()
  await maya.keyboard.press('Enter')
  await expect(maya.getByRole('heading', { level: 1, name: feltHeard.heading })).toBeFocused()

  for (const one of STATEMENTS) {
    await maya.keyboard.press('Tab')
    await expect(statement(maya, one).getByRole('radio').first()).toBeFocused()
    if (one === 'voice' || one === 'common') continue
    await maya.keyboard.press('ArrowRight')
    await expect(statement(maya, one).getByRole('radio', { checked: true })).toHaveValue('2')
  }
  await maya.keyboard.press('Tab')
  await maya.keyboard.press('Enter')
  await expect(maya.getByText(feltHeard.left(2))).toBeVisible()
  await expect(statement(maya, 'voice').getByRole('radio').first()).toBeFocused()
  for (const one of STATEMENTS) {
    const isOpen = one === 'voice' || one === 'common'
    await expect(statement(maya, one)).toHaveAccessibleDescription(isOpen ? feltHeard.open : '')
  }
  await maya.keyboard.press('Space')
  await expect(statement(maya, 'voice')).toHaveAccessibleDescription('')
  await expect(maya.getByText(feltHeard.left(1))).toBeVisible()

  await press(maya, feltHeard.leave)
  await sees(maya, goodbye.heading)
  await expect(shownBack(maya)).toHaveCount(0)
  // What was chosen beside it may still be changed.
  await maya.getByRole('radio', { name: closeness.pair(5, closeness.pairs[5]) }).check()
  await press(maya, feltHeard.offer)
  await expect(maya.getByRole('radio')).toHaveCount(7 * STATEMENTS.length)
  await expect(maya.getByRole('radio', { checked: true })).toHaveCount(0)
})

test('between strangers it is not offered', async ({ page: maya, other: jonah, house }) => {
  await comeTogether(maya, jonah)
  await begin([maya, jonah])
  await bothOn({ maya, jonah }, practice.agree.on)
  await sees(maya, phases.arrive.heading)
  await house.skip(HOUR)
  await sees(maya, goodbye.heading)
  await expect(maya.getByRole('group', { name: closeness.legend('Jonah') })).toBeVisible()
  await expect(offer(maya)).toHaveCount(0)
})
