// Which keys do two browsers share, and how do they come to the same ones without sending them? Diffie-Hellman, mixed
// with the link's secret and with everything that either of them believes about the session (RFC 7748, SP 800-56A,
// RFC 5869). Whoever changes one byte of what was exchanged leaves the two with different keys.
import type { SeatId } from '../protocol/room.ts'
import { type Bytes, fromBase64url, toBase64url } from './base64url.ts'
import { type Field, fields, VERSION } from './fields.ts'
import { isLinkSecret } from './link-secret.ts'
import type { OwnKeys } from './own-keys.ts'
import { readPublic } from './public-string.ts'
import { SealError } from './seal-error.ts'

export interface SessionAsk {
  room: string
  own: OwnKeys
  mine: SeatId
  theirs: SeatId
  /** The other's public string, as the view gives it (`seats[theirs].key`). */
  theirKey: string
  /** What stood after the # of the link; null in a room that has none (strangers). */
  secret: string | null
  /** Something else that both must see alike, such as the fingerprints of both ends' media. Absent is the same as ''. */
  bound?: string
}

export interface Agreed {
  sending: CryptoKey
  receiving: CryptoKey
  check: string
}

const NO_SECRET = new Uint8Array(32)

/** Throws `bad-key`, `weak-key`, `bad-secret`, `same-seat` or `no-crypto`. */
export async function agree(ask: SessionAsk): Promise<Agreed> {
  const { room, own, mine, theirs, theirKey, secret } = ask
  if (mine === theirs) throw new SealError('same-seat')
  if (theirKey === own.public) throw new SealError('bad-key')
  if (secret !== null && !isLinkSecret(secret)) throw new SealError('bad-secret')

  const { algorithm, bits } = await sharedBits(own, theirKey)
  const link = secret === null ? NO_SECRET : await linkKey(secret, room)
  const ends: Field[] = mine < theirs ? [mine, own.public, theirs, theirKey] : [theirs, theirKey, mine, own.public]
  const transcript = fields(
    VERSION,
    'session',
    algorithm,
    secret === null ? 'no secret' : 'secret',
    room,
    ask.bound ?? '',
    ...ends,
  )
  const salt = await crypto.subtle.digest('SHA-256', transcript)
  const root = await hkdfKey(new Uint8Array([...bits, ...link]))
  const from = (...info: Field[]) => ({ name: 'HKDF', hash: 'SHA-256', salt, info: fields(VERSION, ...info) })
  const keyOf = (sender: SeatId, receiver: SeatId, use: 'encrypt' | 'decrypt') =>
    crypto.subtle.deriveKey(from('key', sender, receiver), root, { name: 'AES-GCM', length: 256 }, false, [use])
  return {
    sending: await keyOf(mine, theirs, 'encrypt'),
    receiving: await keyOf(theirs, mine, 'decrypt'),
    check: toBase64url(new Uint8Array(await crypto.subtle.deriveBits(from('check'), root, 128))),
  }
}

async function sharedBits(own: OwnKeys, theirKey: string): Promise<{ algorithm: 'X25519' | 'P-256'; bits: Bytes }> {
  const offered = readPublic(theirKey)
  if (own.x25519 && offered.x25519) {
    const bits = await derive({ name: 'X25519' }, own.x25519, offered.x25519, 'weak-key')
    // RFC 7748 §6.1: browsers of before 2025 may hand out the zeros instead of refusing the point themselves.
    if (bits.reduce((or, byte) => or | byte, 0) === 0) throw new SealError('weak-key')
    return { algorithm: 'X25519', bits }
  }
  const bits = await derive({ name: 'ECDH', namedCurve: 'P-256' }, own.p256, offered.p256, 'bad-key')
  return { algorithm: 'P-256', bits }
}

async function derive(
  algorithm: { name: string; namedCurve?: string },
  own: CryptoKey,
  theirs: Bytes,
  code: 'bad-key' | 'weak-key',
): Promise<Bytes> {
  // Importing a point checks that it lies on its curve.
  const point = await crypto.subtle.importKey('raw', theirs, algorithm, false, []).catch(() => {
    throw new SealError('bad-key')
  })
  const bits = await crypto.subtle.deriveBits({ name: algorithm.name, public: point }, own, 256).catch(() => {
    throw new SealError(code)
  })
  return new Uint8Array(bits)
}

/** 32 bytes that only someone with the link can have, different in every room. */
async function linkKey(secret: string, room: string): Promise<Bytes> {
  const key = await hkdfKey(fromBase64url(secret) ?? NO_SECRET)
  const info = fields(VERSION, 'link', room)
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf, key, 256))
}

function hkdfKey(material: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveBits', 'deriveKey'])
}
