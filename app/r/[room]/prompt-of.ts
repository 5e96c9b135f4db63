// What is suggested to whoever speaks in a sitting with a stranger? In each round one thing, the same for both and the same after
// the page was loaded again, since nothing but the room decides; lighter in the first round than after it.
import type { RoomView } from '../../../lib/wire/events.ts'
import type { PracticeWords } from '../../../lib/words/practice.ts'

/** Null outside of a speaking turn, and among people who know each other. */
export function promptOf({ kind, room, format, phase }: RoomView, words: PracticeWords['prompts']): string | null {
  if (kind !== 'practice' || phase?.kind !== 'speak') return null
  const round = format.phases[phase.n]?.turn ?? 1
  const prompts = round === 1 ? words.light : words.deeper
  const prompt = prompts[numberOf(`${room} ${round}`) % prompts.length]
  return prompt === undefined ? null : words.offered(prompt)
}

/** FNV-1a in 32 bits: any number will do that is the same in every browser. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}
