// Are people's words nowhere but on the two screens? Words that nobody has ever said go through a whole sitting, and then
// everything that left a browser, came to one, was stored or was logged is searched for them.
import type { Page } from '@playwright/test'
import type { RoomStore } from '../server/ports.ts'
import { createMemoryStore } from '../server/store/memory.ts'
import { expect, type House, openHouse, test as plain } from './house.ts'
import { agree, comeIn, openRoom, press, roomOf, sees, words } from './people.ts'
import { createSkippingClock } from './skipping-clock.ts'
import { canary, disguises, findings, listenTo, type Piece, type Traffic } from './traffic.ts'

const { phases, writing, goodbye } = words

/** Everything that the store was ever given, in order. */
const stored: string[] = []

/** The same site, with a note of every room that is put into its store. */
const test = plain.extend<object, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads a fixture's needs from its first parameter's pattern
    async ({}, use) => {
      const clock = createSkippingClock()
      const store = createMemoryStore(clock)
      const house = await openHouse({}, { clock, store: recorded(store) })
      await use(house)
      await house.close()
      await store.close()
    },
    { scope: 'worker' },
  ],
})

function recorded(store: RoomStore): RoomStore {
  return {
    ...store,
    create(id, next, ttlMs) {
      stored.push(JSON.stringify([id, next]))
      return store.create(id, next, ttlMs)
    },
    swap(id, expected, next, ttlMs) {
      stored.push(JSON.stringify([id, expected, next]))
      return store.swap(id, expected, next, ttlMs)
    },
  }
}

/** What a page shows and what it keeps. */
const screenOf = (page: Page) => page.locator('body').innerText()
const memoryOf = (page: Page) => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))

const piece = (at: string, text: string): Piece => ({ what: 'received', at, headers: '', text })

test('the search finds a text in each of its disguises, wherever it stands', () => {
  const text = canary()
  const [word = ''] = text.split(' ')
  for (const whole of [text, word]) {
    const shapes = disguises(whole)
    expect(shapes.length).toBeGreaterThan(30)
    for (const { form, name } of shapes) {
      expect(findings(text, [piece('a frame', `{"before":"${form}","after":1}`)]), name).toContainEqual(
        `received a frame: ${name}`,
      )
    }
    for (const shift of [0, 1, 2]) {
      const bytes = Buffer.from(`${'.'.repeat(shift)}${whole}.`)
      for (const encoding of ['base64', 'base64url'] as const) {
        expect(findings(text, [piece('a frame', bytes.toString(encoding))])).not.toEqual([])
      }
    }
  }
  expect(findings(text, [piece('a frame', canary())])).toEqual([])
})

