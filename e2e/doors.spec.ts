// Who comes in, who comes back, and who does not? Links that are whole, torn, old or another's; and tabs that are closed,
// opened again and copied.
import type { Page } from '@playwright/test'
import { io } from 'socket.io-client'
import type { Asks, Peeked, Refusal, Tellings } from '../lib/wire/events.ts'
import { expect, type House, test } from './house.ts'
import { agree, comeIn, meet, openRoom, press, remembered, roomOf, sees, words } from './people.ts'
import { waitForSomebody } from './strangers.ts'
import { convene, waitInCircle, workshop } from './workshop.ts'

const { agreement, connection, door, doorstep, ended, notFound, phases, titles, trouble, hold } = words

/** What anybody who knows the link could learn before coming in. */
async function peek(house: House, room: string): Promise<Refusal | ({ ok: true } & Peeked)> {
  const socket: import('socket.io-client').Socket<Tellings, Asks> = io(house.url, { transports: ['websocket'] })
  try {
    return await socket.emitWithAck('peek', { room })
  } finally {
    socket.disconnect()
  }
}

test('an invited person reads to what they are invited, and neither reading nor fetching takes the seat', async ({
  page: maya,
  other: jonah,
  house,
  request,
}) => {
  const link = await openRoom(maya, { name: 'Maya', sitting: 'repair' })
  const fetched = await request.get(link)
  expect(await fetched.text()).not.toContain('Maya')
  await jonah.goto(link)
  await sees(jonah, door.heading('Maya'))
  await expect(jonah).toHaveTitle(titles.room(door.title))
  await expect(jonah.getByText(words.sittings.repair.title)).toBeVisible()
  await expect(jonah.getByText(door.media.text)).toBeVisible()
  await jonah.reload()
  await sees(jonah, door.heading('Maya'))
  expect(await peek(house, roomOf(link))).toMatchObject({ ok: true, free: 1 })
  await sees(maya, doorstep.heading)

  await press(jonah, door.enter)
  await expect(jonah.getByText(door.nameMissing('Maya'))).toBeVisible()
  expect(await peek(house, roomOf(link))).toMatchObject({ ok: true, free: 1 })
  await jonah.getByLabel(door.name, { exact: true }).fill('Jonah')
  await jonah.keyboard.press('Enter')
  await sees(jonah, agreement.heading)
  await sees(maya, agreement.heading)
  await expect(maya).toHaveTitle(new RegExp(doorstep.titleHere('Jonah')))
  expect(await peek(house, roomOf(link))).toMatchObject({ ok: true, free: 0 })
})

test('whoever takes their time at a door, or waits behind it, reads of no trouble with their connection', async ({
  page: maya,
  someone,
  house,
}) => {
  const link = await openRoom(maya, { name: 'Maya' })
  const { code, close } = await convene(house)
  const pages = await Promise.all([1, 2, 3, 4].map(async () => (await someone()).newPage()))
  const [invited, comer, circle, stranger] = pages as [Page, Page, Page, Page]
  for (const page of pages) await page.clock.install()
  await invited.goto(link)
  await sees(invited, door.heading('Maya'))
  await comer.goto(`/workshop/${code}`)
  await expect(comer.getByLabel(workshop.door.name, { exact: true })).toBeVisible()
  await waitInCircle(circle, code, 'Ana')
  await waitForSomebody(stranger, { name: 'Jonah' })
  close()
  for (const page of pages) {
    // Longer than any loss takes to be told, and too short for a silence of the server to be noticed.
    await page.clock.runFor(4000)
    await expect(page.getByText(/connection is quiet/)).toHaveCount(0)
    await expect(page.getByRole('button', { name: connection.tryNow })).toHaveCount(0)
  }
})

test('a name that is one long word stays within a narrow screen', async ({ page: maya, someone }) => {
  const link = await openRoom(maya, { name: 'M'.repeat(40) })
  const jonah = await (await someone({ viewport: { width: 320, height: 640 } })).newPage()
  await comeIn(jonah, link, 'J'.repeat(40))
  for (const page of [maya, jonah]) {
    await sees(page, agreement.heading)
    const edges = await page
      .getByRole('listitem')
      .locator('span')
      .evaluateAll(spans =>
        spans
          .filter(span => span.textContent)
          .map(span => {
            const { left, right } = span.getBoundingClientRect()
            return left >= 0 && right <= window.innerWidth
          }),
      )
    expect(edges.length).toBeGreaterThan(2)
    expect(edges).not.toContain(false)
  }
})

