// Does whoever has the floor write, and are words read? Always in a room in writing; in one of voice where somebody can't be
// heard or would rather write, which is nobody's business but theirs.
import type { RoomView } from '../../../lib/wire/events.ts'
import type { RoomHook } from '../../client/page/room-hook.ts'

export interface InWriting {
  /** There is a field to write in for whoever has the floor. */
  writes: boolean
  /** What was said in writing is shown. */
  reads: boolean
}

/** `chosen`: this person would rather write than speak. */
export function inWriting(
  view: RoomView,
  { voice, words }: Pick<RoomHook, 'voice' | 'words'>,
  chosen = false,
): InWriting {
  if (view.medium === 'text') return { writes: true, reads: true }
  if (!voice.isOn) return { writes: false, reads: false }
  const said = words.said.some(({ text }) => text !== '')
  const begun = words.draft !== '' || words.said.some(({ from }) => from === view.you)
  const writes = chosen || voice.mustWrite || begun
  return { writes, reads: writes || said }
}
