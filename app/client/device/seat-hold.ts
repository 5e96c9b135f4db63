// Does another tab of this browser sit in this seat right now? A tab holds a lock for as long as it lives; where the
// browser has no locks, the tabs ask each other. Where neither is possible, the server's rule is left: the newer
// connection has the seat, and the older one is told.
import type { SeatId } from '../../../lib/protocol/room.ts'

export interface SeatHold {
  /** Calls back once when another tab takes the seat over. */
  onLost(lost: () => void): void
  release(): void
}

/** How long another tab may take to say that it is here; a tab in the background is slow. */
const ASK_MS = 250
/** A page that is being replaced by its own reload lets go a moment after the new one has begun; one with sound, later. */
const RELOAD_MS = 2500

/**
 * Takes the seat for this tab, or null when another tab has it. `mine`: this tab sat here before, so it waits a little
 * for its own earlier page. `steal`: takes it whoever has it.
 */
export async function holdSeat(
  room: string,
  seat: SeatId,
  how: 'free' | 'mine' | 'steal' = 'free',
): Promise<SeatHold | null> {
  const name = `clearing:${room}:${seat}`
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  return locks ? byLock(locks, name, how) : byAsking(name, how)
}

/** What this page holds: at most one seat. `lost` is called when another tab takes it over. */
export function createHolder(lost: () => void) {
  let hold: SeatHold | null = null
  return {
    isHeld: () => hold !== null,
    take(held: SeatHold | null) {
      if (!held) return
      if (hold) return held.release()
      hold = held
      held.onLost(() => {
        if (hold === held) lost()
      })
    },
    release() {
      const held = hold
      hold = null
      held?.release()
    },
  }
}

function byLock(locks: LockManager, name: string, how: 'free' | 'mine' | 'steal'): Promise<SeatHold | null> {
  return new Promise(answer => {
    let lost: (() => void) | null = null
    let isLost = false
    let release = () => {}
    const granted = (lock: Lock | null): Promise<void> | void => {
      if (!lock) return answer(null)
      const held = new Promise<void>(resolve => {
        release = resolve
      })
      answer({
        onLost: call => {
          lost = call
          if (isLost) call()
        },
        release: () => release(),
      })
      return held
    }
    const ended = () => {
      isLost = true
      lost?.()
      answer(null)
    }
    const patience = new AbortController()
    if (how === 'mine') setTimeout(() => patience.abort(), RELOAD_MS)
    const options: Record<typeof how, LockOptions> = {
      free: { ifAvailable: true },
      mine: { signal: patience.signal },
      steal: { steal: true },
    }
    locks.request(name, options[how], granted).catch(ended)
  })
}

function byAsking(name: string, how: 'free' | 'mine' | 'steal'): Promise<SeatHold | null> {
  if (typeof BroadcastChannel === 'undefined') return Promise.resolve({ onLost: () => {}, release: () => {} })
  const channel = new BroadcastChannel(name)
  let lost: (() => void) | null = null
  const hold = () => {
    channel.onmessage = ({ data }) => {
      if (data === 'anybody?') channel.postMessage('here')
      if (data === 'taken') lost?.()
    }
    return {
      onLost: (call: () => void) => {
        lost = call
      },
      release: () => channel.close(),
    }
  }
  if (how === 'steal') {
    channel.postMessage('taken')
    return Promise.resolve(hold())
  }
  return new Promise(answer => {
    const alone = setTimeout(() => answer(hold()), ASK_MS)
    channel.onmessage = ({ data }) => {
      if (data !== 'here') return
      clearTimeout(alone)
      channel.close()
      answer(null)
    }
    channel.postMessage('anybody?')
  })
}
