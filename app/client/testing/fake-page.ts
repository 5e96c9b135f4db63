// What of a browser's page does the client stand on in a test? Two storages, an address and the events of a window; put in
// place for one test at a time.
import { vi } from 'vitest'

export interface FakePage {
  device: Map<string, string>
  tab: Map<string, string>
  location: { hash: string; pathname: string; search: string; origin: string; reload(): void }
  reloads: number
  /** Tells the page that something has happened to it. */
  tell(event: string): void
}

function storageOf(kept: Map<string, string>): Storage {
  return {
    get length() {
      return kept.size
    },
    key: at => [...kept.keys()][at] ?? null,
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key),
    clear: () => kept.clear(),
  }
}

/** Undone by `vi.unstubAllGlobals()`. */
export function fakePage(hash = ''): FakePage {
  const events = new EventTarget()
  const page: FakePage = {
    device: new Map(),
    tab: new Map(),
    reloads: 0,
    tell: event => void events.dispatchEvent(new Event(event)),
    location: {
      hash,
      pathname: '/r/room',
      search: '',
      origin: 'http://localhost',
      reload: () => {
        page.reloads += 1
      },
    },
  }
  const listening = {
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  }
  vi.stubGlobal('document', { ...listening, visibilityState: 'visible' })
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('BroadcastChannel', undefined)
  vi.stubGlobal('window', {
    ...listening,
    localStorage: storageOf(page.device),
    sessionStorage: storageOf(page.tab),
    location: page.location,
    history: {
      replaceState: (_: unknown, __: string, path: string) => {
        page.location.hash = new URL(path, page.location.origin).hash
      },
    },
  })
  return page
}
