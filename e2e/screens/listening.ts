// The screens of a whole listening sitting in writing, from the coin that decides to the empty room.
import { expect } from '@playwright/test'
import { lookAgain, meet, press, say, sees, words } from '../people.ts'
import { bothOn, finish, lookAtSheet, MINUTE, SECOND, shows, turnOf, untilLeft, type Walk } from './walk.ts'

const { closeness, feltHeard, phases, together, writing, goodbye, more, menu, leave, time } = words
const { speak, settle, drop, tell, thanks, quiet } = phases

export async function listening(walk: Walk): Promise<void> {
  await meet(walk.maya, walk.jonah, { name: 'Maya', sitting: 'listening' }, { host: 'me', guest: 'me' })
  await arriving(walk)
  await firstTurn(walk)
  await secondTurn(walk)
  await lastQuestion(walk)
  await end(walk)
}

async function arriving({ maya, jonah, look }: Walk): Promise<void> {
  for (const page of [maya, jonah]) await sees(page, phases.arrive.heading)
  await look('arrive-coin', maya)
  await press(maya, phases.arrive.on)
  await shows(maya, together.waiting('Jonah'))
  await look('arrive-waiting', maya)
  await press(jonah, phases.arrive.on)
  await sees(maya, phases.picture.heading('Jonah'))
  await look('picture', maya)
  await maya.getByLabel(phases.picture.field).fill('Somebody who is always in a hurry.')
  await maya.getByRole('radio', { name: closeness.pair(3, closeness.pairs[3]) }).check()
  await look('picture-written', maya)
  await bothOn({ maya, jonah }, phases.picture.on)
}

async function firstTurn(walk: Walk): Promise<void> {
  const { look, house } = walk
  const turn = await turnOf(walk)
  const { speaker, listener, speaks, listens } = turn
  await look('speak', speaker)
  await look('listen', listener)
  await say(speaker, 'I have been away for a long time, and I did not know how to begin.')
  await say(speaker, 'It was not you.')
  await shows(listener, 'It was not you.')
  await look('speak-words', speaker)
  await look('listen-words', listener)
  await speaker.getByRole('checkbox', { name: writing.live(listens) }).check()
  await speaker.getByLabel(writing.field).pressSequentially('When you left the')
  await shows(listener, 'When you left the')
  await look('listen-draft', listener)
  await lookAtSheet(speaker, menu.open, () => look('settings-speaking', speaker))
  await lookAtSheet(listener, menu.open, () => look('settings-listening', listener))
  await lookAtSheet(listener, leave.do, () => look('leave', listener))

  await house.skip(await untilLeft(walk, 2.3 * MINUTE))
  await lookAgain(speaker)
  await expect(speaker.getByRole('timer')).toHaveText(time.half)
  await press(speaker, time.show)
  await expect(speaker.getByRole('timer')).toHaveText(/\d:\d\d/)
  await look('speak-numbers', speaker)
  await press(speaker, time.hide)
  await look('speak-half', speaker)

  await house.skip(await untilLeft(walk, 55 * SECOND))
  await lookAgain(speaker)
  await look('speak-nearly', speaker)
  await press(speaker, more.ask)
  await shows(speaker, more.asked(listens))
  await look('speak-more-asked', speaker)
  await shows(listener, more.theyAsk(speaks))
  await look('listen-more-asked', listener)
  await press(listener, more.yes)
  await expect(listener.getByRole('button', { name: more.yes })).toHaveCount(0)

  await house.skip(await untilLeft(walk, 25 * SECOND))
  await lookAgain(speaker)
  await shows(speaker, speak.speaker.closing)
  await look('speak-closing', speaker)
  await press(speaker, speak.speaker.on)
  await sees(speaker, speak.silence.heading)
  await look('silence-speaker', speaker)
  await look('silence-listener', listener)
  await press(listener, speak.silence.on)
  await sees(listener, settle.heading(speaks))
  await look('settle-spoke', speaker)
  await look('settle-listened', listener)
  await house.skip(23 * SECOND)
  await lookAgain(listener)
  await shows(listener, settle.nextYou(speaks))
  await look('settle-next', listener)
  await bothOn(walk, settle.on)
}

