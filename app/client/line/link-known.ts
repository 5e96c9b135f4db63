// What does a page say of its connection, and since when? Nothing of a loss that heals soon; of a longer one that it is quiet, and why.
import type { Ms } from '../../../lib/protocol/room.ts'
import type { Link, Why } from './seat-line-ports.ts'

/** A loss that heals within this is told to nobody. */
const QUIET_MS = 3000
/** Dialling anew at once often heals what was noticed late. */
const QUIET_LEAST_MS = 1000

/** `changed`: how it stands, or why it is quiet while it is. */
export function createLinkKnown(changed: () => void) {
  let link: Link = 'connecting'
  let why: Why = 'unreachable'
  let later: ReturnType<typeof setTimeout> | null = null

  function stop(): void {
    if (later) clearTimeout(later)
    later = null
  }

  function become(next: Link): void {
    stop()
    if (link === next) return
    link = next
    changed()
  }

  function blame(next: Why): void {
    if (why === next) return
    why = next
    if (link === 'quiet') changed()
  }

  return {
    link: () => link,
    why: () => why,
    live: () => become('live'),
    /** `sinceMs`: for how long it has been quiet already when that was noticed. */
    quietLater(sinceMs: Ms): void {
      later ??= setTimeout(() => become('quiet'), Math.max(QUIET_LEAST_MS, QUIET_MS - sinceMs))
    },
    blame,
    /** For what an ask was not done that may be done a moment later. */
    blameAnswer: (code: string): void =>
      blame(code === 'store-down' ? 'store-down' : code === 'draining' ? 'moving' : 'unreachable'),
    end(): void {
      stop()
      link = 'connecting'
    },
  }
}
