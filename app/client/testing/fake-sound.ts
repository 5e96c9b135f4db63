// What does a bell sound on in a test? A clock of sound that shows the test's own time, and a list of what was struck on it.
import { vi } from 'vitest'

export interface Struck {
  /** The second of the sound's clock. */
  at: number
  isTakenBack: boolean
}

export interface FakeSound {
  state: 'running' | 'suspended'
  /** Every string that was set, in order. */
  struck: Struck[]
  /** Lets the sound's clock come to every second that somebody waits for. */
  come(): void
}

/** Undone by `vi.unstubAllGlobals()`. */
export function fakeSound(): FakeSound {
  const waiting = new Set<() => void>()
  const sound: FakeSound = {
    state: 'running',
    struck: [],
    come: () => {
      for (const call of [...waiting]) call()
    },
  }
  const param = { value: 0, setValueAtTime() {}, setTargetAtTime() {}, linearRampToValueAtTime() {} }
  const node = { connect: (next: unknown) => next, disconnect() {} }

  class Context {
    onstatechange: (() => void) | null = null
    destination = node
    get state() {
      return sound.state
    }
    get currentTime() {
      return performance.now() / 1000
    }
    getOutputTimestamp() {
      return { contextTime: performance.now() / 1000, performanceTime: performance.now() }
    }
    async resume() {}
    async close() {}
    createGain() {
      return { ...node, gain: param }
    }
    createOscillator() {
      const own: Struck = { at: Number.NaN, isTakenBack: false }
      return {
        ...node,
        frequency: { value: 0 },
        start(at: number) {
          own.at = at
          sound.struck.push(own)
        },
        stop(at?: number) {
          own.isTakenBack ||= at === undefined
        },
      }
    }
    createConstantSource() {
      let ended: (() => void) | null = null
      const call = () => {
        waiting.delete(call)
        ended?.()
      }
      return {
        ...node,
        offset: param,
        start() {},
        stop: () => void waiting.add(call),
        set onended(next: (() => void) | null) {
          ended = next
          if (!next) waiting.delete(call)
        },
      }
    }
  }
  vi.stubGlobal('AudioContext', Context)
  return sound
}
