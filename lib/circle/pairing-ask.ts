// From what is it decided who sits with whom?

/** A hall. */
export const PEOPLE_MOST = 500

export interface PairingAsk {
  /** Who is here, in the order in which they came. */
  people: readonly string[]
  /** By `pairName`: how often two people have sat in one room so far. */
  met: Readonly<Record<string, number>>
  /** By `pairName`: in which round they last did. */
  last?: Readonly<Record<string, number>>
  /** How often each has had the odd seat: the third of a room of three, or whoever was in none. */
  odd: Readonly<Record<string, number>>
  /** Who had it last. */
  oddBefore?: string | null
  /** What becomes of whoever is left over: they join two others, sit with the facilitator, or rest. */
  mode: 'trio' | 'facilitator' | 'rest'
  fixed: readonly (readonly [string, string])[]
  apart: readonly (readonly [string, string])[]
  /** Chance, drawn by the caller, anew for each round. Equal choices fall by it and by nothing else. */
  seed: number
}
