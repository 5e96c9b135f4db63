// Is the right thing said of the sound, to the one whom it concerns, and can whoever is not heard go on in writing?
import { describe, expect, it } from 'vitest'
import type { RoomView } from '../../../lib/wire/events.ts'
import { NO_VOICE, NOT_MET, type RoomVoice, type VoiceWith } from '../../client/media/voice.ts'
import { KNOCKING } from '../../client/page/room-hook.ts'
import { viewWith } from '../../client/testing/view-with.ts'
import { inWriting } from './in-writing.ts'
import { soundSaid } from './sound-said.ts'

const HEARD: VoiceWith = { ...NOT_MET, theirs: 'open', path: 'there' }
const WELL: RoomVoice = { ...NO_VOICE, isOn: true, microphone: 'open', with: { a: HEARD } }
const withAna = (change: Partial<VoiceWith>): RoomVoice => ({ ...WELL, with: { a: { ...HEARD, ...change } } })
const says = (view: RoomView, voice: RoomVoice) => soundSaid(view, voice)?.says ?? null

const turnOf = (floor: 'a' | 'b' | 'all' | 'none', change: Partial<RoomView> = {}): RoomView => {
  const view = viewWith({ medium: 'voice', ...change })
  return { ...view, phase: view.phase && { ...view.phase, floor } }
}
/** The view is of seat b. */
const [THEIRS, MINE, BOTH, NOBODYS] = [turnOf('a'), turnOf('b'), turnOf('all'), turnOf('none')]

describe('what is said', () => {
  it.each([
    ['nothing, while all is well', {}, [null, null, null]],
    ['that somebody may be lost, to whoever listens', { isLost: true, missed: 'here' }, ['lost', null, 'lost']],
    ['that some of it may be missing', { path: 'mending', missed: 'here' }, ['missedHere', null, 'missedHere']],
    [
      'that some of it may be missing there, to whoever speaks',
      { missed: 'there' },
      [null, 'missedThere', 'missedThere'],
    ],
    ['nothing of a path that is mended in time', { path: 'mending' }, [null, null, null]],
    ['that there is no path', { path: 'none' }, ['noPathHere', 'noPath', 'noPath']],
    ['that the page is to be touched, to whoever would hear', { isBlocked: true }, ['touch', null, 'touch']],
    [
      'that it was changed on the way, before all else',
      { isUnchecked: true, path: 'none' },
      ['unchecked', 'unchecked', 'unchecked'],
    ],
    [
      'nothing of a voice that is not to be expected',
      { theirs: 'closed', isLost: true, isBlocked: true },
      [null, null, null],
    ],
  ] as const)('%s', (_, voice, [theirs, mine, both]) => {
    const said = [THEIRS, MINE, BOTH, NOBODYS].map(view => says(view, withAna(voice)))
    expect(said).toEqual([theirs, mine, both, null])
  })

  it('nothing where nobody is heard by voice', () => {
    const off: RoomVoice = { ...withAna({ isLost: true, missed: 'here' }), isOn: false }
    for (const view of [THEIRS, MINE, BOTH, NOBODYS]) expect(soundSaid(view, off)).toBeNull()
  })

  it('that somebody may be between two strangers, in every phase and while the clock is held, but not beside the four words', () => {
    const bad: RoomVoice = { ...withAna({ path: 'none' }), same: { at: 'differs', words: [], language: 'en' } }
    const held = { by: 'a', since: 1_000_000, on: [] } as unknown as RoomView['held']
    for (const view of [THEIRS, MINE, BOTH, NOBODYS, { ...MINE, held }]) expect(says(view, bad)).toBe('between')
    const agreeing: RoomView = { ...BOTH, phase: BOTH.phase && { ...BOTH.phase, kind: 'agree' } }
    expect(says(agreeing, bad)).toBe('noPath')
    expect(soundSaid({ ...MINE, stage: 'closed' }, bad)).toBeNull()
    for (const at of ['waiting', 'words'] as const) {
      expect(soundSaid(MINE, { ...WELL, same: { at, words: [], language: 'en' } })).toBeNull()
    }
  })

  it('nothing while the clock is held, and nothing before and after the sitting', () => {
    const bad = withAna({ path: 'none', isLost: true })
    const held = { by: 'a', since: 1_000_000, on: [] } as unknown as RoomView['held']
    for (const change of [{ held }, { stage: 'gathering' }, { stage: 'closed' }] as Partial<RoomView>[]) {
      expect(soundSaid(turnOf('a', change), bad)).toBeNull()
    }
  })
})

