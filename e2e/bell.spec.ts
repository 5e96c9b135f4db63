// Does the bell ring when it should, once, on both screens at one moment, and never unasked? What the pages hand to the
// browser's sound is written down: which tone, for which second of which clock, and when that was asked.
import type { Page } from '@playwright/test'
import { endOf, GRACE_MS, whereAt } from '../lib/protocol/where.ts'
import { expect, type House, test } from './house.ts'
import { listen } from './load/bell-ears.ts'
import { delay, LTE, WIFI } from './load/delay-proxy.ts'
import { agree, comeIn, lookAgain, meet, openRoom, press, roomOf, sees, words } from './people.ts'
import { bothOn, SECOND, untilLeft } from './screens/walk.ts'

const { phases, menu, hold, agreement } = words

interface Struck {
  /** In ms of the wall clock: when it was asked for, and when it sounds. */
  askedAt: number
  soundsAt: number
  stoppedAt: number | null
  hz: number
}

/** The bell's lowest tone is struck twice, a little apart: one of the two stands for the bell. */
const LOW_HZ = 392 - 0.45

/** Writes down every tone that this page asks for. */
async function hear(
  page: Page,
): Promise<{ bells(): Promise<Struck[]>; contexts(): Promise<number>; glows(): Promise<number> }> {
  await page.addInitScript(() => {
    const struck: Struck[] = []
    let contexts = 0
    const wall = () => performance.timeOrigin + performance.now()
    const start = OscillatorNode.prototype.start
    const stop = OscillatorNode.prototype.stop
    const notes = new WeakMap<OscillatorNode, Struck>()
    OscillatorNode.prototype.start = function (when = 0) {
      const ahead = (when - this.context.currentTime) * 1000
      const note = { askedAt: wall(), soundsAt: wall() + ahead, stoppedAt: null, hz: this.frequency.value }
      if (this.context instanceof AudioContext) struck.push(note)
      notes.set(this, note)
      start.call(this, when)
    }
    OscillatorNode.prototype.stop = function (when) {
      const note = notes.get(this)
      // Its own end is given with the beginning; to stop it at once is to take it back.
      if (note && when === undefined) note.stoppedAt = wall()
      stop.call(this, when)
    }
    const Plain = AudioContext
    Reflect.set(
      window,
      'AudioContext',
      class extends Plain {
        constructor(options?: AudioContextOptions) {
          super(options)
          contexts += 1
        }
      },
    )
    let glows = 0
    addEventListener('animationstart', ({ target }) => {
      if (target instanceof HTMLElement && target.dataset.bell) glows += 1
    })
    Reflect.set(window, 'ears', { struck, contexts: () => contexts, glows: () => glows })
  })
  return {
    bells: () =>
      page.evaluate(
        hz =>
          (Reflect.get(window, 'ears') as { struck: Struck[] }).struck.filter(note => Math.abs(note.hz - hz) < 0.01),
        LOW_HZ,
      ),
    contexts: () => page.evaluate(() => (Reflect.get(window, 'ears') as { contexts(): number }).contexts()),
    /** How often the edge of the page began to brighten. */
    glows: () => page.evaluate(() => (Reflect.get(window, 'ears') as { glows(): number }).glows()),
  }
}

/** Only those that were not taken back before they sounded. */
const kept = (bells: Struck[]) => bells.filter(({ stoppedAt, soundsAt }) => stoppedAt === null || stoppedAt > soundsAt)

/** Holds the clock when only so much of what runs is left, and goes on: both pages then know exactly what is left. */
async function goOnWith(pages: { maya: Page; jonah: Page; house: House }, left: number): Promise<void> {
  const { maya, jonah, house } = pages
  await press(maya, menu.open)
  await house.skip(await untilLeft(pages, left))
  await press(maya, hold.do)
  for (const page of [maya, jonah]) await sees(page, hold.heading)
  await bothOn({ maya, jonah }, hold.resume)
}

async function intoATurn({ maya, jonah }: { maya: Page; jonah: Page }): Promise<void> {
  await meet(maya, jonah)
  await bothOn({ maya, jonah }, phases.arrive.on)
  await bothOn({ maya, jonah }, phases.picture.on)
  await sees(maya, phases.speak.speaker.heading)
}

