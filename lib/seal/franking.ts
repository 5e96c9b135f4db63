// How can somebody show a third person what was written to them, and nobody what was not? With each text its writer seals
// a key by which they committed themselves to that one text; the commitment travels beside it, where the server marks it.
// Message franking (Facebook 2016), with the commitment of Grubbs, Lu and Ristenpart 2017: AES-GCM alone is none, since a
// sealed text can be made that opens as two texts under two keys (Dodis, Grubbs, Ristenpart and Woodage 2018).
import type { SeatId } from '../protocol/room.ts'
import { type Bytes, toBase64url } from './base64url.ts'
import { fields, VERSION } from './fields.ts'

/** Always this long: of an HMAC, a shorter key and the same with zeros behind it are one key. */
export const FRANKING_BYTES = 32

/** What its writer commits themselves to: this text, here and nowhere else. */
export interface Committed {
  room: string
  from: SeatId
  phase: number
  id: number
  kind: string
  text: string
}

export const newFrankingKey = (): Bytes => crypto.getRandomValues(new Uint8Array(FRANKING_BYTES))

/** 43 characters of base64url, which say nothing of the text without `key`, and with it fit no other text. */
export async function commitmentOf({ room, from, phase, id, kind, text }: Committed, key: Bytes): Promise<string> {
  const hmac = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const said = fields(VERSION, 'frank', room, from, phase, id, kind, text)
  return toBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', hmac, said)))
}
