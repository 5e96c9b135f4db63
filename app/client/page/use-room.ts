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
// `shownNow()`         the server's time, which stands while our line is quiet. Not reactive: a text that changes with time uses `useServerTick`.
// What changes in a hand-over comes by an urgent update. A panel that animates it reads
// `useDeferredValue(view.phase?.n)`, which React treats as a transition, so <ViewTransition> works.
//
// useSettings()        this device's choices and `set({…})`; every caller sees the same.
// useServerTick(ms)    the same rounded down to steps of `ms`, renewed when a step begins; 0 before it is known.
// useTitle(title)      the tab's title, while the panel is there.
import { useCallback, useLayoutEffect, useSyncExternalStore } from 'react'
import type { Ms } from '../../../lib/protocol/room.ts'
import { FIRST_SETTINGS, onSettings, type Settings, setSettings, settings } from '../device/settings.ts'
import { isClockKnown, onClock, serverNow, shownNow } from '../line/clock.ts'
import { isUnreachable, loadedRoom, lookAtRoom } from './loaded-room.ts'
import { KNOCKING, type RoomHook } from './room-hook.ts'

const UNREACHABLE: RoomHook = { ...KNOCKING, link: 'quiet', trouble: 'unreachable' }

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

/** The time that is shown, rounded down to steps of `ms`; 0 on the server and before it is known. */
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
    () => (isClockKnown() ? Math.floor(shownNow() / ms) * ms : 0),
    () => 0,
  )
}

/** The tab's title, for as long as the caller is shown. */
export function useTitle(title: string): void {
  // Before anything else that comes of a leave: another page's title is not to be taken for one that came late.
  useLayoutEffect(() => {
    const say = () => {
      if (document.title !== title) document.title = title
    }
    say()
    // The title with which a page is served may come behind it, and would stay.
    const late = new MutationObserver(say)
    late.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => late.disconnect()
  }, [title])
}
