// Which sittings are there, phase by phase, and how long do they take?
// A format is data. People choose a total ("25 minutes") and the turns follow from it; turns of one round are equal.
import type { Format, Ms, Phase, Position } from '../protocol/room.ts'
import { lengthOf } from '../protocol/where.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
/** Turn lengths are rounded to this step, so that they can be said in words. */
const TURN_STEP_MS = 15 * SECOND

const POSITIONS: readonly Position[] = ['first', 'second', 'third']

/** The sittings that two who know each other choose from. */
export type FormatId = 'listening' | 'taste' | 'repair' | 'dyad'
/** Those that are held only in their own place: `practice` between strangers, whom the lobby brings together, and a workshop's `round`. */
type OwnPlace = 'practice' | 'round'

interface Recipe {
  id: FormatId | OwnPlace
  title: string
  /** The length of a main turn when nobody chooses one, and the shortest and longest that can be chosen. */
  turnMs: Ms
  turnRangeMs: readonly [Ms, Ms]
  build(turnMs: Ms, order: readonly Position[]): Phase[]
}

const still = (kind: Phase['kind'], ms: Ms | null): Phase => ({ kind, ms, floor: 'none' })
const turn = (kind: Phase['kind'], who: Position, ms: Ms, round: number): Phase => ({
  kind,
  ms,
  floor: who,
  speaker: who,
  turn: round,
})
/** Who comes after `who` in the order: the one who says back what was heard. */
const after = (who: Position, order: readonly Position[]): Position =>
  order[(order.indexOf(who) + 1) % order.length] ?? who

/** Speaking and settling, once each: the heart of the quiet formats. The last settling can ask for a round more. */
function round(order: readonly Position[], turnMs: Ms, settleMs: Ms, number: number): Phase[] {
  return order.flatMap(who => [turn('speak', who, turnMs, number), still('settle', settleMs)])
}

const listening: Recipe = {
  id: 'listening',
  title: 'Listening without modelling',
  turnMs: 5 * MINUTE,
  turnRangeMs: [2 * MINUTE, 15 * MINUTE],
  build: (turnMs, order) => {
    const turns = round(order, turnMs, 30 * SECOND, 1)
    return [
      still('arrive', MINUTE),
      still('picture', MINUTE),
      ...turns.slice(0, -1),
      { ...still('settle', 30 * SECOND), again: true },
      still('drop', 90 * SECOND),
      ...order.map(who => turn('tell', who, MINUTE, 2)),
      { kind: 'thanks', ms: 20 * SECOND, floor: 'all' },
      still('quiet', MINUTE),
    ]
  },
}

const taste: Recipe = {
  id: 'taste',
  title: 'A first taste',
  turnMs: 90 * SECOND,
  turnRangeMs: [MINUTE, 3 * MINUTE],
  build: (turnMs, order) => [
    still('arrive', 20 * SECOND),
    still('picture', 20 * SECOND),
    ...round(order, turnMs, 15 * SECOND, 1),
    still('drop', 40 * SECOND),
    ...order.map(who => turn('tell', who, 20 * SECOND, 2)),
    { kind: 'thanks', ms: 15 * SECOND, floor: 'all' },
  ],
}

const repair: Recipe = {
  id: 'repair',
  title: 'After something went wrong between us',
  turnMs: 8 * MINUTE,
  turnRangeMs: [3 * MINUTE, 15 * MINUTE],
  build: (turnMs, order) => [
    { kind: 'agree', ms: null, floor: 'all' },
    still('arrive', 2 * MINUTE),
    still('picture', MINUTE),
    ...order.flatMap((who): Phase[] => [
      turn('speak', who, turnMs, 1),
      still('settle', 45 * SECOND),
      { ...turn('say-back', after(who, order), 2 * MINUTE, 2), speaker: who },
      { kind: 'heard', ms: MINUTE, floor: 'none', speaker: who },
      still('settle', 30 * SECOND),
    ]),
    still('drop', 2 * MINUTE),
    ...order.map(who => turn('tell', who, 2 * MINUTE, 3)),
    ...order.map(who => turn('thanks', who, 30 * SECOND, 4)),
    still('quiet', 2 * MINUTE),
  ],
}

const dyad: Recipe = {
  id: 'dyad',
  title: 'The long dyad',
  turnMs: 5 * MINUTE,
  turnRangeMs: [2 * MINUTE, 10 * MINUTE],
  build: (turnMs, order) => [
    still('arrive', 30 * SECOND),
    ...[1, 2, 3, 4].flatMap(number =>
      order.flatMap((who): Phase[] => [
        turn('speak', who, turnMs, number),
        { kind: 'thanks', ms: 10 * SECOND, floor: 'all' },
      ]),
    ),
    still('drop', MINUTE),
    ...order.map(who => turn('tell', who, 30 * SECOND, 5)),
  ],
}

const practice: Recipe = {
  id: 'practice',
  title: 'With someone new',
  turnMs: 150 * SECOND,
  turnRangeMs: [150 * SECOND, 150 * SECOND],
  build: (turnMs, order) => [
    { kind: 'agree', ms: 30 * SECOND, floor: 'all' },
    still('arrive', 30 * SECOND),
    // The second time round the prompt may go a little deeper; the two rounds are as long as each other.
    ...[1, 2].flatMap(number => round(order, turnMs, 15 * SECOND, number)),
    still('drop', 30 * SECOND),
    ...order.map(who => turn('tell', who, 30 * SECOND, 3)),
    { kind: 'thanks', ms: 15 * SECOND, floor: 'all' },
  ],
}