describe('of two others', () => {
  const cy = { name: 'Cy', here: true, ready: true }
  const among = (floor: 'a' | 'b' | 'c' | 'all') => {
    const view = turnOf('a', { seats: { ...viewWith().seats, c: cy } })
    return { ...view, phase: view.phase && { ...view.phase, floor } }
  }
  const three = (a: Partial<VoiceWith>, c: Partial<VoiceWith>): RoomVoice => ({
    ...WELL,
    with: { a: { ...HEARD, ...a }, c: { ...HEARD, ...c } },
  })

  it.each([
    [
      'no path to one, to whoever speaks and to that one alone',
      {},
      { path: 'none' },
      [null, ['noPath', 'c'], ['noPathHere', 'c']],
    ],
    [
      'no path to both',
      { path: 'none' },
      { path: 'none' },
      [
        ['noPathHere', 'a'],
        ['noPath', 'ac'],
        ['noPathHere', 'c'],
      ],
    ],
    ['a sentence that did not reach one', {}, { missed: 'there' }, [null, ['missedThere', 'c'], null]],
    ['a sentence of one that did not come', { missed: 'here' }, {}, [['missedHere', 'a'], null, null]],
    ['one who is lost', { isLost: true }, {}, [['lost', 'a'], null, null]],
    ['one whose sound is closed here', {}, { isBlocked: true }, [null, null, ['touch', 'c']]],
    ['a path that was changed on the way', {}, { isUnchecked: true }, [null, ['unchecked', 'c'], ['unchecked', 'c']]],
    [
      'one who writes and the other who can not be heard',
      { theirs: 'none', path: 'none' },
      { path: 'none' },
      [null, ['noPath', 'ac'], ['noPathHere', 'c']],
    ],
  ] as const)('%s', (_, a, c, [ana, mine, cys]) => {
    const said = (['a', 'b', 'c'] as const).map(floor => {
      const one = soundSaid(among(floor), three(a, c))
      return one && [one.says, one.of.join('')]
    })
    expect(said).toEqual([ana, mine, cys])
  })

  it('where all speak the graver is said, and of everybody of whom it is so', () => {
    const said = (voice: RoomVoice) => soundSaid(among('all'), voice)
    expect(said(three({ missed: 'here' }, { isLost: true }))).toEqual({ says: 'lost', of: ['c'] })
    expect(said(three({ path: 'none' }, { path: 'none' }))).toEqual({ says: 'noPath', of: ['a', 'c'] })
    expect(said(three({}, {}))).toBeNull()
  })
})

describe('in writing', () => {
  const { words } = KNOCKING
  it('whoever speaks and is not heard has a field, in the very same phase, and speaks on when the path is there', () => {
    expect(inWriting(MINE, { voice: WELL, words }).writes).toBe(false)
    expect(inWriting(MINE, { voice: { ...withAna({ path: 'none' }), mustWrite: true }, words }).writes).toBe(true)
    expect(inWriting(MINE, { voice: WELL, words }).writes).toBe(false)
  })

  it('a sentence that was begun keeps its field although the path has come', () => {
    expect(inWriting(MINE, { voice: WELL, words: { ...words, draft: 'Then in' } }).writes).toBe(true)
  })
})
