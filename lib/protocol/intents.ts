// What can be asked of a room, and why is it refused?
import type { Ms, SeatId, Wish } from './room.ts'

/** Stable answers to what cannot be done. A code is never used for something else later. */
export type RefusalCode =
  | 'bad-request'
  | 'too-big'
  | 'too-fast'
  | 'gone'
  | 'full'
  | 'not-yours'
  | 'not-now'
  | 'stale-phase'
  | 'not-allowed'
  | 'busy'
  | 'store-down'
  | 'closed'
  | 'draining'

/**
 * What a person asks of a room. Those that name a phase are refused in any other (`stale-phase`), and a `resume` that
 * names the hold it is for is refused in any other, so that a late or repeated one never acts.
 */
export type Intent =
  | { do: 'ready'; first?: Wish | undefined }
  | { do: 'unseat'; seat: SeatId }
  | { do: 'on'; phase: number }
  | { do: 'hold'; phase?: number | undefined }
  | { do: 'resume'; since?: Ms | undefined }
  | { do: 'more'; phase: number }
  | { do: 'heard'; phase: number; heard: boolean }
  | { do: 'line'; phase: number; sealed: string; commitment?: string | undefined }
  | { do: 'keep'; phase: number }
  | { do: 'help' }
  | { do: 'admit'; yes: boolean; since: Ms }
  | { do: 'lend'; phase: number; on: boolean }
  | { do: 'leave' }

export type Doing = Intent['do']
