// Why could something not be sealed or opened? One error, told apart by a code that stays stable. It never carries a
// word, a key, a room or the error beneath it, so that it may be logged as it is.

const SEAL_CODES = [
  /** This page has no WebCrypto: it was not loaded over https nor from localhost. */
  'no-crypto',
  /** The other's public string is not one, holds no point of its curve, or is our own sent back. */
  'bad-key',
  /** The other's X25519 key is of small order: the shared secret would be known to everybody. */
  'weak-key',
  /** The link secret is not 256 bits of base64url. */
  'bad-secret',
  /** The two seats of a session are one. */
  'same-seat',
  /** A phase or an id is not a whole number from 0. */
  'bad-number',
  /** The text is longer than `MAX_TEXT_BYTES`. */
  'too-long',
  /** What arrived can't be a sealed text: not base64url, an impossible length, or a broken inside. */
  'malformed',
  /** Not sealed by the other for this room, direction, kind, phase and id, or altered on its way, or under other keys. */
  'not-authentic',
  /** The key beside the text does not fit the commitment that came with it: it could not be shown to be theirs. */
  'not-committed',
  /** Opened before, or overtaken by something newer. */
  'replayed',
] as const
export type SealCode = (typeof SEAL_CODES)[number]

export class SealError extends Error {
  override readonly name = 'SealError'
  readonly code: SealCode
  constructor(code: SealCode) {
    super(`seal: ${code}`)
    this.code = code
  }
}
