// How do two browsers settle how to hear each other, through a server that may not read or change what they settle? Each piece
// is sealed under the keys of the words (SEAL.md, "Voice and video"), so a fingerprint that somebody swapped never arrives.
import type { SeatId } from '../../../lib/protocol/room.ts'
import type { Tellings } from '../../../lib/wire/events.ts'
import type { RoomLink } from '../line/room-link.ts'
import { type Keyring, sessionWith } from '../writing/sealing.ts'
import { readSignal, type Signal } from './signal.ts'

export interface SignalsPorts {
  link: Keyring & Pick<RoomLink, 'ask'>
  came(from: SeatId, signal: Signal): void
  /** Something that was sealed under the present keys did not open: it was changed on the way. */
  changedOnTheWay(from: SeatId): void
}

const LABEL = { kind: 'media', phase: 0, id: 0 } as const
/** As much of a public string as tells two pages apart; its end is part of a key. */
const TAG = 16
/** What came a moment before the view that explains it. */
const WAITING_MOST = 60

export function createSignals({ link, came, changedOnTheWay }: SignalsPorts) {
  let sending: Promise<unknown> = Promise.resolve()
  let opening: Promise<unknown> = Promise.resolve()
  let early: Parameters<Tellings['signal']>[0][] = []
  let isOver = false

  /** Under which keys something from one page to another is sealed now; empty while one of them is not known. */
  function under(from: SeatId, to: SeatId): string {
    const view = link.view()
    const keyOf = (seat: SeatId) => (seat === view?.you ? link.keys()?.public : view?.seats[seat]?.key)
    const [sender, receiver] = [keyOf(from), keyOf(to)]
    return sender && receiver ? sender.slice(-TAG) + receiver.slice(-TAG) : ''
  }

  async function seal(to: SeatId, signal: Signal): Promise<void> {
    const session = await sessionWith(link, to)
    const you = link.view()?.you
    if (!session || !you || isOver) return
    const keys = under(you, to)
    const sealed = await session.seal({ ...LABEL, text: JSON.stringify(signal) })
    // Whether it arrived is seen by what comes of it: who waits in vain asks anew.
    void link.ask('signal', { to, data: { under: keys, sealed } })
  }

  async function open(told: Parameters<Tellings['signal']>[0]): Promise<void> {
    const { from } = told
    const you = link.view()?.you
    const data = readData(told.data)
    if (!you || isOver) return
    if (!data) return changedOnTheWay(from)
    if (data.under !== under(from, you)) {
      early = [...early, told].slice(-WAITING_MOST)
      return
    }
    const session = await sessionWith(link, from)
    const text = await session?.open(data.sealed, LABEL).catch(() => null)
    // Between the two lines above a page may have been loaded again: nothing of the one before counts for it.
    if (isOver || data.under !== under(from, you)) return
    if (text == null) return changedOnTheWay(from)
    const signal = readSignal(text)
    if (signal) came(from, signal)
  }

  function take(told: Parameters<Tellings['signal']>[0]): void {
    opening = opening.then(() => open(told)).catch(() => {})
  }

  return {
    /** In the order of the calls. */
    send(to: SeatId, signal: Signal): void {
      sending = sending.then(() => seal(to, signal)).catch(() => {})
    },
    take,
    /** There may be new keys. */
    seen(): void {
      for (const told of early.splice(0)) take(told)
    },
    /** Changes with every page that `seat` or we have loaded; empty while it has shown no key. */
    pagesWith: (seat: SeatId): string => under(link.view()?.you ?? seat, seat),
    end(): void {
      isOver = true
    },
  }
}

export type Signals = ReturnType<typeof createSignals>

function readData(data: unknown): { under: string; sealed: string } | null {
  if (typeof data !== 'object' || data === null) return null
  const { under, sealed } = data as Record<string, unknown>
  return typeof under === 'string' && typeof sealed === 'string' ? { under, sealed } : null
}
