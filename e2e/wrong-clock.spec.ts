// What if a device has the wrong time, by half a day, and somebody sets it by a whole one in the middle of a turn? What is left is shown as
// it is, no phase is left out, and words stand in the order in which they were said.
import type { Page } from '@playwright/test'
import { expect, type House, test } from './house.ts'
import { meet, press, roomOf, say, sees, words } from './people.ts'

const { phases, time } = words
const { speak, settle } = phases
const SECOND = 1000
const MINUTE = 60_000
const GRACE = 7 * SECOND
const HALF_A_DAY = 12 * 3_600_000
/** A page that is busy draws its seconds late; a clock that was followed would be half a day out. */
const LATE_S = 2
/** The device's two clocks are compared every five seconds: what a jump does to a page it has done by then. */
const WATCHED_MS = 7 * SECOND
const LOOK_MS = 100

/** Sets the date of the device that the page is on, from before it loads on. Timers and `performance.now()` go on, as they do there. */
async function dateIs(page: Page, ahead: number): Promise<void> {
  await page.addInitScript(first => {
    const TrueDate = Date
    let ahead = first
    const now = () => TrueDate.now() + ahead
    Reflect.set(window, 'setDate', (next: number) => {
      ahead = next
    })
    window.Date = new Proxy(TrueDate, {
      get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
      construct: (date, given, by) => Reflect.construct(date, given.length === 0 ? [now()] : given, by),
    })
  }, ahead)
}

/** Somebody sets it, while the page is open. It stays so when it is loaded again. */
async function setDate(page: Page, ahead: number): Promise<void> {
  const set = (next: number) => (Reflect.get(window, 'setDate') as (next: number) => void)(next)
  await page.addInitScript(set, ahead)
  await page.evaluate(set, ahead)
}

/** Each second that the page shows from now on, with the instant of a clock that nobody can set. */
async function watchSeconds(page: Page) {
  await page.evaluate(every => {
    const seen: { text: string; at: number }[] = []
    const look = () => {
      const text = document.querySelector('[role=timer]')?.textContent
      if (text) seen.push({ text, at: performance.now() })
    }
    setInterval(look, every)
    Reflect.set(window, 'seconds', seen)
  }, LOOK_MS)
  return async () => {
    const seen = await page.evaluate(() => Reflect.get(window, 'seconds') as { text: string; at: number }[])
    return seen.map(({ text, at }) => {
      const [minutes = Number.NaN, seconds = Number.NaN] = text.split(':').map(Number)
      return { left: minutes * 60 + seconds, at }
    })
  }
}

/** What is left until the bell, in seconds, by the clock of the server. */
const leftUntilBell = async (house: House, room: string) => ((await house.leftOf(room)) - GRACE) / SECOND

async function showsWhatIsLeft(page: Page, house: House, room: string): Promise<void> {
  const shown = async () => {
    const [minutes = 0, seconds = 0] = (await page.getByRole('timer').innerText()).split(':').map(Number)
    return Math.abs(minutes * 60 + seconds - (await leftUntilBell(house, room)))
  }
  await expect.poll(shown).toBeLessThan(LATE_S)
}

for (const [how, sign] of [
  ['ahead', 1],
  ['behind', -1],
] as const) {
  test(`the speaker’s device is half a day ${how}, the other’s as far the other way, and both are set by a day in mid-turn`, async ({
    page: maya,
    other: jonah,
    house,
  }) => {
    await dateIs(maya, sign * HALF_A_DAY)
    await dateIs(jonah, -sign * HALF_A_DAY)
    const id = roomOf(await meet(maya, jonah))
    for (const page of [maya, jonah]) await press(page, phases.arrive.on)
    for (const page of [maya, jonah]) await press(page, phases.picture.on)
    await sees(maya, speak.speaker.heading)
    await press(maya, time.show)
    await showsWhatIsLeft(maya, house, id)
    const said = ['One.', 'Two.', 'Three.', 'Four.']
    for (const sentence of said.slice(0, 2)) await say(maya, sentence)
    await expect(jonah.getByText('Two.')).toBeVisible()

    const watched = await watchSeconds(maya)
    const left = await leftUntilBell(house, id)
    await setDate(maya, -sign * HALF_A_DAY)
    await setDate(jonah, sign * HALF_A_DAY)
    for (const sentence of said.slice(2)) await say(maya, sentence)
    await expect(jonah.getByText('Four.')).toBeVisible()
    await expect(jonah.getByRole('log').getByRole('paragraph')).toHaveText(said)
    await expect.poll(async () => (await watched()).length).toBeGreaterThan(WATCHED_MS / LOOK_MS)
    const readings = await watched()
    const out = readings.map(reading => reading.left + (reading.at - (readings[0]?.at ?? 0)) / SECOND - left)
    expect(Math.max(...out.map(Math.abs))).toBeLessThan(LATE_S)
    await sees(maya, speak.speaker.heading)
    await sees(jonah, speak.listener.heading('Maya'))

    // Loaded again by the new date, her page is in her seat, with all that she said.
    await maya.reload()
    await sees(maya, speak.speaker.heading)
    await expect(
      maya
        .getByRole('main')
        .getByRole('paragraph')
        .filter({ hasText: /^(One|Two|Three|Four)\.$/ }),
    ).toHaveText(said)
    await house.skip(5 * MINUTE + GRACE)
    await sees(jonah, settle.heading('Maya'))
    await house.skip(30 * SECOND)
    await sees(jonah, speak.speaker.heading)
    await sees(maya, speak.listener.heading('Jonah'))
    await press(jonah, time.show)
    await showsWhatIsLeft(jonah, house, id)
  })
}
