// Do two people hear each other, each only in their turn, whatever the other end and the line between do? Two real browsers
// with the microphones that Chromium has for tests, and a path straight from one to the other.
import type { Page } from '@playwright/test'
import { nextTurn, sitDown, toFirstTurn } from './by-voice.ts'
import {
  alwaysPlay,
  alwaysSend,
  came,
  hasPath,
  isHeardAlone,
  loudest,
  nothingComes,
  PIECES,
  setMicrophone,
  watchPaths,
} from './hearing.ts'
import { expect, test } from './house.ts'
import { agree, comeIn, hasKeyboard, openRoom, press, say, sees, words } from './people.ts'

const { phases, voice, goodbye, writing, menu } = words
const SECOND = 1000

/** Sound takes the time that it takes, and two pages encode and decode it on one machine. */
test.describe.configure({ timeout: 180_000 })
const GRACE = 7 * SECOND

test('a whole sitting by voice: in each phase only whoever has the floor is heard, measured where it arrives', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  await sitDown({ maya, jonah }, { clock: 'timed' })
  await sees(maya, phases.arrive.heading)
  for (const page of [maya, jonah]) await nothingComes(page)
  await toFirstTurn({ maya, jonah })
  await expect(jonah.getByText(voice.listener('Maya'))).toBeVisible()
  await expect(maya.getByText(voice.microphone.open)).toBeVisible()
  for (const page of [maya, jonah]) await expect(page.getByRole('textbox')).toHaveCount(0)
  await isHeardAlone(maya, jonah)
  await press(maya, phases.speak.speaker.on)
  await sees(jonah, phases.speak.silence.heading)
  for (const page of [maya, jonah]) await nothingComes(page)
  await press(jonah, phases.speak.silence.on)
  await sees(maya, phases.settle.headingYou)
  await house.skip(15 * SECOND)
  await sees(jonah, phases.speak.speaker.heading)
  await isHeardAlone(jonah, maya)
  await house.skip(90 * SECOND + GRACE)
  await sees(maya, phases.settle.heading('Jonah'))
  await house.skip(15 * SECOND)
  await sees(maya, phases.drop.heading)
  for (const page of [maya, jonah]) await press(page, phases.drop.on)
  await sees(maya, phases.tell.heading)
  await isHeardAlone(maya, jonah)
  await press(maya, phases.tell.teller.on)
  await press(jonah, phases.speak.silence.on)
  await press(jonah, phases.tell.teller.on)
  await press(maya, phases.speak.silence.on)
  await sees(maya, phases.thanks.heading)
  for (const page of [maya, jonah]) await expect.poll(() => loudest(page, 50)).toBeGreaterThan(0.01)
  for (const page of [maya, jonah]) await press(page, phases.thanks.on)
  for (const page of [maya, jonah]) {
    await sees(page, goodbye.heading)
    expect(await page.evaluate(() => window.watched.paths.map(path => path.connectionState))).toEqual(['closed'])
  }
})

test('a browser that sends all the time is heard in its own turn and in no other', async ({
  page: maya,
  other: jonah,
}) => {
  await alwaysSend(maya)
  await sitDown({ maya, jonah })
  await toFirstTurn({ maya, jonah })
  await expect.poll(() => loudest(jonah, 50)).toBeGreaterThan(0.01)
  await press(maya, phases.speak.speaker.on)
  await sees(jonah, phases.settle.heading('Maya'))
  // It does come, and comes out nowhere.
  const before = (await came(jonah)).pieces
  expect(await loudest(jonah, PIECES)).toBe(0)
  expect((await came(jonah)).pieces).toBeGreaterThan(before + PIECES / 2)
})

test('a browser that plays all that comes is sent nothing when it has no right to it', async ({
  page: maya,
  other: jonah,
}) => {
  await alwaysPlay(jonah)
  await sitDown({ maya, jonah })
  await toFirstTurn({ maya, jonah })
  await expect.poll(() => loudest(jonah, 50)).toBeGreaterThan(0.01)
  await press(maya, phases.speak.speaker.on)
  await sees(jonah, phases.settle.heading('Maya'))
  await nothingComes(jonah)
})

test('a microphone that its person closed stays closed, over phases and over a page that is loaded anew', async ({
  page: maya,
  other: jonah,
}) => {
  await sitDown({ maya, jonah })
  await toFirstTurn({ maya, jonah })
  await setMicrophone(jonah, 'closed')
  await nextTurn({ maya, jonah })
  await expect(jonah.getByText(voice.microphone.closed)).toBeVisible()
  await jonah.reload()
  await sees(jonah, phases.speak.speaker.heading)
  await expect(jonah.getByText(voice.microphone.closed)).toBeVisible()
  await expect.poll(() => hasPath(maya)).toBe(true)
  await nothingComes(maya)
  // What they would have said they can write.
  await say(jonah, 'I would rather write this.')
  await expect(maya.getByText('I would rather write this.')).toBeVisible()
  await jonah.getByRole('button', { name: voice.microphone.doOpen }).click()
  await expect.poll(() => loudest(maya, 50)).toBeGreaterThan(0.01)
})

