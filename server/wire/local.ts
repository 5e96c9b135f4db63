// Is whoever asks at this very machine? On it nobody is a stranger, and nothing has to be hidden.
import type { IncomingMessage } from 'node:http'

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