test('what is said, drafted, offered, kept and noted in a whole sitting is found in no frame, answer, store or log', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  test.slow()
  const spoken = canary()
  const drafted = canary()
  const offered = canary()
  const kept = canary()
  const note = canary()
  const name = canary(1)
  const seen = { maya: listenTo(maya.context()), jonah: listenTo(jonah.context()) }

  const link = await openRoom(maya, { name, sitting: 'taste' })
  const secret = new URL(link).hash.slice(1)
  expect(secret.length).toBeGreaterThan(40)
  await comeIn(jonah, link, 'Jonah')
  await agree(maya, 'me')
  await agree(jonah, 'other')
  for (const page of [maya, jonah]) await press(page, phases.arrive.on)

  await sees(maya, phases.picture.heading('Jonah'))
  await maya.getByLabel(phases.picture.field).fill(note)
  expect(await memoryOf(maya)).toContain(note)
  for (const page of [maya, jonah]) await press(page, phases.picture.on)

  // Spoken, and drafted with every letter on its way: the other screen proves that both did travel.
  await sees(maya, phases.speak.speaker.heading)
  await maya.getByRole('checkbox', { name: writing.live('Jonah') }).check()
  await maya.getByLabel(writing.field).pressSequentially(spoken)
  await expect(jonah.getByText(spoken)).toBeVisible()
  await maya.getByLabel(writing.field).press('Enter')
  await expect(jonah.getByRole('log').getByText(spoken)).toBeVisible()
  await maya.getByLabel(writing.field).pressSequentially(drafted)
  await expect(jonah.getByText(drafted)).toBeVisible()
  await press(maya, phases.speak.speaker.on)
  await press(jonah, phases.speak.silence.on)
  await sees(maya, phases.settle.headingYou)
  await house.skip(15_000)

  await sees(jonah, phases.speak.speaker.heading)
  await press(jonah, phases.speak.speaker.on)
  await press(maya, phases.speak.silence.on)
  await sees(maya, phases.settle.heading('Jonah'))
  await house.skip(15_000)

  // Jonah offers a line. Until Maya has answered too, nothing that her browser gets holds it, sealed or not.
  await sees(jonah, phases.drop.heading)
  await jonah.getByRole('textbox').fill(offered)
  await press(jonah, phases.drop.on)
  await expect(jonah.getByText(phases.drop.sealed(name))).toBeVisible()
  const sealed = sealedLine(seen.jonah)
  expect(sealed.length).toBeGreaterThan(100)
  expect(receivedBy(seen.maya, sealed)).toBe(0)
  expect(await screenOf(maya)).not.toContain(offered)
  expect(await memoryOf(maya)).not.toContain(offered)

  await maya.getByRole('textbox').fill(kept)
  await maya.getByRole('radio', { name: phases.drop.keep }).check()
  await press(maya, phases.drop.on)
  await expect(maya.getByText(offered)).toBeVisible()
  expect(receivedBy(seen.maya, sealed)).toBeGreaterThan(0)
  expect(await screenOf(jonah)).not.toContain(kept)

  await press(maya, phases.tell.teller.pass)
  await press(jonah, phases.speak.silence.on)
  await press(jonah, phases.tell.teller.pass)
  await press(maya, phases.speak.silence.on)
  await sees(maya, phases.thanks.heading)
  await house.skip(15_000)
  await sees(maya, goodbye.heading)
  expect(await memoryOf(jonah)).not.toContain(note)
  for (const page of [maya, jonah]) await press(page, goodbye.letGo)
  for (const page of [maya, jonah]) await sees(page, goodbye.empty)

  for (const { whole } of Object.values(seen)) await whole()
  const pieces = Object.values(seen).flatMap(traffic => traffic.pieces)
  const everywhere = [
    ...pieces,
    ...stored.map(text => piece('the store', text)),
    ...house.logged.map(text => piece('the log', text)),
  ]
  for (const text of [spoken, drafted, offered, kept, note, secret]) expect(findings(text, everywhere)).toEqual([])

  // The same search, over the same heap, finds what the server does know.
  const found = findings(name, everywhere).join('\n')
  for (const where of ['sent ws:', 'received ws:', 'the store']) expect(found).toContain(where)
  expect(found).not.toContain('the log')
  expect(house.logged.join()).toContain('"fact":"closed"')
  expect(stored.some(text => text.includes(sealed))).toBe(true)
  expect(stored.some(text => text.includes(roomOf(link)))).toBe(true)

  const left = `${await memoryOf(maya)}${await memoryOf(jonah)}`
  for (const text of [spoken, drafted, offered, kept, note, secret]) expect(left).not.toContain(text)
})

test('no page asks anybody else for anything, and none sets a cookie', async ({ page, context, other, house }) => {
  const seen = [listenTo(context), listenTo(other.context())]
  const link = await openRoom(page, { name: 'Maya' })
  await comeIn(other, link, 'Jonah')
  await sees(page, words.agreement.heading)
  for (const path of ['/', '/how', '/privacy', '/open', '/nowhere', '/r/aaaaaaaaaaaaaaaaaaaaaa']) {
    await page.goto(path, { waitUntil: 'networkidle' })
  }
  await page.goto('/')
  await page.getByRole('link', { name: words.home.how }).click()
  await page.waitForURL('/how')
  for (const { whole } of seen) await whole()
  const pieces = seen.flatMap(traffic => traffic.pieces)
  const asked = new Set(pieces.filter(({ what }) => what === 'request').map(({ at }) => new URL(at).host))
  expect([...asked]).toEqual([new URL(house.url).host])
  expect(pieces.filter(({ at }) => at.startsWith('ws:')).length).toBeGreaterThan(10)
  expect(pieces.filter(({ headers }) => headers !== '').length).toBeGreaterThan(50)
  expect(pieces.filter(({ headers }) => /"(set-)?cookie"/i.test(headers)).map(({ at }) => at)).toEqual([])
  for (const one of [context, other.context()]) expect(await one.cookies()).toEqual([])
})

/** What this browser sent as its closing line. */
function sealedLine({ pieces }: Traffic): string {
  const frames = pieces.filter(({ what, text }) => what === 'sent' && text.includes('"do":"line"'))
  return /"sealed":"([^"]+)"/.exec(frames.at(-1)?.text ?? '')?.[1] ?? ''
}

const receivedBy = ({ pieces }: Traffic, text: string): number =>
  pieces.filter(piece => piece.what === 'received' && piece.text.includes(text)).length
