// How does this page begin again where there is no network? It tells a worker, which serves this one address, what it was
// made of. Where there can be no worker, the page still goes on without a network once it is loaded.
const WORKER = '/try-worker.js'
const SCOPE = '/try'

/** Call it once everything that the page needs is here. Never throws. Browser only. */
export async function keepForOffline(): Promise<void> {
  try {
    await navigator.serviceWorker?.register(WORKER, { scope: SCOPE, updateViaCache: 'none' })
    // The slanted face is met only at the very end, when there may be no network to bring it.
    const [slanted] = getComputedStyle(document.documentElement).getPropertyValue('--font-said-italic').split(',')
    await document.fonts.load(`italic 1em ${slanted}`)
    await document.fonts.ready
    const { active } = (await navigator.serviceWorker?.ready) ?? {}
    active?.postMessage(partsOfPage())
  } catch {
    // A private window, a policy or an old browser.
  }
}

/** Every script, style and font of ours that this page names or has loaded. */
function partsOfPage(): string[] {
  const named = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src)
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  const paths = [...named, ...loaded].map(address => new URL(address))
  return [...new Set(paths.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname))].filter(
    path => path.startsWith('/_next/static/'),
  )
}
