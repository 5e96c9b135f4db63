// Is a facilitator let into a room by everybody in it and by nobody alone, seen there by all, heard when given the word, and gone when
// anybody says so? And is nobody disturbed in a turn?
import type { Page } from '@playwright/test'
import { facilitatorFor } from '../lib/words/facilitator.ts'
import { wordsFor } from '../lib/words/words.ts'
import { workshopFor } from '../lib/words/workshop.ts'
import { begin, board, guests, guide, prepared, room } from './facilitating.ts'
import { expect, type House, test } from './house.ts'
import { press, sees, words } from './people.ts'
import { shows, turnOf } from './screens/walk.ts'
import { inRoom, waitInCircle } from './workshop.ts'

const { acts, pairing, visiting } = board
const { visit } = inRoom

/** A facilitator before their board, and two in the one room, up to where they greet each other. */
async function workshop(page: Page, maya: Page, jonah: Page, house: House) {
  const convened = await prepared(house, { title: 'Knocking' })
  await waitInCircle(maya, convened.code, 'Maya')
  await waitInCircle(jonah, convened.code, 'Jonah')
  await guide(page, convened, 'Knocking')
  await press(page, acts.pair)
  await press(page, pairing.yes)
  for (const [own, other] of [
    [maya, 'Jonah'],
    [jonah, 'Maya'],
  ] as const)
    await sees(own, inRoom.before.heading(other))
  await press(page, acts.begin)
  for (const own of [maya, jonah]) await sees(own, words.phases.meet.heading(own === maya ? 'Jonah' : 'Maya'))
  await press(page, board.room.name(1))
}

/** Nothing of a facilitator is on the screen itself. */
async function showsNobody(page: Page): Promise<void> {
  for (const said of [visit.knocks, visit.said, visit.isIn, visit.has])
    await expect(page.getByRole('main').getByText(said)).toHaveCount(0)
}

test('a knock lets nobody in before both have said yes; then both see them, give the word, take it back and show them out', async ({
  page: maya,
  other: jonah,
  someone,
  house,
}) => {
  const page = await (await someone()).newPage()
  await workshop(page, maya, jonah, house)
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText(visiting.how)).toBeVisible()
  await press(page, visiting.knock)
  for (const own of [maya, jonah]) await shows(own, visit.knocks)
  await press(maya, visit.yes)
  await shows(maya, visit.said)
  await expect(sheet.getByText(visiting.about.asks)).toBeVisible()
  await shows(jonah, visit.knocks)
  await press(jonah, visit.yes)
  for (const own of [maya, jonah]) await shows(own, visit.isIn)
  await expect(sheet.getByText(visiting.about.in)).toBeVisible()
  await expect(page.getByRole('status')).toHaveText(visiting.says.in(1))

  await house.skip(31_000)
  const turn = await turnOf({ maya, jonah })
  // Whoever comes back to a room reads at once who is in it. However long that takes here, nobody was away.
  house.freeze()
  await turn.listener.reload()
  await shows(turn.listener, visit.isIn)
  house.thaw()
  await expect(turn.listener.getByRole('button', { name: visit.lend })).toHaveCount(0)
  await press(turn.speaker, visit.lend)
  for (const own of [maya, jonah]) await shows(own, visit.has)
  await expect(sheet.getByText(visiting.about.heard)).toBeVisible()
  await sees(turn.listener, words.phases.speak.listener.heading(turn.speaks))
  await press(turn.speaker, visit.takeBack)
  for (const own of [maya, jonah]) await shows(own, visit.isIn)
  await press(turn.listener, visit.out)
  for (const own of [maya, jonah]) await showsNobody(own)
  await expect(sheet.getByText(visiting.about.out)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(room(page, 1).getByText(visiting.row.out)).toBeVisible()
})

