// What may a facilitator learn of how it was, without anybody's answer? Sums of five people or more, and between one sum and
// the next again five or more: whoever compares two looks knows no more of anybody than whoever saw one.
import type { GiveAsk, Learned } from '../wire/circle.ts'

/** Fewer than these in a sum would say something of somebody. */
export const GIVERS_LEAST = 5
const STEPS = 7

type Given = Pick<GiveAsk, 'before' | 'after' | 'heard'>

export interface Learning {
  /** What can be seen; null before the first five. */
  open: Learned | null
  /** Given since: seen by nobody until they are five. In no order. */
  waiting: Given[]
}

export const nothingLearned = (): Learning => ({ open: null, waiting: [] })

/** `place`: where among those that wait it is put, drawn by chance, so that the order in which people gave is kept nowhere. */
export function learnt({ open, waiting }: Learning, given: Given, place: number): Learning {
  const all = [...waiting]
  all.splice(place % (all.length + 1), 0, given)
  return all.length < GIVERS_LEAST ? { open, waiting: all } : { open: all.reduce(added, open ?? NOTHING), waiting: [] }
}

const NOTHING: Learned = { givers: 0, before: Array(STEPS).fill(0), after: Array(STEPS).fill(0), heard: 0 }

function added(sum: Learned, { before, after, heard }: Given): Learned {
  const counted = (counts: readonly number[], step: number | undefined) =>
    counts.map((count, i) => (i + 1 === step ? count + 1 : count))
  return {
    givers: sum.givers + 1,
    before: counted(sum.before, before),
    after: counted(sum.after, after),
    heard: sum.heard + (heard ? 1 : 0),
  }
}
