// What may a facilitator learn of how it was, without anybody's answer? Sums of five people or more, and between one sum and
// the next again five or more: whoever compares two looks knows no more of anybody than whoever saw one.
import type { GiveAsk, Learned, PersonId } from '../wire/circle.ts'

/** Fewer than these in a sum would say something of somebody. */
export const GIVERS_LEAST = 5
const STEPS = 7

type Given = Pick<GiveAsk, 'before' | 'after' | 'heard'>

export interface Learning {
  /** What can be seen; null before the first five. */
  open: Learned | null
  /** Given since: seen by nobody until they are five. In no order. */
  waiting: Given[]
  /** By whom these are. In their own order, which is no other's. */
  by?: Marked[]
}

/**
 * The same for a person and a round each time, and no sign of either to whoever reads the circle: with one name beside one answer, they
 * would know whose it is.
 */
export type Mark = (person: PersonId, round: number) => string

interface Marked {
  round: number
  mark: string
}

/** Whether this waits for a sum already. */
export const hasGiven = ({ by = [] }: Learning, { mark }: Marked): boolean => by.some(one => one.mark === mark)

export const nothingLearned = (): Learning => ({ open: null, waiting: [] })

/**
 * `place`: where among those that wait it is put, drawn by chance, so that the order in which people gave is kept nowhere. `summed`: of
 * whom there is a sum now, all at once.
 */
export function learnt(
  { open, waiting, by = [] }: Learning,
  given: Given,
  from: Marked,
  place: number,
): { learned: Learning; summed: Marked[] } {
  const all = [...waiting]
  all.splice(place % (all.length + 1), 0, given)
  const marks = [...by, from].sort((one, other) => (one.mark < other.mark ? -1 : 1))
  if (all.length < GIVERS_LEAST) return { learned: { open, waiting: all, by: marks }, summed: [] }
  return { learned: { open: all.reduce(added, open ?? NOTHING), waiting: [] }, summed: marks }
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