const workshopRound: Recipe = {
  id: 'round',
  title: 'A round',
  turnMs: 4 * MINUTE,
  turnRangeMs: [MINUTE, 15 * MINUTE],
  build: (turnMs, order) => {
    const [settleMs, tellMs] = order.length === 3 ? [13 * SECOND, 30 * SECOND] : [20 * SECOND, 45 * SECOND]
    return [
      { kind: 'meet', ms: 30 * SECOND, floor: 'all' },
      ...round(order, turnMs, settleMs, 1),
      ...order.map(who => turn('tell', who, tellMs, 2)),
      { kind: 'thanks', ms: 20 * SECOND, floor: 'all' },
    ]
  },
}

const RECIPES: Record<FormatId | OwnPlace, Recipe> = {
  listening,
  taste,
  repair,
  dyad,
  practice,
  round: workshopRound,
}

/** What a round of a workshop can be: nothing that waits for an answer, since all rooms keep one clock. */
export const ROUND_IDS = ['round', 'listening', 'taste', 'dyad'] as const
export type RoundId = (typeof ROUND_IDS)[number]

export const FORMAT_IDS: readonly FormatId[] = ['listening', 'taste', 'repair', 'dyad']

export function isFormatId(id: string): id is FormatId {
  return (FORMAT_IDS as readonly string[]).includes(id)
}

/** How long the phases take together when nothing is added, in ms; phases without a clock count nothing. */
export function totalMs(phases: readonly Phase[]): Ms {
  return phases.reduce((sum, phase) => sum + (lengthOf(phase) ?? 0), 0)
}

/** Everything but the main turns and how many of those there are; the bell's grace is not taken from anybody's turn. */
function overhead(recipe: Recipe, order: readonly Position[]): { quietMs: Ms; turns: number } {
  const phases = recipe.build(0, order)
  return { quietMs: totalMs(phases), turns: phases.filter(phase => phase.kind === 'speak').length }
}

/** The totals that can be chosen for a format, in whole minutes: [least, usual, most]. */
export function minutesRange(id: FormatId | OwnPlace, seats: 2 | 3 = 2): readonly [number, number, number] {
  const recipe = RECIPES[id]
  const { quietMs, turns } = overhead(recipe, POSITIONS.slice(0, seats))
  const minutes = (turnMs: Ms) => (quietMs + turns * turnMs) / MINUTE
  const [least, most] = recipe.turnRangeMs
  return [Math.ceil(minutes(least)), Math.round(minutes(recipe.turnMs)), Math.floor(minutes(most))]
}

/** The total that was chosen, in whole minutes; the usual one where it is none that this format can have. */
export function minutesOf(id: FormatId | OwnPlace, chosen: unknown): number {
  const [least, usual, most] = minutesRange(id)
  return typeof chosen === 'number' && chosen >= least && chosen <= most ? Math.round(chosen) : usual
}

/**
 * The phases of a known format. `minutes` is the chosen total: each main turn then gets
 * (total − what the other phases need) / turns, rounded to 15 s and kept within the format's range.
 */
export function formatFor(id: FormatId | OwnPlace, seats: 2 | 3 = 2, minutes?: number): Format {
  const recipe = RECIPES[id]
  const order = POSITIONS.slice(0, seats)
  return { id, title: recipe.title, phases: recipe.build(turnFor(recipe, order, minutes), order) }
}

/**
 * The same sitting for three who keep one clock with pairs: as long in all, to the millisecond, the main turns shorter. Null
 * where that would leave a turn of under half a minute.
 */
export function trioFor(id: FormatId | OwnPlace, minutes?: number): Format | null {
  const recipe = RECIPES[id]
  const totalOfPairs = totalMs(formatFor(id, 2, minutes).phases)
  const { quietMs, turns } = overhead(recipe, POSITIONS)
  const turnMs = Math.floor((totalOfPairs - quietMs) / turns)
  if (turnMs < 30 * SECOND) return null
  const phases = recipe.build(turnMs, POSITIONS)
  const lastQuiet = phases.findLastIndex(({ kind, ms }) => kind !== 'speak' && kind !== 'tell' && ms !== null)
  const missing = totalOfPairs - totalMs(phases)
  return {
    id,
    title: recipe.title,
    phases: phases.map((phase, n) => (n === lastQuiet ? { ...phase, ms: (phase.ms ?? 0) + missing } : phase)),
  }
}

function turnFor(recipe: Recipe, order: readonly Position[], minutes: number | undefined): Ms {
  const { quietMs, turns } = overhead(recipe, order)
  const usual = Math.round((quietMs + turns * recipe.turnMs) / MINUTE)
  if (minutes === undefined || minutes === usual) return recipe.turnMs
  const [least, most] = recipe.turnRangeMs
  const share = (minutes * MINUTE - quietMs) / turns
  return Math.min(most, Math.max(least, Math.round(share / TURN_STEP_MS) * TURN_STEP_MS))
}
