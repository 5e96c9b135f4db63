// The screens that only a repair has: agreeing on one line, saying back, being asked whether one feels heard, and thanks.
import { meet, press, say, sees, words } from '../people.ts'
import { bothOn, finish, MINUTE, SECOND, shows, type Turn, turnOf, type Walk } from './walk.ts'

const { phases, goodbye } = words
const { agree, speak, settle, heard, drop, tell, thanks, quiet } = phases
const sayBack = phases['say-back']

export async function repair(walk: Walk): Promise<void> {
  const { maya, jonah, look, house } = walk
  await meet(maya, jonah, { name: 'Maya', sitting: 'repair' })
  await sees(maya, agree.safety.heading)
  await look('agree-safe', maya)
  await bothOn(walk, agree.safety.safe)
  await sees(maya, agree.heading)
  await look('agree', maya)
  await say(maya, 'The evening in May.', agree.topic)
  await shows(jonah, 'The evening in May.')
  await look('agree-topic', jonah)
  await press(jonah, agree.on)
  await look('agree-waiting', maya)
  await press(maya, agree.on)
  await sees(maya, phases.arrive.heading)
  await bothOn(walk, phases.arrive.on)
  await sees(maya, phases.picture.headingRepair('Jonah'))
  await look('picture-repair', maya)
  await bothOn(walk, phases.picture.on)

  for (const round of ['first', 'second']) {
    const turn = await turnOf(walk)
    await say(turn.speaker, 'You left without a word, and I waited.')
    await finish(turn)
    await sees(turn.listener, settle.heading(turn.speaks))
    await bothOn(walk, settle.on)
    await sayingBack(walk, turn, round)
    await bothOn(walk, settle.on)
  }

  await sees(maya, drop.heading)
  await maya.getByRole('radio', { name: drop.keep }).check()
  await press(maya, drop.on)
  await shows(maya, drop.kept('Jonah'))
  await look('drop-kept', maya)
  await jonah.getByRole('textbox').fill('That you did it to hurt me.')
  await press(jonah, drop.on)
  await shows(maya, 'That you did it to hurt me.')
  await look('tell-one-kept', jonah)
  await press(maya, tell.teller.pass)
  await press(jonah, speak.silence.on)
  await press(jonah, tell.teller.pass)
  await press(maya, speak.silence.on)

  await sees(maya, thanks.giver.heading('Jonah'))
  await look('thanks-giver', maya)
  await look('thanks-receiver', jonah)
  await finish({ speaker: maya, listener: jonah, speaks: 'Maya', listens: 'Jonah' }, thanks.on)
  await sees(jonah, thanks.giver.heading('Maya'))
  await finish({ speaker: jonah, listener: maya, speaks: 'Jonah', listens: 'Maya' }, thanks.on)
  await sees(maya, quiet.heading)
  await look('quiet-repair', maya)
  await house.skip(2 * MINUTE)
  await sees(maya, goodbye.heading)
  await look('goodbye-one-kept', maya)
}

async function sayingBack({ look, house }: Walk, turn: Turn, round: string): Promise<void> {
  const { speaker, listener, speaks, listens } = turn
  await sees(listener, sayBack.sayer.heading(speaks))
  await sees(speaker, sayBack.hearer.heading(listens))
  if (round === 'first') {
    await look('say-back', listener)
    await look('say-back-hearing', speaker)
    await say(listener, 'What I heard is: you waited.')
    await shows(speaker, 'What I heard is: you waited.')
    await look('say-back-words', listener)
    await look('say-back-heard', speaker)
  }
  await press(listener, sayBack.sayer.on)
  await press(speaker, speak.silence.on)
  await sees(speaker, heard.speaker.heading)
  await sees(listener, heard.other.heading(speaks))
  if (round === 'second') {
    await press(speaker, heard.speaker.yes)
    return
  }
  await look('heard', speaker)
  await look('heard-other', listener)
  // There is more, as often as there may be: then the question is another one.
  for (const time of [1, 2]) {
    await press(speaker, heard.speaker.more)
    await sees(speaker, speak.speaker.heading)
    if (time === 1) await look('speak-once-more', speaker)
    await house.skip(67 * SECOND)
    await sees(listener, sayBack.sayer.heading(speaks))
    await house.skip(67 * SECOND)
    await sees(speaker, heard.speaker.heading)
  }
  await look('heard-enough', speaker)
  await press(speaker, heard.speaker.yes)
}
