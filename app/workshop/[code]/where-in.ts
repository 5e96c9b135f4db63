// Where is somebody in the circle's course? Before the first round, between two, after the last that was planned; or, in a round that
// goes on, in a room, beside the facilitator, at rest, with its question alone, or without anybody yet.
import type { Ms } from '../../../lib/protocol/room.ts'
import type { CircleFace, CircleView } from '../../../lib/wire/circle.ts'

export type WhereIn =
  | 'gathering'
  | 'between'
  | 'last'
  | 'room'
  | 'facilitator'
  | 'rest'
  | 'reflect'
  | 'waiting'
  | 'closed'

/** Whether a round is paired or runs; one whose time is over (`isPast`) does neither, whatever it is still called. */
export function isOn({ stage, clock }: Pick<CircleFace, 'stage' | 'clock'>, isPast: boolean): boolean {
  if (stage !== 'running') return stage === 'paired'
  return clock !== null && !isPast
}

/**
 * When the round is over: at the end of its time, or when everybody is called back. Null where that is not known, as nothing runs or
 * the clock stands still.
 */
export function overAt({ clock, backBy }: Pick<CircleFace, 'clock' | 'backBy'>): Ms | null {
  const endsAt = clock && clock.stoppedAt === null ? clock.endsAt : null
  return backBy === null || endsAt === null ? (backBy ?? endsAt) : Math.min(backBy, endsAt)
}

/** Between two rounds, or before or behind all of them. */
export function betweenRounds({
  round,
  rounds,
}: Pick<CircleFace, 'round' | 'rounds'>): 'gathering' | 'between' | 'last' {
  if (round === 0) return 'gathering'
  return rounds > 0 && round >= rounds ? 'last' : 'between'
}

/** `over`: a room that this person can't go back to. */
export function whereIn(view: CircleView, over: string | null, isPast: boolean): WhereIn {
  if (view.stage === 'closed') return 'closed'
  if (!isOn(view, isPast)) return betweenRounds(view)
  const { place } = view
  if (place?.at !== 'room') return place?.at ?? 'waiting'
  return place.room === over ? betweenRounds(view) : 'room'
}
