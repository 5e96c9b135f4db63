// The screens of two who sit in one place, and of two who sit without a clock.
import { expect } from '@playwright/test'
import { meet, press, sees, words } from '../people.ts'
import { bothOn, finish, lookAtSheet, turnOf, type Walk } from './walk.ts'

const { phases, menu, time, writing } = words
const { settle, drop, tell, thanks } = phases

export async function together(walk: Walk): Promise<void> {
  const { maya, jonah, look } = walk
  await meet(maya, jonah, { name: 'Maya', sitting: 'taste', medium: 'together' })
  await sees(maya, phases.arrive.heading)
  await look('together-arrive', maya)
  await bothOn(walk, phases.arrive.on)
  await bothOn(walk, phases.picture.on)
  const turn = await turnOf(walk)
  await look('together-speak', turn.speaker)
  await look('together-listen', turn.listener)
  await lookAtSheet(turn.listener, menu.open, () => look('together-settings', turn.listener))
  await finish(turn)
  await bothOn(walk, settle.on)
  await finish(await turnOf(walk))
  await bothOn(walk, settle.on)
  await bothOn(walk, drop.on)
  for (const page of [maya, jonah]) await sees(page, tell.heading)
  await look('together-tell-kept', maya)
  await press(maya, tell.teller.on)
  await press(jonah, phases.speak.silence.on)
  await press(jonah, tell.teller.on)
  await press(maya, phases.speak.silence.on)
  await sees(maya, thanks.heading)
  await look('together-thanks', maya)
}

export async function unclocked(walk: Walk): Promise<void> {
  const { maya, jonah, look } = walk
  await meet(maya, jonah, { name: 'Maya', sitting: 'listening', clock: 'none' })
  await bothOn(walk, phases.arrive.on)
  await bothOn(walk, phases.picture.on)
  const turn = await turnOf(walk)
  await expect(turn.speaker.getByText(time.none)).toBeVisible()
  await turn.speaker.getByLabel(writing.field).fill('There is no hurry')
  await look('unclocked-speak', turn.speaker)
  await press(turn.speaker, phases.speak.speaker.on)
  await bothOn(walk, settle.on)
  await press((await turnOf(walk)).speaker, phases.speak.speaker.on)
  await bothOn(walk, settle.on)
  await sees(maya, drop.heading)
  await look('unclocked-drop', maya)
}
