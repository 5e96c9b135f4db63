// The screens of two who hear each other: with a microphone and without, and once they have agreed to see each other and to read
// along.
import { expect, type Page } from '@playwright/test'
import { setMicrophone } from '../hearing.ts'
import { agree, comeIn, openRoom, press, say, sees, words } from '../people.ts'
import { says, withRecogniser } from '../recogniser.ts'
import { bothOn, finish, lookAtSheet, shows, turnOf, type Walk } from './walk.ts'

const { phases, menu, voice, writing } = words
const { settle } = phases

/** From the phone's menu, since it is there at any moment. */
async function byMenu(page: Page, button: string): Promise<void> {
  await press(page, menu.open)
  await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

export async function byVoice(walk: Walk): Promise<void> {
  const { maya, jonah, look } = walk
  for (const page of [maya, jonah]) await withRecogniser(page)
  const link = await openRoom(maya, { name: 'Maya', sitting: 'taste', medium: 'video' })
  await comeIn(jonah, link, 'Jonah')
  await expect(maya.getByRole('button', { name: voice.camera.ask('Jonah') })).toBeVisible()
  await look('voice-agreement', maya)
  await setMicrophone(maya, 'open')
  await setMicrophone(jonah, 'open')
  await agree(maya, 'me')
  await agree(jonah, 'other')
  await sees(maya, phases.arrive.heading)
  await lookAtSheet(maya, menu.open, () => look('voice-settings', maya))
  await bothOn(walk, phases.arrive.on)
  await bothOn(walk, phases.picture.on)
  const turn = await turnOf(walk)
  await shows(turn.speaker, voice.microphone.open)
  await look('voice-speak', turn.speaker)
  await look('voice-listen', turn.listener)
  await setMicrophone(turn.speaker, 'closed')
  await turn.speaker.getByLabel(writing.field, { exact: true }).waitFor()
  await look('voice-speak-closed', turn.speaker)
  await shows(turn.listener, writing.notYet(turn.speaks))
  await look('voice-listen-writes', turn.listener)
  await say(turn.speaker, 'I would rather write this.')
  await shows(turn.listener, 'I would rather write this.')
  await look('voice-listen-read', turn.listener)
  await finish(turn)
  await sees(maya, settle.headingYou)
  await byMenu(maya, voice.camera.ask('Jonah'))
  await shows(jonah, voice.camera.wanted('Maya'))
  await look('voice-camera-wanted', jonah)
  await press(jonah, voice.camera.yes)
  await byMenu(maya, voice.captions.ask('Jonah'))
  await shows(jonah, voice.captions.wanted('Maya'))
  await press(jonah, voice.captions.yes)
  await bothOn(walk, settle.on)
  const next = await turnOf(walk)
  for (const page of [maya, jonah]) {
    await expect
      .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
      .toBeGreaterThan(0)
  }
  await look('voice-speak-seen', next.speaker)
  await lookAtSheet(next.listener, menu.open, () => look('voice-settings-agreed', next.listener))
  const read = next.listener.getByRole('region', { name: voice.captions.theirs('Jonah') })
  await expect
    .poll(async () => {
      await says(
        next.listener,
        'And when I came back to the house in the evening',
        'everybody had gone to bed already.',
      )
      return read.locator('p').count()
    })
    .toBe(2)
  await look('voice-listen-seen', next.listener)
}
