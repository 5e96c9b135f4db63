// Which doors to strangers are open here? On localhost all; on a public address those that the operator has prepared.
import type { IncomingMessage } from 'node:http'
import type { ShutWhy } from '../lib/wire/events.ts'
import type { Config } from './config.ts'

export interface Doors {
  /** Null: open. */
  text: ShutWhy | null
  voice: ShutWhy | null
}

/** `hasRelay`: whether strangers can speak through a relay, so that neither learns the other's address. */
export function doorsOf({ contactEmail }: Pick<Config, 'contactEmail'>, hasRelay: boolean, isLocal: boolean): Doors {
  // Two windows of one machine have no address to hide from each other.
  if (isLocal) return { text: null, voice: null }
  if (contactEmail === null) return { text: 'no-contact', voice: 'no-contact' }
  return { text: null, voice: hasRelay ? null : 'no-relay' }
}

/** In words of a program, for `/readyz`; and for the line that is said at the start. */
export const doorsInWords = ({ text, voice }: Doors): { text: string; voice: string } => ({
  text: text ?? 'open',
  voice: voice ?? 'open',
})

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/
const LOCAL_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i

/** Whether the page and whoever looks at it are both on this machine; a proxy in front shows in the host. */
export function isLocalRequest(request: Pick<IncomingMessage, 'headers'>, address: string): boolean {
  return LOOPBACK.test(address) && LOCAL_HOST.test(request.headers.host ?? '') && !request.headers['x-forwarded-for']
}
