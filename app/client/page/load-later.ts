// How does a page get a part of its own that it is served without? As soon as it is wished for, and again for as long as the line is
// down: a network that was gone for a moment may be back.
const AGAIN_MS = 2000

/**
 * Lets `begin` go on with the part once it is here; `failed` hears of each attempt that did not bring it. Returns how to stop, which also
 * stops what `begin` has begun. Browser only.
 */
export function loadLater<Part>(
  load: () => Promise<Part>,
  begin: (part: Part) => () => void,
  failed: () => void = () => {},
): () => void {
  let stop = () => {}
  let again: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const attempt = () =>
    load().then(
      part => {
        if (!isOver) stop = begin(part)
      },
      () => {
        if (isOver) return
        again = setTimeout(attempt, AGAIN_MS)
        failed()
      },
    )
  void attempt()
  return () => {
    isOver = true
    clearTimeout(again)
    stop()
  }
}

/** A part that a page loads once and keeps, in the form that `useSyncExternalStore` asks for. */
export interface LatePart<Part, Wish extends unknown[]> {
  /** Loads it, unless somebody wished for it before. */
  wish(...wish: Wish): void
  /** Null until it is here. */
  now(): Part | null
  subscribe(listener: () => void): () => void
}

export function createLatePart<Part, Wish extends unknown[]>(
  load: (...wish: Wish) => Promise<Part>,
): LatePart<Part, Wish> {
  let here: Part | null = null
  let isWished = false
  const listeners = new Set<() => void>()
  return {
    wish(...wish) {
      if (isWished) return
      isWished = true
      loadLater(
        () => load(...wish),
        part => {
          here = part
          for (const listener of listeners) listener()
          return () => {}
        },
      )
    },
    now: () => here,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
