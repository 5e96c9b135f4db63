// What do two people notice when the server goes away and comes back, or when its memory does? Little, late, and in plain
// words; and nothing of theirs is lost.
import { createMemoryStore } from '../server/store/memory.ts'
import { openFrontDoor } from './front-door.ts'
import { expect, openHouse, test } from './house.ts'
import { meet, press, roomOf, say, sees, words } from './people.ts'
import { createSkippingClock } from './skipping-clock.ts'

const { connection, hold, open, phases, refusals, trouble, writing } = words
const { speak } = phases
const MINUTE = 60_000
/** By which the server knows again what it sealed. */
const SECRET = 'of this site'

for (const memory of ['kept', 'lost'] as const) {
  test(`a server that is away for a minute, its memory ${memory}, is missed only after a while, and the turn goes on at the same second`, async ({
    someone,
    house,
  }) => {
    const clock = createSkippingClock()
    const store = createMemoryStore(clock)
    const door = await openFrontDoor(house)
    const before = await openHouse({ pages: false }, { clock, store, secret: SECRET })
    door.lead(before)
    const maya = await (await someone({ baseURL: door.url })).newPage()
    const jonah = await (await someone({ baseURL: door.url })).newPage()
    const lost = new Promise<number>(resolve => {
      maya.on('websocket', line => line.on('close', () => resolve(Date.now())))
    })
    const id = roomOf(await meet(maya, jonah, { name: 'Maya' }))
    for (const page of [maya, jonah]) await press(page, phases.arrive.on)
    for (const page of [maya, jonah]) await press(page, phases.picture.on)
    await sees(maya, speak.speaker.heading)
    await say(maya, 'Before.')
    await expect(jonah.getByText('Before.')).toBeVisible()

    const left = await before.leftOf(id)
    door.lead(null)
    await before.close()
    await maya.getByText(connection.quiet).waitFor()
    const quietAfter = Date.now() - (await lost)
    expect(quietAfter).toBeGreaterThan(2500)
    expect(quietAfter).toBeLessThan(8000)
    // What is said meanwhile waits.
    await say(maya, 'Meanwhile.')
    await expect(maya.getByText(writing.waiting)).toBeVisible()
    await clock.skip(MINUTE)

    const found = memory === 'kept' ? store : createMemoryStore(clock)
    const after = await openHouse({ pages: false }, { clock, store: found, secret: SECRET })
    door.lead(after)
    try {
      for (const page of [maya, jonah]) await sees(page, hold.heading)
      await expect(maya.getByText(connection.quiet)).toBeHidden()
      for (const page of [maya, jonah]) await press(page, hold.resume)
      await sees(maya, speak.speaker.heading)
      await expect(jonah.getByRole('log').getByRole('paragraph')).toHaveText(['Before.', 'Meanwhile.'])
      await expect(maya.getByText(writing.waiting)).toHaveCount(0)
      // A minute and more has passed, and none of it was theirs: but for the seconds of this test as much is left as was.
      const spent = left - (await after.leftOf(id))
      expect(spent).toBeGreaterThanOrEqual(0)
      expect(spent).toBeLessThan(15_000)
    } finally {
      await door.close()
      await after.close()
      for (const one of new Set([store, found])) await one.close()
    }
  })
}

test('a memory that fails for a while is told to whoever presses something, and then everything goes on', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  try {
    house.failStore(() => 'before')
    await maya.goto('/open')
    await maya.getByLabel(open.name, { exact: true }).fill('Maya')
    await press(maya, open.button)
    await expect(maya.getByRole('paragraph').filter({ hasText: refusals['store-down'] })).toBeVisible()
    house.failStore(null)
    await meet(maya, jonah)
    for (const page of [maya, jonah]) await press(page, phases.arrive.on)
    for (const page of [maya, jonah]) await press(page, phases.picture.on)
    await sees(maya, speak.speaker.heading)

    house.failStore(() => 'before')
    // Words need no memory.
    await say(maya, 'I go on.')
    await expect(jonah.getByText('I go on.')).toBeVisible()
    await press(maya, speak.speaker.on)
    await expect(maya.getByText(trouble.notTaken)).toBeVisible({ timeout: 15_000 })
    await sees(maya, speak.speaker.heading)
    await sees(jonah, speak.listener.heading('Maya'))

    house.failStore(null)
    await press(maya, speak.speaker.on)
    await sees(maya, speak.silence.heading)
    await expect(maya.getByText(trouble.notTaken)).toHaveCount(0)
    await sees(jonah, speak.silence.heading)
  } finally {
    house.failStore(null)
  }
})
