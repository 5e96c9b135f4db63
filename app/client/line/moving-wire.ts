// How does a page go over to another process without a gap? When its own says that it is about to end, it dials another one and comes there,
// as who it was, before it lets go of the first: until then that one still tells it everything, and still does what it asks.
import type { Ms } from '../../../lib/protocol/room.ts'
import type { AskName, Wire } from './socket.ts'

export interface MovingWire extends Pick<Wire, 'ask' | 'on' | 'onLine' | 'isUp' | 'redial' | 'close'> {
  /** Lets go of the connection without ending it: whoever goes on with it moves it on. */
  release(): Wire
}

/** By an answer to one of these somebody is there. They are for the newest connection, all others for the one that still stands. */
const COMING: readonly AskName[] = ['watch', 'join', 'facilitate', 'wait', 'meet', 'enter']
/** A hall does not dial in one instant: within this part of the time that there is. */
const SPREAD = 4
/** For answers that are still on their way. */
const THEN_MS: Ms = 500

/** Hears the wire's own `moved` where it is about another process; the page hears the others. */
export function createMovingWire(createWire: () => Wire, given = createWire()): MovingWire {
  let newest = given
  /** It still stands, while `newest` is on its way. */
  let before: Wire | null = null
  let later: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const lines: ((isUp: boolean) => void)[] = []
  const ears: ((own: Wire) => void)[] = []

  function change(isUp: boolean): void {
    for (const line of lines) line(isUp)
  }

  function follow(own: Wire): void {
    own.onLine(isUp => {
      if (isOver) return
      if (own === before && !isUp) {
        own.close()
        before = null
        // It may be that nobody could be reached as long as that one stood.
        if (!newest.isUp()) {
          change(false)
          newest.redial()
        }
      } else if (own === newest && (isUp || !before)) change(isUp)
    })
    own.on('moved', told => {
      if (told.why === 'draining' && own === newest && !later) moveOnIn((Math.random() * told.withinMs) / SPREAD)
    })
    for (const hears of ears) hears(own)
  }

  function moveOnIn(ms: Ms): void {
    clearTimeout(later)
    later = setTimeout(() => {
      later = undefined
      // Lost meanwhile, it is dialled again anyway.
      if (isOver || !newest.isUp()) return
      if (before) newest.close()
      else before = newest
      newest = createWire()
      follow(newest)
    }, ms)
  }

  function letGo(): void {
    const old = before
    before = null
    if (old) setTimeout(old.close, THEN_MS)
  }

  follow(given)
  return {
    ask: (async (name: AskName, ...payload: never[]) => {
      if (!COMING.includes(name)) return (before ?? newest).ask(name, ...(payload as unknown as []))
      const own = newest
      const answer = await own.ask(name, ...(payload as unknown as []))
      if (own !== newest) return answer
      if (answer.ok) letGo()
      else if (answer.code === 'draining') moveOnIn(0)
      return answer
    }) as Wire['ask'],
    on(name, told) {
      const hears = (own: Wire) =>
        own.on(name, ((telling: never) => {
          // What is told of this page's own going elsewhere is none of its business.
          const isOurs = own === newest || (own === before && name !== 'moved')
          const isMoving = name === 'moved' && (telling as { why: string }).why === 'draining'
          if (!isOver && isOurs && !isMoving) (told as (telling: never) => void)(telling)
        }) as never)
      ears.push(hears)
      hears(newest)
    },
    onLine: changed => void lines.push(changed),
    isUp: () => newest.isUp() || (before?.isUp() ?? false),
    redial() {
      before?.close()
      before = null
      newest.redial()
    },
    close() {
      isOver = true
      clearTimeout(later)
      before?.close()
      newest.close()
    },
    release() {
      isOver = true
      clearTimeout(later)
      if (before) newest.close()
      return before ?? newest
    },
  }
}