test('a room that is not there any more says so; an address that is no room’s is no page', async ({ page }) => {
  await page.goto(`/r/${'A'.repeat(22)}#${'B'.repeat(43)}`)
  await sees(page, trouble.gone.heading)
  await expect(page.getByRole('link', { name: trouble.gone.anew })).toBeVisible()
  for (const id of ['short', 'A'.repeat(23), `${'A'.repeat(21)}.`]) {
    expect((await page.goto(`/r/${id}`))?.status()).toBe(404)
    await sees(page, notFound.heading)
  }
})

test('a link without its end says that a part is missing, and takes no seat', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const link = await openRoom(maya, { name: 'Maya' })
  const torn = new URL(link)
  torn.hash = ''
  await jonah.goto(torn.href)
  await sees(jonah, trouble.incomplete.heading)
  expect(await peek(house, roomOf(link))).toMatchObject({ ok: true, free: 1 })
  // The whole link, opened in the same tab, leads in.
  await comeIn(jonah, link, 'Jonah')
  await sees(jonah, agreement.heading)
})

test('a link with another end seals nothing: each reads what to do, and nobody is led further', async ({
  page: maya,
  other: jonah,
}) => {
  const link = await openRoom(maya, { name: 'Maya' })
  const forged = new URL(link)
  forged.hash = `${'B'.repeat(42)}A`
  await comeIn(jonah, forged.href, 'Jonah')
  // Until it is known, nobody can agree.
  for (const page of [maya, jonah]) {
    await expect(page.getByRole('button', { name: agreement.agree })).toHaveAttribute('aria-disabled', 'true')
  }
  await expect(jonah.getByRole('heading', { level: 1 })).toHaveText(trouble.mismatch.heading, { timeout: 20_000 })
  // Whoever made the link did nothing wrong: they read so, and can ask the other out.
  await expect(maya.getByRole('heading', { level: 1 })).toHaveText(trouble.mismatch.host.heading('Jonah'), {
    timeout: 20_000,
  })
  await expect(maya.getByRole('button', { name: doorstep.notThem })).toBeVisible()
  // The right link, followed in the same tab, mends it for both.
  await jonah.goto(link)
  await sees(jonah, agreement.heading)
  await sees(maya, agreement.heading)
})

test('the same link in a second tab of the same browser takes the free seat', async ({ page: maya }) => {
  const link = await openRoom(maya, { name: 'Maya' })
  const jonah = await maya.context().newPage()
  await comeIn(jonah, link, 'Jonah')
  await sees(jonah, agreement.heading)
  await expect(maya.getByRole('listitem').getByText('Jonah', { exact: true })).toBeVisible()
  await agree(maya, 'me')
  await agree(jonah, 'other')
  await sees(maya, phases.arrive.heading)
  await sees(jonah, phases.arrive.heading)
  // Each tab comes back to its own seat.
  await maya.reload()
  await jonah.reload()
  await sees(maya, phases.arrive.heading)
  await press(maya, phases.arrive.on)
  await expect(maya.getByText(words.together.waiting('Jonah'))).toBeVisible()
  await press(jonah, phases.arrive.on)
  await sees(jonah, phases.picture.heading('Maya'))
})