test('the bell is set ahead on the clock of the sound, and rings once on both screens, within a tenth of a second', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const [mayaHears, jonahHears] = [await hear(maya), await hear(jonah)]
  await intoATurn({ maya, jonah })
  await goOnWith({ maya, jonah, house }, 6 * SECOND)
  for (const hears of [mayaHears, jonahHears]) await expect.poll(hears.glows, { timeout: 15_000 }).toBe(1)
  const [one, two] = [kept(await mayaHears.bells()), kept(await jonahHears.bells())]
  const rang = (bells: Struck[]) => bells.filter(({ soundsAt }) => soundsAt > Date.now() - 15_000).at(-1)
  const [here, there] = [rang(one), rang(two)]
  if (!here || !there) throw new Error('a bell did not ring')
  expect(Math.abs(here.soundsAt - there.soundsAt)).toBeLessThan(100)
  // What a page learns of the time in the last moment may move its bell, which is then set once more for what is left.
  for (const hears of [mayaHears, jonahHears]) {
    const ahead = ({ soundsAt, askedAt }: Struck) =>
      soundsAt - askedAt > 1000 && Math.abs(soundsAt - here.soundsAt) < 1000
    expect((await hears.bells()).filter(ahead)).not.toEqual([])
  }
  // However the pages learn more of the time afterwards, what rang does not ring again.
  for (const page of [maya, jonah]) await lookAgain(page)
  await house.skip(7 * SECOND)
  for (const page of [maya, jonah])
    await sees(page, page === maya ? phases.settle.headingYou : phases.settle.heading('Maya'))
  for (const hears of [mayaHears, jonahHears]) {
    const about = kept(await hears.bells()).filter(({ soundsAt }) => Math.abs(soundsAt - here.soundsAt) < 5000)
    expect(about).toHaveLength(1)
  }
})

/** When the bell of the turn that runs is due, by the clock on the wall: the house's own has been turned. */
async function bellOf(house: House, room: string): Promise<number> {
  const sitting = (await house.room(room))?.sitting
  if (!sitting) throw new Error('no sitting')
  const end = endOf(sitting, whereAt(sitting, house.now()).n) ?? Number.NaN
  return end - GRACE_MS - (house.now() - Date.now())
}

test('behind slow and uneven connections, and with clocks that are wrong, both screens ring once and together', async ({
  someone,
  house,
}) => {
  const paths = [await delay(house.app.port, WIFI, 1), await delay(house.app.port, LTE, 2)] as const
  const maya = await (await someone({ baseURL: paths[0].url })).newPage()
  const jonah = await (await someone({ baseURL: paths[1].url })).newPage()
  const ears = [await listen(maya, 3721, false), await listen(jonah, -1240, false)] as const
  const link = await openRoom(maya, { name: 'Maya' })
  await comeIn(jonah, link.replace(paths[0].url, paths[1].url), 'Jonah')
  await agree(maya, 'me')
  await agree(jonah, 'other')
  await bothOn({ maya, jonah }, phases.arrive.on)
  await bothOn({ maya, jonah }, phases.picture.on)
  await sees(maya, phases.speak.speaker.heading)
  await goOnWith({ maya, jonah, house }, 6 * SECOND + GRACE_MS)
  const bellAt = await bellOf(house, roomOf(link))
  const about = (instants: number[]) => instants.filter(at => Math.abs(at - bellAt) < 3000)
  for (const ear of ears) await expect.poll(async () => about((await ear()).rang), { timeout: 15_000 }).toHaveLength(1)
  const [one, two] = [await ears[0](), await ears[1]()]
  const apart = (of: 'rang' | 'sounds') => Math.abs((about(one[of])[0] ?? 0) - (about(two[of])[0] ?? 0))
  // What a machine can hold that is busy with something else; how close they are at best is measured by the bench.
  expect(apart('rang')).toBeLessThan(300)
  expect(apart('sounds')).toBeLessThan(300)
  for (const path of paths) await path.close()
})

test('a page that is hidden, without sound, whose own timers stand still and to which the server is mute, still rings once', async ({
  page: maya,
  openScreen,
  house,
}) => {
  const path = await delay(house.app.port, WIFI, 3)
  const screen = await openScreen({ slowAfterSeconds: 1 })
  const jonah = screen.page
  const ear = await listen(jonah, 0, false)
  await jonah.addInitScript(() => {
    Reflect.deleteProperty(window, 'AudioContext')
    const plain = setTimeout
    const slowed = (call: () => void, ms?: number) => plain(() => !document.hidden && call(), ms)
    Reflect.set(window, 'setTimeout', slowed)
  })
  const link = await openRoom(maya, { name: 'Maya' })
  await comeIn(jonah, link.replace(house.url, path.url), 'Jonah')
  await agree(maya, 'me')
  await agree(jonah, 'other')
  await bothOn({ maya, jonah }, phases.arrive.on)
  await bothOn({ maya, jonah }, phases.picture.on)
  await sees(maya, phases.speak.speaker.heading)
  await goOnWith({ maya, jonah, house }, 9 * SECOND + GRACE_MS)
  await screen.hide()
  const bellAt = await bellOf(house, roomOf(link))
  await expect.poll(() => bellAt - Date.now(), { intervals: [50], timeout: 20_000 }).toBeLessThan(3000)
  path.mute(true)
  await expect.poll(async () => (await ear()).rang.length, { timeout: 15_000 }).toBe(1)
  const { rang, hidden } = await ear()
  expect(hidden).toBe(true)
  expect(Math.abs((rang[0] ?? 0) - bellAt)).toBeLessThan(1000)
  path.mute(false)
  // What the server has said meanwhile, and that the turn is over, rings nothing more.
  await expect.poll(async () => Object.keys((await ear()).words).length, { timeout: 20_000 }).toBeGreaterThan(3)
  expect((await ear()).rang).toHaveLength(1)
  await path.close()
})

