// By what does this site know again what it has sealed? By the secret that the operator gave it, or by one that it keeps beside itself:
// what it sealed before a restart must open after it.
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

/** In the folder that the process was started in; never in git. */
export const SECRET_FILE = '.clearing-secret'
/** 256 bits as base64url. */
const KEPT = /^[\w-]{43}$/

/**
 * The secret in `file`, made there when there is none. `isKept` is false where nothing can be written or what is there is none: then
 * the secret ends with the process.
 */
export function ownSecret(file: string = SECRET_FILE): { secret: string; isKept: boolean } {
  const secret = randomBytes(32).toString('base64url')
  try {
    // Of processes that begin at the same time one makes it.
    writeFileSync(file, `${secret}\n`, { flag: 'wx', mode: 0o600 })
    return { secret, isKept: true }
  } catch {
    const known = kept(file)
    return known === null ? { secret, isKept: false } : { secret: known, isKept: true }
  }
}

/** The secret in `file`, and none when there is none: whoever only reads what was sealed must not make one. */
export const knownSecret = (file: string = SECRET_FILE): string | null => kept(file)

function kept(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8').trim()
    return KEPT.test(text) ? text : null
  } catch {
    return null
  }
}
