// What may a page of ours do in a browser? Headers for every answer of the port, and a content policy with a fresh nonce
// for each page. Next reads the nonce from the request's own policy header and puts it on its scripts.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

const FIXED: Record<string, string> = {
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'X-DNS-Prefetch-Control': 'off',
  'Permissions-Policy': [
    ...['microphone=(self)', 'camera=(self)', 'screen-wake-lock=(self)'],
    ...['geolocation=()', 'display-capture=()', 'payment=()', 'usb=()', 'serial=()', 'hid=()', 'midi=()'],
    ...['accelerometer=()', 'gyroscope=()', 'magnetometer=()', 'browsing-topics=()', 'idle-detection=()'],
  ].join(', '),
}

/** A worker takes its policy from its own script's answer, and has no document that could make the page's policy for scripts. */
const SCRIPTS = /^\/(?:_next\/static\/|try-worker\.js(?:$|\?))/
const TRUSTED = "require-trusted-types-for 'script'; trusted-types default"
const YEAR_SECONDS = 31_536_000

/** Whether the browser reached us by TLS, here or at a proxy that we trust. */
function isSecure(request: IncomingMessage, trustProxy: number): boolean {
  if (trustProxy === 0) return false
  return first(request.headers['x-forwarded-proto']) === 'https'
}

/** Sets every header on the answer, and the policy on the request for Next to find. Returns the nonce. */
export function setHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  { dev, trustProxy, mirrored = false }: HeaderOptions,
): string {
  for (const [name, value] of Object.entries(FIXED)) response.setHeader(name, value)
  if (isSecure(request, trustProxy)) response.setHeader('Strict-Transport-Security', `max-age=${YEAR_SECONDS}`)
  const nonce = randomBytes(16).toString('base64')
  const isScript = SCRIPTS.test(request.url ?? '')
  const policy = contentPolicy(nonce, dev, !isScript)
  request.headers['content-security-policy'] = policy
  request.headers['x-nonce'] = nonce
  // Whatever a browser says of it is not heard.
  if (mirrored) request.headers['x-mirrored'] = 'yes'
  else delete request.headers['x-mirrored']
  response.setHeader('Content-Security-Policy', policy)
  // A room leaves no page behind in a browser's cache.
  if (request.url?.startsWith('/r/')) response.setHeader('Cache-Control', 'no-store')
  return nonce
}

/**
 * What is not there the framework answers with a bare page of its own, which our layout, and with it the policy for scripts, joins only in
 * the browser: until then its own scripts would be refused. That page holds nothing of anybody, and is the one that asks for no trusted types.
 */
export function letMissingBegin(response: ServerResponse): void {
  const writeHead = response.writeHead
  response.writeHead = function (this: ServerResponse, ...told: [status: number]) {
    const policy = response.getHeader('Content-Security-Policy')
    if (told[0] === 404) response.setHeader('Content-Security-Policy', String(policy).replace(`; ${TRUSTED}`, ''))
    return writeHead.apply(response, told)
  } as typeof writeHead
}

export interface HeaderOptions {
  dev: boolean
  trustProxy: number
  /** Pages are answered in the mirrored language of the tests. */
  mirrored?: boolean
}

/** Nothing from anywhere but here; no script without the page's nonce or one that such a script loaded. */
export function contentPolicy(nonce: string, dev: boolean, isPage = true): string {
  const script = [`'nonce-${nonce}'`, "'strict-dynamic'"]
  // The development server evaluates and styles as it reloads; what is served to people does neither.
  if (dev) script.push("'unsafe-eval'")
  const style = dev ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`]
  return [
    "default-src 'none'",
    `script-src ${script.join(' ')}`,
    `style-src ${style.join(' ')}`,
    // A socket to where the page came from; `'self'` covers ws: and wss: of the same origin (CSP level 3).
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    // Text becomes no markup and no script, whatever a mistake of ours or of a package hands to the browser. The one policy is
    // made by app/parts/trusted-scripts.ts; the development server's own scripts know of none.
    ...(isPage && !dev ? [TRUSTED] : []),
  ].join('; ')
}

const first = (header: string | string[] | undefined): string | undefined =>
  (Array.isArray(header) ? header[0] : header)?.split(',', 1)[0]?.trim()
