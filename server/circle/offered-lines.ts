// How is a line kept that somebody offers to the wall? Sealed for the facilitator's key, of which the store has a hash alone: it is
// read where a board has shown that key to this process, and nowhere else. Each is sealed by a key of its own, used once.
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'

/** What stands before the 32 bytes of an X25519 private key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex')
const KEY_BYTES = 32
const TAG_BYTES = 16
/** A key is used once, so that its nonce may be the same each time. */
const NONCE = Buffer.alloc(12)
/** Lines are padded to a multiple of this: how long one is tells no more. */
const PAD_BYTES = 256

/** What lines are sealed for. It may be known to everybody. */
export const lockOf = (key: string): string => bytesOf(publicOf(privateOf(key))).toString('base64url')

/**
 * A line that only whoever holds the key of `lock` can read, and only as one of this circle. In base64url: a public key for this line
 * alone (32 bytes), the tag (16 bytes), and the padded text under AES-256-GCM.
 */
export function sealedLine(lock: string, circle: string, text: string): string {
  const own = generateKeyPairSync('x25519')
  const to = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: lock }, format: 'jwk' })
  const cipher = createCipheriv('aes-256-gcm', secretOf(own.privateKey, to, own.publicKey, to), NONCE)
  cipher.setAAD(Buffer.from(circle))
  const sealed = Buffer.concat([cipher.update(padded(text)), cipher.final()])
  return Buffer.concat([bytesOf(own.publicKey), cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Null for what was sealed for another key. */
export type LineReader = (sealed: string) => string | null

/** Reads what was sealed for this facilitator's key. */
export function lineReader(key: string, circle: string): LineReader {
  const own = privateOf(key)
  const to = publicOf(own)
  return sealed => {
    const bytes = Buffer.from(sealed, 'base64url')
    try {
      const x = bytes.subarray(0, KEY_BYTES).toString('base64url')
      const from = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' })
      const decipher = createDecipheriv('aes-256-gcm', secretOf(own, from, from, to), NONCE)
      decipher.setAAD(Buffer.from(circle))
      decipher.setAuthTag(bytes.subarray(KEY_BYTES, KEY_BYTES + TAG_BYTES))
      const text = Buffer.concat([decipher.update(bytes.subarray(KEY_BYTES + TAG_BYTES)), decipher.final()])
      return text.toString('utf8').trimEnd()
    } catch {
      return null
    }
  }
}

function padded(text: string): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([bytes, Buffer.alloc(PAD_BYTES - (bytes.length % PAD_BYTES), ' ')])
}

function privateOf(key: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', key, '', 'clearing: lines that are offered', KEY_BYTES))
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
}

const publicOf = (own: KeyObject): KeyObject => createPublicKey(own)

const bytesOf = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')

/** Bound to both public keys: the one made for the line, and the lock. */
function secretOf(privateKey: KeyObject, publicKey: KeyObject, from: KeyObject, to: KeyObject): Buffer {
  const shared = diffieHellman({ privateKey, publicKey })
  const salt = Buffer.concat([bytesOf(from), bytesOf(to)])
  return Buffer.from(hkdfSync('sha256', shared, salt, 'clearing: an offered line', KEY_BYTES))
}
