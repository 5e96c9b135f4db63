// Where does the workshop stand, seen by whoever guides it? One of these, and each has one thing that comes next.
import type { BoardHead, CommonClock } from '../../../../lib/wire/circle.ts'
import type { BoardWords } from '../../../../lib/words/facilitator.ts'

export type Moment = 'gathering' | 'paired' | 'running' | 'stopped' | 'calling' | 'over' | 'closed'

export function momentOf({ stage, clock, backBy }: BoardHead, now: number): Moment {
  if (stage !== 'running') return stage
  if (clock === null) return 'over'
  if (clock.stoppedAt !== null) return 'stopped'
  if (backBy !== null) return backBy > now ? 'calling' : 'over'
  return clock.endsAt <= now ? 'over' : 'running'
}

/** What is asked now; before the first round, and once one is over, what the next will ask. */
export function askedAt(head: BoardHead, now: number): { prompt: string | null; isNext: boolean } {
  const moment = momentOf(head, now)
  const isNext = moment === 'gathering' || moment === 'over'
  return { prompt: isNext ? head.nextPrompt : head.prompt, isNext }
}

/** The phase of a pair that runs on the clock of all. */
function phaseAt({ phases, startedAt, stoppedAt }: CommonClock, now: number): CommonClock['phases'][number] | null {
  let end = startedAt
  for (const phase of phases) {
    end += phase.ms
    if ((stoppedAt ?? now) < end) return phase
  }
  return null
}

/** A length that is still to come, in steps that nobody has to watch. */
const STEP_MS = 15_000
const loosely = (ms: number): number => Math.max(STEP_MS, Math.ceil(ms / STEP_MS) * STEP_MS)

/** How the workshop stands, as one sentence. */
export function momentWords(head: BoardHead, now: number, { state, room, time }: BoardWords): string {
  const moment = momentOf(head, now)
  const { clock, backBy } = head
  if (moment === 'calling') return state.calling(time.duration(loosely((backBy ?? now) - now)))
  if (moment !== 'running' || clock === null) return state[moment]
  const phase = phaseAt(clock, now)
  return [phase && room.phases[phase.kind], time.left(clock.endsAt - now)].filter(Boolean).join(' · ')
}
