// Does a whole sitting go on one phone between two people, without a server, without a network, and without a trace?
import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test'
import { openHouse, test } from './house.ts'
import { hasKeyboard, meet, press, sees } from './people.ts'
import { answers, finish, pictures, sitDown, words } from './screens/one-phone.ts'

const { arrive, begin, goodbye, handed, held, leave, menu, picture, settings, settle, drop, tell, thanks, turn } = words
// Whole sittings, press by press.
test.describe.configure({ timeout: 180_000 })

const SECOND = 1000
const MINUTE = 60 * SECOND

/** What this page asked of the site by its socket. */
function socketAsks(page: Page): string[] {
  const asked: string[] = []
  page.on('request', request => request.url().includes('/socket.io') && asked.push(request.url()))
  page.on('websocket', socket => asked.push(socket.url()))
  return asked
}

const leftOnDevice = (page: Page) =>
  page.evaluate(() => JSON.stringify({ device: { ...localStorage }, tab: { ...sessionStorage } }))

/** The sitting, up to where a line has been offered by each and both are open. */
async function toTheLines(page: Page, between: () => Promise<unknown> = async () => {}): Promise<void> {
  await press(page, arrive.on)
  await pictures(page, 'My picture of Jonah')
  await between()
  await finish(page, 'Maya')
  await press(page, settle.on)
  await finish(page, 'Jonah')
  await press(page, settle.on)
  await answers(page, 'Maya', 'That you were keeping score.')
  await answers(page, 'Jonah', 'That you had decided.')
  await sees(page, handed.back)
  await expect(page.getByText('That you', { exact: false })).toHaveCount(0)
  await press(page, drop.both)
  await sees(page, tell.heading)
  await expect(page.getByRole('blockquote')).toHaveText(['That you were keeping score.', 'That you had decided.'])
}

async function toTheEnd(page: Page): Promise<void> {
  for (const _ of ['Maya', 'Jonah']) {
    await press(page, tell.on)
    await press(page, turn.silence.on)
  }
  await press(page, thanks.on)
  await sees(page, goodbye.heading)
  await expect(page.getByRole('blockquote')).toHaveCount(2)
  await press(page, goodbye.on)
  await sees(page, goodbye.empty)
}

test('from the front page to a goodbye, by presses alone: no socket is asked, and nothing is left', async ({
  page,
}) => {
  const asked = socketAsks(page)
  await page.goto('/')
  await page.getByRole('link', { name: 'Try it with one phone between you' }).click()
  await page.waitForURL('/try')
  await sitDown(page)
  await toTheLines(page)
  expect(await leftOnDevice(page)).toContain('keeping score')
  await toTheEnd(page)
  expect(await leftOnDevice(page)).toBe('{"device":{},"tab":{}}')
  await expect(page.getByText('score')).toHaveCount(0)
  await expect(page.getByRole('link', { name: goodbye.room })).toHaveAttribute('href', '/open')
  expect(asked).toEqual([])
})

test('a whole listening goes by its own clock: every bell and every turn, with nothing pressed but what is written', async ({
  page,
}) => {
  await page.clock.install()
  await sitDown(page, { sitting: 'listening', first: 'Jonah' })
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000))
  await page.clock.runFor(MINUTE)
  const rung = (count: number) => expect(page.locator('[data-bell]')).toHaveAttribute('data-bell', `${count}`)
  await rung(1)
  for (const who of ['Jonah', 'Maya']) {
    await sees(page, handed.only(who))
    await press(page, handed.look(who))
    await press(page, picture.on)
  }
  // No clock runs while the phone goes from hand to hand.
  await page.clock.runFor(30 * MINUTE)
  await press(page, picture.both('Jonah'))
  for (const [who, then, before] of [
    ['Jonah', settle.next('Maya', 'Jonah'), 1],
    ['Maya', settle.nextWriting, 4],
  ] as const) {
    await sees(page, turn.heading(who))
    await page.clock.runFor(4 * MINUTE + 45 * SECOND)
    await expect(page.getByRole('main').getByText(turn.closing(who))).toBeVisible()
    await rung(before + 1)
    // The bell, and seven seconds to finish the sentence.
    await page.clock.runFor(24 * SECOND)
    await sees(page, settle.heading(who))
    await rung(before + 2)
    await page.clock.runFor(24 * SECOND)
    await expect(page.getByText(then)).toBeVisible()
    await page.clock.runFor(4 * SECOND)
  }
  await answers(page, 'Jonah', null)
  await answers(page, 'Maya', '')
  await press(page, drop.both)
  await expect(page.getByText(tell.kept('Maya'))).toBeVisible()
  await expect(page.getByText(tell.kept('Jonah'))).toBeVisible()
  await page.clock.runFor(2 * 67 * SECOND + SECOND)
  await sees(page, thanks.heading)
  await page.clock.runFor(20 * SECOND)
  await sees(page, words.quiet.heading)
  await page.clock.runFor(MINUTE)
  await sees(page, goodbye.heading)
})