for (const who of ['speaker', 'listener'] as const) {
  test(`the page of the ${who} is loaded anew in the middle of a turn, and the turn goes on`, async ({
    page: maya,
    other: jonah,
  }) => {
    await sitDown({ maya, jonah })
    await toFirstTurn({ maya, jonah })
    await (who === 'speaker' ? maya : jonah).reload()
    await sees(maya, phases.speak.speaker.heading)
    await sees(jonah, phases.speak.listener.heading('Maya'))
    // Without a touch a browser may keep sound closed; a page that listens says so.
    await jonah.getByRole('heading', { level: 1 }).click()
    await expect.poll(() => loudest(jonah, 50), { timeout: 40_000 }).toBeGreaterThan(0.01)
    await nothingComes(maya)
  })
}

test('a browser that keeps sound closed until it is touched says so, and a touch of that line opens it', async ({
  page: maya,
  other: jonah,
}) => {
  await sitDown({ maya, jonah }, { jonahs: false })
  await toFirstTurn({ maya, jonah })
  // To be asked anything by a test counts as a touch, so the page tells by itself what it shows.
  let tell = () => {}
  const isSaid = new Promise<void>(resolve => {
    tell = resolve
  })
  await jonah.exposeFunction('tellTest', () => tell())
  await jonah.addInitScript(sentence => {
    const look = () => document.body?.innerText.includes(sentence) && Reflect.get(window, 'tellTest')()
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
  }, voice.touch('Maya'))
  await jonah.reload()
  await isSaid
  await press(jonah, voice.touchDo)
  await expect(jonah.getByText(voice.touchDo)).toHaveCount(0)
  await expect.poll(() => loudest(jonah, 50)).toBeGreaterThan(0.01)
  await sees(maya, phases.speak.speaker.heading)
  await sees(jonah, phases.speak.listener.heading('Maya'))
})

test('a path that breaks is mended within its phase, and both read that something may be missing', async ({
  page: maya,
  other: jonah,
}) => {
  await sitDown({ maya, jonah })
  await toFirstTurn({ maya, jonah })
  await expect.poll(() => loudest(jonah, 50)).toBeGreaterThan(0.01)
  await jonah.evaluate(() => {
    window.watched.isCut = true
    window.watched.paths.at(-1)?.close()
  })
  await expect(jonah.getByRole('main').getByText(voice.missedHere)).toBeVisible()
  await expect(maya.getByRole('main').getByText(voice.missedThere('Jonah'))).toBeVisible({ timeout: 30_000 })
  await jonah.evaluate(() => {
    window.watched.isCut = false
  })
  await expect.poll(() => loudest(jonah, 50), { timeout: 40_000 }).toBeGreaterThan(0.01)
  await sees(maya, phases.speak.speaker.heading)
  await sees(jonah, phases.speak.listener.heading('Maya'))
})

test('whoever comes without a microphone writes, and is heard in that; the other speaks', async ({
  page: maya,
  other: jonah,
}) => {
  await sitDown({ maya, jonah }, { jonahs: false })
  await toFirstTurn({ maya, jonah })
  await expect.poll(() => loudest(jonah, 50)).toBeGreaterThan(0.01)
  // Who writes is he; she is heard.
  await expect(jonah.getByText(writing.notYet('Maya'))).toHaveCount(0)
  await press(maya, voice.writeInstead)
  await say(maya, 'Both at once.')
  await expect(jonah.getByText('Both at once.')).toBeVisible()
  await nextTurn({ maya, jonah })
  await say(jonah, 'I have no microphone here.')
  await expect(maya.getByText('I have no microphone here.')).toBeVisible()
  await expect(maya.getByText(writing.notYet('Jonah'))).toHaveCount(0)
})

test('a microphone that the browser refuses is said so, and its person writes', async ({
  page: maya,
  other: jonah,
}) => {
  await maya.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException('', 'NotAllowedError')
    }
  })
  const link = await openRoom(maya, { name: 'Maya', sitting: 'taste', medium: 'voice', clock: 'none' })
  await comeIn(jonah, link, 'Jonah')
  await expect(maya.getByRole('button', { name: words.agreement.agree })).toBeVisible()
  await press(maya, menu.open)
  await maya.getByRole('dialog').getByRole('button', { name: voice.microphone.doOpen }).click()
  await expect(maya.getByRole('dialog').getByText(voice.microphone.refused)).toBeVisible()
  await maya.keyboard.press('Escape')
  await agree(maya, 'me')
  await agree(jonah, 'other')
  await toFirstTurn({ maya, jonah })
  await expect(maya.getByText(voice.microphone.refused)).toBeVisible()
  await say(maya, 'Then in writing.')
  await expect(jonah.getByText('Then in writing.')).toBeVisible()
})

