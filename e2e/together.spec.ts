// Do two who sit in one place come through a sitting with nothing written but their closing lines?
import { expect, test } from './house.ts'
import { meet, press, roomOf, sees, words } from './people.ts'

const { phases, samePlace, goodbye, menu, writing } = words
const GRACE = 7000

test('a first taste in one place: the phones keep the time, and nothing is to be written but the last line', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const id = roomOf(await meet(maya, jonah, { name: 'Maya', sitting: 'taste', medium: 'together' }))
  await sees(maya, phases.arrive.heading)
  await expect(maya.getByText(samePlace.arrive)).toBeVisible()
  await house.skip(20_000)
  await sees(maya, phases.picture.heading('Jonah'))
  await house.skip(20_000)

  for (const [speaker, listener, name] of [
    [maya, jonah, 'Maya'],
    [jonah, maya, 'Jonah'],
  ] as const) {
    await sees(speaker, phases.speak.speaker.heading)
    await sees(listener, phases.speak.listener.heading(name))
    await expect(speaker.getByText(samePlace.speaker(name === 'Maya' ? 'Jonah' : 'Maya'))).toBeVisible()
    await expect(listener.getByText(samePlace.listener)).toBeVisible()
    for (const page of [maya, jonah]) {
      await expect(page.getByRole('textbox')).toHaveCount(0)
      await expect(page.getByRole('log')).toHaveCount(0)
      await expect(page.getByRole('button', { name: writing.say })).toHaveCount(0)
    }
    await house.skip(90_000 + GRACE)
    await sees(listener, phases.settle.heading(name))
    await house.skip(15_000)
  }

  await sees(maya, phases.drop.heading)
  await maya.getByRole('textbox').fill('The one who is never late.')
  await press(maya, phases.drop.on)
  await press(jonah, phases.drop.on)
  await expect(jonah.getByText('The one who is never late.')).toBeVisible()
  await expect(maya.getByText(phases.tell.keptThem('Jonah'))).toBeVisible()
  // What is told is told aloud.
  await expect(maya.getByRole('textbox')).toHaveCount(0)
  await press(maya, phases.tell.teller.on)
  await house.skip(20_000 + GRACE)
  await sees(jonah, phases.tell.heading)
  await house.skip(20_000 + GRACE)

  await sees(maya, phases.thanks.heading)
  await expect(maya.getByRole('button', { name: phases.thanks.say })).toHaveCount(0)
  await press(maya, phases.thanks.on)
  await press(jonah, phases.thanks.on)
  for (const page of [maya, jonah]) {
    await sees(page, goodbye.heading)
    await press(page, goodbye.letGo)
    await sees(page, goodbye.empty)
  }
  expect(await house.room(id)).toBeNull()
})

test('without a clock whoever listens is called when the other is finished, by the phone that rings for both', async ({
  page: maya,
  other: jonah,
}) => {
  for (const page of [maya, jonah])
    await page.addInitScript(() => {
      const start = OscillatorNode.prototype.start
      OscillatorNode.prototype.start = function (when = 0) {
        if (this.context instanceof AudioContext)
          Object.assign(window, { struck: (Reflect.get(window, 'struck') ?? 0) + 1 })
        start.call(this, when)
      }
    })
  const struck = (page: typeof maya) => page.evaluate(() => (Reflect.get(window, 'struck') as number | undefined) ?? 0)
  await meet(maya, jonah, { name: 'Maya', sitting: 'taste', medium: 'together', clock: 'none' })
  for (const page of [maya, jonah]) await press(page, phases.arrive.on)
  for (const page of [maya, jonah]) await press(page, phases.picture.on)
  await sees(jonah, phases.speak.listener.heading('Maya'))
  await expect(jonah.getByText(samePlace.listener)).toBeVisible()
  await press(maya, menu.open)
  await maya.getByRole('dialog').getByRole('radio', { name: samePlace.otherRings }).check()
  await press(maya, menu.close)
  const before = { maya: await struck(maya), jonah: await struck(jonah) }
  await press(maya, phases.speak.speaker.on)
  await sees(jonah, phases.settle.heading('Maya'))
  await expect.poll(() => struck(jonah)).toBeGreaterThan(before.jonah)
  expect(await struck(maya)).toBe(before.maya)

  for (const page of [maya, jonah]) await press(page, phases.settle.on)
  // Her own phone rings no more, and she reads which one will.
  await sees(maya, phases.speak.listener.heading('Jonah'))
  await expect(maya.getByText(samePlace.listenerElsewhere)).toBeVisible()
})