test('a hold takes the bell back, and going on sets it anew, later by as long as it was held', async ({
  page: maya,
  other: jonah,
}) => {
  const hears = await hear(maya)
  await intoATurn({ maya, jonah })
  await expect.poll(async () => kept(await hears.bells()).length).toBeGreaterThan(0)
  const before = kept(await hears.bells()).at(-1)?.soundsAt ?? 0
  await press(maya, menu.open)
  await press(maya, hold.do)
  await sees(maya, hold.heading)
  await expect.poll(async () => kept(await hears.bells()).filter(({ soundsAt }) => soundsAt > Date.now())).toEqual([])
  const heldAt = Date.now()
  await bothOn({ maya, jonah }, hold.resume)
  await sees(maya, phases.speak.speaker.heading)
  await expect
    .poll(async () => kept(await hears.bells()).filter(({ soundsAt }) => soundsAt > Date.now()).length)
    .toBe(2)
  const after = kept(await hears.bells()).at(-1)?.soundsAt ?? 0
  expect(after - before).toBeGreaterThan(0)
  expect(after - before).toBeLessThan(Date.now() - heldAt + 5000)
})

test('where the bell is off nothing sounds, and the screen still says and shows that it rang', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const hears = await hear(maya)
  await intoATurn({ maya, jonah })
  await press(maya, menu.open)
  await maya.getByRole('dialog').getByRole('radio', { name: menu.bell.off }).check()
  await maya.keyboard.press('Escape')
  await goOnWith({ maya, jonah, house }, 4 * SECOND)
  await expect(maya.getByRole('main').getByText(phases.speak.speaker.closing)).toBeVisible()
  await expect.poll(hears.glows, { timeout: 15_000 }).toBe(1)
  expect(kept(await hears.bells()).filter(({ soundsAt }) => soundsAt > Date.now() - 8000)).toEqual([])
})

test('the bell has a volume of its own, beside off', async ({ page: maya }) => {
  const tape = await record(maya)
  await openRoom(maya, { name: 'Maya' })
  const loudest = async () => Math.max(...(await tape.sounds()).map(({ peak }) => peak))
  await press(maya, menu.open)
  const dialog = maya.getByRole('dialog')
  await dialog.getByRole('slider', { name: menu.bell.volume }).fill('10')
  await dialog.getByRole('button', { name: menu.bell.hear, exact: true }).click()
  const peak = await loudest()
  expect(peak).toBeGreaterThan(0.005)
  expect(peak).toBeLessThan(0.05)
  await dialog.getByRole('radio', { name: menu.bell.off }).check()
  await expect(dialog.getByRole('slider', { name: menu.bell.volume })).toHaveCount(0)
})

test('before the page is touched there is no sound, and the settings say why', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  await intoATurn({ maya, jonah })
  const again = await maya.context().newPage()
  // A machine with much to do may take longer over a page than somebody may be away.
  house.freeze()
  await maya.close()
  const hears = await hear(again)
  await again.goto(maya.url())
  await sees(again, phases.speak.speaker.heading)
  house.thaw()
  expect(await hears.bells()).toEqual([])
  expect(await hears.contexts()).toBe(0)
  await again.mouse.click(5, 300)
  await expect.poll(async () => kept(await hears.bells()).length).toBeGreaterThan(0)
})

interface Tape {
  /** Each sound and how long it lasts, in seconds. */
  sounds(): Promise<{ peak: number; lastsFor: number }[]>
  /** How many bells have faded away, of those that were not taken back. */
  faded(): Promise<number>
}

