// How does a person open a room? With keys and a secret made here, one ask, and the connection handed on to the page of
// the room, so that nothing has to be dialled or entered again there.
import { toBase64url } from '../../../lib/seal/base64url.ts'
import { createLinkSecret } from '../../../lib/seal/link-secret.ts'
import { createKeys } from '../../../lib/seal/own-keys.ts'
import type { OpenAsk, RefusalCode } from '../../../lib/wire/events.ts'
import { pathOf } from '../device/address.ts'
import { sweepDevice } from '../device/sweep-device.ts'
import { dial } from '../line/socket.ts'
import { handOver } from './room-here.ts'

const DIAL_MS = 10_000

/** Where the room is to be served: its id will begin with it (lib/wire/near.ts), and who follows the link comes there too. */
const anywhere = () => toBase64url(crypto.getRandomValues(new Uint8Array(2))).slice(0, 2)

export type RoomAsk = Omit<OpenAsk, 'key' | 'kind' | 'locale'>

/** `path` is the room's page, with the secret. Rejects with a `SealError` (`no-crypto`) where nothing can be sealed. */
export async function openRoom(
  ask: RoomAsk,
): Promise<{ ok: true; path: string } | { ok: false; code: RefusalCode | 'no-answer' }> {
  sweepDevice()
  const keys = await createKeys()
  const secret = createLinkSecret()
  const wire = dial({ near: anywhere() })
  // Not asked a second time: a room whose answer was lost would stay behind, empty, for a day.
  const answer = (await wire.up(DIAL_MS))
    ? await wire.ask('open', { ...ask, kind: 'friends', key: keys.public })
    : ({ ok: false, code: 'no-answer' } as const)
  if (!answer.ok) {
    wire.close()
    return { ok: false, code: answer.code }
  }
  handOver(answer.room, { wire, keys, secret, seated: answer })
  return { ok: true, path: pathOf(answer.room, secret) }
}
