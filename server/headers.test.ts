// Does every answer carry the headers that keep a page to itself?
import { afterEach, describe, expect, it } from 'vitest'
import { contentPolicy } from './headers.ts'
import { type House, type HouseOptions, openHouse } from './testing/house.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

async function fetchFrom(path: string, init?: RequestInit, options?: HouseOptions): Promise<Response> {
  house ??= await openHouse(options)
  return fetch(`http://127.0.0.1:${house.app.port}${path}`, init)
}

const policyOf = (response: Response) =>
  Object.fromEntries(
    (response.headers.get('content-security-policy') ?? '').split('; ').map(part => {
      const [name = '', ...values] = part.split(' ')
      return [name, values]
    }),
  )

describe('every answer', () => {
  it('allows nothing from elsewhere, and no script without this answer’s own nonce', async () => {
    const policy = policyOf(await fetchFrom('/'))
    const nonce = policy['script-src']?.[0] ?? ''
    expect(nonce).toMatch(/^'nonce-[A-Za-z\d+/]{22}=='$/)
    expect(policy).toEqual({
      'default-src': ["'none'"],
      'script-src': [nonce, "'strict-dynamic'"],
      'style-src': ["'self'", nonce],
      'connect-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'"],
      'media-src': ["'self'", 'blob:'],
      'worker-src': ["'self'"],
      'manifest-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      'require-trusted-types-for': ["'script'"],
      'trusted-types': ['default'],
    })
    const other = policyOf(await fetchFrom('/'))
    expect(other['script-src']?.[0]).not.toBe(nonce)
  })

  it('is as strict wherever it goes, and says nothing of where anybody came from', async () => {
    for (const path of ['/', '/r/abc', '/healthz', '/no/such/page']) {
      const { headers } = await fetchFrom(path)
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })

  it('lets text become no script, but for a worker’s own file, whose policy has no document to be made in', async () => {
    const isTrusted = async (path: string) => 'require-trusted-types-for' in policyOf(await fetchFrom(path))
    for (const path of [
      '/',
      '/r/abc',
      '/no/such/page',
      '/try-worker.json',
      '/try-worker.js/',
      '/r/_next/static/a.js',
    ]) {
      expect(await isTrusted(path), path).toBe(true)
    }
    for (const path of ['/_next/static/chunks/a.js', '/try-worker.js', '/try-worker.js?v=1']) {
      expect(await isTrusted(path), path).toBe(false)
    }
  })

  it('allows the microphone and the camera to this page alone, and nothing else that can locate or watch', async () => {
    const { headers } = await fetchFrom('/')
    const permissions = (headers.get('permissions-policy') ?? '').split(', ')
    expect(permissions).toEqual(
      expect.arrayContaining(['microphone=(self)', 'camera=(self)', 'screen-wake-lock=(self)']),
    )
    for (const never of ['geolocation', 'display-capture', 'payment', 'usb', 'accelerometer', 'browsing-topics']) {
      expect(permissions).toContain(`${never}=()`)
    }
  })

  it('of a room leaves nothing in a cache', async () => {
    expect((await fetchFrom('/r/abc')).headers.get('cache-control')).toBe('no-store')
    expect((await fetchFrom('/')).headers.get('cache-control')).toBeNull()
  })

  it('promises TLS for a year when a trusted proxy says that it was used, and only then', async () => {
    const https = { headers: { 'x-forwarded-proto': 'https' } }
    expect((await fetchFrom('/', https)).headers.get('strict-transport-security')).toBeNull()
    await house?.close()
    house = await openHouse({ config: { trustProxy: 1 } })
    expect((await fetchFrom('/', https)).headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect((await fetchFrom('/')).headers.get('strict-transport-security')).toBeNull()
  })

  it('without pages is: there is nothing here', async () => {
    expect((await fetchFrom('/')).status).toBe(404)
    expect((await fetchFrom('/r/abc')).status).toBe(404)
  })
})

it('only the development server may evaluate and style as it reloads', () => {
  expect(contentPolicy('n', false)).not.toContain('unsafe')
  expect(contentPolicy('n', true)).toContain('unsafe-eval')
})
