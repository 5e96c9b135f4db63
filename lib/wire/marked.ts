// What goes beside the words of strangers, so that each can show what was written to them? What its writer committed themselves to,
// the server's mark of that, and both again in a report.
import type { Ms, SeatId } from '../protocol/room.ts'

/** Which utterance a commitment is about; a closing line is 0 of its phase. */
export interface CommittedTo {
  phase: number
  id: number
  commitment: string
}

/** By which the server knows again what it has handed on between strangers, and when. */
export interface Mark {
  at: Ms
  tag: string
}

export interface ReplayAsk {
  to: SeatId
  sealed: string
  /** Between strangers: the commitments to what is said again in it. */
  said?: CommittedTo[] | undefined
}

/** Words that were written to whoever reports them, with what proves it. */
export interface Written extends Mark {
  phase: number
  id: number
  kind: 'words' | 'draft' | 'line'
  text: string
  /** By which the commitment to the text is made again. */
  key: string
}

export const REPORT_REASONS = ['sexual', 'harassment', 'hate', 'minor', 'danger', 'recording', 'other'] as const

export type ReportReason = (typeof REPORT_REASONS)[number]

export interface ReportAsk {
  room: string
  /** The token that `paired` gave, or the newest of this seat. */
  token: string
  about: SeatId
  reason: ReportReason
  text?: string | undefined
  /** What they wrote, as far as its author likes to show it. */
  said?: Written[] | undefined
}
