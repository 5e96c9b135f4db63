// Do the people of a workshop come in by a code, sit with whom they should, and go from room to room without a thought for it?
import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { countSaid, lookAgain, press, sees, words } from './people.ts'
import { reads } from './strangers.ts'
import {
  byRoom,
  convene,
  inRoom,
  joinCircle,
  PLAN,
  readWithWhom,
  roomHere,
  waitInCircle,
  workshop,
} from './workshop.ts'

const { circle, code: codeWords, door, give, offer, wall: wallWords } = workshop
const { phases, leave } = words
const { speak } = phases
const MINUTE = 60_000
const [FIRST = '', SECOND = ''] = PLAN.prompts

/** Makes browsers for so many people. */
async function people(someone: () => Promise<{ newPage(): Promise<Page> }>, names: string[]) {
  const pages: Record<string, Page> = {}
  for (const name of names) pages[name] = await (await someone()).newPage()
  return pages
}

test('five come in, a pair and a three sit, and each reads whom they sit with, before it begins and in every turn', async ({
  someone,
  house,
}) => {
  test.setTimeout(240_000)
  const ada = await convene(house)
  const pages = await people(someone, ['Ana', 'Bo', 'Cleo', 'Dai', 'Eva'])
  for (const [name, page] of Object.entries(pages)) await waitInCircle(page, ada.code, name)
  for (const page of Object.values(pages)) {
    await expect(page.getByText(circle.here(5))).toBeVisible()
    await expect(page.getByText(FIRST)).toBeVisible()
    // Nobody is listed.
    const shown = await page.getByRole('main').innerText()
    const others = Object.keys(pages).filter(name => pages[name] !== page)
    expect(others.filter(name => shown.includes(name))).toEqual([])
  }

  await ada.direct({ do: 'pair' })
  const rooms = await byRoom(pages)
  expect(rooms.map(({ names }) => names.length).sort()).toEqual([2, 3])
  await readWithWhom(pages, rooms)
  for (const page of Object.values(pages)) {
    await expect(page.getByText(FIRST)).toBeVisible()
    await expect(page.getByRole('button', { name: words.agreement.agree })).toHaveCount(0)
  }

  await ada.direct({ do: 'begin' })
  for (const page of Object.values(pages)) await reads(page, phases.meet.body)
  const three = rooms.find(({ names }) => names.length === 3)?.names ?? []
  const turns: string[] = []
  await house.skip(31_000)
  for (let turn = 0; turn < 3; turn++) {
    const speaker = await speakerOf(pages, three)
    turns.push(speaker)
    await expect((pages[speaker] as Page).getByText(FIRST)).toBeVisible()
    for (const name of three.filter(other => other !== speaker)) {
      const page = pages[name] as Page
      await sees(page, speak.listener.heading(speaker))
      await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
    }
    // Whoever is finished makes silence of what is left, and nobody ends it.
    await press(pages[speaker] as Page, speak.speaker.on)
    for (const name of three) {
      await sees(pages[name] as Page, speak.silence.heading)
      await expect((pages[name] as Page).getByRole('button', { name: speak.silence.on })).toHaveCount(0)
    }
    const board = await ada.board()
    const phase = board.rooms.find(({ people: who }) => who.length === 3)?.phase
    await house.skip((phase?.endsAt ?? 0) - house.now() + 20)
    await sees(pages[speaker] as Page, phases.settle.headingYou)
    const settle = (await ada.board()).rooms.find(({ people: who }) => who.length === 3)?.phase
    await house.skip((settle?.endsAt ?? 0) - house.now() + 20)
  }
  expect([...turns].sort()).toEqual(three)

  // The end leads everybody back, and the next round to other rooms, on the way through the circle.
  await house.skip(8 * MINUTE)
  for (const page of Object.values(pages)) await sees(page, inRoom.closing.complete.heading)
  await press(pages.Ana as Page, inRoom.closing.button)
  await sees(pages.Ana as Page, circle.between.heading)
  // Whoever reads on is led back by their next room alone.
  const reader = Object.keys(pages).find(name => name !== 'Ana') ?? ''
  await press(pages[reader] as Page, inRoom.closing.stay)
  await expect((pages[reader] as Page).getByText(inRoom.closing.stays)).toBeVisible()
  await ada.direct({ do: 'pair' })
  const next = await byRoomOtherThan(
    pages,
    rooms.map(({ room }) => room),
  )
  await readWithWhom(pages, next)
  for (const page of Object.values(pages)) await expect(page.getByText(SECOND)).toBeVisible()
  ada.close()
})

