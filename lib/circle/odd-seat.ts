// Whose turn is it to have the odd seat? Theirs who had it least often. Nobody has it twice before everyone had it once who
// could, and whoever was away, came late or sat in a fixed pair is not made to catch up.
import type { PairingAsk } from './pairing-ask.ts'

/** How often those of `among` had it who had it least, which counts for whoever is new; 0 where nothing is known of anybody. */
export function leastOdd(odd: Readonly<Record<string, number>>, among: readonly string[]): number {
  const known = among.flatMap(person => odd[person] ?? [])
  return known.length === 0 ? 0 : known.reduce((least, times) => Math.min(least, times))
}

/**
 * Who could have the odd seat, those first whose turn it is: by how often they had it, and of those who had it as often
 * whoever had it last after the others. In each group in the order of `people`.
 */
export function turnsOf(
  { odd, oddBefore }: Pick<PairingAsk, 'odd' | 'oddBefore'>,
  people: readonly string[],
): string[][] {
  const least = leastOdd(odd, people)
  const turns = new Map<number, string[]>()
  for (const person of people) {
    const turn = (odd[person] ?? least) + (person === oddBefore ? 0.5 : 0)
    const same = turns.get(turn)
    if (same) same.push(person)
    else turns.set(turn, [person])
  }
  return [...turns].sort(([one], [other]) => one - other).map(([, group]) => group)
}
