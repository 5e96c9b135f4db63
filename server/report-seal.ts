// How do the words of a report lie in the store? Sealed under the site's secret and for that one report: whoever reads the store,
// or a copy of it, reads no sentence of anybody.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { ShownWords } from './reports.ts'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16
const VERSION = 'clearing report 1'

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
  const key = new Uint8Array(hkdfSync('sha256', secret, '', VERSION, 32))
  const bound = (id: string) => Buffer.from([VERSION, id].join('\n'))
  return {
    seal(id, words) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(CIPHER, key, iv)
      cipher.setAAD(bound(id))
      const hidden = [cipher.update(JSON.stringify(words), 'utf8'), cipher.final()]
      return Buffer.concat([iv, ...hidden, cipher.getAuthTag()]).toString('base64url')
    },
    open(id, sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length <= IV_BYTES + TAG_BYTES) return null
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES))
      decipher.setAAD(bound(id))
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
      try {
        const words = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
        return JSON.parse(words.toString('utf8')) as ReportWords
      } catch {
        return null
      }
    },
  }
}