test('a name that is one long word stays within a narrow screen of the circle', async ({ someone, house }) => {
  const ada = await convene(house)
  const page = await (await someone({ viewport: { width: 320, height: 640 } })).newPage()
  await waitInCircle(page, ada.code, 'M'.repeat(40))
  const { left, right } = await page
    .getByRole('heading', { level: 1 })
    .evaluate(heading => heading.getBoundingClientRect().toJSON() as DOMRect)
  expect(left).toBeGreaterThanOrEqual(0)
  expect(right).toBeLessThanOrEqual(320)
  ada.close()
})

async function speakerOf(pages: Record<string, Page>, names: string[]): Promise<string> {
  await expect.poll(async () => (await speaking(pages, names)).length, { message: 'somebody speaks' }).toBe(1)
  return (await speaking(pages, names))[0] ?? ''
}

async function speaking(pages: Record<string, Page>, names: string[]): Promise<string[]> {
  const said = await Promise.all(names.map(name => pages[name]?.getByRole('heading', { level: 1 }).textContent()))
  return names.filter((_, n) => said[n] === speak.speaker.heading)
}

async function byRoomOtherThan(pages: Record<string, Page>, before: string[]) {
  for (const page of Object.values(pages))
    await page.waitForURL(url => !before.some(room => url.pathname.includes(room)) && url.pathname.startsWith('/r/'))
  return byRoom(pages)
}

test('a code is forgiven its case and its spaces, by hand and by the camera’s link; what is none is said in place', async ({
  page,
  house,
}) => {
  const ada = await convene(house)
  const typed = `${ada.code.slice(0, 4).toLowerCase()} ${ada.code.slice(4)}`
  for (const path of ['/J', '/j']) {
    await page.goto(path)
    await sees(page, codeWords.heading)
  }
  await page.getByLabel(codeWords.field, { exact: true }).fill('hello')
  await page.keyboard.press('Enter')
  await expect(page.getByText(codeWords.wrong)).toBeVisible()
  await expect(page.getByLabel(codeWords.field, { exact: true })).toBeFocused()
  await page.getByLabel(codeWords.field, { exact: true }).fill(typed)
  await page.keyboard.press('Enter')
  await sees(page, PLAN.title)
  await expect(page.getByText(PLAN.audience ?? '')).toBeVisible()
  for (const path of [`/J/${ada.code}`, `/j/${ada.code.toLowerCase()}`, `/workshop/${typed.replace(' ', '-')}`]) {
    await page.goto(path)
    await page.waitForURL(`**/workshop/${ada.code}`)
    await sees(page, PLAN.title)
  }
  await page.goto('/workshop/BBBBBBBB')
  await expect(page.getByText(codeWords.unknown)).toBeVisible()
  await page.goto('/workshop/nothing')
  await expect(page.getByText(codeWords.wrong)).toBeVisible()
  await page.goto(`/workshop/${ada.code}`)
  await press(page, door.enter)
  await expect(page.getByText(door.nameMissing)).toBeVisible()
  ada.close()
})

test('on the way to a room nothing is offered that would be gone before it is pressed', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const ada = await convene(house)
  await waitInCircle(maya, ada.code, 'Maya')
  await waitInCircle(jonah, ada.code, 'Jonah')
  let letGo = () => {}
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  // The page of the room is slow to come.
  await maya.route(/\/r\//, async route => {
    await held
    await route.continue()
  })
  await ada.direct({ do: 'pair' })
  await sees(maya, circle.room.heading)
  await expect(maya.getByRole('button', { name: circle.room.button })).toHaveCount(0)
  await expect(maya.getByRole('banner').getByRole('button')).toHaveCount(0)
  letGo()
  await sees(maya, inRoom.before.heading('Jonah'))
  ada.close()
})

