// What is suggested to whoever speaks in a sitting with a stranger? In each round one thing, the same for both and the same after
// the page was loaded again, since nothing but the room decides; lighter in the first round than after it.
import type { RoomView } from '../../../lib/wire/events.ts'
import { fnv1a } from '../../../lib/wire/fnv.ts'
import type { PracticeWords } from '../../../lib/words/practice.ts'

/** Null outside of a speaking turn, and among people who know each other. */
export function promptOf({ kind, room, format, phase }: RoomView, words: PracticeWords['prompts']): string | null {
  if (kind !== 'practice' || phase?.kind !== 'speak') return null
  const round = format.phases[phase.n]?.turn ?? 1
  const prompts = round === 1 ? words.light : words.deeper
  const prompt = prompts[fnv1a(`${room} ${round}`) % prompts.length]
  return prompt === undefined ? null : words.offered(prompt)
}