test('a page that is loaded again in the middle of a turn is at the same second of it', async ({ page }) => {
  await sitDown(page)
  await press(page, arrive.on)
  await pictures(page)
  await press(page, words.time.show)
  const until = () =>
    page.evaluate(() => {
      const kept = JSON.parse(sessionStorage.getItem('clearing.try') ?? '{}')
      return kept.room?.sitting?.startedAt
    })
  const before = await until()
  expect(before).toBeGreaterThan(0)
  await page.reload()
  await sees(page, turn.heading('Maya'))
  expect(await until()).toBe(before)
  const shown = async () => {
    const [, minutes = '', seconds = ''] = /(\d):(\d\d)/.exec(await page.getByRole('timer').innerText()) ?? []
    return Number(minutes) * 60 + Number(seconds)
  }
  const now = await page.evaluate(() => Date.now())
  expect(Math.abs((await shown()) - (before + 90 * SECOND - now) / SECOND)).toBeLessThan(2)
})

test('a phone that slept over the end of a turn holds there, and gives the other turn whole', async ({ page }) => {
  await page.clock.install()
  await sitDown(page)
  await press(page, arrive.on)
  await pictures(page)
  // Asleep: its timers stand still, and when it wakes up the time is another.
  await page.clock.setSystemTime(await page.evaluate(() => Date.now() + 10 * 60_000))
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await sees(page, held.heading)
  await expect(page.getByText(held.late)).toBeVisible()
  await press(page, held.on)
  await sees(page, settle.heading('Maya'))
  await page.clock.runFor(16 * SECOND)
  await sees(page, turn.heading('Jonah'))
  await expect(page.getByText(turn.closing('Jonah'))).toHaveCount(0)
})

test('a minute more is one’s to ask and the other’s to grant; a hold stops the clock; the end is anybody’s', async ({
  page,
}) => {
  await page.clock.install()
  await sitDown(page)
  await press(page, arrive.on)
  await pictures(page)
  await page.clock.runFor(50 * SECOND)
  await press(page, turn.more.ask)
  await expect(page.getByText(turn.more.asks('Maya', 'Jonah')).first()).toBeVisible()
  await press(page, turn.more.yes)
  await page.clock.runFor(60 * SECOND)
  await sees(page, turn.heading('Maya'))
  await press(page, settings.open)
  await press(page, menu.hold)
  await sees(page, held.heading)
  await page.clock.runFor(5 * MINUTE)
  await press(page, held.on)
  await sees(page, turn.heading('Maya'))
  await press(page, leave.do)
  await press(page, leave.no)
  await sees(page, turn.heading('Maya'))
  await press(page, leave.do)
  await press(page, leave.yes)
  await sees(page, goodbye.ended)
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  await press(page, goodbye.again)
  await sees(page, begin.heading)
})

test('what is for one pair of eyes is not on the screen when the other looks', async ({ page }) => {
  await sitDown(page)
  await press(page, arrive.on)
  await press(page, handed.look('Maya'))
  await page.getByRole('textbox').fill('My picture of Jonah')
  await press(page, picture.on)
  await sees(page, handed.only('Jonah'))
  const seen = async () => (await page.content()).includes('My picture of Jonah')
  expect(await seen()).toBe(false)
  await press(page, handed.look('Jonah'))
  await expect(page.getByRole('textbox')).toHaveValue('')
  expect(await seen()).toBe(false)
  // A page that is loaded again shows the veil, and not what lay beneath it.
  await page.getByRole('textbox').fill('His picture of Maya')
  await page.reload()
  await sees(page, handed.only('Jonah'))
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await press(page, handed.look('Jonah'))
  await expect(page.getByRole('textbox')).toHaveValue('His picture of Maya')
})

