// Is what is shown at the end true? The words go only when the room has confirmed that they are gone.
import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { meet, press, remembered, roomOf, say, sees, words } from './people.ts'

const { goodbye, phases } = words
const { drop, speak, tell } = phases

/** A whole taste, with a sentence and a line of each. */
async function sitThrough(maya: Page, jonah: Page, skip: (ms: number) => Promise<void>): Promise<string> {
  const id = roomOf(await meet(maya, jonah, { name: 'Maya', sitting: 'taste' }))
  await sees(maya, phases.arrive.heading)
  await skip(40_000)
  await sees(maya, speak.speaker.heading)
  await say(maya, 'Mine, said.')
  await expect(jonah.getByText('Mine, said.')).toBeVisible()
  await skip(112_000)
  await sees(jonah, speak.speaker.heading)
  await say(jonah, 'His, said.')
  await expect(maya.getByText('His, said.')).toBeVisible()
  await skip(112_000)
  for (const [page, line] of [
    [maya, 'Mine, let go.'],
    [jonah, 'His, let go.'],
  ] as const) {
    await sees(page, drop.heading)
    await page.getByRole('textbox').fill(line)
    await press(page, drop.on)
  }
  await sees(maya, tell.heading)
  await skip(69_000)
  await sees(maya, goodbye.heading)
  return id
}

test('letting go that could not be confirmed says so, moves nothing and wipes nothing; confirmed, it leaves nothing', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  try {
    const id = await sitThrough(maya, jonah, house.skip)

    house.failStore(act => (act === 'forget' ? 'before' : null))
    await press(maya, goodbye.letGo)
    await expect(maya.getByText(goodbye.notYet)).toBeVisible()
    await sees(maya, goodbye.heading)
    await expect(maya.getByRole('blockquote')).toHaveText(['His, let go.', 'Mine, let go.'])
    await expect(maya.locator('[data-letter]')).toHaveCount(0)
    expect(await remembered(maya, id)).not.toEqual([])
    expect(await house.room(id)).not.toBeNull()

    house.failStore(null)
    await press(maya, goodbye.again)
    // The words are still there to be seen as they go, and the room is empty already.
    await maya.locator('[data-letter]').first().waitFor()
    expect(await house.room(id)).toBeNull()
    await sees(maya, goodbye.empty)
    await expect(maya.getByText('let go.')).toHaveCount(0)
    expect(await remembered(maya, id)).toEqual([])

    // The other still reads both, until they let them go themselves.
    await expect(jonah.getByText('Mine, let go.')).toBeVisible()
    await press(jonah, goodbye.letGo)
    await sees(jonah, goodbye.empty)
    expect(await remembered(jonah, id)).toEqual([])
  } finally {
    house.failStore(null)
  }
})

test('one may take one’s own words along, and nobody else’s', async ({ someone, house, context }) => {
  await context.close()
  const mine = await someone({ permissions: ['clipboard-read', 'clipboard-write'] })
  const maya = await mine.newPage()
  const jonah = await (await someone()).newPage()
  await sitThrough(maya, jonah, house.skip)
  await press(maya, goodbye.copyMine)
  await expect(maya.getByRole('button', { name: goodbye.copied })).toBeVisible()
  const copied = await maya.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n')).toEqual(['Mine, said.', 'Mine, let go.'])
})

test('where the browser does not copy, one’s own words stand there selected', async ({ someone, house }) => {
  const maya = await (await someone()).newPage()
  const jonah = await (await someone()).newPage()
  await maya.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))
  })
  await sitThrough(maya, jonah, house.skip)
  await press(maya, goodbye.copyMine)
  const field = maya.getByLabel(goodbye.copyMine)
  await expect(field).toHaveValue('Mine, said.\nMine, let go.')
  await expect(field).toBeFocused()
  expect(await maya.evaluate(() => String(getSelection()))).toBe('Mine, said.\nMine, let go.')
  await press(maya, goodbye.letGo)
  await sees(maya, goodbye.empty)
})

test('with motion reduced the words are gone without a drift', async ({ someone, house }) => {
  const maya = await (await someone({ reducedMotion: 'reduce' })).newPage()
  const jonah = await (await someone()).newPage()
  await sitThrough(maya, jonah, house.skip)
  await press(maya, goodbye.letGo)
  await expect(maya.getByRole('heading', { level: 1 })).toHaveText(goodbye.empty, { timeout: 2000 })
})
