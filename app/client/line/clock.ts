// What time is it at the server, here and now? One estimate for the page (lib/clock says how it is made), fed by asking
// often for a moment and then seldom, and anew whenever this device may have slept or its clock may have been set.
import { addSample, atLeast, localTime, noSamples, type ServerClock, serverTime } from '../../../lib/clock/offset.ts'
import type { Ms } from '../../../lib/protocol/room.ts'
import { callAfter } from '../device/steady-timer.ts'
import type { Wire } from './socket.ts'

const BURST = 8
const BURST_EVERY_MS = 120
const THEN_EVERY_MS = 15_000
/** How often the device's two clocks are compared, and how far apart they may have gone. */
const WATCH_MS = 5000
const APART_MS = 50

let estimate: ServerClock = noSamples()
let standsAt: Ms | null = null
const listeners = new Set<() => void>()

/** The server's time in epoch ms; the device's own before anything is known. From one call to the next never back. */
export function serverNow(): Ms {
  return serverTime(estimate, performance.now()) ?? Date.now()
}

/**
 * The server's time as it is shown of a sitting. While our line is quiet it stands at what was heard last: from then on the room
 * holds our time, and what ran down here would jump back.
 */
export const shownNow = (): Ms => standsAt ?? serverNow()

/** Null: it goes on. */
export function standAt(at: Ms | null): void {
  if (at === standsAt) return
  standsAt = at
  tell()
}

export function isClockKnown(): boolean {
  return serverTime(estimate, performance.now()) !== null
}

/** The local instant (`performance.now()`) at which the server's clock will say `at`. */
export function localAt(at: Ms): Ms {
  return localTime(estimate, at) ?? at - Date.now() + performance.now()
}

/** The server's time at a local instant that has passed. */
export function serverAt(local: Ms): Ms {
  return serverNow() - (performance.now() - local)
}

/** A view was made at `now`: the server is at least that far. */
export function learnAtLeast(now: Ms): void {
  estimate = atLeast(estimate, performance.now(), now)
  tell()
}

/** Calls back whenever the estimate may have changed: for whatever is armed ahead of time. Returns how to stop. */
export function onClock(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}

/** Asks once. Resolves with whether an answer came. */
export async function askClock(wire: Pick<Wire, 'ask'>): Promise<boolean> {
  const sentAt = performance.now()
  const answer = await wire.ask('clock')
  if (!answer.ok) return false
  estimate = addSample(estimate, { sentAt, receivedAt: performance.now(), serverNow: answer.now })
  tell()
  return true
}

/** Keeps the estimate good over this connection: a burst of asks now, and one from time to time. Returns how to stop. */
export function keepTime(wire: Pick<Wire, 'ask'>): () => void {
  let left = BURST
  let stopped = false
  let cancelNext = () => {}
  let cancelWatch = () => {}

  const next = async () => {
    if (stopped) return
    cancelNext()
    cancelNext = callAfter(left > 1 ? BURST_EVERY_MS : THEN_EVERY_MS, next)
    if (left > 0) left -= 1
    await askClock(wire)
  }
  const anew = () => {
    left = BURST
    next()
  }
  const seen = () => {
    if (document.visibilityState === 'visible') anew()
  }
  const apart = () => Date.now() - performance.now()
  let usual = apart()
  const watch = () => {
    const now = apart()
    if (Math.abs(now - usual) > APART_MS) anew()
    usual = now
    cancelWatch = callAfter(WATCH_MS, watch)
  }

  document.addEventListener('visibilitychange', seen)
  document.addEventListener('resume', anew)
  window.addEventListener('online', anew)
  cancelWatch = callAfter(WATCH_MS, watch)
  next()
  return () => {
    stopped = true
    cancelNext()
    cancelWatch()
    document.removeEventListener('visibilitychange', seen)
    document.removeEventListener('resume', anew)
    window.removeEventListener('online', anew)
  }
}
