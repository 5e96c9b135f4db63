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
export function doorsOf(
  { contactEmail, trustProxy }: Pick<Config, 'contactEmail' | 'trustProxy'>,
  hasRelay: boolean,
  isLocal: boolean,
): Doors {
  // Two windows of one machine have no address to hide from each other. Behind a proxy nobody is one of them.
  if (isLocal && trustProxy === 0) return { text: null, voice: null }
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
/** What proxies add, and no browser says. */
const OF_A_PROXY = /^(forwarded|via|x-real-ip|x-forwarded-.+)$/

const isLocalOrigin = (origin = '') => URL.canParse(origin) && LOCAL_HOST.test(new URL(origin).host)

/**
 * Whether `request` says that the page and whoever looks at it are both on this machine. A proxy may be on it too, name it in
 * `Host`, and add nothing of its own, as nginx does unless it is told otherwise; where the page came from it hands on as it
 * stands. A request without that says nothing, such as a browser's GET: its POST and its WebSocket do (lines.ts).
 */
export function isLocalRequest({ headers }: Pick<IncomingMessage, 'headers'>, address: string): boolean {
  if (!LOOPBACK.test(address) || !LOCAL_HOST.test(headers.host ?? '') || !isLocalOrigin(headers.origin)) return false
  return !Object.keys(headers).some(name => OF_A_PROXY.test(name))
}
