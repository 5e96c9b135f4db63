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
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { Ms, SeatId } from '../../lib/protocol/room.ts'
import type { RoomView, SeatView } from '../../lib/wire/events.ts'
import type { Sealing } from './again.ts'
import type { RungBell } from './bell.ts'
import { isClockKnown, onClock, serverNow } from './clock.ts'
import type { Act, Done } from './intents.ts'
import type { OpenedLine } from './lines-link.ts'
import { isUnreachable, loadedRoom, lookAtRoom } from './loaded-room.ts'
import type { RoomState, Trouble } from './room-state.ts'
import type { Link } from './seat-line.ts'
import { FIRST_SETTINGS, onSettings, type Settings, setSettings, settings } from './settings.ts'
import type { Utterance } from './utterances.ts'

export type { Act, Done, Link, OpenedLine, RoomState, RungBell, Sealing, Settings, Trouble, Utterance }

export interface Other extends SeatView {
  seat: SeatId
}

export interface RoomWords {
  sealing: Sealing
  /** What was said in this phase, in order of arrival, drafts last. Gone when the phase is over. */
  said: readonly Utterance[]
  /** True when the view says that we have the floor. */
  mayWrite: boolean
  /** What stands in our own field; survives a reload. */
  draft: string
  /** What we had written when our turn ended and could not be sent; shown to us alone, until the next phase is over. */
  unsent: string
  /** Call on every change of the field. Others see it as it grows only when live typing is on (or `live` says so). */
  write(text: string, live?: boolean): void
  /** Says it and empties the draft. `not-now` without the floor, `too-big` above about 3,700 bytes of UTF-8. */
  say(text: string): Promise<Done>
  /** Everything we have said ourselves on this page, for "copy my own words". */
  own(): readonly string[]
}

export interface RoomLines {
  /** Our own answer, as the server has it; survives a reload. */
  answered: 'line' | 'kept' | null
  /** What stands in our own field, also after it was kept; survives a reload, never leaves the device unsealed. */
  text: string
  write(text: string): void
  /** Seals `text` for the others and offers it. May be called again until the reveal. `too-big` above about 3,700 bytes. */
  offer(): Promise<Done>
  /** Keeps it to oneself. May be called instead of or after `offer` until the reveal. */
  keep(): Promise<Done>
  /** Null before the reveal, then everybody's, our own too; stays until the end although the server forgets it. */
  opened: Partial<Record<SeatId, OpenedLine>> | null
}

export interface RoomBell {
  /** True when sound is wanted and this browser keeps it closed until the page is touched. */
  blocked: boolean
  /** Rings once now, for the settings. */
  hear(kind?: 'full' | 'half' | 'arrival'): void
  /** Tells each bell of the plan as it rings, sound or none: for the visual bell. Returns how to stop. */
  onRing(ring: (bell: RungBell) => void): () => void
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

/** The room, from anywhere in its page. */
export function useRoom(roomId: string): RoomHook {
  const subscribe = useCallback((listener: () => void) => lookAtRoom(roomId, listener), [roomId])
  return useSyncExternalStore(
    subscribe,
    () => loadedRoom(roomId) ?? (isUnreachable() ? UNREACHABLE : KNOCKING),
    () => KNOCKING,
  )
}

/** This device's choices, and how to change them. */
export function useSettings(): Settings & { set(change: Partial<Settings>): void } {
  const current = useSyncExternalStore(onSettings, settings, () => FIRST_SETTINGS)
  return { ...current, set: setSettings }
}

/** The server's time rounded down to steps of `ms`; 0 on the server and before it is known. */
export function useServerTick(ms: Ms): Ms {
  const subscribe = useCallback(
    (listener: () => void) => {
      let due: ReturnType<typeof setTimeout>
      const next = () => {
        due = setTimeout(
          () => {
            listener()
            next()
          },
          ms - (serverNow() % ms),
        )
      }
      next()
      const stop = onClock(listener)
      return () => {
        clearTimeout(due)
        stop()
      }
    },
    [ms],
  )
  return useSyncExternalStore(
    subscribe,
    () => (isClockKnown() ? Math.floor(serverNow() / ms) * ms : 0),
    () => 0,
  )
}

/** The tab's title, for as long as the caller is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title
  }, [title])
}

const notNow = async (): Promise<Done> => ({ ok: false, code: 'not-now' })
const nothing = () => {}

/** What is shown before the page has looked at anything, and on the server. */
const KNOCKING: RoomHook = {
  state: { at: 'knocking' },
  link: 'connecting',
  trouble: null,
  view: null,
  me: null,
  others: [],
  invite: null,
  awake: false,
  serverNow,
  sitDown: notNow,
  moveHere: nothing,
  tryNow: nothing,
  act: notNow,
  leave: async () => {},
  letGo: notNow,
  words: {
    sealing: 'waiting',
    said: [],
    mayWrite: false,
    draft: '',
    unsent: '',
    write: nothing,
    say: notNow,
    own: () => [],
  },
  lines: { answered: null, text: '', write: nothing, offer: notNow, keep: notNow, opened: null },
  note: { text: '', write: nothing },
  bell: { blocked: false, hear: nothing, onRing: () => nothing },
}

const UNREACHABLE: RoomHook = { ...KNOCKING, link: 'quiet', trouble: 'unreachable' }
