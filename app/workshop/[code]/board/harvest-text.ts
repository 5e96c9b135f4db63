// What does a group take along, as plain data and as text to be copied? The day, what was asked, how many there were, and sums.
import type { BoardHead, WallLine } from '../../../../lib/wire/circle.ts'
import type { BoardWords } from '../../../../lib/words/facilitator.ts'
import type { KeptRound } from '../../../client/circle/facilitator-memory.ts'

export interface HarvestRound {
  n: number
  prompt: string
  /** Null where this device did not see it. */
  rooms: number | null
}

export interface Harvest {
  title: string
  audience: string
  date: string
  people: number
  rounds: HarvestRound[]
  learned: BoardHead['learned']
  /** Offered to the wall, in an order of chance. */
  lines: string[]
}

export interface Kept {
  people: number
  rounds: readonly KeptRound[]
}

/** Rounds that were begun: those that this device saw, and those before them, of which it knows nothing but that they were. */
export function harvestOf(
  head: BoardHead,
  kept: Kept,
  { harvest: words }: BoardWords,
  date: string,
  lines: readonly WallLine[] = [],
): Harvest {
  const begun = head.stage === 'paired' ? head.round - 1 : head.round
  const rounds = Array.from({ length: Math.max(0, begun) }, (_, at): HarvestRound => {
    const known = kept.rounds.find(({ n }) => n === at + 1)
    if (!known) return { n: at + 1, prompt: words.unseen, rooms: null }
    return { n: known.n, prompt: known.prompt || words.noPrompt, rooms: known.rooms }
  })
  return {
    title: head.title,
    audience: head.audience,
    date,
    people: Math.max(head.people, kept.people),
    rounds,
    learned: head.learned,
    lines: lines.map(({ text }) => text),
  }
}

export function harvestText(
  { title, audience, date, people, rounds, learned, lines }: Harvest,
  words: BoardWords,
): string {
  const { harvest, learned: sums, offered } = words
  const steps = (label: string, counts: readonly number[]) =>
    `${label}: ${counts.map((count, at) => sums.step(at + 1, count)).join(', ')}`
  return [
    title,
    harvest.on(date),
    ...(audience ? [harvest.for(audience)] : []),
    harvest.people(people),
    '',
    harvest.rounds,
    ...(rounds.length === 0 ? [harvest.noRounds] : []),
    ...rounds.map(({ n, prompt, rooms }) =>
      [`${harvest.round(n)}: ${prompt}`, rooms !== null && `(${harvest.rooms(rooms)})`].filter(Boolean).join(' '),
    ),
    '',
    harvest.sums,
    ...(learned
      ? [
          sums.givers(learned.givers),
          steps(sums.before, learned.before),
          steps(sums.after, learned.after),
          sums.heard(learned.heard, learned.givers),
        ]
      : [harvest.few]),
    ...(lines.length > 0 ? ['', offered.harvest, ...lines] : []),
  ]
    .filter((line, at, all) => line !== '' || all[at - 1] !== '')
    .join('\n')
}