for (const [how, address] of [
  ['with the whole link', (link: string) => link],
  ['without its end', (link: string) => link.replace(/#.*/, '')],
] as const) {
  test(`a tab that was closed and opened again ${how} returns to its seat`, async ({
    page: maya,
    other: jonah,
    house,
  }) => {
    const link = await meet(maya, jonah)
    await sees(jonah, phases.arrive.heading)
    const context = jonah.context()
    // Whoever is away for longer than five seconds finds the clock held; a slow browser needs as long to open.
    house.freeze()
    await jonah.close()
    const back = await context.newPage()
    await back.goto(address(link))
    await sees(back, phases.arrive.heading)
    house.thaw()
    await press(back, phases.arrive.on)
    await expect(back.getByText(words.together.waiting('Maya'))).toBeVisible()
    await press(maya, phases.arrive.on)
    await sees(maya, phases.picture.heading('Jonah'))
    // The part of the link that seals is in nobody's address any more.
    for (const page of [maya, back]) expect(page.url()).not.toContain('#')
  })
}

test('a copied tab of a seat that is open says so; going on there moves the seat, and the older tab lets it', async ({
  page: maya,
  other: jonah,
}) => {
  const link = await meet(maya, jonah)
  await sees(jonah, phases.arrive.heading)
  // What a browser does when a tab is duplicated: the copy has the tab's own storage too.
  const [copy] = await Promise.all([
    jonah.context().waitForEvent('page'),
    jonah.evaluate(href => window.open(href), link),
  ])
  await sees(copy, trouble.otherTab.heading)
  await sees(jonah, phases.arrive.heading)

  await press(copy, trouble.otherTab.here)
  await sees(copy, phases.arrive.heading)
  await sees(jonah, trouble.otherTab.heading)
  await press(copy, phases.arrive.on)
  await press(maya, phases.arrive.on)
  await sees(copy, phases.picture.heading('Maya'))
  // However long it is looked at, the older tab does not take the seat back by itself.
  await sees(jonah, trouble.otherTab.heading)
  await jonah.reload()
  await sees(jonah, trouble.otherTab.heading)
  await sees(copy, phases.picture.heading('Maya'))
  // And neither was anybody away for it.
  await expect(maya.getByRole('heading', { name: hold.heading })).toHaveCount(0)
  await press(jonah, trouble.otherTab.here)
  await sees(jonah, phases.picture.heading('Maya'))
  await sees(copy, trouble.otherTab.heading)
})

test('somebody who was not invited is asked out, reads only that the connection ended, and the link works once more', async ({
  page: maya,
  other: mallory,
  someone,
  house,
}) => {
  const link = await openRoom(maya, { name: 'Maya' })
  await comeIn(mallory, link, 'Mallory')
  await sees(maya, agreement.heading)
  await press(maya, doorstep.notThem)
  await press(maya, doorstep.notThemNo('Mallory'))
  await sees(mallory, agreement.heading)
  await press(maya, doorstep.notThem)
  await press(maya, doorstep.notThemYes('Mallory'))
  await sees(mallory, ended.heading)
  await expect(mallory.getByText(ended.bodyOut)).toBeVisible()
  await expect(mallory.getByRole('main')).not.toContainText('Maya')
  await sees(maya, doorstep.heading)
  expect(await peek(house, roomOf(link))).toMatchObject({ ok: true, free: 1 })

  const jonah = await (await someone()).newPage()
  await comeIn(jonah, link, 'Jonah')
  await sees(jonah, agreement.heading)
  await sees(maya, agreement.heading)
  // Whoever was asked out finds the room full, and is told nothing else.
  await mallory.reload()
  await expect(mallory.getByRole('heading', { level: 1 })).toHaveText(trouble.full.heading)
  await agree(maya)
  await agree(jonah)
  await sees(jonah, phases.arrive.heading)
})

test('both close their tabs before the beginning, come back, and begin', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const link = await openRoom(maya, { name: 'Maya' })
  await comeIn(jonah, link, 'Jonah')
  await sees(jonah, agreement.heading)
  const contexts = [maya.context(), jonah.context()]
  await jonah.close()
  await expect(maya.getByText(doorstep.away('Jonah'))).toBeVisible()
  // What the tab says to whoever looks at another one.
  await expect(maya).toHaveTitle(titles.room(doorstep.title))
  await maya.close()
  await expect.poll(() => house.whoIsGone(roomOf(link))).toEqual(['a', 'b'])
  await house.skip(60_000)
  const back = []
  for (const context of contexts) {
    const page = await context.newPage()
    await page.goto(link)
    await sees(page, agreement.heading)
    back.push(page)
  }
  const [one, two] = back
  if (!one || !two) throw new Error('two came back')
  await expect(one.getByText(doorstep.you('Maya'))).toBeVisible()
  await expect(two.getByText(doorstep.you('Jonah'))).toBeVisible()
  await agree(one, 'me')
  await agree(two, 'other')
  await sees(one, phases.arrive.heading)
  await sees(two, phases.arrive.heading)
  expect(await remembered(one, roomOf(link))).not.toEqual([])
})
