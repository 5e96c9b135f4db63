// The screens of a clock that stands still, of a line that is quiet, and of an end before the end.
import { expect } from '@playwright/test'
import { UNBEGUN_MS } from '../../lib/protocol/advance.ts'
import { meet, openRoom, press, roomOf, sees, words } from '../people.ts'
import { bothOn, MINUTE, shows, turnOf, type Walk } from './walk.ts'

const { phases, hold, menu, leave, left, ended, alone, connection, goodbye } = words

export async function holding(walk: Walk): Promise<void> {
  const { maya, jonah, house, look } = walk
  const id = roomOf(await meet(maya, jonah))
  await bothOn(walk, phases.arrive.on)
  await bothOn(walk, phases.picture.on)
  await turnOf(walk)

  await press(maya, menu.open)
  await press(maya, hold.do)
  await sees(maya, hold.heading)
  await look('held-you-asked', maya)
  await look('held-they-asked', jonah)
  await press(maya, hold.resume)
  await shows(maya, hold.resumeWaiting('Jonah'))
  await look('held-waiting', maya)
  await shows(jonah, hold.theyWouldResume('Maya'))
  await look('held-they-would', jonah)
  await press(jonah, hold.resume)
  await sees(maya, phases.speak.speaker.heading)

  // A network that is cut says no goodbye: the page finds out by hearing nothing.
  await jonah.context().setOffline(true)
  await expect(jonah.getByText(connection.offline)).toBeVisible({ timeout: 20_000 })
  await look('offline', jonah)
  await expect.poll(() => house.whoIsGone(id), { timeout: 20_000 }).toEqual(['b'])
  await house.skip(5000)
  await sees(maya, hold.heading)
  await look('held-away', maya)
  await house.skip(10 * MINUTE)
  await shows(maya, hold.offerEndWaiting)
  await look('held-long', maya)
  await jonah.context().setOffline(false)
  await sees(jonah, hold.heading)
  await look('held-returned', jonah)
  await shows(maya, hold.back('Jonah'))
  await look('held-they-are-back', maya)
}

export async function leaving(walk: Walk): Promise<void> {
  const { maya, jonah, house, look } = walk
  await meet(maya, jonah)
  await bothOn(walk, phases.arrive.on)
  await press(jonah, leave.do)
  await press(jonah, leave.yes)
  await sees(jonah, left.heading)
  await look('left', jonah)
  await sees(maya, ended.heading)
  await look('ended', maya)
  await press(maya, ended.alone)
  await sees(maya, alone.heading)
  await maya.getByRole('textbox').fill('That there would be another time.')
  await look('alone', maya)
  await press(maya, alone.on)
  await sees(maya, goodbye.empty)

  // Nobody came for a day, and the page is still on the screen.
  await openRoom(maya, { name: 'Maya' })
  await house.skip(UNBEGUN_MS)
  await sees(maya, goodbye.empty)
  await look('vanished', maya)
}
