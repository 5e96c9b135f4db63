// Is the right thing said of the sound, to the one whom it concerns, and can whoever is not heard go on in writing?
import { describe, expect, it } from 'vitest'
import type { RoomView } from '../../../lib/wire/events.ts'
import { NO_VOICE, type RoomVoice } from '../../client/media/voice.ts'
import { KNOCKING } from '../../client/room-hook.ts'
import { viewWith } from '../../client/testing/view-with.ts'
import { inWriting } from './in-writing.ts'
import { soundSaid } from './sound-said.ts'

const WELL: RoomVoice = { ...NO_VOICE, isOn: true, microphone: 'open', theirs: 'open', path: 'there' }

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
    ['nothing where nobody is heard by voice', { isOn: false, isLost: true, missed: 'here' }, [null, null, null]],
  ] as const)('%s', (_, voice, [theirs, mine, both]) => {
    const said = [THEIRS, MINE, BOTH, NOBODYS].map(view => soundSaid(view, { ...WELL, ...voice }))
    expect(said).toEqual([theirs, mine, both, null])
  })

  it('that somebody may be between two strangers, in every phase and while the clock is held, but not beside the four words', () => {
    const bad: RoomVoice = { ...WELL, path: 'none', same: { at: 'differs', words: [], language: 'en' } }
    const held = { by: 'a', since: 1_000_000, on: [] } as unknown as RoomView['held']
    for (const view of [THEIRS, MINE, BOTH, NOBODYS, { ...MINE, held }]) expect(soundSaid(view, bad)).toBe('between')
    const agreeing: RoomView = { ...BOTH, phase: BOTH.phase && { ...BOTH.phase, kind: 'agree' } }
    expect(soundSaid(agreeing, bad)).toBe('noPath')
    expect(soundSaid({ ...MINE, stage: 'closed' }, bad)).toBeNull()
    for (const at of ['waiting', 'words'] as const) {
      expect(soundSaid(MINE, { ...WELL, same: { at, words: [], language: 'en' } })).toBeNull()
    }
  })

  it('nothing while the clock is held, and nothing before and after the sitting', () => {
    const bad: RoomVoice = { ...WELL, path: 'none', isLost: true }
    const held = { by: 'a', since: 1_000_000, on: [] } as unknown as RoomView['held']
    for (const change of [{ held }, { stage: 'gathering' }, { stage: 'closed' }] as Partial<RoomView>[]) {
      expect(soundSaid(turnOf('a', change), bad)).toBeNull()
    }
  })
})

describe('in writing', () => {
  const { words } = KNOCKING
  it('whoever speaks and is not heard has a field, in the very same phase, and speaks on when the path is there', () => {
    expect(inWriting(MINE, { voice: WELL, words }).writes).toBe(false)
    expect(inWriting(MINE, { voice: { ...WELL, path: 'none', mustWrite: true }, words }).writes).toBe(true)
    expect(inWriting(MINE, { voice: WELL, words }).writes).toBe(false)
  })

  it('a sentence that was begun keeps its field although the path has come', () => {
    expect(inWriting(MINE, { voice: WELL, words: { ...words, draft: 'Then in' } }).writes).toBe(true)
  })
})
