// What does a circle remember of its rounds, so that nobody meets the same person again or has the odd seat twice? Who has met
// whom, how often and when last, and how often each has had the odd seat; of what was said there is nothing to remember.
import { leastOdd } from './odd-seat.ts'
import { pairName, pairsIn } from './pair-name.ts'
import type { Paired } from './pairing.ts'
import type { PairingAsk } from './pairing-ask.ts'

export interface Remembered {
  rounds: number
  /** By `pairName`. */
  met: Record<string, number>
  last: Record<string, number>
  odd: Record<string, number>
  oddBefore: string | null
}

export const nothingYet = (): Remembered => ({ rounds: 0, met: {}, last: {}, odd: {}, oddBefore: null })

/** `ask`: who was here for the round, and the fixed pairs that the facilitator wished for. */
export function withRound(
  before: Remembered,
  { people, fixed }: Pick<PairingAsk, 'people' | 'fixed'>,
  { rooms, odd: oddOne }: Pick<Paired, 'rooms' | 'odd'>,
): Remembered {
  const rounds = before.rounds + 1
  const met = { ...before.met }
  const last = { ...before.last }
  for (const pair of rooms.flatMap(pairsIn)) {
    const name = pairName(...pair)
    met[name] = (met[name] ?? 0) + 1
    last[name] = rounds
  }
  return { rounds, met, last, odd: oddAfter(before.odd, people, fixed, oddOne), oddBefore: oddOne ?? before.oddBefore }
}

function oddAfter(
  before: Readonly<Record<string, number>>,
  people: readonly string[],
  fixed: PairingAsk['fixed'],
  oddOne: string | null,
): Record<string, number> {
  const isFixed = new Set(fixed.flat())
  const could = people.filter(person => !isFixed.has(person))
  const odd: Record<string, number> = { ...before }
  const leastBefore = leastOdd(before, could)
  for (const person of could) odd[person] = (before[person] ?? leastBefore) + (person === oddOne ? 1 : 0)
  if (could.length === 0) return odd
  // Whoever is away or in a fixed pair keeps step with those who could, so that nobody has to catch up afterwards.
  const least = leastOdd(odd, could)
  for (const person of [...Object.keys(before), ...isFixed]) odd[person] = Math.max(odd[person] ?? least, least)
  return odd
}
