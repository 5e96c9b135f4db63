// What do two people read while one of them is off the line? What is so: whoever speaks sees their time stand, and whoever stays is
// offered nothing that they can't do alone.
import { expect, test } from './house.ts'
import { meet, press, roomOf, sees, words } from './people.ts'
import { bothOn, MINUTE, SECOND, shows, turnOf } from './screens/walk.ts'

const { connection, hold, phases, time } = words

const inSeconds = (clock: string | null) => {
  const [minutes, seconds] = (clock ?? '').split(':').map(Number)
  return (minutes ?? Number.NaN) * 60 + (seconds ?? Number.NaN)
}

test('the time of whoever speaks stands on their own screen while they are off the line, and goes on from there', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const id = roomOf(await meet(maya, jonah))
  await bothOn({ maya, jonah }, phases.arrive.on)
  await bothOn({ maya, jonah }, phases.picture.on)
  const { speaker, listener, speaks } = await turnOf({ maya, jonah })
  await press(speaker, time.show)
  const clock = speaker.getByRole('timer')
  const ring = () => speaker.locator('svg circle[stroke-dasharray]').last().getAttribute('stroke-dasharray')

  await speaker.context().setOffline(true)
  await expect(speaker.getByText(connection.offline)).toBeVisible({ timeout: 20_000 })
  await expect(speaker.getByText(hold.meanwhile)).toBeVisible()
  const stands = { left: inSeconds(await clock.textContent()), ring: await ring() }
  // As long as the server takes to hold: by then it would have run down by some seconds.
  await expect.poll(() => house.whoIsGone(id), { timeout: 20_000 }).toHaveLength(1)
  await house.skip(5 * SECOND)
  await sees(listener, hold.heading)
  await shows(listener, hold.away(speaks))
  expect({ left: inSeconds(await clock.textContent()), ring: await ring() }).toEqual(stands)

  await speaker.context().setOffline(false)
  await sees(speaker, hold.heading)
  await expect(speaker.getByText(hold.meanwhile)).toHaveCount(0)
  for (const page of [speaker, listener]) await press(page, hold.resume)
  await sees(speaker, phases.speak.speaker.heading)
  const left = inSeconds(await clock.textContent())
  expect(left).toBeLessThanOrEqual(stands.left)
  expect(left).toBeGreaterThan(stands.left - 5)
})

test('whoever has waited ten minutes for the other may wait on or end; to go on is said to whoever can', async ({
  page: maya,
  other: jonah,
  house,
}) => {
  const id = roomOf(await meet(maya, jonah))
  await bothOn({ maya, jonah }, phases.arrive.on)
  await jonah.context().setOffline(true)
  await expect.poll(() => house.whoIsGone(id), { timeout: 20_000 }).toEqual(['b'])
  await house.skip(5 * SECOND)
  await sees(maya, hold.heading)
  await house.skip(10 * MINUTE)
  await shows(maya, hold.offerEndWaiting)
  await press(maya, hold.resume)
  await shows(maya, hold.resumeAway('Jonah'))
  await jonah.context().setOffline(false)
  await shows(jonah, hold.offerEnd)
  await shows(maya, hold.resumeWaiting('Jonah'))
  await shows(maya, hold.offerEndWaiting)
})
