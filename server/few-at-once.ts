// How are thousands of rooms looked at without the answers to the last of them coming too late? A few at a time: a store that answers each
// in time is given up where all ask it in one moment, and all would ask it again in another.

/** At a store that is 200 ms away, 640 a second; and all that are answered in one moment are read long before the last of them counts as lost. */
export const LOOKS_AT_ONCE = 128

export interface FewAtOnce {
  /**
   * Does it when fewer than so many are under way, in the order in which it was wanted; settles as it does. What is wanted under a name that
   * waits already is done once, for all who want it.
   */
  run(name: string, task: () => Promise<void>): Promise<void>
  /** What has not begun is never done. */
  close(): void
}

/** `most`: how many are under way at a time. */
export function createFewAtOnce(most: number): FewAtOnce {
  const waiting = new Map<string, { done: Promise<void>; settle: (may: boolean) => void }>()
  let underWay = 0

  function next(): void {
    for (const [name, { settle }] of waiting) {
      if (underWay >= most) return
      waiting.delete(name)
      underWay++
      settle(true)
    }
  }

  async function turn(task: () => Promise<void>): Promise<void> {
    try {
      await task()
    } finally {
      underWay--
      next()
    }
  }

  return {
    run(name, task) {
      const known = waiting.get(name)
      if (known) return known.done
      let settle = (_may: boolean) => {}
      const mayBegin = new Promise<boolean>(resolve => {
        settle = resolve
      })
      const done = mayBegin.then(may => (may ? turn(task) : undefined))
      waiting.set(name, { done, settle })
      next()
      return done
    },
    close() {
      for (const { settle } of waiting.values()) settle(false)
      waiting.clear()
    },
  }
}
