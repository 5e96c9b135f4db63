// May one read what the other says, on one's own device, and does any of it go anywhere? Two real browsers and a real voice; where
// the browser has its own recogniser stands one that writes down what the test says.
import { chromium, type Page } from '@playwright/test'
import { nextTurn, sitDown, toFirstTurn } from './by-voice.ts'
import { loudest } from './hearing.ts'
import { expect, test } from './house.ts'
import { press, words } from './people.ts'
import { type Recognised, says, withRecogniser } from './recogniser.ts'
import { launchOptions } from './setup/chromium.mjs'
import { canary, findings, listenTo } from './traffic.ts'

const { captions, microphone } = words.voice
const { menu } = words

/** Sound takes the time that it takes. */
test.describe.configure({ timeout: 180_000 })

/** Of each recogniser that hears: whether it is held to the device, and whether its sound is live and not this page's own. */
const hearing = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as Recognised).hearing.map(({ track, isLocal }) => {
      const elements = [...document.querySelectorAll('audio')]
      const played = elements.flatMap(({ srcObject }) =>
        srcObject instanceof MediaStream ? srcObject.getTracks() : [],
      )
      return { isLocal, isLive: track.readyState === 'live' && track.enabled, isTheirs: played.includes(track) }
    }),
  )
/** In one's own settings. */
async function inMenu(page: Page, act: (dialog: ReturnType<Page['getByRole']>) => Promise<unknown>): Promise<void> {
  await press(page, menu.open)
  await act(page.getByRole('dialog'))
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('whoever asked reads along once the other agrees, two lines and no longer than the turn, and none of it goes anywhere', async ({
  page: maya,
  other: jonah,
}) => {
  const said = [canary(1), canary(1)]
  await withRecogniser(jonah)
  const lines = [listenTo(maya.context()), listenTo(jonah.context())]
  await sitDown({ maya, jonah })
  await inMenu(jonah, async dialog => {
    await dialog.getByRole('button', { name: captions.ask('Maya') }).click()
    await expect(dialog.getByText(captions.asked('Maya'))).toBeVisible()
  })
  await expect(maya.getByRole('main').getByText(captions.wanted('Jonah'))).toBeVisible()
  await toFirstTurn({ maya, jonah })
  await expect.poll(() => loudest(jonah, 50)).toBeGreaterThan(0.01)
  // One has asked, the other speaks and has not answered: nobody disturbs them, and nothing is heard by a machine.
  await expect(maya.getByRole('main').getByText(captions.wanted('Jonah'))).toHaveCount(0)
  expect(await hearing(jonah)).toEqual([])

  await inMenu(maya, dialog => dialog.getByRole('button', { name: captions.yes, exact: true }).click())
  await expect(maya.getByRole('main').getByText(captions.mine)).toBeVisible()
  const read = jonah.getByRole('region', { name: captions.theirs('Maya') })
  await expect.poll(() => hearing(jonah)).toEqual([{ isLocal: true, isLive: true, isTheirs: true }])
  await says(jonah, 'Long ago', ...said)
  await expect(read.locator('p')).toHaveText(said)

  await nextTurn({ maya, jonah })
  for (const line of said) await expect(jonah.getByText(line)).toHaveCount(0)
  await expect(jonah.getByText(microphone.open)).toBeVisible()
  // His own words are written down by nobody: her browser has no recogniser, and his hears her alone.
  for (const page of [maya, jonah]) await expect(page.getByRole('region', { name: /hears of/ })).toHaveCount(0)
  expect(await hearing(jonah)).toEqual([])
  await inMenu(maya, dialog => dialog.getByRole('button', { name: captions.stop }).click())
  await expect(jonah.getByText(captions.mine)).toHaveCount(0)

  for (const { pieces, whole } of lines) {
    await whole()
    for (const text of said) expect(findings(text, pieces)).toEqual([])
    const frames = pieces.filter(({ what }) => what === 'sent' || what === 'received')
    expect(frames.length).toBeGreaterThan(20)
    // Not even that somebody asked.
    expect(findings('captions', frames)).toEqual([])
  }
  for (const page of [maya, jonah]) {
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    for (const text of ['captions', ...said.flatMap(line => line.split(' '))]) expect(kept).not.toContain(text)
  }
})

test('where the browser’s recogniser cannot be held to the device, nobody is offered to read along', async ({
  house,
}) => {
  const options = launchOptions()
  const browser = await chromium.launch({
    ...options,
    args: [...options.args, '--disable-blink-features=OnDeviceWebSpeechAvailable'],
  })
  try {
    const page = await (await browser.newContext({ baseURL: house.url })).newPage()
    const other = await (await browser.newContext({ baseURL: house.url })).newPage()
    await sitDown({ maya: page, jonah: other })
    // It has one, which sends away what it hears.
    expect(await page.evaluate(() => 'webkitSpeechRecognition' in window)).toBe(true)
    await press(page, menu.open)
    await expect(page.getByRole('dialog').getByText(microphone.open)).toBeVisible()
    await expect(page.getByRole('dialog').getByRole('button', { name: captions.ask('Jonah') })).toHaveCount(0)
  } finally {
    await browser.close()
  }
})