test('a reload, a closed tab and a room that is loaded again come back to the same person and seat; who comes late waits', async ({
  page: maya,
  other: jonah,
  someone,
  house,
}) => {
  const ada = await convene(house, { odd: 'rest' })
  await waitInCircle(maya, ada.code, 'Maya')
  await maya.reload()
  await sees(maya, circle.gathering.heading('Maya'))
  await waitInCircle(jonah, ada.code, 'Jonah')
  await ada.direct({ do: 'pair' })
  await sees(maya, inRoom.before.heading('Jonah'))
  const room = await roomHere(maya)
  await maya.reload()
  await sees(maya, inRoom.before.heading('Jonah'))
  // The prompt is the circle's: the room that was loaded again is in it too.
  await expect(maya.getByText(FIRST)).toBeVisible()
  await ada.direct({ do: 'begin' })
  await sees(maya, phases.meet.heading('Jonah'))

  // Nobody is away for five seconds, however slow this machine is to open a page.
  house.freeze()
  const context = maya.context()
  await maya.close()
  const again = await context.newPage()
  await again.goto(`/j/${ada.code}`)
  await sees(again, phases.meet.heading('Jonah'))
  house.thaw()
  expect(await roomHere(again)).toBe(room)
  await house.skip(5000)
  await sees(jonah, phases.meet.heading('Maya'))

  const late = await (await someone()).newPage()
  await joinCircle(late, ada.code, 'Fay')
  await sees(late, circle.waiting.heading)
  expect((await ada.board()).people.map(({ name }) => name)).toEqual(['Maya', 'Jonah', 'Fay'])
  ada.close()
})

test('the facilitator stops the clock, speaks to everybody, is called to a room, and calls back; nobody in a room does', async ({
  page: maya,
  other: jonah,
  someone,
  house,
}) => {
  const ada = await convene(house)
  await waitInCircle(maya, ada.code, 'Maya')
  await waitInCircle(jonah, ada.code, 'Jonah')
  await ada.direct({ do: 'say', text: 'Tea is ready in the hall.' })
  await expect(maya.getByRole('main').getByText('Tea is ready in the hall.')).toBeVisible()
  await ada.direct({ do: 'pair' })
  await sees(jonah, inRoom.before.heading('Maya'))
  await maya.getByRole('radio', { name: words.first.me }).check()
  await jonah.getByRole('radio', { name: words.first.other }).check()
  // A wish begins nothing.
  await sees(maya, inRoom.before.heading('Jonah'))
  await ada.direct({ do: 'begin' })
  await house.skip(31_000)
  await sees(maya, speak.speaker.heading)
  await expect(maya.getByText(FIRST)).toBeVisible()

  await ada.direct({ do: 'hold' })
  for (const page of [maya, jonah]) {
    await sees(page, inRoom.facilitator.held)
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  }
  await ada.direct({ do: 'resume' })
  await sees(maya, speak.speaker.heading)

  await press(jonah, inRoom.help.open)
  await press(jonah, inRoom.help.call)
  for (const page of [maya, jonah]) {
    await expect(page.getByRole('main').getByText(inRoom.help.called)).toBeVisible()
  }
  expect((await ada.board()).rooms[0]?.help).not.toBeNull()
  await ada.direct({ do: 'attend', room: 1 })
  await expect(maya.getByRole('main').getByText(inRoom.help.called)).toHaveCount(0)

  await ada.direct({ do: 'say', text: 'Half of the time is over.' })
  await expect(jonah.getByRole('main').getByText('Half of the time is over.')).toBeVisible()
  await ada.direct({ do: 'say', text: null })
  await expect(jonah.getByRole('main').getByText(inRoom.facilitator.rings)).toBeVisible()
  // A second bell is said as well, although it is said in the same words.
  const timesSaid = await countSaid(jonah)
  await ada.direct({ do: 'say', text: null })
  await expect.poll(timesSaid).toBe(1)
  await expect(jonah.getByRole('status')).toHaveText(inRoom.facilitator.rings)

  await ada.direct({ do: 'call-back', seconds: 60 })
  await expect(maya.getByRole('main').getByText(inRoom.facilitator.backInMinute)).toBeVisible()
  await house.skip(60_000)
  await sees(maya, inRoom.closing.called.heading)
  // Nobody needs to press anything.
  for (const page of [maya, jonah]) await page.waitForURL(`**/workshop/${ada.code}`, { timeout: 30_000 })
  await sees(jonah, circle.between.heading)
  // Who comes in the pause has sat with nobody, and can't be back.
  const ida = await (await someone()).newPage()
  await waitInCircle(ida, ada.code, 'Ida')
  await expect(ida.getByText(circle.between.next)).toBeVisible()
  ada.close()
})

