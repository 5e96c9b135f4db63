// Does everybody read their own language? Two people who share a room and no language, the choice of one, and a language that
// runs from right to left, of which every sentence on the screen is marked as one of the dictionary.
import type { Page } from '@playwright/test'
import { MARKS, MIRROR } from '../lib/words/mirrored.ts'
import { practiceFor } from '../lib/words/practice.ts'
import { type Words, wordsFor } from '../lib/words/words.ts'
import { expect, type House, openHouse, test } from './house.ts'
import { agree, comeIn, words as en, openRoom, press, roomOf, say, sees } from './people.ts'
import { violations, WCAG } from './screens/guidelines.ts'

const es = wordsFor('es')
const mirror = wordsFor(MIRROR)
const SPANISH = { locale: 'es-ES' }

const languageOf = (page: Page) =>
  page.evaluate(() => [document.documentElement.lang, document.documentElement.dir, document.title])

async function openRoomAs(page: Page, name: string, words: Words, sitting: 'taste' | 'listening'): Promise<string> {
  await page.goto('/open')
  await page.getByRole('radio', { name: words.open.sittings[sitting].title }).check()
  await page.getByRole('radio', { name: words.open.media.text.label, exact: true }).check()
  await page.getByLabel(words.open.name, { exact: true }).fill(name)
  await press(page, words.open.button)
  await page.waitForURL(/\/r\/[\w-]{22}#/)
  await sees(page, words.doorstep.heading)
  return page.url()
}

test('a browser that asks for Spanish gets it on every page, and no cookie for it', async ({ someone }) => {
  const context = await someone(SPANISH)
  const page = await context.newPage()
  for (const [path, heading] of [
    ['/', es.home.heading],
    ['/open', es.open.heading],
    ['/practice', practiceFor('es').door.heading],
    ['/nowhere', es.notFound.heading],
    ['/r/aaaaaaaaaaaaaaaaaaaaaa', es.trouble.gone.heading],
  ] as const) {
    await page.goto(path)
    await sees(page, heading)
    expect((await languageOf(page)).slice(0, 2)).toEqual(['es', 'ltr'])
  }
  await page.goto('/privacy')
  expect(await page.title()).toBe('Privacidad · Clearing')
  await page.goto('/how')
  expect(await page.title()).toBe('Cómo funciona · Clearing')
  expect(await context.cookies()).toEqual([])
})

test('a choice is kept over pages by one cookie that holds only it, and can be taken back', async ({
  page,
  context,
  house,
}) => {
  await page.goto('/')
  await sees(page, en.home.heading)
  await press(page, 'Español')
  await sees(page, es.home.heading)
  const [cookie, ...others] = await context.cookies()
  expect(others).toEqual([])
  expect(cookie).toMatchObject({ name: 'lang', value: 'es', path: '/', sameSite: 'Lax' })
  const days = ((cookie?.expires ?? 0) * 1000 - Date.now()) / 86_400_000
  expect(Math.round(days)).toBe(365)
  await page.goto('/open')
  await sees(page, es.open.heading)
  await press(page, 'English')
  await sees(page, en.open.heading)
  // What a browser says of a language that only tests have is not heard.
  const answer = await page.request.get(house.url, { headers: { 'x-mirrored': 'yes' } })
  expect(await answer.text()).toContain('<html lang="en" dir="ltr"')
})

test('in a room the choice keeps the seat', async ({ page, someone }) => {
  const link = await openRoom(page, { name: 'Maya' })
  await page.getByRole('button', { name: en.menu.open }).click()
  await press(page, 'Español')
  await sees(page, es.doorstep.heading)
  expect(page.url()).toBe(link)
  await expect(page.getByText(es.doorstep.you('Maya'))).toBeVisible()
  const other = await (await someone()).newPage()
  await comeIn(other, link, 'Jonah', en)
  await sees(other, en.agreement.heading)
  await sees(page, es.agreement.heading)
})

test('two who share no language sit together to the goodbye, each in their own', async ({
  page: maya,
  someone,
  house,
}) => {
  test.slow()
  const ines = await (await someone(SPANISH)).newPage()
  const link = await openRoom(maya, { name: 'Maya', sitting: 'taste' })
  await comeIn(ines, link, 'Inés', es)
  await agree(maya, 'me')
  await agree(ines, 'other', es)

  await sees(maya, en.phases.arrive.heading)
  await sees(ines, es.phases.arrive.heading)
  await expect(ines.getByText(`${es.first.asWished} ${es.first.theySpeak('Maya')}.`)).toBeVisible()
  await press(maya, en.phases.arrive.on)
  await press(ines, es.phases.arrive.on)
  await sees(ines, es.phases.picture.heading('Maya'))
  await press(maya, en.phases.picture.on)
  await press(ines, es.phases.picture.on)

  await sees(maya, en.phases.speak.speaker.heading)
  await sees(ines, es.phases.speak.listener.heading('Maya'))
  await expect(ines.getByRole('status')).toHaveText(es.status.listening('Maya'))
  await say(maya, 'It was a long day.')
  await expect(ines.getByText('It was a long day.')).toBeVisible()
  await press(maya, en.phases.speak.speaker.on)
  await sees(ines, es.phases.speak.silence.heading)
  await press(ines, es.phases.speak.silence.on)
  await sees(ines, es.phases.settle.heading('Maya'))
  await house.skip(15_000)

  await sees(ines, es.phases.speak.speaker.heading)
  await sees(maya, en.phases.speak.listener.heading('Inés'))
  await say(ines, 'Te escucho desde hace rato.', es.writing.field)
  await expect(maya.getByText('Te escucho desde hace rato.')).toBeVisible()
  await press(ines, es.phases.speak.speaker.on)
  await press(maya, en.phases.speak.silence.on)
  await sees(ines, es.phases.settle.headingYou)
  await house.skip(15_000)

  await sees(maya, en.phases.drop.heading)
  await sees(ines, es.phases.drop.heading)
  await maya.getByRole('textbox').fill('That you never ask.')
  await press(maya, en.phases.drop.on)
  await ines.getByRole('textbox').fill('Que nunca tienes tiempo.')
  await press(ines, es.phases.drop.on)
  await expect(ines.getByText('That you never ask.')).toBeVisible()
  await expect(maya.getByText('Que nunca tienes tiempo.')).toBeVisible()
  await expect(ines.getByRole('heading', { level: 1 })).toHaveText(es.phases.tell.heading)
  await press(maya, en.phases.tell.teller.pass)
  await press(ines, es.phases.speak.silence.on)
  await press(ines, es.phases.tell.teller.pass)
  await press(maya, en.phases.speak.silence.on)
  await sees(ines, es.phases.thanks.heading)
  await sees(maya, en.phases.thanks.heading)
  await house.skip(15_000)
  await sees(maya, en.goodbye.heading)
  await sees(ines, es.goodbye.heading)
  expect((await languageOf(maya))[2]).toBe(en.titles.room(en.titles.goodbye))
  expect((await languageOf(ines))[2]).toBe(es.titles.room(es.titles.goodbye))
  await press(maya, en.goodbye.letGo)
  await press(ines, es.goodbye.letGo)
  await sees(maya, en.goodbye.empty)
  await sees(ines, es.goodbye.empty)
})

test('Spanish screens have no fault of access that can be found, and fit', async ({ someone }) => {
  const page = await (await someone(SPANISH)).newPage()
  const other = await (await someone(SPANISH)).newPage()
  const examine = async (one: Page) => {
    expect(await violations(one, WCAG)).toEqual([])
    for (const width of [320, 390, 1280]) {
      await one.setViewportSize({ width, height: 844 })
      expect(await tooWide(one)).toBe(0)
    }
    await one.setViewportSize({ width: 390, height: 844 })
  }
  for (const path of ['/', '/how', '/privacy', '/open']) {
    await page.goto(path)
    await examine(page)
  }
  const link = await openRoomAs(page, 'Inés', es, 'listening')
  await examine(page)
  await other.goto(link)
  await sees(other, es.door.heading('Inés'))
  await examine(other)
  await comeIn(other, link, 'Bruno', es)
  await sees(other, es.agreement.heading)
  await examine(other)
  await page.getByRole('button', { name: es.menu.open }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await examine(page)
})

const tooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const [width, height] of [
  [390, 844],
  [1280, 800],
] as const) {
  test.describe(`from right to left, ${width} × ${height}`, () => {
    let house: House & { close(): Promise<void> }
    test.beforeAll(async () => {
      house = await openHouse({}, { mirrored: true })
    })
    test.afterAll(async () => house.close())

    test('every screen turns round, fits, and says nothing that is not of the dictionary', async ({ someone }) => {
      test.slow()
      const options = { baseURL: house.url, viewport: { width, height } }
      const maya = await (await someone(options)).newPage()
      const jonah = await (await someone(options)).newPage()
      const turned = async (page: Page, seated = true) => {
        expect((await languageOf(page)).slice(0, 2)).toEqual([MIRROR, 'rtl'])
        expect(await tooWide(page)).toBe(0)
        expect(await bare(page)).toEqual([])
        if (seated) expect(await isAtTheLeft(page)).toBe(true)
      }
      for (const path of ['/', '/how', '/privacy', '/nowhere']) {
        await maya.goto(path)
        await turned(maya, false)
      }
      const link = await openRoomAs(maya, 'Maya', mirror, 'taste')
      await turned(maya)
      await jonah.goto(link)
      await sees(jonah, mirror.door.heading('Maya'))
      await turned(jonah, false)
      await comeIn(jonah, link, 'Jonah', mirror)
      await sees(jonah, mirror.agreement.heading)
      await turned(jonah)
      await maya.getByRole('radio', { name: mirror.first.me }).check()
      await press(maya, mirror.agreement.agree)
      await jonah.getByRole('radio', { name: mirror.first.other }).check()
      await press(jonah, mirror.agreement.agree)
      for (const { on } of [mirror.phases.arrive, mirror.phases.picture])
        for (const page of [maya, jonah]) {
          await turned(page)
          await press(page, on)
        }
      await sees(maya, mirror.phases.speak.speaker.heading)
      await turned(maya)
      await sees(jonah, mirror.phases.speak.listener.heading('Maya'))
      await turned(jonah)
      await press(maya, mirror.phases.speak.speaker.on)
      await press(jonah, mirror.phases.speak.silence.on)
      await sees(jonah, mirror.phases.settle.heading('Maya'))
      await turned(jonah)
      await house.skip(15_000)
      await sees(jonah, mirror.phases.speak.speaker.heading)
      await press(jonah, mirror.phases.speak.speaker.on)
      await press(maya, mirror.phases.speak.silence.on)
      await sees(maya, mirror.phases.settle.heading('Jonah'))
      await house.skip(15_000)
      await sees(maya, mirror.phases.drop.heading)
      await turned(maya)
      await maya.getByRole('button', { name: mirror.menu.open }).click()
      await expect(maya.getByRole('dialog')).toBeVisible()
      await turned(maya, false)
      await maya.getByRole('dialog').getByRole('button', { name: mirror.menu.close }).click()
      expect(await house.room(roomOf(link))).not.toBeNull()
    })
  })
}

test('the search for bare words finds one', async ({ page }) => {
  await page.goto('/')
  const found = await bare(page)
  expect(found).toContain(en.home.heading)
})

/** Words on the screen that stand outside of the marks: no names, and no languages by their own names. */
function bare(page: Page): Promise<string[]> {
  return page.evaluate(([open, close]) => {
    const marked = new RegExp(`${open}[^${open}${close}]*${close}`, 'gu')
    const names = /\b(Maya|Jonah|Clearing|English|Español)\b/g
    // Dictionaries are marked sentence by sentence, and a sentence may hold another.
    const outside = (text: string) => {
      let rest = text
      while (marked.test(rest)) rest = rest.replace(marked, '')
      return rest.replace(names, '')
    }
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node as HTMLElement
      if (element.matches('script, style, noscript, next-route-announcer')) continue
      const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      const said = own.map(({ textContent }) => textContent ?? '').join('')
      const told = ['aria-label', 'title', 'alt', 'placeholder'].map(name => element.getAttribute(name) ?? '')
      for (const text of [said, ...told]) if (/\p{L}/u.test(outside(text))) found.push(text)
    }
    return found
  }, MARKS)
}

/** Leave stands at the end of its line: further left than the place at its start, and at the left of the column. */
async function isAtTheLeft(page: Page): Promise<boolean> {
  const leave = await page.getByRole('banner').getByRole('button', { name: mirror.leave.do }).boundingBox()
  const column = await page.getByRole('banner').boundingBox()
  if (!leave || !column) throw new Error('no Leave on this screen')
  return Math.abs(leave.x - column.x) < 24
}
