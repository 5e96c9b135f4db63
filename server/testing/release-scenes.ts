// What happens in a release whose words and papers are held fast? Sittings of every format and holds, by what pages ask.
import type { OpenAsk } from '../../lib/wire/events.ts'
import { meeting, reporting, workshop } from './release-gatherings.ts'
import { type Scene, type Stay, until } from './release-life.ts'
import { all, goOn, keyOf, sealed } from './release-ways.ts'

const SECOND = 1_000

async function opened(stay: Stay, format: OpenAsk['format'], medium: OpenAsk['medium'], clock?: OpenAsk['clock']) {
  const [ann, ben] = [await stay.come('Ann'), await stay.come('Ben')]
  const ask = { kind: 'friends', format, medium, ...(clock && { clock }), name: 'Ann', key: keyOf('Ann') }
  const { room } = await ann.must('open', ask)
  await ben.must('peek', { room })
  return { ann, ben, both: [ann, ben] as const, room }
}

async function sitting(stay: Stay, ...of: [OpenAsk['format'], OpenAsk['medium'], OpenAsk['clock']?]) {
  const pair = await opened(stay, ...of)
  await pair.ben.must('enter', { room: pair.room, name: 'Ben', key: keyOf('Ben') })
  await pair.ann.must('intent', { do: 'ready', first: 'me' })
  await pair.ben.must('intent', { do: 'ready', first: 'either' })
  await all(pair.both, view => view.stage === 'sitting')
  return pair
}

/** Of these alone capsules are kept as well: they are half of what is written down. */
const AT_LENGTH = new Set(['listening: speak', 'drop'])

/** `seen`: which kinds of phases are held fast already. */
async function wholeSitting(stay: Stay, format: OpenAsk['format'], seen: Set<string>): Promise<void> {
  const id = 'id' in format ? format.id : ''
  const { ann, ben, both, room } = await opened(stay, format, 'text')
  if (id === 'listening') await stay.freeze('a room with one in it', [ann])
  await ben.must('enter', { room, name: 'Ben', key: keyOf('Ben') })
  await ann.must('intent', { do: 'ready', first: 'me' })
  if (id === 'listening') await stay.freeze('one of two is ready', both)
  await ben.must('intent', { do: 'ready', first: 'either' })
  await all(both, view => view.stage === 'sitting')
  while (ann.view().stage === 'sitting') {
    const { phase } = ann.view()
    if (!phase) throw new Error('a sitting is in no phase')
    // A turn of each format, and one phase of each kind besides.
    const kind = phase.kind === 'speak' ? `${id}: speak` : phase.kind
    if (!seen.has(kind)) await stay.freeze(`${id}: ${phase.kind}`, both, {}, !AT_LENGTH.has(kind))
    if (phase.kind === 'heard') {
      const speaker = both.find(person => person.view().you === phase.speaker)
      await speaker?.must('intent', { do: 'heard', phase: phase.n, heard: true })
    }
    if (phase.kind === 'drop') {
      await ann.must('intent', { do: 'line', phase: phase.n, sealed: sealed('a line') })
      if (!seen.has('drop')) await stay.freeze(`${id}: one line is written`, both, {}, true)
      await ben.must('intent', { do: 'keep', phase: phase.n })
      await all(both, view => view.lines !== null)
      if (!seen.has('drop')) await stay.freeze(`${id}: the lines are open`, both)
    }
    seen.add(kind)
    // The lines are open as the first is told.
    if (kind === 'drop') seen.add('tell')
    if (ann.view().phase?.n === phase.n) await goOn(both, stay.hand)
  }
  if (id === 'listening') await stay.freeze('a room that is over', both)
}

/** Nobody's clock runs: people go on by their own word. */
async function withoutClock(stay: Stay): Promise<void> {
  const { both } = await sitting(stay, { id: 'taste' }, 'together', 'none')
  await goOn(both, stay.hand)
  await goOn(both, stay.hand)
  await stay.freeze('a turn without a clock', both)
}

async function holds(stay: Stay): Promise<void> {
  const { hand } = stay
  const phases = [
    { kind: 'speak', seconds: 120, floor: 'first' },
    { kind: 'speak', seconds: 120, floor: 'second' },
    { kind: 'drop', seconds: 30, floor: 'none' },
  ] as const
  const { ann, ben, both } = await sitting(stay, { phases: [...phases] }, 'voice', 'unhurried')
  await ann.must('words', { phase: 0, id: 1, sealed: sealed('some words') })
  await until(() => ben.told.words.length > 0)
  await ben.must('again', { to: 'a', since: 0 })
  await ann.must('replay', { to: 'b', sealed: sealed('some words') })
  await ann.must('signal', { to: 'b', data: { description: { type: 'offer', sdp: 'v=0' } } })
  await ben.must('ice')
  await ann.must('clock')
  await hand.advance(30 * SECOND)
  await ann.must('intent', { do: 'more', phase: 0 })
  await ben.must('intent', { do: 'more', phase: 0 })
  await all(both, view => view.more?.granted === 1)
  await stay.freeze('a minute more', both, {}, true)
  await ben.must('intent', { do: 'hold', phase: 0 })
  await all(both, view => view.held?.why === 'asked')
  await stay.freeze('held as one has asked', both)
  await ann.must('intent', { do: 'resume', since: ann.view().held?.since })
  await all(both, view => view.held?.resume.length === 1)
  await stay.freeze('one of two would go on', both, {}, true)
  await ben.must('intent', { do: 'resume', since: ben.view().held?.since })
  await all(both, view => view.held === null)
  await hand.advance(10 * SECOND)
  ben.close()
  await until(() => ann.view().seats.b?.here === false)
  await hand.advance(10 * SECOND)
  await until(() => ann.view().held?.why === 'away')
  await stay.freeze('held as one is away', both)
  const back = await stay.come('Ben')
  const { room, now, capsule } = ben.view()
  await back.must('enter', { room, token: ben.token, heard: now, key: keyOf('Ben-anew'), capsule })
  for (const one of [ann, back]) await one.must('intent', { do: 'resume', since: one.view().held?.since })
  await all([ann, back], view => view.held === null)
  await ann.must('intent', { do: 'on', phase: 0 })
  await stay.freeze('a speaker has said that they are done', [ann, back], {}, true)
  await back.must('intent', { do: 'on', phase: 0 })
  await all([ann, back], view => view.phase?.n === 1)
  await stay.freeze('the second turn, as the first was given up early', [ann, back], {}, true)
  await back.must('intent', { do: 'leave' })
  await until(() => ann.view().stage === 'closed')
}

async function asked(stay: Stay): Promise<void> {
  const { ann, ben, room } = await opened(stay, { id: 'taste' }, 'text')
  await ben.must('enter', { room, name: 'Ben', key: keyOf('Ben') })
  await until(() => ann.view().seats.b != null)
  await ann.must('intent', { do: 'unseat', seat: 'b' })
  await stay.freeze('one was asked out', [ann])
}

const FORMATS = ['taste', 'listening', 'repair', 'dyad']

export function scenes(): Scene[] {
  const seen = new Set<string>()
  const sittings = FORMATS.map(id => (stay: Stay) => wholeSitting(stay, { id }, seen))
  return [...sittings, withoutClock, holds, asked, workshop, meeting, reporting]
}
