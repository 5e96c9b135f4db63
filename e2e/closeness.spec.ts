// Does anybody but its owner ever learn how close a person feels? What is chosen causes no frame, no request, no line of a
// log and no write to a store, moves nothing on the other screen, and is shown once more at the goodbye.
import type { Page } from '@playwright/test'
import type { FormatId } from '../lib/formats/formats.ts'
import type { Medium } from '../lib/protocol/room.ts'
import { expect, test } from './house.ts'
import { agree, comeIn, meet, openRoom, press, remembered, roomOf, sees, words } from './people.ts'
import { bothOn } from './screens/walk.ts'
import { listenTo, said } from './traffic.ts'

const { closeness, phases, goodbye, leave } = words
const HOUR = 3600_000

type Step = keyof typeof closeness.pairs

const pair = (page: Page, step: Step) => page.getByRole('radio', { name: closeness.pair(step, closeness.pairs[step]) })
const shownBack = (page: Page) => page.getByRole('region').getByRole('figure')

test('to choose, and to choose again, is seen by nobody: no frame, no request, no log, no store, no change at the other', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const seen = [listenTo(maya.context()), listenTo(jonah.context())]
  const link = await meet(maya, jonah, { name: 'Maya', sitting: 'listening', clock: 'none' })
  await bothOn({ maya, jonah }, phases.arrive.on)
  for (const page of [maya, jonah]) await expect(pair(page, 1)).toBeVisible()
  const everything = async () => ({
    lines: seen.map(said),
    log: [...house.logged],
    kept: (await house.store.load(roomOf(link))).kept,
    jonah: await jonah.content(),
  })

  const before = await everything()
  await pair(maya, 3).check()
  await pair(maya, 5).check()
  expect(await remembered(maya, roomOf(link))).toContain(`clearing.room.${roomOf(link)}.closeness.a`)
  // A line carries its frames in order: had one been sent, it would stand before what is asked for now.
  await press(maya, phases.picture.on)
  await expect.poll(async () => (await everything()).kept?.body).not.toBe(before.kept?.body)
  const after = await everything()
  const [mine = [], theirs = []] = after.lines.map((lines, at) => lines.slice(before.lines[at]?.length))
  // The control: the same search sees what `on` sends, stores and brings to the other.
  const sent = mine.filter(line => line.startsWith('sent'))
  expect(sent).toHaveLength(1)
  expect(sent[0]).toContain('"do":"on"')
  expect(mine.filter(line => line.startsWith('request'))).toEqual([])
  expect(theirs.filter(line => !line.startsWith('received'))).toEqual([])
  expect(after.log).toEqual(before.log)
  expect(after.jonah).toBe(before.jonah)
  expect([...mine, ...theirs, after.kept?.body ?? ''].join()).not.toMatch(/closeness/i)

  // It is still there when the page is loaded again, and for nobody else.
  await maya.reload()
  await expect(pair(maya, 5)).toBeChecked()
  await expect(jonah.getByRole('radio', { checked: true })).toHaveCount(0)
  await jonah.getByRole('radio').first().focus()
  await jonah.keyboard.press('ArrowRight')
  await expect(pair(jonah, 2)).toBeChecked()

  await press(maya, leave.do)
  await press(maya, leave.yes)
  await expect.poll(() => remembered(maya, roomOf(link))).toEqual([])
})

const SITTINGS: { sitting: FormatId; medium: Extract<Medium, 'text' | 'together'> }[] = [
  { sitting: 'listening', medium: 'text' },
  { sitting: 'taste', medium: 'together' },
  { sitting: 'repair', medium: 'text' },
  { sitting: 'dyad', medium: 'together' },
]

for (const { sitting, medium } of SITTINGS) {
  test(`${sitting}, ${medium}: asked once before and once after, and shown back side by side to its owner alone`, async ({
    page: maya,
    other: jonah,
    house,
  }) => {
    const link = await openRoom(maya, { name: 'Maya', sitting, medium })
    await comeIn(jonah, link, 'Jonah')
    for (const page of [maya, jonah]) await sees(page, words.agreement.heading)
    if (sitting === 'dyad') await pair(maya, 2).check()
    else await expect(pair(maya, 2)).toHaveCount(0)
    await agree(maya, 'me')
    await agree(jonah, 'other')
    if (sitting === 'repair') {
      for (const page of [maya, jonah]) {
        await press(page, phases.agree.safety.safe)
        await press(page, phases.agree.on)
      }
    }
    await bothOn({ maya, jonah }, phases.arrive.on)
    if (sitting !== 'dyad') await pair(maya, 2).check()

    await house.skip(HOUR)
    for (const page of [maya, jonah]) await sees(page, goodbye.heading)
    await expect(shownBack(maya)).toHaveText([closeness.before])
    await expect(shownBack(jonah)).toHaveCount(0)
    // On the device it is gone with the sitting; on the screen it stays as long as the page does.
    expect((await remembered(maya, roomOf(link))).filter(key => key.includes('closeness'))).toEqual([])
    await pair(maya, 4).check()
    await pair(maya, 6).check()
    await expect(shownBack(maya)).toHaveText([closeness.before, closeness.after])
    for (const [at, step] of ([2, 6] as const).entries()) {
      await expect(shownBack(maya).nth(at).getByRole('img', { name: closeness.pairs[step] })).toBeVisible()
    }
    await expect(maya.getByRole('region').getByText(/\d/)).toHaveCount(0)
    await expect(shownBack(jonah)).toHaveCount(0)
    await press(maya, goodbye.letGo)
    await expect(shownBack(maya)).toHaveCount(0)
    await sees(maya, goodbye.empty)
    expect(await remembered(maya, roomOf(link))).toEqual([])
  })
}
