'use client'
// What does a panel of the room get, and from where? Everything, from the hooks in this file: a panel shows what they
// return and calls what they offer, and never touches a socket, a storage, a key or a clock.
//
// useRoom(roomId)      the room. Every caller with the same id shares one connection; the page that shows the room calls
//                      it and hands what it returns to the panels. `state.at` says what to show:
//   'knocking'         nothing is known yet (first paint, server-side too): show that we look for the room, or nothing
//   'doorstep'         a seat is free: show `state.peeked`, ask for a name, call `sitDown(name)`
//   'incomplete'       the address lacks the part after #, without which nothing can be sealed
//   'other-tab'        this person's seat is open in another window; `moveHere()` takes it over, nothing else does
//   'refused'          `state.code` says why there is no way in: 'gone', 'full', 'not-yours', 'closed', …, or 'no-crypto'
//                      (this browser can't seal words)
//   'in'               there is a view, in `state.view` and in `view`; its `stage` says the rest. A view stays when the
//                      room goes away while its last page is being read (`stage: 'closed'`)
//   'left'             after `leave()`: the room is behind us, everything of it on this device is wiped
//   'let-go'           after `letGo()` was confirmed: the same
// `link`               'quiet' only when the connection has been gone for 3 s; before that nothing is shown to anybody.
// `trouble`            why it is quiet, when that is known.
// `act({do: 'on'})`    adds the phase or the hold it is for from the newest view, asks again by itself across a lost
//                      connection where that can't act twice, and answers {ok: true} or a code. A panel that was made for
//                      an earlier phase hands its own number: `act({do: 'on', phase: n})` is then refused when it is over.
// `serverNow()`        the server's time. Not reactive: a text that changes with time uses `useServerTick`.
// What changes in a hand-over comes by an urgent update. A panel that animates it reads
// `useDeferredValue(view.phase?.n)`, which React treats as a transition, so <ViewTransition> works.
//
// useSettings()        this device's choices and `set({…})`; every caller sees the same.
// useServerTick(ms)    the server's time rounded down to steps of `ms`, renewed when a step begins; 0 before it is known.
// useTitle(title)      the tab's title, while the panel is there.
import type { Ms, SeatId } from '../../lib/protocol/room.ts'
import type { Peeked, RefusalCode, RoomView, SeatView } from '../../lib/wire/events.ts'
import type { Act, Done } from './intents.ts'

export type RoomState =
  | { at: 'knocking' }
  | { at: 'doorstep'; peeked: Peeked }
  | { at: 'incomplete' }
  | { at: 'other-tab' }
  | { at: 'refused'; code: RefusalCode | 'no-crypto' }
  | { at: 'in'; view: RoomView }
  | { at: 'left' }
  | { at: 'let-go' }

export type Link = 'connecting' | 'live' | 'quiet'
/** `offline`: the device says so. `store-down`: the server is there, its memory is not. `moving`: it is being replaced. */
export type Trouble = 'offline' | 'unreachable' | 'store-down' | 'moving' | null

export interface Other extends SeatView {
  seat: SeatId
}

export interface Utterance {
  from: SeatId
  phase: number
  /** Counts this sender's utterances from 1; with `from` it is a stable key for a list. */
  id: number
  text: string
  /** True while it is still being written (live typing). */
  draft: boolean
  /** Only of one's own: false while it has not reached the server; it is sent again as long as it may be. */
  sent: boolean
}

/**
 * How far the sealing with the others is. `waiting`: nobody to seal for yet. `checking`: keys are there, not yet proven.
 * `sealed`: the other's words open. `unreadable`: something arrived that was sealed for a page that is gone, and it did
 * not come again. `different-link`: the two links do not hold the same secret, nothing can be read.
 */
export type Sealing = 'waiting' | 'checking' | 'sealed' | 'unreadable' | 'different-link'

export interface RoomWords {
  sealing: Sealing
  /** What was said in this phase, in order of arrival, drafts last. Gone when the phase is over. */
  said: readonly Utterance[]
  /** True when the view says that we have the floor. */
  mayWrite: boolean
  /** What stands in our own field; survives a reload. */
  draft: string
  /** Call on every change of the field. Others see it as it grows only when live typing is on (or `live` says so). */
  write(text: string, live?: boolean): void
  /** Says it and empties the draft. `not-now` without the floor, `too-big` above 4,000 bytes of UTF-8. */
  say(text: string): Promise<Done>
  /** Everything we have said ourselves on this page, for "copy my own words". */
  own(): readonly string[]
}

/** A line after the reveal; `opening` while it is being opened or asked for again. */
export type OpenedLine = { as: 'kept' } | { as: 'opening' } | { as: 'open'; text: string } | { as: 'unreadable' }

export interface RoomLines {
  /** Our own answer, as the server has it; survives a reload. */
  answered: 'line' | 'kept' | null
  /** What stands in our own field, also after it was kept; survives a reload, never leaves the device unsealed. */
  text: string
  write(text: string): void
  /** Seals `text` for the others and offers it. May be called again until the reveal. `too-big`: above 4,000 bytes. */
  offer(): Promise<Done>
  /** Keeps it to oneself. May be called instead of or after `offer` until the reveal. */
  keep(): Promise<Done>
  /** Null before the reveal, then everybody's, our own too; stays until the end although the server forgets it. */
  opened: Partial<Record<SeatId, OpenedLine>> | null
}

export interface RoomBell {
  /** True when this browser keeps sound closed until the page is touched. */
  blocked: boolean
  /** Rings once now, for the settings. */
  hear(kind?: 'full' | 'half' | 'arrival'): void
  /** Tells each bell of the plan as it rings, sound or none: for the visual bell. Returns how to stop. */
  onRing(ring: (bell: { id: string; kind: 'full' | 'half'; at: Ms }) => void): () => void
}

export interface RoomHook {
  state: RoomState
  link: Link
  trouble: Trouble
  view: RoomView | null
  me: SeatId | null
  /** Who else sits here, in the order of the seats; empty seats are left out. */
  others: readonly Other[]
  /** The whole address to send to the other person, with the secret; null when it is not known. */
  invite: string | null
  /** True while this screen is kept from going dark. */
  awake: boolean
  serverNow(): Ms
  sitDown(name: string): Promise<Done>
  moveHere(): void
  /** Tries to connect at once, for "try now". */
  tryNow(): void
  act(act: Act): Promise<Done>
  /** Leaves for good, and wipes what this device had of the seat. Settles within 3 s whatever the network does. */
  leave(): Promise<void>
  /**
   * Lets a closed room go. {ok: true} only when the server has confirmed that the room is gone; until then nothing is
   * wiped, and it may be called again.
   */
  letGo(): Promise<Done>
  words: RoomWords
  lines: RoomLines
  /** The picture I walk in with: on this device only. */
  note: { text: string; write(text: string): void }
  bell: RoomBell
}

export function useRoom(_roomId: string): RoomHook {
  return stubbed()
}

function stubbed(): never {
  throw new Error('the room is not connected yet')
}
