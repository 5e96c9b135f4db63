// How does this page get back what it missed? It asks each other browser to send again, when the seat was entered, when
// keys have changed, when a number is missing or something did not open; and it asks again until an answer opens, a few
// times. That an answer opens also proves that both links hold the same secret.
import type { Ms, SeatId } from '../../../lib/protocol/room.ts'
import type { RoomView } from '../../../lib/wire/events.ts'
import type { SeatLine } from '../line/seat-line-ports.ts'
import { keyedOthers } from './sealing.ts'

/**
 * How far the sealing with another is. `checking`: the keys are there and not yet proven. `sealed`: their texts open.
 * `unreadable`: something was sealed for a page that is gone, and did not come again. `different-link`: nothing opens
 * although both are there, so the two links do not hold the same secret.
 */
export type Sealing = 'waiting' | 'checking' | 'sealed' | 'unreadable' | 'different-link'

interface Asking {
  key: string
  sealing: Sealing
  /** Whether anything was opened since the page was loaded: then the secret is the same. */
  isProven: boolean
  isWanted: boolean
  tries: number
  /** Answers that came and did not open. */
  failed: number
  due: ReturnType<typeof setTimeout> | null
}

const TRIES = 4
const ANSWER_MS = 2500
/** After an answer that did not open: the two pages may just be exchanging new keys. */
const FAILED_MS = 700
/** A page that sleeps answers nothing, and says nothing about its link by that. */
const SILENT_MS = 10_000

export interface AgainPorts {
  ask: SeatLine['ask']
  view(): RoomView | null
  /** The number of the last utterance that we have of this sender. */
  since(seat: SeatId): number
  changed(): void
}

export function createAgain({ ask, view, since, changed }: AgainPorts) {
  const askings = new Map<SeatId, Asking>()

  const isHere = (seat: SeatId) => view()?.seats[seat]?.here ?? false

  function become(asking: Asking, sealing: Sealing): void {
    if (asking.sealing === sealing) return
    asking.sealing = sealing
    changed()
  }

  async function tryOnce(seat: SeatId, asking: Asking): Promise<void> {
    if (asking.due || !asking.isWanted || !isHere(seat)) return
    const isVain = asking.tries === TRIES
    if (isVain && asking.failed > 1) {
      asking.isWanted = false
      return become(asking, asking.isProven ? 'unreadable' : 'different-link')
    }
    if (isVain) asking.tries = 0
    later(seat, asking, isVain ? SILENT_MS : ANSWER_MS)
    const answer = await ask('again', { to: seat, since: since(seat) })
    // Only what was asked and not answered readably counts against the link.
    if (answer.ok) asking.tries += 1
  }

  function later(seat: SeatId, asking: Asking, ms: Ms): void {
    if (asking.due) clearTimeout(asking.due)
    asking.due = setTimeout(() => {
      asking.due = null
      tryOnce(seat, asking)
    }, ms)
  }

  return {
    /** Follows the keys of the newest view. */
    seen(newest: RoomView): void {
      for (const seat of keyedOthers(newest)) {
        const key = newest.seats[seat]?.key ?? ''
        const known = askings.get(seat)
        if (known?.key === key) {
          tryOnce(seat, known)
          continue
        }
        if (known?.due) clearTimeout(known.due)
        const isProven = known?.isProven ?? false
        const asking: Asking = { key, sealing: 'checking', isProven, isWanted: true, tries: 0, failed: 0, due: null }
        askings.set(seat, asking)
        changed()
        tryOnce(seat, asking)
      }
    },
    want(seat: SeatId): void {
      const asking = askings.get(seat)
      if (!asking || asking.isWanted) return
      asking.isWanted = true
      asking.tries = 0
      tryOnce(seat, asking)
    },
    wantAll(): void {
      for (const seat of askings.keys()) this.want(seat)
    },
    /** Something of theirs did not open: it is asked for again. */
    failed(seat: SeatId): void {
      const asking = askings.get(seat)
      if (!asking) return
      asking.failed += 1
      if (asking.isWanted) later(seat, asking, FAILED_MS)
      else this.want(seat)
    },
    isWanted: (seat: SeatId): boolean => askings.get(seat)?.isWanted ?? false,
    /** Something of theirs has opened. */
    opened(seat: SeatId): void {
      const asking = askings.get(seat)
      if (!asking) return
      asking.isProven = true
      asking.failed = 0
      become(asking, 'sealed')
    },
    /** All that was asked for has come. */
    done(seat: SeatId): void {
      const asking = askings.get(seat)
      if (!asking) return
      if (asking.due) clearTimeout(asking.due)
      asking.due = null
      asking.isWanted = false
    },
    sealingWith: (seat: SeatId): Sealing => askings.get(seat)?.sealing ?? 'waiting',
    /** The worst of all others. */
    sealing(): Sealing {
      const all = [...askings.values()].map(asking => asking.sealing)
      const order: Sealing[] = ['different-link', 'unreadable', 'checking', 'sealed']
      return order.find(sealing => all.includes(sealing)) ?? 'waiting'
    },
    end(): void {
      for (const { due } of askings.values()) if (due) clearTimeout(due)
      askings.clear()
    },
  }
}

export type Again = ReturnType<typeof createAgain>
