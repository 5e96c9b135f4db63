// How do the words of a report lie in the store? Sealed under the site's secret and for that one report: whoever reads the store,
// or a copy of it, reads no sentence of anybody.
import type { Ms } from '../../lib/protocol/room.ts'
import type { Written } from '../../lib/wire/marked.ts'
import { createSiteSeal } from '../site-seal.ts'

/** What the other wrote, and this site knows to have handed on: no word of the one who reports stands for that. */
export interface ShownWords {
  /** The room's phase, and which utterance of its writer. */
  phase: number
  id: number
  /** `draft`: it was seen while it was being written, and not said. `line`: it was their closing line. */
  kind: Written['kind']
  text: string
  at: Ms
  verified: true
}

/** What its author wrote, and what they showed of what was written to them. */
export interface ReportWords {
  text?: string
  said?: ShownWords[]
}

export interface ReportSeal {
  seal(id: string, words: ReportWords): string
  /** Null when it was sealed under another secret, or for another report. */
  open(id: string, sealed: string): ReportWords | null
}

export function createReportSeal(secret: string): ReportSeal {
  const site = createSiteSeal(secret, 'clearing report 1')
  return {
    seal: (id, words) => site.seal(id, Buffer.from(JSON.stringify(words))),
    open(id, sealed) {
      const words = site.open(id, sealed)
      return words && (JSON.parse(words.toString('utf8')) as ReportWords)
    },
  }
}
