// Can somebody guide a whole workshop from their board, whatever happens in it, by the mouse or by the keyboard alone, and
// does the board show what is true and nobody's words?
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { facilitatorFor } from '../lib/words/facilitator.ts'
import { begin, board, boardOf, convene, guest, guests, guide, order, prepared, room } from './facilitating.ts'
import { expect, test } from './house.ts'
import { countSaid, lookAgain, press, sees } from './people.ts'

const { acts, calling, closing, door, harvest, learned, line, pairing, people, reflection, saying, state } = board

/** Goes on with Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluateAll(all => all.includes(document.activeElement as HTMLElement))) return
  }
  throw new Error(`no way by Tab to ${name}`)
}

async function enterOn(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name)
  // What the board shows of an act may come before its answer, and until that nothing else is sent.
  await expect(page.locator('button:focus')).toBeEnabled()
  await page.keyboard.press('Enter')
}

test('a workshop is prepared by a form; its key is nowhere but behind the # and on the device, where a reload finds it', async ({
  page,
  house,
}) => {
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await page.goto('/workshop')
  await page.getByLabel(convene.name, { exact: true }).fill('Tuesday circle')
  await page.getByLabel(convene.round(1), { exact: true }).fill('What is on your mind?')
  for (const medium of ['voice', 'text'] as const) {
    await page.getByRole('radio', { name: convene.media[medium].label }).check()
    await expect(page.getByRole('radio', { name: convene.odds.trio.label })).toBeChecked()
  }
  await press(page, convene.button)
  await sees(page, convene.ready.heading)
  const own = await page.getByRole('textbox', { name: convene.joining.own }).inputValue()
  const [, code, circle, key] = /\/workshop\/([A-Z0-9]{8})\/board#([\w-]{22})\.([\w-]{43})$/.exec(own) ?? []
  expect(key).toBeDefined()
  await expect(page.getByText(`${code?.slice(0, 4)} ${code?.slice(4)}`)).toBeVisible()
  expect(await page.getByRole('textbox', { name: convene.joining.link }).inputValue()).toBe(`${house.url}/j/${code}`)

  await page.getByRole('link', { name: convene.ready.board }).click()
  await sees(page, 'Tuesday circle')
  expect(page.url()).toBe(`${house.url}/workshop/${code}/board`)
  await page.reload()
  await sees(page, 'Tuesday circle')
  await expect(page.getByText('What is on your mind?')).toBeVisible()
  for (const secret of [key ?? '', circle ?? '']) {
    expect(asked.filter(url => url.split('#')[0]?.includes(secret))).toEqual([])
    expect(house.logged.filter(text => text.includes(secret))).toEqual([])
  }
})

test('rounds are written, moved and taken out by the keyboard, and the plan goes into a file and comes back', async ({
  page,
}) => {
  await page.goto('/workshop')
  await page.getByLabel(convene.name, { exact: true }).fill('Tuesday circle')
  const prompt = (n: number) => page.getByLabel(convene.round(n), { exact: true })
  await prompt(1).fill('first')
  await prompt(2).fill('second')
  await page.getByRole('button', { name: convene.down(1) }).focus()
  await page.keyboard.press('Enter')
  await expect(prompt(2)).toHaveValue('first')
  await expect(page.getByRole('button', { name: convene.down(2) })).toBeFocused()
  await page.getByRole('button', { name: convene.out(3) }).focus()
  await page.keyboard.press('Enter')
  await expect(prompt(2)).toBeFocused()
  await expect(prompt(3)).toHaveCount(0)
  await press(page, convene.add)
  await expect(prompt(3)).toBeFocused()
  await page.keyboard.type('third')

  const [file] = await Promise.all([page.waitForEvent('download'), press(page, convene.save)])
  expect(file.suggestedFilename()).toBe(convene.fileName)
  const saved = readFileSync(await file.path(), 'utf8')
  const load = (text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await prompt(1).fill('something else')
  await load('{"title": "of another program"}')
  await expect(page.getByRole('paragraph').filter({ hasText: convene.planProblems.unreadable })).toBeVisible()
  await expect(prompt(1)).toHaveValue('something else')
  await load(saved)
  await expect(prompt(1)).toHaveValue('second')
  await expect(prompt(2)).toHaveValue('first')
  await expect(prompt(3)).toHaveValue('third')
  // A reload loses nothing of it.
  await page.reload()
  await expect(prompt(3)).toHaveValue('third')
})

test('a whole workshop is guided by the keyboard alone', async ({ page, house }) => {
  const convened = await prepared(house)
  const came = await guests(house, convened.code, 5)
  await guide(page, convened)
  await expect(page.getByText(state.here(5, 5))).toBeVisible()

  await enterOn(page, acts.pair)
  await expect(page.getByText(pairing.trio(pairing.plan(5, pairing.counts(1))))).toBeVisible()
  await enterOn(page, pairing.yes)
  await expect(page.getByText(state.paired)).toBeVisible()
  await expect.poll(() => came.every(person => person.view() !== null)).toBe(true)
  await enterOn(page, acts.begin)
  await expect.poll(() => came.every(person => person.view()?.stage === 'sitting')).toBe(true)

  await enterOn(page, acts.menu)
  await enterOn(page, acts.say)
  await page.keyboard.type('The windows are open now.')
  await enterOn(page, saying.yes)
  await expect(page.getByRole('paragraph').filter({ hasText: acts.done.say })).toBeVisible()
  expect(came.map(({ said }) => said)).toEqual(came.map(() => ['The windows are open now.']))
  await enterOn(page, acts.menu)
  await enterOn(page, acts.bell)
  await expect.poll(() => came[0]?.said).toEqual(['The windows are open now.', null])

  await enterOn(page, acts.hold)
  await expect(page.getByText(state.stopped)).toBeVisible()
  await expect(page.getByText(board.room.held.facilitator)).toHaveCount(2)
  await enterOn(page, acts.resume)
  await expect(page.getByText(state.stopped)).toBeHidden()
  const before = came[0]?.view()?.format.totalMs ?? 0
  await enterOn(page, acts.more)
  await expect.poll(() => (came[0]?.view()?.format.totalMs ?? 0) - before).toBeGreaterThanOrEqual(60_000)

  await enterOn(page, acts.callBack)
  await enterOn(page, calling.in[30])
  await expect(page.getByText(state.calling('half a minute'))).toBeVisible()
  // Its sheet goes away with the answer, which may come after what the board shows.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: acts.callBack, exact: true })).toHaveCount(0)
  await enterOn(page, acts.uncall)
  await enterOn(page, calling.takeBack)
  await expect(page.getByText(state.calling('half a minute'))).toBeHidden()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await enterOn(page, acts.callBack)
  await enterOn(page, calling.in[30])
  await expect.poll(() => came[0]?.view()?.backBy).not.toBeNull()
  await house.skip(31_000)
  await expect.poll(() => came.every(person => person.view()?.stage === 'closed')).toBe(true)
  await expect(page.getByText(board.room.closed.facilitator)).toHaveCount(2)

  await enterOn(page, acts.next)
  await enterOn(page, pairing.yes)
  await expect(page.getByText(state.round(2, 3))).toBeVisible()
  await enterOn(page, acts.menu)
  await enterOn(page, acts.close)
  await enterOn(page, closing.yes)
  await expect(page.getByText(state.closed)).toBeVisible()
  await enterOn(page, acts.harvest)
  await expect(page.getByText(harvest.people(5))).toBeVisible()
  await expect(page.getByText('What is on your mind today?')).toBeVisible()
  await expect(page.getByText(harvest.few)).toBeVisible()
})

test('a sheet that is opened again before the browser says that it was closed stays open', async ({ page, house }) => {
  await guide(page, await prepared(house))
  await press(page, acts.menu)
  const sheet = page.getByRole('dialog', { name: acts.all })
  await expect(sheet).toBeVisible()
  const wasOpen = await sheet.evaluate(async (shown, name) => {
    const dialog = shown as HTMLDialogElement
    const said = new Promise(resolve => dialog.addEventListener('close', resolve, { once: true }))
    // Pressed beside it, and at once on what opens it.
    dialog.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    dialog.click()
    for (let turns = 0; dialog.open && turns < 100; turns++) await Promise.resolve()
    document.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click()
    for (let turns = 0; !dialog.open && turns < 100; turns++) await Promise.resolve()
    const isOpen = dialog.open
    await said
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return isOpen
  }, acts.menu)
  expect(wasOpen).toBe(true)
  await expect(sheet).toHaveJSProperty('open', true)
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
})

test('a room that asks comes first, is told of once, and H leads to it; being there answers it', async ({
  page,
  house,
}) => {
  const convened = await prepared(house, { title: 'Asking' })
  const came = await guests(house, convened.code, 8)
  await guide(page, convened, 'Asking')
  await begin(page, came)
  await expect.poll(() => order(page)).toEqual([1, 2, 3, 4])
  const rooms = await page.evaluate(() => document.querySelectorAll('ul [data-room]').length)
  expect(rooms).toBe(4)

  // By where they sit, and not by their names.
  const sits = async (n: number) =>
    came.filter(({ name }) => names[n - 1]?.includes(name)) as [(typeof came)[0], (typeof came)[0]]
  const names = await Promise.all([1, 2, 3, 4].map(n => room(page, n).textContent().then(String)))
  await (await sits(3))[0].do({ do: 'help' })
  await expect.poll(() => order(page)).toEqual([3, 1, 2, 4])
  await expect(page.getByRole('status')).toHaveText(state.asks(3))
  expect(await page.title()).toContain(state.asks(3))
  await (await sits(2))[0].do({ do: 'help' })
  await expect.poll(() => order(page)).toEqual([3, 2, 1, 4])
  ;(await sits(4))[0].vanish()
  await expect.poll(() => order(page)).toEqual([3, 2, 4, 1])
  await expect(room(page, 4).getByText(board.room.away)).toBeVisible()

  // Whoever is in a hurry presses anywhere on a room, or on a name in it; there it is said what can be done.
  const [away] = await sits(4)
  await room(page, 4).click({ position: { x: 120, y: 120 } })
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText(board.room.withoutHint(away.name))).toBeVisible()
  await page.keyboard.press('Escape')
  // How long it has waited is counted on, though nothing is told of it.
  await house.skip(60_000)
  await lookAgain(page)
  await expect(room(page, 4)).toContainText(board.room.behind('').trim())
  await expect(sheet).toHaveCount(0)
  await room(page, 4).getByText(away.name, { exact: true }).click()
  await expect(page.getByRole('dialog', { name: people.about(away.name) })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)

  // A letter alone does nothing while the board has not the keyboard.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('h')
  await expect(page.locator('[data-room]:focus')).toHaveCount(0)
  await page.getByRole('button', { name: board.room.name(1), exact: true }).focus()
  for (const n of [3, 2, 3]) {
    await page.keyboard.press('h')
    await expect(page.getByRole('button', { name: board.room.name(n), exact: true })).toBeFocused()
  }
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: board.room.name(2), exact: true })).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('button', { name: board.room.name(1), exact: true })).toBeFocused()
  // Tab stops at one room of all.
  await expect(page.locator('[data-room][tabindex="0"]')).toHaveCount(1)

  await press(page, board.room.attendWhat(3))
  await expect.poll(() => order(page)).toEqual([2, 4, 1, 3])
  await expect(page.getByRole('paragraph').filter({ hasText: acts.done.attend(3) })).toBeVisible()
})

test('two are kept together by the keyboard and apart by drawing a name; what is not possible is said with names', async ({
  page,
  house,
}) => {
  const convened = await prepared(house, { title: 'Wishes' })
  await guests(house, convened.code, 4)
  await page.setViewportSize({ width: 1280, height: 800 })
  await guide(page, convened, 'Wishes')
  await tabTo(page, /^Ana/)
  await page.keyboard.press('Enter')
  await page.getByLabel(people.with('Ana')).selectOption({ label: 'Bo' })
  await enterOn(page, people.keepTogether)
  await expect(page.getByRole('main').getByText(people.together('Ana', 'Bo'), { exact: true })).toBeVisible()

  const name = (who: string) => page.locator('[data-person]').filter({ hasText: who })
  await name('Cleo').dragTo(name('Ana'))
  await expect(page.getByRole('dialog')).toBeVisible()
  await press(page, people.keepApart)
  await expect(page.getByRole('main').getByText(people.apart('Cleo', 'Ana'), { exact: true })).toBeVisible()

  await page.getByRole('button', { name: /^Bo/ }).click()
  await page.getByLabel(people.with('Bo')).selectOption({ label: 'Dai' })
  await press(page, people.keepTogether)
  const said = board.whys['fixed-clash']('Ana, Bo, and Dai')
  await expect(page.getByRole('dialog').getByText(/Somebody cannot be kept together/)).toBeVisible()
  await expect(page.getByRole('status')).toContainText(said.slice(0, 40))
  for (const who of ['Ana', 'Bo', 'Dai']) await expect(page.getByRole('status')).toContainText(who)
  await page.keyboard.press('Escape')

  await press(page, people.undoWhat(people.together('Ana', 'Bo')))
  await expect(page.getByText(people.together('Ana', 'Bo'), { exact: true })).toBeHidden()

  await page.getByRole('button', { name: /^Dai/ }).click()
  await press(page, people.remove)
  await press(page, people.removeYes)
  await expect(page.getByText(state.here(3, 3))).toBeVisible()
})

test('whoever comes late stands without a room until they are seated, and so does whoever was left', async ({
  page,
  house,
}) => {
  const convened = await prepared(house, { title: 'Late' })
  const came = await guests(house, convened.code, 4)
  await guide(page, convened, 'Late')
  await begin(page, came)
  const late = await guest(house, convened.code, 'Zoe')
  const waits = page.getByRole('heading', { name: people.waits })
  await expect(waits).toBeVisible()
  await came[0]?.leave()
  // Of a room that has ended it is not said who is there.
  const ended = page.getByRole('listitem').filter({ hasText: board.room.closed.left })
  await expect(ended).toContainText(board.room.nobody)
  await expect(ended).not.toContainText(` ${board.room.here}`)
  const seat = pairing.waiting(2)
  await press(page, seat)
  await expect(waits).toBeHidden()
  await expect.poll(() => late.view()?.stage).toBe('sitting')
  await expect(room(page, 3)).toContainText('Zoe')

  // One more is left, and sits with the question of the round until they are to wait again.
  await late.leave()
  await expect(waits).toBeVisible()
  const alone = page.getByRole('complementary').getByRole('listitem').getByRole('button').first()
  await alone.click()
  await press(page, reflection.reflect)
  await expect(page.getByRole('heading', { name: reflection.reflecting })).toBeVisible()
  await expect(waits).toBeHidden()
  await alone.click()
  await press(page, reflection.letWait)
  await expect(waits).toBeVisible()
})

test('while the line is lost everything stays where it is, and the board catches up by itself', async ({
  page,
  house,
}) => {
  const convened = await prepared(house, { title: 'Lost' })
  const lines = new Set<{ close(): Promise<void> }>()
  let isCut = false
  await page.routeWebSocket(/socket\.io/, socket => {
    if (isCut) return void socket.close()
    socket.connectToServer()
    lines.add(socket)
  })
  await page.route(/socket\.io/, route => (isCut ? route.abort() : route.continue()))
  await guests(house, convened.code, 2)
  await guide(page, convened, 'Lost')
  await expect(page.getByText(state.here(2, 2))).toBeVisible()
  isCut = true
  for (const socket of lines) await socket.close()
  await expect(page.getByText(line.lost)).toBeVisible()
  await expect(page.getByText(state.here(2, 2))).toBeVisible()
  await press(page, acts.pair)
  await press(page, pairing.yes)
  await expect(page.getByRole('dialog').getByText(board.refusals.quiet)).toBeVisible()
  await guest(house, convened.code, 'Cleo')
  isCut = false
  await expect(page.getByText(state.here(3, 3))).toBeVisible()
  await expect(page.getByText(line.lost)).toBeHidden()
})

test('a sheet opens while what was pressed before has no answer yet, and nothing else is sent until then', async ({
  page,
  house,
}) => {
  const convened = await prepared(house, { title: 'Slow' })
  const unheard: (() => void)[] = []
  let isSlow = false
  await page.routeWebSocket(/socket\.io/, socket => {
    const server = socket.connectToServer()
    server.onMessage(message => {
      if (isSlow) unheard.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  const came = await guests(house, convened.code, 2)
  await guide(page, convened, 'Slow')
  await begin(page, came)
  const more = page.getByRole('button', { name: acts.more, exact: true })
  await expect(more).toBeEnabled()
  const before = came[0]?.view()?.format.totalMs ?? 0
  isSlow = true
  await more.click()
  await expect(more).toHaveAttribute('aria-disabled', 'true')
  await press(page, acts.callBack)
  const sheet = page.getByRole('dialog', { name: calling.heading })
  await expect(sheet).toBeVisible()
  await expect(sheet.getByRole('button', { name: calling.in[30] })).toHaveAttribute('aria-disabled', 'true')
  isSlow = false
  for (const hear of unheard) hear()
  await expect(sheet.getByRole('button', { name: calling.in[30] })).toBeEnabled()
  await expect.poll(() => (came[0]?.view()?.format.totalMs ?? 0) - before).toBe(60_000)
})

test('two devices guide the same workshop, and each shows what the other did', async ({ page, other, house }) => {
  const convened = await prepared(house, { title: 'Two devices' })
  const came = await guests(house, convened.code, 2)
  await guide(page, convened, 'Two devices')
  await guide(other, convened, 'Two devices')
  await begin(page, came)
  await press(other, acts.hold)
  await expect(page.getByText(state.stopped)).toBeVisible()
  await press(page, acts.resume)
  await expect(other.getByRole('button', { name: acts.hold, exact: true })).toBeVisible()
})

test('without the key, or with another, there is a plain screen and no board', async ({ page, house }) => {
  const convened = await prepared(house)
  await page.goto(`/workshop/${convened.code}/board`)
  await sees(page, door.keyHeading)
  await page.goto(boardOf({ ...convened, key: 'k'.repeat(43) }))
  await sees(page, door.wrongHeading)
  await page.goto(boardOf({ ...convened, circle: 'c'.repeat(22) }))
  await sees(page, door.goneHeading)
  const missing = await page.goto('/workshop/AAAAAAAA/board')
  expect(missing?.status()).toBe(404)
  // A code is forgiven how it was typed.
  await page.goto(boardOf(convened).replace(convened.code, convened.code.toLowerCase()))
  await sees(page, 'Tuesday circle')
})

test('what the group gave shows from five on, in sums alone, and goes into what it takes along', async ({
  page,
  context,
  house,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const convened = await prepared(house, { title: 'Learning' })
  const came = await guests(house, convened.code, 6)
  await guide(page, convened, 'Learning')
  await begin(page, came)
  for (const person of came.slice(0, 4)) await person.give({ round: 1, before: 2, after: 6, heard: true })
  await expect(page.getByText(learned.few)).toBeVisible()
  await came[4]?.give({ round: 1, before: 3, after: 6, heard: false })
  await expect(page.getByText(learned.givers(5))).toBeVisible()
  await expect(page.getByText(learned.heard(4, 5))).toBeVisible()
  await press(page, acts.menu)
  await press(page, acts.harvest)
  await press(page, harvest.copy)
  await expect(page.getByRole('button', { name: harvest.copied })).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain(`${harvest.round(1)}: What is on your mind today? (${harvest.rooms(3)})`)
  expect(text).toContain(learned.heard(4, 5))
  expect(text).toContain(learned.step(6, 5))
  for (const { name } of came) expect(text).not.toContain(name)
})

test('what is asked of all goes away when it is answered on another board', async ({ page, someone, house }) => {
  const convened = await prepared(house)
  const came = await guests(house, convened.code, 2)
  await guide(page, convened)
  const elsewhere = await (await someone()).newPage()
  await guide(elsewhere, convened)
  const sheet = elsewhere.getByRole('dialog')
  await press(elsewhere, acts.pair)
  await expect(sheet.getByRole('button', { name: pairing.yes, exact: true })).toBeVisible()
  await begin(page, came)
  await expect(sheet).toHaveCount(0)
  await press(elsewhere, acts.callBack)
  await expect(sheet.getByRole('button', { name: calling.in[30], exact: true })).toBeVisible()
  await press(page, acts.callBack)
  await press(page, calling.in[60])
  await expect(sheet).toHaveCount(0)
  await expect(elsewhere.getByRole('button', { name: acts.uncall, exact: true })).toBeVisible()
})

test('in Spanish no word of the board is English', async ({ someone, house }) => {
  const { board: es, convene: convenes } = facilitatorFor('es')
  const page = await (await someone({ locale: 'es-ES' })).newPage()
  await page.goto('/workshop')
  await sees(page, convenes.heading)
  const convened = await prepared(house, { title: 'Círculo' })
  await guests(house, convened.code, 3)
  await guide(page, convened, 'Círculo')
  await expect(page.getByText(es.state.here(3, 3))).toBeVisible()
  await press(page, es.acts.pair)
  await expect(page.getByText(es.pairing.three)).toBeVisible()
  await press(page, es.pairing.yes)
  await expect(page.getByText(es.state.paired)).toBeVisible()
})

test('what was done is said to whoever can’t see the board, and said again when it is done again', async ({
  page,
  house,
}) => {
  const convened = await prepared(house)
  const came = await guests(house, convened.code, 2)
  await guide(page, convened)
  const status = page.getByRole('status')
  await begin(page, came)
  await expect(status).toHaveText(acts.done.begin)

  await press(page, acts.menu)
  await press(page, acts.bell)
  await expect(status).toHaveText(acts.done.bell)
  const timesSaid = await countSaid(page)
  await press(page, acts.menu)
  await press(page, acts.bell)
  await expect.poll(timesSaid).toBe(1)
  await expect(status).toHaveText(acts.done.bell)
})

const paragraph = (page: Page, sentence: string) => page.getByRole('paragraph').filter({ hasText: sentence })

// The clock is turned last in both: for the page its server is silent meanwhile, and it dials anew.
test('what was refused is read until the next press', async ({ page, house }) => {
  const convened = await prepared(house)
  await guest(house, convened.code, 'Ana')
  await page.clock.install()
  await guide(page, convened)
  // The sheet says it before, and once more when it was asked for nevertheless.
  const refused = paragraph(page, board.whys['too-few']())
  await press(page, acts.pair)
  await expect(refused).toHaveCount(1)
  await press(page, pairing.yes)
  await expect(refused).toHaveCount(2)
  await page.clock.runFor(21_000)
  await expect(refused).toHaveCount(2)
})

test('what was done is read for a while', async ({ page, house }) => {
  const convened = await prepared(house)
  const both = [await guest(house, convened.code, 'Ana'), await guest(house, convened.code, 'Bo')]
  await page.clock.install()
  await guide(page, convened)
  await begin(page, both)
  await press(page, acts.more)
  const done = paragraph(page, acts.done.more)
  await expect(done).toBeVisible()
  await page.clock.runFor(15_000)
  await expect(done).toBeVisible()
  await page.clock.runFor(6000)
  await expect(done).toHaveCount(0)
})

test('a sheet hangs at the end of the board, and people have a place there once somebody has come', async ({
  page,
  house,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  const convened = await prepared(house)
  await guide(page, convened)
  await expect(page.getByText(board.rooms.none)).toBeVisible()
  await expect(page.getByRole('heading', { name: people.heading })).toHaveCount(0)
  await guests(house, convened.code, 1)
  await expect(page.getByRole('heading', { name: people.heading })).toBeVisible()

  const endOf = async (place: Locator) => {
    const box = await place.boundingBox()
    return Math.round((box?.x ?? 0) + (box?.width ?? 0))
  }
  await press(page, acts.say)
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await endOf(page.getByRole('dialog'))).toBe(await endOf(page.locator('#content')))
})

test('what is being written in a sheet is thrown away by no slip of the mouse', async ({ page, house }) => {
  await guide(page, await prepared(house))
  await press(page, acts.say)
  const field = page.getByLabel(saying.field, { exact: true })
  await field.fill('Half of the time is over.')
  const at = await field.boundingBox()
  if (!at) throw new Error('the field is nowhere')
  // The words are marked by drawing over them, and the hand goes too far.
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2)
  await page.mouse.down()
  await page.mouse.move(3, 3, { steps: 5 })
  await page.mouse.up()
  await expect(field).toHaveValue('Half of the time is over.')
  await page.mouse.click(3, 3)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
