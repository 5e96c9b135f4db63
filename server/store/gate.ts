// How many acts may be with the store at a time? So many as it answers within their deadline. When a thousand people come back at once
// the others wait here, in their order: asked all together, the last of them would be given up, and would ask again.

/** Runs an act now, or when enough of those before it have ended. */
export type Gate = <T>(act: () => Promise<T>) => Promise<T>

export function createGate(most: number): Gate {
  let inside = 0
  const waiting: (() => void)[] = []
  return async act => {
    // Whoever goes out hands its place on, so that nobody who comes meanwhile is quicker.
    if (inside < most) inside++
    else await new Promise<void>(resolve => waiting.push(resolve))
    try {
      return await act()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else inside--
    }
  }
}