test('whoever leaves a room is back in the circle, and so is whoever they leave; leaving the circle is for good', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const ada = await convene(house)
  await waitInCircle(maya, ada.code, 'Maya')
  await waitInCircle(jonah, ada.code, 'Jonah')
  await ada.direct({ do: 'pair' })
  await ada.direct({ do: 'begin' })
  await sees(jonah, phases.meet.heading('Maya'))
  await press(jonah, leave.do)
  await press(jonah, leave.yes)
  await sees(maya, inRoom.closing.left.heading)
  await press(maya, inRoom.closing.button)
  await sees(maya, circle.waiting.heading)
  await sees(jonah, circle.waiting.heading)
  await ada.direct({ do: 'pair', who: 'waiting' })
  await sees(maya, phases.meet.heading('Jonah'))

  const late = await await jonah.context().newPage()
  await late.close()
  await press(jonah, leave.do)
  await press(jonah, leave.yes)
  await sees(jonah, circle.waiting.heading)
  // Whoever was left may be given the rest of the round for themselves: its question, and the clock of all.
  await press(maya, inRoom.closing.button)
  await sees(maya, circle.waiting.heading)
  const mayas = (await ada.board()).people.find(({ name }) => name === 'Maya')?.id ?? ''
  await ada.direct({ do: 'reflect', person: mayas })
  await sees(maya, circle.reflect.heading)
  await expect(maya.getByText(FIRST)).toBeVisible()
  await expect(maya.getByRole('main').getByRole('textbox')).toHaveCount(0)
  await press(jonah, workshop.leave.do)
  await press(jonah, workshop.leave.yes)
  await sees(jonah, workshop.away.left.heading)
  expect(await jonah.evaluate(() => Object.keys(localStorage).filter(key => key.includes('circle')))).toEqual([])
  await expect.poll(async () => (await ada.board()).people.map(({ name }) => name)).toEqual(['Maya'])
  await ada.direct({ do: 'close' })
  await sees(maya, circle.closed.heading)
  ada.close()
})

test('what somebody gives of a round goes by a press alone, without a name, and is not kept for another time', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const ada = await convene(house)
  const sent: string[] = []
  maya.on('websocket', socket => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
  const gave = () => sent.filter(frame => frame.includes('"give"'))
  await waitInCircle(maya, ada.code, 'Maya')
  await waitInCircle(jonah, ada.code, 'Jonah')
  await ada.direct({ do: 'pair' })
  await sees(maya, inRoom.before.heading('Jonah'))
  const { closeness } = words
  await maya.getByRole('radio', { name: closeness.pair(3, closeness.pairs[3]) }).check()
  await ada.direct({ do: 'begin' })
  await house.skip(12 * MINUTE)
  for (const page of [maya, jonah]) await press(page, inRoom.closing.button)
  await expect(maya.getByRole('heading', { name: give.heading })).toBeVisible()
  await expect(maya.getByText(give.sums)).toBeVisible()
  const before = maya.getByRole('group', { name: give.before })
  await expect(before.getByRole('radio', { name: closeness.pair(3, closeness.pairs[3]) })).toBeChecked()
  await maya
    .getByRole('group', { name: give.after })
    .getByRole('radio', { name: /^5 of 7/ })
    .check()
  await maya.getByRole('checkbox', { name: give.heard }).check()
  expect(gave()).toEqual([])
  await press(maya, give.button)
  await expect(maya.getByRole('main').getByText(give.done)).toBeVisible()
  expect(gave()).toHaveLength(1)
  expect(gave()[0]).toContain('{"round":1,"before":3,"after":5,"heard":true}')
  await maya.reload()
  await sees(maya, circle.between.heading)
  await expect(maya.getByRole('heading', { name: give.heading })).toHaveCount(0)

  await press(jonah, give.skip)
  await expect(jonah.getByRole('heading', { name: give.heading })).toHaveCount(0)
  ada.close()
})