/** Lets this page play on a tape instead of a speaker. */
async function record(page: Page): Promise<Tape> {
  await page.addInitScript(() => {
    const begun = performance.now()
    const tape = new OfflineAudioContext(1, 22_050 * 60, 22_050)
    // When the longest string of each bell is silent: what is stopped at once was taken back.
    const ends = new Map<OscillatorNode, number>()
    const stop = OscillatorNode.prototype.stop
    OscillatorNode.prototype.stop = function (when) {
      if (when === undefined) ends.delete(this)
      else ends.set(this, when)
      stop.call(this, when)
    }
    Reflect.set(window, 'faded', () => [...ends.values()].filter(end => end < tape.currentTime).length)
    Object.defineProperty(tape, 'state', { get: () => 'running' })
    Object.defineProperty(tape, 'currentTime', { get: () => (performance.now() - begun) / 1000 })
    Reflect.set(window, 'tape', tape)
    Reflect.set(window, 'AudioContext', function play() {
      return tape
    })
  })
  /** Four partials, each struck by two strings. */
  const STRINGS = 8
  return {
    faded: async () => (await page.evaluate(() => (Reflect.get(window, 'faded') as () => number)())) / STRINGS,
    sounds: () => page.evaluate(soundsOnTape),
  }
}

async function soundsOnTape(): Promise<{ peak: number; lastsFor: number }[]> {
  const rate = 22_050
  const tape = Reflect.get(window, 'tape') as OfflineAudioContext
  const now = tape.currentTime
  const samples = (await tape.startRendering()).getChannelData(0)
  const sounds: { from: number; to: number; peak: number }[] = []
  for (const [at, sample] of samples.entries()) {
    const loud = Math.abs(sample)
    if (loud < 0.001) continue
    const last = sounds.at(-1)
    if (!last || at - last.to > rate / 4) sounds.push({ from: at, to: at, peak: loud })
    else Object.assign(last, { to: at, peak: Math.max(last.peak, loud) })
  }
  // What is set for later is on the tape too; and a bell that beats as it fades is heard in more than one piece.
  const rung = sounds.filter(({ from, peak }) => from / rate < now + 1 && peak > 0.005)
  return rung.map(({ from, to, peak }) => ({ peak, lastsFor: (to - from) / rate }))
}

test('it is never loud: no bell comes near half of what a speaker can do, and a half-bell is soon over', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const tape = await record(maya)
  const link = await openRoom(maya, { name: 'Maya' })
  await maya.getByRole('radio', { name: menu.bell.clear }).check()
  await comeIn(jonah, link, 'Jonah')
  await sees(maya, agreement.heading)
  await agree(maya)
  await agree(jonah)
  await sees(maya, phases.arrive.heading)
  await goOnWith({ maya, jonah, house }, 4 * SECOND)
  await sees(maya, phases.picture.heading('Jonah'))
  await press(maya, menu.open)
  // A page that is late rings late: one bell over another would be one sound on the tape.
  await expect.poll(tape.faded).toBe(2)
  await press(maya, menu.bell.hear)

  const [arrival, half, full, ...more] = await tape.sounds()
  expect(more).toEqual([])
  for (const bell of [arrival, half, full]) {
    expect(bell?.peak).toBeGreaterThan(0.005)
    expect(bell?.peak).toBeLessThan(0.5)
  }
  expect(arrival?.lastsFor).toBeLessThan(0.7)
  expect(half?.lastsFor).toBeLessThan(0.7)
  expect(full?.lastsFor).toBeGreaterThan(3)
})

test('whoever waits for the other keeps the screen on, so that the bell can ring, and reads of no bell where none would', async ({
  page: maya,
  other: jonah,
}) => {
  await maya.addInitScript(() => {
    const locks = Object.assign(window, { locks: { kept: 0 } }).locks
    const request = async () => {
      locks.kept += 1
      const gone = () => {
        locks.kept -= 1
      }
      return Object.assign(new EventTarget(), { release: async () => gone() })
    }
    Object.defineProperty(navigator, 'wakeLock', { value: { request } })
  })
  const kept = () => maya.evaluate(() => (Reflect.get(window, 'locks') as { kept: number }).kept)
  const link = await openRoom(maya, { name: 'Maya' })
  await expect(maya.getByText(words.doorstep.putDown)).toBeVisible()
  await expect.poll(kept).toBe(1)

  await maya.getByRole('main').getByRole('radio', { name: menu.bell.off }).check()
  await expect(maya.getByText(words.doorstep.bellOff)).toBeVisible()
  await expect(maya.getByText(words.doorstep.putDown)).toHaveCount(0)
  await maya.getByRole('main').getByRole('radio', { name: menu.bell.soft }).check()
  await expect(maya.getByText(words.doorstep.putDown)).toBeVisible()

  await comeIn(jonah, link, 'Jonah')
  for (const page of [maya, jonah]) await agree(page)
  await sees(maya, phases.arrive.heading)
  expect(await kept()).toBe(1)
})