test('a sitting needs no mouse: Tab and Enter lead from the question to the goodbye, and the focus is where it speaks', async ({
  page,
}) => {
  await page.goto('/try')
  const enter = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true })
    await expect(button).toBeVisible()
    const isThere = () => button.evaluate(element => element === document.activeElement)
    for (let tabs = 0; !(await isThere()); tabs++) {
      expect(tabs, `the Tab key leads to “${name}”`).toBeLessThan(20)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await hasKeyboard(page)
  }
  const speaks = (heading: string) => expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused()
  await enter(begin.on)
  await sees(page, arrive.heading)
  const coin = await page.getByText('The coin chose').innerText()
  const [one, other] = coin.includes('chose Ember') ? ['Ember', 'Tide'] : ['Tide', 'Ember']
  await speaks(arrive.heading)
  await enter(arrive.on)
  for (const who of [one, other]) {
    await speaks(handed.only(who))
    await enter(handed.look(who))
    await enter(picture.on)
  }
  await speaks(handed.back)
  await enter(picture.both(one))
  for (const who of [one, other]) {
    await speaks(turn.heading(who))
    await enter(turn.on(who))
    await speaks(turn.silence.heading)
    await enter(turn.silence.on)
    await speaks(settle.heading(who))
    await enter(settle.on)
  }
  for (const who of [one, other]) {
    await speaks(handed.only(who))
    await enter(handed.look(who))
    await enter(drop.on)
  }
  await speaks(handed.back)
  await enter(drop.both)
  await speaks(tell.heading)
  for (const _ of [one, other]) {
    await enter(tell.on)
    await enter(turn.silence.on)
  }
  await speaks(thanks.heading)
  await enter(thanks.on)
  await speaks(goodbye.heading)
  await enter(goodbye.on)
  await speaks(goodbye.empty)
})

test('a second tap on what was pressed presses nothing that comes after it', async ({ page }) => {
  await page.clock.install()
  await sitDown(page)
  await toTheLines(page)
  // Both stand in the same place: the end of what one says, and the end of the silence after it.
  await page.getByRole('button', { name: tell.on }).dblclick()
  await expect(page.getByRole('heading', { name: turn.silence.heading })).toBeVisible()
  await expect(page.getByRole('button', { name: turn.silence.on })).toBeVisible()
})

for (const [what, twice] of [
  ['tap', (ask: Locator) => ask.dblclick()],
  ['Enter', (ask: Locator) => ask.press('Enter').then(() => ask.page().keyboard.press('Enter'))],
] as const) {
  test(`what one asks of the other is not answered by a second ${what}`, async ({ page }) => {
    await page.clock.install()
    await sitDown(page, { sitting: 'listening' })
    await press(page, arrive.on)
    await pictures(page)
    await page.clock.runFor(4 * MINUTE + 5 * SECOND)
    const asks = async (ask: string, yes: string) => {
      await twice(page.getByRole('button', { name: ask, exact: true }))
      const answer = page.getByRole('button', { name: yes, exact: true })
      await expect(answer).toBeVisible()
      if (what === 'Enter') await hasKeyboard(page)
      await answer.press('Enter')
      await expect(answer).toHaveCount(0)
      await hasKeyboard(page)
    }
    await asks(turn.more.ask, turn.more.yes)
    await expect(page.getByRole('main').getByText(turn.more.granted)).toBeVisible()
    await finish(page, 'Maya')
    await press(page, settle.on)
    await finish(page, 'Jonah')
    await asks(settle.again.ask, settle.again.yes)
    await expect(page.getByRole('main').getByText(settle.again.granted)).toBeVisible()
  })
}

test('to keep it to oneself stays chosen over a hold and over a page that is loaded again', async ({ page }) => {
  await page.clock.install()
  await sitDown(page)
  await press(page, arrive.on)
  await pictures(page)
  await finish(page, 'Maya')
  await press(page, settle.on)
  await finish(page, 'Jonah')
  await press(page, settle.on)
  const looksAgain = async () => {
    await press(page, handed.look('Maya'))
    await expect(page.getByRole('textbox')).toHaveValue('Not for you.')
    await expect(page.getByRole('radio', { name: drop.keep })).toBeChecked()
  }
  await press(page, handed.look('Maya'))
  await page.getByRole('textbox').fill('Not for you.')
  await page.getByRole('radio', { name: drop.keep }).check()
  await press(page, settings.open)
  await press(page, menu.hold)
  await press(page, held.on)
  await looksAgain()
  await page.reload()
  await looksAgain()
  await press(page, drop.on)
  // The other chooses for themselves.
  await press(page, handed.look('Jonah'))
  await expect(page.getByRole('radio', { name: drop.share('Maya') })).toBeChecked()
  await press(page, drop.on)
  await press(page, drop.both)
  await sees(page, tell.heading)
  await expect(page.getByText(tell.kept('Maya'))).toBeVisible()
  await expect(page.getByText('Not for you.')).toHaveCount(0)
})

