// How does /try begin where there is no network? This worker keeps that one page, and the scripts, styles and fonts that it
// says it is made of, and nothing else: its scope is /try, so no room, no form and no socket ever passes by here.
const CACHE = 'clearing.try'
const PAGE = '/try'
const PART = /\/_next\/static\/[\w./~%-]+/g

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
self.addEventListener('message', event => event.waitUntil(keep(event.data)))

self.addEventListener('fetch', event => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return
  const isPage = mode === 'navigate' && pathname === PAGE
  // What the site has now, and only without a network what was kept: a page and its parts are always of one build.
  if (isPage || pathname.startsWith('/_next/static/')) {
    event.respondWith(fetch(event.request).catch(() => kept(isPage ? PAGE : pathname)))
  }
})

async function kept(path) {
  const cache = await caches.open(CACHE)
  return (await cache.match(path, { ignoreVary: true })) ?? Response.error()
}

/** Keeps the page made of `parts`. Its policy and its scripts carry one nonce, and are kept together as one answer. */
async function keep(parts) {
  const page = await fetch(PAGE, { cache: 'no-store' })
  const named = (await page.clone().text()).match(PART) ?? []
  // After a new release the page of now is made of other parts; it is kept when it is next visited.
  if (!page.ok || page.redirected || !named.every(part => parts.includes(part))) return
  const cache = await caches.open(CACHE)
  const known = (await cache.keys()).map(({ url }) => new URL(url).pathname)
  await cache.addAll(parts.filter(part => !known.includes(part)))
  // Last, so that a page that is kept is whole.
  await cache.put(PAGE, page)
  await Promise.all(known.filter(path => path !== PAGE && !parts.includes(path)).map(path => cache.delete(path)))
}
