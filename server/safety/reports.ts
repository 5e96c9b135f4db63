// What becomes of a report? It is kept for its days, counts against the device that it is about, and waits for a steward
// and, where there is one, for the operator's webhook. Nothing that was said is in it but what its author writes, and what they
// choose to show of what was written to them; either lies sealed in the store.
import { reported, settled } from '../../lib/lobby/standing.ts'
import type { Ms } from '../../lib/protocol/room.ts'
import type { ReportReason } from '../../lib/wire/events.ts'
import type { Docs } from '../store/docs.ts'
import type { People } from './people.ts'
import type { ReportSeal, ReportWords } from './seal.ts'

export interface Report extends ReportWords {
  v: 1
  id: string
  at: Ms
  /** Salted hashes. */
  room: string
  by: string
  about: string
  reason: ReportReason
  /** It was sealed under another secret: its words can't be read. */
  unreadable?: true
  until: Ms
  /** Whether the webhook has taken it. */
  sent: boolean
  resolved: { at: Ms; note: string } | null
}

export interface Reports {
  add(report: Omit<Report, 'v' | 'until' | 'sent' | 'resolved' | 'unreadable'>): Promise<void>
  /** Those that have not run out, oldest first. */
  all(): Promise<Report[]>
  /** Those of them that the webhook has not taken, and no steward has settled. */
  unsent(): Promise<Report[]>
  sent(id: string): Promise<void>
  /** False when there is no such report. */
  resolve(id: string, note: string): Promise<boolean>
}

/** As it lies in the store. What an earlier release kept has its text beside the rest. */
type Kept = Omit<Report, 'said' | 'unreadable'> & { sealed?: string }

interface Index {
  v: 1
  /** `isDone`: there is nothing to send of it any more. An earlier release has not noted it. */
  reports: { id: string; until: Ms; isDone?: true }[]
}

const DAY_MS = 86_400_000
/** More than a steward reads; the oldest make room. Each has been counted, and sent where the webhook took it. */
const REPORTS_MOST = 5_000

export function createReports(docs: Docs, people: People, days: number, words: ReportSeal): Reports {
  async function change(id: string, next: (report: Kept, now: Ms) => Kept): Promise<Kept | null> {
    let changed: Kept | null = null
    await docs.change<Kept>(`report:${id}`, (kept, now) => {
      changed = kept && next(kept, now)
      return changed && { next: changed, ttlMs: Math.max(1, changed.until - now) }
    })
    return changed
  }

  /** So that whoever looks for what is to be sent need not read them. */
  async function done(ids: ReadonlySet<string>): Promise<void> {
    await docs.change<Index>('reports', (index, now) => {
      if (!index?.reports.some(({ id, isDone }) => ids.has(id) && !isDone)) return null
      const reports = index.reports.map(one => (ids.has(one.id) ? { ...one, isDone: true as const } : one))
      return { next: { v: 1, reports }, ttlMs: Math.max(1, ...reports.map(({ until }) => until - now)) }
    })
  }

  function opened({ sealed, ...report }: Kept): Report {
    if (sealed === undefined) return report
    const read = words.open(report.id, sealed)
    return read ? { ...report, ...read } : { ...report, unreadable: true }
  }

  return {
    async add({ text, said, ...report }) {
      const until = report.at + days * DAY_MS
      const isWordless = text === undefined && said === undefined
      const own = { ...(text !== undefined && { text }), ...(said && { said }) }
      const sealed = isWordless ? {} : { sealed: words.seal(report.id, own) }
      const kept: Kept = { v: 1, ...report, ...sealed, until, sent: false, resolved: null }
      await docs.change<Kept>(`report:${report.id}`, () => ({ next: kept, ttlMs: days * DAY_MS }))
      await docs.change<Index>('reports', (index, now) => {
        const alive = (index?.reports ?? []).filter(one => one.until > now && one.id !== report.id)
        const reports = [...alive, { id: report.id, until }].slice(-REPORTS_MOST)
        return { next: { v: 1, reports }, ttlMs: days * DAY_MS }
      })
      // Whoever was only brought together with somebody has met nobody: a person with three devices could have anybody paused.
      const meeting = await people.meeting(report.room)
      if (meeting?.begunAt === undefined) return
      await people.change(report.about, (standing, now) =>
        reported(standing, { id: report.id, by: report.by, until }, now),
      )
    },
    async all() {
      const index = await docs.read<Index>('reports')
      const found: Report[] = []
      for (const { id } of index?.reports ?? []) {
        const report = await docs.read<Kept>(`report:${id}`)
        if (report) found.push(opened(report))
      }
      return found
    },
    async unsent() {
      const index = await docs.read<Index>('reports')
      const [found, over]: [Report[], Set<string>] = [[], new Set()]
      for (const { id, isDone } of index?.reports ?? []) {
        if (isDone) continue
        const report = await docs.read<Kept>(`report:${id}`)
        if (report && !report.sent && !report.resolved) found.push(opened(report))
        else if (report) over.add(id)
      }
      if (over.size > 0) await done(over)
      return found
    },
    async sent(id) {
      await change(id, report => ({ ...report, sent: true }))
      await done(new Set([id]))
    },
    async resolve(id, note) {
      const report = await change(id, (kept, now) => ({ ...kept, resolved: { at: now, note } }))
      if (report === null) return false
      await people.change(report.about, standing => settled(standing, id))
      await done(new Set([id]))
      return true
    },
  }
}
