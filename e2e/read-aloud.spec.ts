// What does somebody hear who can't see the screen, and where is the keyboard? Every change of the one live region over a
// whole sitting, for both; the focus through a sitting without a mouse; and the title of the tab.
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { hasKeyboard, lookAgain, meet, openRoom, press, roomOf, sees, words } from './people.ts'
import { bothOn, finish, MINUTE, SECOND, turnOf, untilLeft } from './screens/walk.ts'

const { phases, goodbye, status, agreement, door, first, writing, titles, menu, hold, home, open } = words
const { arrive, picture, speak, settle, drop, tell, thanks, quiet } = phases

/** Writes down, in this page, every sentence that the live region comes to hold. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const heard: string[] = []
    Reflect.set(window, 'heard', heard)
    const look = () => {
      const says = document.querySelector('[role=status]')?.textContent ?? ''
      if (says !== '' && says !== heard.at(-1)) heard.push(says)
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => Reflect.get(window, 'heard') as string[])
}

test('over a whole sitting both hear few sentences, and exactly these', async ({ page: maya, other: jonah, house }) => {
  test.slow()
  const [mayaHeard, jonahHeard] = [await listen(maya), await listen(jonah)]
  await meet(maya, jonah)
  for (const page of [maya, jonah]) await sees(page, arrive.heading)
  await expect(maya).toHaveTitle(titles.room(titles.phases.arrive))
  await bothOn({ maya, jonah }, arrive.on)
  await expect(maya).toHaveTitle(titles.room(titles.phases.picture))
  await bothOn({ maya, jonah }, picture.on)
  await expect(maya).toHaveTitle(titles.room(titles.speaking))
  await expect(jonah).toHaveTitle(titles.room(titles.listening))
  for (const round of [1, 2]) {
    const { speaker, listener } = await turnOf({ maya, jonah })
    await speaker.getByLabel(writing.field).pressSequentially('One. ')
    await speaker.getByLabel(writing.field).press('Enter')
    await expect(listener.getByText('One.')).toBeVisible()
    await house.skip(round * MINUTE)
    for (const page of [maya, jonah]) await lookAgain(page)
    await house.skip(await untilLeft({ house, maya }, -8 * SECOND))
    for (const page of [maya, jonah]) await expect(page).toHaveTitle(titles.room(titles.phases.settle))
    await bothOn({ maya, jonah }, settle.on)
  }
  await expect(jonah).toHaveTitle(titles.room(titles.phases.drop))
  await maya.getByRole('textbox').fill('That you knew.')
  await press(maya, drop.on)
  await jonah.getByRole('radio', { name: drop.keep }).check()
  await press(jonah, drop.on)
  for (const page of [maya, jonah]) await expect(page).toHaveTitle(titles.room(titles.phases.tell))
  await house.skip(MINUTE + 7 * SECOND)
  await sees(maya, tell.heading)
  await expect(jonah.getByRole('button', { name: tell.teller.pass })).toBeVisible()
  await house.skip(MINUTE + 7 * SECOND)
  await sees(maya, thanks.heading)
  await bothOn({ maya, jonah }, thanks.on)
  await sees(maya, quiet.heading)
  await house.skip(MINUTE)
  for (const page of [maya, jonah]) {
    await sees(page, goodbye.heading)
    await press(page, goodbye.letGo)
    await sees(page, goodbye.empty)
    await expect(page.getByRole('status')).toHaveText(status.empty)
  }

  expect(await mayaHeard()).toEqual([
    status.came('Jonah'),
    status.begins,
    status.picture,
    status.speaking('Five minutes', 'Jonah'),
    status.settle,
    status.listening('Jonah'),
    status.settle,
    status.drop,
    status.sealed,
    `${status.revealed} ${status.tell}`,
    status.telling('Jonah'),
    status.thanks,
    status.quiet,
    goodbye.complete,
    status.empty,
  ])
  expect(await jonahHeard()).toEqual([
    status.theyAgree('Maya'),
    status.begins,
    status.picture,
    status.listening('Maya'),
    status.settle,
    status.speaking('Five minutes', 'Maya'),
    status.settle,
    status.drop,
    `${status.revealed} ${status.telling('Maya')}`,
    status.tell,
    status.thanks,
    status.quiet,
    goodbye.complete,
    status.empty,
  ])
})

test('that a turn comes to its close is said once, to the speaker alone', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const [mayaHeard, jonahHeard] = [await listen(maya), await listen(jonah)]
  await meet(maya, jonah)
  await bothOn({ maya, jonah }, arrive.on)
  await bothOn({ maya, jonah }, picture.on)
  await sees(maya, speak.speaker.heading)
  // After a hold the pages know exactly what is left.
  await press(maya, menu.open)
  await house.skip(await untilLeft({ house, maya }, 33 * SECOND))
  await press(maya, hold.do)
  await sees(jonah, hold.heading)
  await bothOn({ maya, jonah }, hold.resume)
  await expect(maya.getByRole('status')).toHaveText(status.closing)
  expect((await mayaHeard()).slice(-3)).toEqual([status.heldYou, status.resumed, status.closing])
  expect((await jonahHeard()).slice(-2)).toEqual([status.held('Maya'), status.resumed])
})

test('the live region stands in the page as it is served, once', async ({ page, request }) => {
  const link = await openRoom(page, { name: 'Maya' })
  for (const path of ['/open', `/r/${roomOf(link)}`]) {
    const html = await (await request.get(path)).text()
    expect(html.match(/role="status"/g)).toHaveLength(1)
    expect(html).toContain('aria-atomic="true"')
  }
})

/** Walks to a control with the Tab key alone, from the top of a page that was loaded just now. */
async function tabFromTop(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 40; presses++) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key does not lead to ${target}`)
}

/** The same from where one was: nothing that went away before took the keyboard with it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await hasKeyboard(page)
  await tabFromTop(page, target)
}

async function pressByKey(page: Page, name: string, key = 'Enter'): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }))
  await page.keyboard.press(key)
  await hasKeyboard(page)
}

/** The next screen is there, and the keyboard is on its heading. */
async function arrives(page: Page, heading: string): Promise<void> {
  await sees(page, heading)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
}

/** Chooses the nth of a group of radios by the arrow keys: Tab leads to the one that is chosen. */
async function choose(page: Page, label: string, downs: number, tab = tabTo): Promise<void> {
  const radios = page.getByRole('group').filter({ has: page.getByRole('radio', { name: label }) })
  await tab(page, radios.getByRole('radio', { checked: true }))
  for (let presses = 0; presses < downs; presses++) await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: label })).toBeChecked()
}

test('a whole first taste without a mouse: each new screen has the keyboard, and nothing is out of its reach', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  test.slow()
  await maya.goto('/')
  await tabFromTop(maya, maya.getByRole('link', { name: home.open }))
  await maya.keyboard.press('Enter')
  await sees(maya, open.heading)
  await choose(maya, open.sittings.taste.title, 1, tabFromTop)
  await choose(maya, open.media.text.label, 2)
  await tabTo(maya, maya.getByLabel(open.name, { exact: true }))
  await maya.keyboard.type('Maya')
  await maya.keyboard.press('Enter')
  await maya.waitForURL(/\/r\/[\w-]{22}#/)
  await sees(maya, words.doorstep.heading)

  await jonah.goto(maya.url())
  await tabFromTop(jonah, jonah.getByLabel(door.name, { exact: true }))
  await jonah.keyboard.type('Jonah')
  await jonah.keyboard.press('Enter')
  await arrives(jonah, agreement.heading)
  await sees(maya, agreement.heading)
  await choose(maya, first.me, 1, tabFromTop)
  await pressByKey(maya, agreement.agree, 'Space')
  await tabTo(jonah, jonah.getByRole('radio', { checked: true }))
  await jonah.keyboard.press('ArrowUp')
  await expect(jonah.getByRole('radio', { name: first.other })).toBeChecked()
  await pressByKey(jonah, agreement.agree)

  await arrives(maya, arrive.heading)
  await arrives(jonah, arrive.heading)
  for (const page of [maya, jonah]) await pressByKey(page, arrive.on)
  await arrives(maya, picture.heading('Jonah'))
  for (const page of [maya, jonah]) await pressByKey(page, picture.on)
  await arrives(jonah, speak.listener.heading('Maya'))
  await arrives(maya, speak.speaker.heading)
  await tabTo(maya, maya.getByLabel(writing.field))
  await maya.keyboard.type('I was late.')
  await maya.keyboard.press('Enter')
  await expect(jonah.getByText('I was late.')).toBeVisible()
  await expect(maya.getByLabel(writing.field)).toBeFocused()
  await maya.keyboard.type('The turn ends while I write')
  await house.skip(97 * SECOND)
  await arrives(maya, settle.headingYou)
  for (const page of [maya, jonah]) await pressByKey(page, settle.on)
  await arrives(jonah, speak.speaker.heading)
  await pressByKey(jonah, speak.speaker.on)
  await arrives(jonah, speak.silence.heading)
  await arrives(maya, speak.silence.heading)
  await pressByKey(maya, speak.silence.on)
  await arrives(maya, settle.heading('Jonah'))
  for (const page of [maya, jonah]) await pressByKey(page, settle.on)

  await arrives(maya, drop.heading)
  await tabTo(maya, maya.getByRole('textbox'))
  await maya.keyboard.type('That it was')
  await choose(jonah, drop.keep, 1)
  await pressByKey(jonah, drop.on)
  await expect(jonah.getByText(drop.kept('Maya'))).toBeVisible()
  await pressByKey(jonah, drop.change)
  await expect(jonah.getByRole('textbox')).toBeFocused()
  await pressByKey(jonah, drop.on)
  // Whatever the other does, whoever writes goes on writing.
  await maya.keyboard.type(' meant.')
  await expect(maya.getByRole('textbox')).toHaveValue('That it was meant.')
  await pressByKey(maya, drop.on)
  await arrives(maya, tell.heading)
  await pressByKey(maya, tell.teller.pass)
  await pressByKey(jonah, speak.silence.on)
  await expect(jonah.getByRole('button', { name: tell.teller.pass })).toBeVisible()
  await pressByKey(jonah, tell.teller.pass)
  await pressByKey(maya, speak.silence.on)
  await arrives(maya, thanks.heading)
  await pressByKey(maya, thanks.say)
  await expect(maya.getByText(thanks.said)).toBeVisible()
  for (const page of [maya, jonah]) await pressByKey(page, thanks.on)
  for (const page of [maya, jonah]) {
    await arrives(page, goodbye.heading)
    await pressByKey(page, goodbye.letGo)
    await arrives(page, goodbye.empty)
  }
})

test('a phase that ends leaves the keyboard in the settings and in the top line, and Escape leads back to where one was', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  await meet(maya, jonah)
  await sees(maya, arrive.heading)
  await pressByKey(maya, menu.open)
  await expect(maya.getByRole('dialog')).toBeVisible()
  await tabTo(maya, maya.getByRole('dialog').getByRole('radio', { name: menu.bell.soft }))
  await house.skip(MINUTE)
  await sees(jonah, picture.heading('Maya'))
  await expect(maya.getByRole('dialog').getByRole('radio', { name: menu.bell.soft })).toBeFocused()
  await maya.keyboard.press('Escape')
  await expect(maya.getByRole('button', { name: menu.open })).toBeFocused()
  await sees(maya, picture.heading('Jonah'))
  // And whoever is about to press something at the top of the page is left there.
  await house.skip(MINUTE)
  await sees(maya, speak.speaker.heading)
  await expect(maya.getByRole('button', { name: menu.open })).toBeFocused()
  await finish(await turnOf({ maya, jonah }))
})
