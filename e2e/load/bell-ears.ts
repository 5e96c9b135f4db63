// When did a bell ring on a page, when would it be heard, and when did the server's word for it come? Written down in the
// page itself, by the one clock that two browsers on one machine share and that no page can set.
import type { Page } from '@playwright/test'
import type { Ms } from '../../lib/protocol/room.ts'

export interface Heard {
  /** Each time that the page rang, sound or none. */
  rang: Ms[]
  /** When each bell that was not taken back comes out of the speaker. */
  sounds: Ms[]
  /** When the first view of each phase came. */
  words: Record<number, Ms>
  hidden: boolean
}

/** The lowest tone of a bell is struck twice, a little apart: one of the two stands for the bell. */
const LOW_HZ = 392 - 0.45

/** `setBy`: how far this device's clock is wrong. `learn`: asks for the time anew in each phase, as after a pause. */
export async function listen(page: Page, setBy: Ms, learn: boolean): Promise<() => Promise<Heard>> {
  // What runs the bench gives functions their names by a call that it makes up, and that no page has.
  await page.addInitScript('globalThis.__name ??= named => named')
  await page.addInitScript(
    ({ setBy, learn, lowHz }) => {
      const wall = () => performance.timeOrigin + performance.now()
      const rang: number[] = []
      const words: Record<number, number> = {}
      const struck = new Map<OscillatorNode, number>()
      const heard = () => ({ rang, words, sounds: [...struck.values()], hidden: document.visibilityState === 'hidden' })
      Reflect.set(window, 'heard', heard)

      const RealDate = Date
      const now = () => RealDate.now() + setBy
      const Wrong = new Proxy(RealDate, {
        construct: (target, given) => Reflect.construct(target, given.length > 0 ? given : [now()]),
        get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
      })
      Reflect.set(window, 'Date', Wrong)

      Object.defineProperty(Navigator.prototype, 'vibrate', { value: () => rang.push(wall()) })
      const { start, stop } = OscillatorNode.prototype
      OscillatorNode.prototype.start = function (when = 0) {
        if (this.context instanceof AudioContext && Math.abs(this.frequency.value - lowHz) < 0.01) {
          const { contextTime = 0, performanceTime = 0 } = this.context.getOutputTimestamp()
          struck.set(this, performance.timeOrigin + performanceTime + (when - contextTime) * 1000)
        }
        start.call(this, when)
      }
      OscillatorNode.prototype.stop = function (when) {
        if (when === undefined && (struck.get(this) ?? 0) > wall()) struck.delete(this)
        stop.call(this, when)
      }

      const Plain = WebSocket
      class Listening extends Plain {
        constructor(url: string | URL, protocols?: string | string[]) {
          super(url, protocols)
          this.addEventListener('message', ({ data }) => {
            if (typeof data !== 'string' || !data.startsWith('42["view",')) return
            const n = (JSON.parse(data.slice(2)) as [string, { phase: { n: number } | null }])[1].phase?.n
            if (n === undefined || words[n] !== undefined) return
            words[n] = wall()
            if (learn) queueMicrotask(() => window.dispatchEvent(new Event('online')))
          })
        }
      }
      Reflect.set(window, 'WebSocket', Listening)
    },
    { setBy, learn, lowHz: LOW_HZ },
  )
  return () => page.evaluate(() => (Reflect.get(window, 'heard') as () => Heard)())
}