test('by keys alone: the microphone keeps the keyboard while it is asked for, and a wish, its answer and its end are said where they were pressed', async ({
  page: maya,
  other: jonah,
}) => {
  await sitDown({ maya, jonah })
  const enter = async (page: Page, name: string) => {
    await page.getByRole('dialog').getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
    await hasKeyboard(page)
  }
  const said = (page: Page, words: string) =>
    expect(page.getByRole('dialog').getByText(words, { exact: true })).toBeFocused()
  for (const page of [maya, jonah]) await press(page, menu.open)
  await enter(maya, voice.microphone.doClose)
  await enter(maya, voice.microphone.doOpen)
  await expect(maya.getByRole('dialog').getByText(voice.microphone.open)).toBeVisible()
  await expect(maya.getByRole('dialog').getByRole('button', { name: voice.microphone.doClose })).toBeFocused()

  const { camera } = voice
  await enter(maya, camera.ask('Jonah'))
  await said(maya, camera.asked('Jonah'))
  await enter(maya, camera.takeBack)
  await said(maya, camera.hint('Jonah'))
  await enter(maya, camera.ask('Jonah'))
  await enter(jonah, camera.yes)
  await said(jonah, camera.on)
  await enter(jonah, camera.stop)
  await said(jonah, camera.hint('Maya'))
})

test('what is changed on the way is noticed and never played, and the sitting goes on in writing', async ({
  page: maya,
  other: jonah,
}) => {
  // Between Jonah and the server somebody changes one character of each signal that comes to him.
  await jonah.routeWebSocket(/socket\.io/, socket => {
    const server = socket.connectToServer()
    server.onMessage(frame => {
      const text = String(frame)
      if (!text.startsWith('42["signal"')) return socket.send(frame)
      socket.send(text.replace(/("sealed":".{40})(.)/, (_, before, one) => before + (one === 'A' ? 'B' : 'A')))
    })
  })
  for (const page of [maya, jonah]) await watchPaths(page)
  const link = await openRoom(maya, { name: 'Maya', sitting: 'taste', medium: 'voice', clock: 'none' })
  await comeIn(jonah, link, 'Jonah')
  await expect(maya.getByRole('button', { name: words.agreement.agree })).toBeVisible()
  for (const page of [maya, jonah]) await setMicrophone(page, 'open')
  await agree(maya, 'me')
  await agree(jonah, 'other')
  await toFirstTurn({ maya, jonah })
  await expect(jonah.getByRole('main').getByText(voice.unchecked)).toBeVisible()
  expect(await hasPath(jonah)).toBe(false)
  expect(await loudest(jonah, PIECES)).toBe(0)
  // The speaker's own screen finds no path either, and offers a field in place of a voice that nobody hears.
  await say(maya, 'Then in writing.')
  await expect(jonah.getByText('Then in writing.')).toBeVisible()
})

test('cameras open when both have said yes, and close for both when one takes it back', async ({
  page: maya,
  other: jonah,
}) => {
  await sitDown({ maya, jonah }, { medium: 'video' })
  await sees(maya, phases.arrive.heading)
  const camera = (page: Page) => page.getByRole('dialog').getByRole('button', { name: voice.camera.ask('Jonah') })
  await press(maya, menu.open)
  await camera(maya).click()
  await expect(maya.getByRole('dialog').getByText(voice.camera.asked('Jonah'))).toBeVisible()
  await maya.keyboard.press('Escape')
  await expect(jonah.getByRole('main').getByText(voice.camera.wanted('Maya'))).toBeVisible()
  for (const page of [maya, jonah]) await expect(page.locator('video')).toHaveCount(0)
  await press(jonah, voice.camera.no)
  await expect(maya.getByRole('main').getByText(voice.camera.declined('Jonah'))).toBeVisible()

  await press(maya, menu.open)
  await camera(maya).click()
  await maya.keyboard.press('Escape')
  await press(jonah, voice.camera.yes)
  await toFirstTurn({ maya, jonah })
  const seen = (page: Page) => page.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth)
  await expect.poll(() => seen(jonah)).toBeGreaterThan(0)
  await expect.poll(() => seen(maya)).toBeGreaterThan(0)
  await press(jonah, menu.open)
  await jonah.getByRole('dialog').getByRole('button', { name: voice.camera.stop }).click()
  for (const page of [maya, jonah]) await expect(page.locator('video')).toHaveCount(0)
})
