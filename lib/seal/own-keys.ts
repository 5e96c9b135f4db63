// Which keys does this browser seal with? A pair made when the page was loaded, kept in memory and gone with the page.
// The private halves can't be read out, not even by our own code.
import { writePublic } from './public-string.ts'
import { SealError } from './seal-error.ts'

export interface OwnKeys {
  /** What the other browser needs: at most 200 characters, to be sent as `key` in `open` and `enter`. */
  public: string
  p256: CryptoKey
  /** Null where this browser has no X25519. */
  x25519: CryptoKey | null
}

/**
 * Makes fresh keys. Every browser makes a P-256 pair and, where it can, an X25519 pair too; two browsers use X25519
 * when both offer it and P-256 otherwise. `offer: 'p256'` makes a browser that has no X25519.
 * Rejects with `no-crypto` when the page has no WebCrypto.
 */
export async function createKeys(offer: 'best' | 'p256' = 'best'): Promise<OwnKeys> {
  const p256 = await createPair({ name: 'ECDH', namedCurve: 'P-256' }).catch(() => {
    throw new SealError('no-crypto')
  })
  // A browser without X25519 says so in more than one way, and each of them means the same to us.
  const x25519 = offer === 'best' ? await createPair({ name: 'X25519' }).catch(() => null) : null
  const nonce = crypto.getRandomValues(new Uint8Array(16))
  return {
    public: writePublic({ nonce, p256: p256.public, x25519: x25519?.public ?? null }),
    p256: p256.private,
    x25519: x25519?.private ?? null,
  }
}

async function createPair(algorithm: { name: string; namedCurve?: string }) {
  const pair = await crypto.subtle.generateKey(algorithm, false, ['deriveBits'])
  if (!('privateKey' in pair)) throw new SealError('no-crypto')
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey)
  return { private: pair.privateKey, public: new Uint8Array(raw) }
}
