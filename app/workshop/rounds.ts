// What can be done to the rounds of a plan? They are added, taken out, and put in another order; each keeps its own mark, so
// that what is written in one stays with it wherever it goes.

export interface PlannedRound {
  id: number
  prompt: string
}

/** Rounds for these prompts, with marks from `first` on. */
export const roundsOf = (prompts: readonly string[], first = 0): PlannedRound[] =>
  prompts.map((prompt, n) => ({ id: first + n, prompt }))

export const nextId = (rounds: readonly PlannedRound[]): number =>
  rounds.reduce((most, { id }) => Math.max(most, id), -1) + 1

/** The rounds of another plan. Where they are as many, each keeps the mark of its place. */
export const renewed = (rounds: readonly PlannedRound[], prompts: readonly string[]): PlannedRound[] =>
  rounds.length === prompts.length
    ? rounds.map(({ id }, n) => ({ id, prompt: prompts[n] ?? '' }))
    : roundsOf(prompts, nextId(rounds))

export const added = (rounds: readonly PlannedRound[]): PlannedRound[] => [
  ...rounds,
  { id: nextId(rounds), prompt: '' },
]

export const without = (rounds: readonly PlannedRound[], id: number): PlannedRound[] =>
  rounds.filter(round => round.id !== id)

export const written = (rounds: readonly PlannedRound[], id: number, prompt: string): PlannedRound[] =>
  rounds.map(round => (round.id === id ? { id, prompt } : round))

/** One place up (-1) or down (1); at an end it stays. */
export function moved(rounds: readonly PlannedRound[], id: number, by: -1 | 1): PlannedRound[] {
  const at = rounds.findIndex(round => round.id === id)
  const to = at + by
  const round = rounds[at]
  if (!round || to < 0 || to >= rounds.length) return [...rounds]
  const others = without(rounds, id)
  return [...others.slice(0, to), round, ...others.slice(to)]
}