/** The addresses that this browser keeps, whoever asked for them. */
function cached(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const kept = await Promise.all((await caches.keys()).map(async name => (await caches.open(name)).keys()))
    return kept.flat().map(({ url }) => new URL(url).pathname)
  })
}

/** Waits until the page has been kept. */
async function isKept(page: Page): Promise<void> {
  await expect.poll(() => cached(page)).toContain('/try')
}

test('the network goes away in the middle, and the sitting goes on to its end', async ({ page, context }) => {
  await sitDown(page)
  await toTheLines(page, () => context.setOffline(true))
  await toTheEnd(page)
})

base(
  'where the site is gone, the page begins all the same, by its own strict policy, and a sitting is held',
  async ({ browser }) => {
    const house = await openHouse()
    let context: BrowserContext | null = null
    try {
      context = await browser.newContext({ baseURL: house.url })
      const page = await context.newPage()
      await page.goto('/try')
      await isKept(page)
      await house.close()

      const complaints: string[] = []
      page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', error => complaints.push(error.message))
      const response = await page.goto('/try')
      expect(response?.fromServiceWorker()).toBe(true)
      const policy = response?.headers()['content-security-policy'] ?? ''
      const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? []
      expect(nonce).not.toBe('')
      expect(await response?.text()).toContain(`nonce="${nonce}"`)
      await sitDown(page)
      await toTheLines(page)
      await toTheEnd(page)
      // The worker asks the site for what is newest before it gives what it has; that alone is complained of.
      expect(complaints.filter(text => !/ERR_CONNECTION_REFUSED/.test(text))).toEqual([])
      await expect(page.goto('/open')).rejects.toThrow()
    } finally {
      await context?.close()
    }
  },
)

test('after a sitting in a room, this browser has kept one page and its parts, and nothing of the room', async ({
  page,
  other,
}) => {
  await page.goto('/try')
  await isKept(page)
  const link = await meet(page, other, { name: 'Maya', sitting: 'taste' })
  await page.goto('/open')
  await page.goto('/try')
  await isKept(page)
  const kept = await cached(page)
  expect(kept.filter(path => path !== '/try' && !path.startsWith('/_next/static/'))).toEqual([])
  expect(kept.some(path => path.includes(new URL(link).pathname))).toBe(false)
  const scopes = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope, updateViaCache }) => [
      new URL(scope).pathname,
      updateViaCache,
    ]),
  )
  expect(scopes).toEqual([['/try', 'none']])
  // A room is never in the worker's hands, and neither is the form that opens one.
  for (const path of ['/', '/open', new URL(link).pathname]) {
    await page.goto(path)
    expect(await page.evaluate(() => navigator.serviceWorker.controller), path).toBeNull()
  }
  const whole = await page.evaluate(async () => {
    const answers = await (await caches.open('clearing.try')).matchAll()
    return (await Promise.all(answers.map(answer => answer.text()))).join('\n')
  })
  expect(whole.length).toBeGreaterThan(100_000)
  for (const said of ['Jonah', new URL(link).pathname.split('/').at(-1) ?? '?']) expect(whole).not.toContain(said)
})

test('it can be put on a phone’s own screen: a manifest, and icons of the size that they say', async ({ page }) => {
  await page.goto('/try')
  const href = await page.locator('link[rel=manifest]').getAttribute('href')
  const answer = await page.request.get(href ?? '')
  const manifest = await answer.json()
  expect(manifest).toMatchObject({ name: 'Clearing', start_url: '/try', display: 'standalone' })
  expect(manifest.icons.some(({ purpose }: { purpose: string }) => purpose === 'maskable')).toBe(true)
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await page.request.get(src)
    expect(icon.headers()['content-type'], src).toBe(type)
    // The width and the height of a PNG stand at a fixed place.
    const bytes = await icon.body()
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes)
  }
})
