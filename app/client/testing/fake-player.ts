// What is sound played by in a test? One element of a page that, as browsers do, plays nothing aloud before it is touched.
import { vi } from 'vitest'

export interface FakePlayer {
  /** Keeps sound closed until somebody touches the page. */
  isClosed: boolean
  muted: boolean
  paused: boolean
  srcObject: unknown
  /** How often it was asked to play. */
  plays: number
  isRemoved: boolean
  /** Something happens to the page; `opens`: the browser takes it for a person's touch. */
  tell(event: string, opens: boolean): void
}

/** Undone by `vi.unstubAllGlobals()`. */
export function fakePlayer(): FakePlayer {
  const events = new EventTarget()
  let isMuted = false
  const player: FakePlayer = {
    isClosed: false,
    get muted() {
      return isMuted
    },
    // What began without a sound is stopped when it would begin to be heard.
    set muted(next: boolean) {
      isMuted = next
      if (!next && player.isClosed) player.paused = true
    },
    paused: true,
    srcObject: null,
    plays: 0,
    isRemoved: false,
    tell(event, opens) {
      if (opens) player.isClosed = false
      events.dispatchEvent(new Event(event))
    },
  }
  const element = Object.defineProperties(
    {
      hidden: false,
      remove: () => {
        player.isRemoved = true
      },
      async play() {
        player.plays += 1
        if (player.isClosed && !player.muted) throw new DOMException('', 'NotAllowedError')
        player.paused = false
      },
    },
    Object.fromEntries(
      (['muted', 'paused', 'srcObject'] as const).map(name => [
        name,
        { get: () => player[name], set: (next: unknown) => void Reflect.set(player, name, next) },
      ]),
    ),
  )
  vi.stubGlobal('MediaStream', class {})
  vi.stubGlobal('document', {
    createElement: () => element,
    body: { append() {} },
    documentElement: { lang: 'en' },
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  })
  return player
}