test('a closing line stands on the wall by its author’s press alone, without a name, until it is taken down', async ({
  page: maya,
  other: jonah,
  someone,
  house,
}) => {
  const ada = await convene(house, { format: { id: 'taste' } })
  const wall = await (await someone()).newPage()
  const sent: string[] = []
  for (const page of [maya, jonah])
    page.on('websocket', socket => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
  await wall.goto(`/workshop/${ada.code}/wall`)
  await waitInCircle(maya, ada.code, 'Maya')
  await waitInCircle(jonah, ada.code, 'Jonah')
  await ada.direct({ do: 'pair' })
  await sees(maya, inRoom.before.heading('Jonah'))
  await sees(jonah, inRoom.before.heading('Maya'))
  await ada.direct({ do: 'begin' })
  await house.skip(4.5 * MINUTE)
  for (const [page, line] of [
    [maya, 'That I knew already.'],
    [jonah, 'That I must mend it.'],
  ] as const) {
    await sees(page, phases.drop.heading)
    await page.getByRole('textbox').fill(line)
    await press(page, phases.drop.on)
    await expect(page.getByText(inRoom.turns.sealed)).toBeVisible()
  }
  await house.skip(0.7 * MINUTE)
  for (const page of [maya, jonah]) await expect(page.getByText('That I knew already.')).toBeVisible()
  await house.skip(2 * MINUTE)
  for (const page of [maya, jonah]) await press(page, inRoom.closing.button)
  await expect(maya.getByRole('heading', { name: offer.heading })).toBeVisible()
  await expect(maya.getByText(offer.lead)).toBeVisible()
  expect(sent.filter(frame => frame.includes('"offer"'))).toEqual([])
  await press(maya, offer.button)
  await expect(maya.getByRole('main').getByText(offer.done)).toBeVisible()
  await expect(wall.getByText('That I knew already.')).toBeVisible()
  expect(await wall.getByRole('main').innerText()).not.toMatch(/Maya|Jonah|mend/)
  expect(house.logged.filter(text => text.includes('knew already'))).toEqual([])
  const [line] = await ada.lines()
  await ada.direct({ do: 'take-down', line: line?.id ?? '' })
  await expect(wall.getByText('That I knew already.')).toHaveCount(0)
  ada.close()
})

test('the wall shows the way in, what a round is about and one ring, never a name and never a digit of time', async ({
  page: wall,
  someone,
  house,
}) => {
  await wall.setViewportSize({ width: 1920, height: 1080 })
  const ada = await convene(house)
  await wall.goto(`/workshop/${ada.code}/wall`)
  await sees(wall, PLAN.title)
  const pages = await people(someone, ['Ana', 'Bo'])
  const read: string[] = []
  const look = async () => read.push(await wall.locator('body').innerText())
  for (const [name, page] of Object.entries(pages)) await waitInCircle(page, ada.code, name)
  await expect(wall.getByText(wallWords.here(2))).toBeVisible()
  await expect(wall.getByText(`${new URL(house.url).host}/j`)).toBeVisible()
  await expect(wall.getByRole('img', { name: wallWords.codeLabel })).toBeVisible()
  await look()
  const size = await wall
    .getByText(ada.code.slice(0, 4))
    .evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize))
  expect(size).toBeGreaterThanOrEqual(130)
  const { modules, box } = await wall.getByRole('img', { name: wallWords.codeLabel }).evaluate(svg => ({
    modules: Number(svg.getAttribute('viewBox')?.split(' ')[2]),
    box: svg.getBoundingClientRect().toJSON() as { height: number; width: number },
  }))
  // Twenty-five to twenty-nine, and four at each side.
  expect(modules).toBeLessThanOrEqual(29 + 8)
  expect(box.height).toBeGreaterThan(600)

  await ada.direct({ do: 'pair' })
  await sees(wall, wallWords.paired)
  await expect(wall.getByText(FIRST)).toBeVisible()
  await look()
  await ada.direct({ do: 'begin' })
  await sees(wall, FIRST)
  await look()
  const drawn = () => wall.locator('circle[stroke-dasharray]').first().getAttribute('stroke-dasharray')
  await house.skip(5 * MINUTE)
  await lookAgain(wall)
  await expect.poll(async () => Number((await drawn())?.split(' ')[1])).toBeGreaterThan(0.3)
  await ada.direct({ do: 'hold' })
  await expect(wall.getByText(wallWords.stopped)).toBeVisible()
  const stood = await drawn()
  await house.skip(2 * MINUTE)
  await lookAgain(wall)
  await expect.poll(drawn).toBe(stood)
  await look()
  await ada.direct({ do: 'resume' })
  await expect(wall.getByText(wallWords.stopped)).toHaveCount(0)
  const { clock } = (await ada.board()).head
  await house.skip((clock?.endsAt ?? 0) - house.now())
  await lookAgain(wall)
  await sees(wall, wallWords.over)
  await expect(wall.getByText(SECOND)).toBeVisible()
  await look()
  // Whoever sits there already is called no longer, and by a wall that is put up in the pause not at all.
  await house.skip(2 * MINUTE)
  await lookAgain(wall)
  await sees(wall, wallWords.pause)
  await wall.reload()
  await sees(wall, wallWords.pause)
  await expect(wall.getByText(SECOND)).toBeVisible()
  await look()
  await ada.direct({ do: 'close' })
  await sees(wall, wallWords.closed)
  await look()
  expect(read.join('\n')).not.toMatch(/\b(Ana|Bo)\b|\d:\d\d/)
  ada.close()
})
