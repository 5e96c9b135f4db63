// In which order do acts on one room happen? One after another in a process; rooms do not wait for each other.

/** More acts are waiting for one key than a pair of people can cause. */
export class Busy extends Error {
  override readonly name = 'Busy'
  readonly code = 'busy'
  constructor() {
    super('too many acts are waiting')
  }
}

export interface Queue {
  /** Runs `task` when every earlier task of `key` has settled; settles as it does. Rejects with `Busy` when `most` wait. */
  run<T>(key: string, task: () => T | Promise<T>): Promise<T>
  /** How many keys have a task that runs or waits. */
  readonly size: number
}

/** `most`: how many tasks of one key may be unfinished at a time. */
export function createQueue({ most = 64 }: { most?: number } = {}): Queue {
  const lines = new Map<string, { last: Promise<unknown>; unfinished: number }>()
  return {
    get size() {
      return lines.size
    },
    run(key, task) {
      const line = lines.get(key) ?? { last: Promise.resolve(), unfinished: 0 }
      if (line.unfinished >= most) return Promise.reject(new Busy())
      lines.set(key, line)
      line.unfinished++
      const done = line.last.then(task)
      const leave = () => {
        line.unfinished--
        if (line.unfinished === 0) lines.delete(key)
      }
      // The next in line waits for this one to settle, not for it to succeed.
      line.last = done.then(leave, leave)
      return done
    },
  }
}