test('in a turn nobody is disturbed: a knock is seen when it is over, and one no is enough, or no answer at all', async ({
  page: maya,
  other: jonah,
  someone,
  house,
}) => {
  const page = await (await someone()).newPage()
  await workshop(page, maya, jonah, house)
  const sheet = page.getByRole('dialog')
  await house.skip(31_000)
  const { speaker, listener } = await turnOf({ maya, jonah })
  await press(page, visiting.knock)
  await expect(sheet.getByText(visiting.about.waits)).toBeVisible()
  for (const own of [maya, jonah]) await showsNobody(own)
  await press(speaker, words.phases.speak.speaker.on)
  for (const own of [maya, jonah]) await shows(own, visit.knocks)
  await expect(speaker.getByRole('status')).toContainText(visit.knocks)
  await press(listener, visit.yes)
  await press(speaker, visit.no)
  for (const own of [maya, jonah]) await showsNobody(own)
  await expect(listener.getByRole('status')).toHaveText(visit.notComing)
  await expect(sheet.getByText(visiting.about['not-now'])).toBeVisible()
  // The keyboard is not left where a button was.
  await expect(speaker.getByRole('heading', { level: 1 })).toBeFocused()

  await press(page, visiting.knock)
  for (const own of [maya, jonah]) await shows(own, visit.knocks)
  await house.skip(61_000)
  for (const own of [maya, jonah]) await showsNobody(own)
  await expect(sheet.getByText(visiting.about['not-now'])).toBeVisible()
  await press(page, visiting.knock)
  await expect(sheet.getByText(visiting.about.asks)).toBeVisible()
  await press(page, visiting.unknock)
  for (const own of [maya, jonah]) await showsNobody(own)
  await expect(sheet.getByText(visiting.how)).toBeVisible()
})

test('who sit far apart can be visited by nobody, and the board says so', async ({ page, house }) => {
  const convened = await prepared(house, { title: 'Far apart', medium: 'text', odd: 'rest' })
  const came = await guests(house, convened.code, 2)
  await guide(page, convened, 'Far apart')
  await begin(page, came)
  await press(page, board.room.name(1))
  await expect(page.getByRole('dialog').getByText(visiting.far)).toBeVisible()
  await expect(page.getByRole('button', { name: visiting.knock })).toHaveCount(0)
})

test('in Spanish a knock is asked, answered and shown in Spanish', async ({ someone, house }) => {
  const es = { ...wordsFor('es').workshop, ...workshopFor('es'), board: facilitatorFor('es').board }
  const reader = async () => (await someone({ locale: 'es-ES' })).newPage()
  const [page, maya, jonah] = [await reader(), await reader(), await reader()]
  const convened = await prepared(house, { title: 'Llamar' })
  for (const [own, name] of [
    [maya, 'Maya'],
    [jonah, 'Jonah'],
  ] as const) {
    await own.goto(`/workshop/${convened.code}`)
    await own.getByLabel(es.door.name, { exact: true }).fill(name)
    await press(own, es.door.enter)
    await sees(own, es.circle.gathering.heading(name))
  }
  await guide(page, convened, 'Llamar')
  await press(page, es.board.acts.pair)
  await press(page, es.board.pairing.yes)
  await press(page, es.board.room.name(1))
  await press(page, es.board.visiting.knock)
  await expect(page.getByRole('dialog').getByText(es.board.visiting.about.asks)).toBeVisible()
  for (const own of [maya, jonah]) {
    await shows(own, es.visit.knocks)
    await press(own, es.visit.yes)
  }
  for (const own of [maya, jonah]) await shows(own, es.visit.isIn)
  await expect(page.getByRole('dialog').getByText(es.board.visiting.about.in)).toBeVisible()
  await press(maya, es.visit.out)
  for (const own of [maya, jonah]) await expect(own.getByRole('main').getByText(es.visit.isIn)).toHaveCount(0)
  await expect(page.getByRole('dialog').getByText(es.board.visiting.about.out)).toBeVisible()
})
