// Was this written, by whom, and when? Whatever a stranger writes goes on with a mark that this site alone can make, over what
// its writer committed themselves to. The site keeps nothing of it: whoever was written to brings it back with the words.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Ms, SeatId } from '../../lib/protocol/room.ts'
import { fromBase64url } from '../../lib/seal/base64url.ts'
import { fields } from '../../lib/seal/fields.ts'
import { commitmentOf } from '../../lib/seal/franking.ts'
import type { CommittedTo, Mark, Written } from '../../lib/wire/marked.ts'
import { siteKey } from '../site-seal.ts'

const VERSION = 'clearing franking 1'

export interface Franking {
  /** The mark of what `from` commits themselves to at `now`. */
  mark(room: string, from: SeatId, what: CommittedTo, now: Ms): Mark
  /** Whether this site handed on exactly this, in this room, from this seat, at this instant. */
  isTrue(room: string, from: SeatId, what: Written): Promise<boolean>
}

/** `secret`: what every process of the site knows, and nobody else. Under another one, what was marked is not known again. */
export function createFranking(secret: string): Franking {
  const key = siteKey(secret, VERSION)
  const tagOf = (room: string, from: SeatId, { phase, id, commitment }: CommittedTo, at: Ms) =>
    createHmac('sha256', key)
      .update(fields(VERSION, room, from, phase, id, commitment, at))
      .digest()

  return {
    mark(room, from, what, now) {
      const at = Math.floor(now)
      return { at, tag: tagOf(room, from, what, at).toString('base64url') }
    },
    async isTrue(room, from, { key: opens, tag, at, ...what }) {
      const [with32, shown] = [fromBase64url(opens), fromBase64url(tag)]
      if (with32?.length !== 32 || shown?.length !== 32) return false
      const commitment = await commitmentOf({ room, from, ...what }, with32)
      return timingSafeEqual(tagOf(room, from, { ...what, commitment }, at), shown)
    },
  }
}
