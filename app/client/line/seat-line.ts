// How does a seat stay on a connection? It is entered again with its newest token each time a connection is made, and
// when the server is about to end, a second connection takes the seat before the first is let go.
import type { Ms } from '../../../lib/protocol/room.ts'
import { toBase64url } from '../../../lib/seal/base64url.ts'
import type { EnterAsk, Seated } from '../../../lib/wire/events.ts'
import { nearRoom } from '../../../lib/wire/near.ts'
import { backoffMs } from './backoff.ts'
import { keepTime, serverAt } from './clock.ts'
import { createLinkKnown } from './link-known.ts'
import { isPassing, isUnknown } from './passing.ts'
import { createSeatAsks } from './seat-asks.ts'
import type { SeatLine, SeatLinePorts } from './seat-line-ports.ts'
import { type AnswerOf, dial, NO_ANSWER, type Wire } from './socket.ts'

const SIT_TRIES = 3
const DIAL_MS = 8000

const pause = (ms: Ms) => new Promise<void>(resolve => setTimeout(resolve, ms))

export function createSeatLine(ports: SeatLinePorts): SeatLine {
  const near = nearRoom(ports.room)
  const createWire = ports.dial ?? (() => dial({ near }))
  const asks = createSeatAsks()
  /** By this a seat that was taken for an ask whose answer was lost is known to be this page's. */
  const attempt = toBase64url(crypto.getRandomValues(new Uint8Array(16)))
  let token: string | null = null
  /** Holds the seat. */
  let live: Wire | null = null
  /** On its way to hold it: the first, one that lost its line, or one that is to take the place of `live`. */
  let coming: Wire | null = null
  const known = createLinkKnown(ports.changed)
  let heard: Ms | null = null
  let round = 0
  let isSitting = false
  let stopTime = () => {}
  const waiting = new Set<() => void>()
  /** What was told to `coming` before the page has read that it holds the seat: its server knows it already. */
  let early: (() => void)[] = []

  const silentMs = (wire: Wire) => performance.now() - (wire.lastHeardAt() ?? performance.now())

  function giveWord(): void {
    const ready = [...waiting]
    waiting.clear()
    for (const go of ready) go()
  }

  /** Resolves when the seat was taken or there is no more hope, at the latest after `withinMs`. */
  function word(withinMs: Ms): Promise<void> {
    return new Promise(resolve => {
      const go = () => {
        clearTimeout(late)
        waiting.delete(go)
        resolve()
      }
      const late = setTimeout(go, withinMs)
      waiting.add(go)
    })
  }

  function hear(wire: Wire, tell: () => void): void {
    if (wire === live) tell()
    else if (wire === coming) early.push(tell)
  }

  function heardNow(): Ms | null {
    const at = live?.lastHeardAt()
    if (at != null) heard = Math.max(heard ?? 0, Math.floor(serverAt(at)))
    return heard
  }

  function follow(wire: Wire): Wire {
    wire.onLine(isUp => {
      if (wire === live && !isUp) return lost(wire)
      if (wire !== coming) return
      if (isUp) arrived(wire)
      else if (!live) known.quietLater(silentMs(wire))
    })
    wire.on('moved', ({ why: reason }) => {
      // Nobody sits down at a process that is to end; who only reads has nothing there.
      if (reason === 'draining') return wire === coming && !token ? wire.redial() : hear(wire, moveOn)
      if (wire !== live) return
      // While we are coming back ourselves, the connection that took the seat from this one is our own; as where an ask was done late.
      if (!coming && asks.mayHaveTaken()) takeAgain(wire)
      else if (!coming) ports.otherTab()
    })
    const { told } = ports
    wire.on('view', view => hear(wire, () => told.view(view)))
    wire.on('words', telling => hear(wire, () => told.words(telling)))
    wire.on('again', telling => hear(wire, () => told.again(telling)))
    wire.on('replay', telling => hear(wire, () => told.replay(telling)))
    wire.on('signal', telling => hear(wire, () => told.signal(telling)))
    wire.on('circle', telling => hear(wire, () => told.circle?.(telling)))
    wire.on('said', telling => hear(wire, () => told.said?.(telling)))
    wire.on('paired', telling => hear(wire, () => told.paired?.(telling)))
    return wire
  }

  function lost(wire: Wire): void {
    heardNow()
    live = null
    stopTime()
    // It dials again by itself, unless another is on its way already.
    if (coming) wire.close()
    else {
      coming = wire
      known.blame('unreachable')
    }
    known.quietLater(silentMs(wire))
  }

  function takeAgain(wire: Wire): void {
    lost(wire)
    enter(wire)
  }

  function moveOn(): void {
    if (coming) return
    known.blame('moving')
    coming = follow(createWire())
  }

  function arrived(wire: Wire): void {
    early = []
    if (token) enter(wire)
    // While a seat is being taken nobody knocks: an answer that was lost would look like a room that is full.
    else if (!isSitting) ports.knocked()
  }

  async function enter(wire: Wire): Promise<void> {
    const mine = ++round
    for (let failures = 1; token && mine === round && wire === coming && wire.isUp(); failures++) {
      const answer = await asks.ask(wire, { room: ports.room, token, ...ports.entering() })
      if (mine !== round || wire !== coming) return
      if (answer.ok) return seated(wire, answer)
      if (answer.code !== 'no-answer' && !isPassing(answer.code)) return ports.refused(answer.code)
      known.blameAnswer(answer.code)
      await pause(backoffMs(failures, Math.random()))
      // A process that is going away takes nobody; another may answer the next dialling.
      if (answer.code === 'draining' && wire === coming && mine === round) return wire.redial()
    }
  }

  function seated(wire: Wire, answer: Seated): void {
    const before = live
    live = wire
    coming = null
    if (before && before !== wire) before.close()
    token = answer.token
    stopTime()
    stopTime = keepTime(wire)
    const behind = early
    early = []
    ports.seated(answer)
    known.live()
    for (const tell of behind) tell()
    giveWord()
  }

  async function takeSeat(ask: EnterAsk): Promise<AnswerOf<'enter'>> {
    const mine = round
    for (let tries = 1; ; tries++) {
      const wire = coming
      const answer = wire ? await asks.ask(wire, ask) : NO_ANSWER
      if (!wire || mine !== round) return answer
      if (answer.ok) {
        seated(wire, answer)
        return answer
      }
      if (!isUnknown(answer.code) || tries === SIT_TRIES) return answer
      await pause(backoffMs(tries, Math.random()))
      if (!(await wire.up(DIAL_MS))) return answer
    }
  }

  return {
    start(from) {
      token = from
      known.quietLater(0)
      if (coming?.isUp()) return arrived(coming)
      coming ??= follow(createWire())
    },
    adopt(wire, answer) {
      wire.stayNear(near)
      seated(follow(wire), answer)
    },
    async ask(name, ...payload) {
      const wire = live ?? coming
      const answer = (await wire?.ask(name, ...payload)) ?? NO_ANSWER
      // Of two connections the new one may have the seat already: nobody sits at the old one then, which has done nothing.
      const { code } = answer as { code?: string }
      const isBetween = coming !== null && wire === live && code === 'gone'
      if (isBetween) await word(DIAL_MS)
      return isBetween && live && live !== wire ? live.ask(name, ...payload) : answer
    },
    async knock() {
      const wire = coming
      const answer = await wire?.ask('peek', { room: ports.room })
      if (!answer || !wire?.isUp() || wire !== coming) return null
      // Whoever reads what they are invited to has all that they want of their connection, for as long as they read.
      if (answer.ok || !isPassing(answer.code)) known.live()
      else {
        known.blameAnswer(answer.code)
        known.quietLater(0)
      }
      return answer
    },
    async sitDown(name) {
      isSitting = true
      const { key } = ports.entering()
      const answer = await takeSeat({ room: ports.room, name, attempt, ...(key ? { key } : {}) })
      isSitting = false
      return answer
    },
    isLive: () => live !== null,
    async whenLive(withinMs) {
      if (!live && withinMs > 0 && coming) await word(withinMs)
      return live !== null
    },
    link: known.link,
    why: known.why,
    heard: heardNow,
    redial: () => (live ?? coming)?.redial(),
    release() {
      const own = live
      live = null
      return own
    },
    hangUp() {
      heardNow()
      round += 1
      stopTime()
      live?.close()
      coming?.close()
      live = null
      coming = null
      early = []
      known.end()
      giveWord()
    },
  }
}
