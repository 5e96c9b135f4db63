// What is told to somebody who asks for what is not there, or shows what opens nothing? At first the truth; after too many at one
// address, nothing. What is shown right is no guess, and is answered whatever others at the same router do.
import type { Ack } from '../../lib/wire/events.ts'
import { refuse } from '../refusals.ts'

export interface Guesses {
  /** May this address still be told that it was wrong? Counts nothing. */
  mayGuess(address: string): boolean
  guessedWrong(address: string): void
}

/** For a room, a token or a key, which nobody finds by trying: it is looked for first, and only a wrong one counts. */
export async function guessing<Answer extends object>(
  guesses: Guesses,
  address: string,
  ask: () => Promise<Ack<Answer>>,
): Promise<Ack<Answer>> {
  const out = await ask()
  if (out.ok || (out.code !== 'gone' && out.code !== 'not-yours')) return out
  if (!guesses.mayGuess(address)) return refuse('too-fast')
  guesses.guessedWrong(address)
  return out
}
