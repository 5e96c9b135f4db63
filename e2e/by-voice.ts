// How do two people come to hear each other in a test? They sit down in a room by voice, open their microphones, and go on to the
// first turn, as people do.
import { expect, type Page } from '@playwright/test'
import type { Clock } from '../lib/protocol/room.ts'
import { hasPath, setMicrophone, watchPaths } from './hearing.ts'
import { agree, comeIn, openRoom, press, roomOf, sees, words } from './people.ts'

const { phases } = words

export interface Two {
  maya: Page
  jonah: Page
}

/** Both sit down, open their microphones unless told otherwise, and agree; Maya speaks first. */
export async function sitDown(
  { maya, jonah }: Two,
  {
    jonahs = true,
    medium = 'voice',
    clock = 'none',
  }: { jonahs?: boolean; medium?: 'voice' | 'video'; clock?: Clock } = {},
) {
  for (const page of [maya, jonah]) await watchPaths(page)
  const link = await openRoom(maya, { name: 'Maya', sitting: 'taste', medium, clock })
  await comeIn(jonah, link, 'Jonah')
  await expect(maya.getByRole('button', { name: words.agreement.agree })).toBeVisible()
  await setMicrophone(maya, 'open')
  if (jonahs) await setMicrophone(jonah, 'open')
  await expect.poll(() => hasPath(maya)).toBe(true)
  await expect.poll(() => hasPath(jonah)).toBe(true)
  await agree(maya, 'me')
  await agree(jonah, 'other')
  return roomOf(link)
}

export async function toFirstTurn({ maya, jonah }: Two): Promise<void> {
  for (const page of [maya, jonah]) await press(page, phases.arrive.on)
  for (const page of [maya, jonah]) await press(page, phases.picture.on)
  await sees(maya, phases.speak.speaker.heading)
  await sees(jonah, phases.speak.listener.heading('Maya'))
}

/** Whoever spoke is finished, and both go on: without a clock nothing else ends a turn, however slow this machine is. */
export async function nextTurn({ maya, jonah }: Two): Promise<void> {
  await press(maya, phases.speak.speaker.on)
  await sees(jonah, phases.settle.heading('Maya'))
  for (const page of [maya, jonah]) await press(page, phases.settle.on)
  await sees(jonah, phases.speak.speaker.heading)
}
