// How does this site seal something for its own eyes, wherever it then lies? Under a key of its secret for one purpose, and bound to what
// it belongs to: nobody else reads, changes or makes one, and none passes for that of something else.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

export interface SiteSeal {
  /** Base64url: 12 bytes of chance, as many hidden ones as there are in `bytes`, and 16 of proof. */
  seal(of: string, bytes: Uint8Array): string
  /** Null when it was sealed under another secret, for another purpose, or of something else. */
  open(of: string, sealed: string): Buffer | null
}

/** 32 bytes. `purpose`: a fixed name with a version; what was made for one is nothing to another. */
export const siteKey = (secret: string, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32))

export function createSiteSeal(secret: string, purpose: string): SiteSeal {
  const key = siteKey(secret, purpose)
  const bound = (of: string) => Buffer.from([purpose, of].join('\n'))
  return {
    seal(of, bytes) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(CIPHER, key, iv)
      cipher.setAAD(bound(of))
      return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]).toString('base64url')
    },
    open(of, sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length <= IV_BYTES + TAG_BYTES) return null
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES))
      decipher.setAAD(bound(of))
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
      } catch {
        return null
      }
    },
  }
}