async function secondTurn(walk: Walk): Promise<void> {
  const { look, house } = walk
  const turn = await turnOf(walk)
  await say(turn.speaker, 'I stopped asking.')
  await turn.speaker.getByLabel(writing.field).fill('I thought you had')
  await house.skip(await untilLeft(walk, 0))
  await lookAgain(turn.speaker)
  await shows(turn.speaker, writing.bellRang)
  await look('speak-bell-rang', turn.speaker)
  await house.skip(7 * SECOND)
  await sees(turn.listener, settle.heading(turn.speaks))
  await press(turn.speaker, settle.again.ask)
  await shows(turn.speaker, settle.again.asked(turn.listens))
  await look('settle-another-asked', turn.speaker)
  await shows(turn.listener, settle.again.theyAsk(turn.speaks))
  await look('settle-another', turn.listener)
  await bothOn(walk, settle.on)
}

async function lastQuestion({ maya, jonah, look }: Walk): Promise<void> {
  await sees(jonah, drop.heading)
  await look('drop', jonah)
  await maya.getByRole('textbox').fill('That you had already decided.')
  await look('drop-written', maya)
  await press(maya, drop.on)
  await shows(maya, drop.sealed('Jonah'))
  await look('drop-sealed', maya)
  await jonah.getByRole('textbox').fill('That you would be angry.')
  await press(jonah, drop.on)
  for (const page of [maya, jonah]) await shows(page, 'That you had already decided.')
}

async function end(walk: Walk): Promise<void> {
  const { maya, jonah, look, house } = walk
  const first = (await maya.getByRole('textbox').isVisible()) ? maya : jonah
  const second = first === maya ? jonah : maya
  const [teller, other] = first === maya ? ['Maya', 'Jonah'] : ['Jonah', 'Maya']
  await look('tell-teller', first)
  await look('tell-listener', second)
  await say(first, 'I had it ready before you sat down.')
  await shows(second, 'I had it ready before you sat down.')
  await look('tell-told', second)
  await press(first, tell.teller.on)
  await shows(first, speak.silence.heading)
  await look('tell-silence', second)
  await press(second, speak.silence.on)
  await shows(first, tell.listener.heading(other ?? ''))
  await finish({ speaker: second, listener: first, speaks: 'Maya', listens: 'Jonah' }, tell.teller.pass)

  for (const page of [maya, jonah]) await sees(page, thanks.heading)
  await look('thanks', first)
  await press(second, thanks.say)
  await shows(first, thanks.theySaid(other ?? ''))
  await press(first, thanks.say)
  await shows(second, thanks.theySaid(teller ?? ''))
  await look('thanks-said', second)
  await bothOn(walk, thanks.on)
  for (const page of [maya, jonah]) await sees(page, quiet.heading)
  await look('quiet', maya)
  await maya.getByRole('radio', { name: closeness.pair(5, closeness.pairs[5]) }).check()
  await house.skip(MINUTE)
  for (const page of [maya, jonah]) await sees(page, goodbye.heading)
  await look('goodbye', maya)
  await lookBack(walk)
  await press(maya, goodbye.letGo)
  await expect(maya.getByRole('main').getByRole('button')).toHaveCount(0)
  await look('letting-go', maya)
  await sees(maya, goodbye.empty)
  await look('empty', maya)
}

/** The eight statements: as they are asked, passed over, and seen together. */
async function lookBack({ maya, look }: Walk): Promise<void> {
  await press(maya, feltHeard.offer)
  await sees(maya, feltHeard.heading)
  await look('felt-heard', maya)
  const groups = maya.getByRole('group')
  const step = (n: 1 | 2 | 5 | 6 | 7) => ({ name: feltHeard.step(n, feltHeard.steps[n]) })
  for (const [at, n] of ([6, 7, 1] as const).entries()) await groups.nth(at).getByRole('radio', step(n)).check()
  await press(maya, feltHeard.on)
  await shows(maya, feltHeard.left(5))
  await look('felt-heard-open', maya)
  for (const [at, n] of ([6, 5, 2, 7, 6] as const).entries()) {
    await groups
      .nth(3 + at)
      .getByRole('radio', step(n))
      .check()
  }
  await press(maya, feltHeard.on)
  await sees(maya, goodbye.heading)
  await look('goodbye-felt-heard', maya)
}
