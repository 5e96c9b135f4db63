'use client'
// Has an instant of the server passed? Asked again when it does, and whenever the server's clock is known better.
import { useCallback, useSyncExternalStore } from 'react'
import type { Ms } from '../../../lib/protocol/room.ts'
import { LONGEST_MS } from '../device/steady-timer.ts'
import { localAt, onClock, serverNow } from './clock.ts'

/** False for null, and on the server. */
export function usePassed(at: Ms | null): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      let due: ReturnType<typeof setTimeout> | undefined
      const wait = () => {
        clearTimeout(due)
        if (at !== null)
          due = setTimeout(listener, Math.min(LONGEST_MS, Math.max(0, localAt(at) - performance.now()) + 1))
      }
      wait()
      const stop = onClock(() => {
        wait()
        listener()
      })
      return () => {
        clearTimeout(due)
        stop()
      }
    },
    [at],
  )
  return useSyncExternalStore(
    subscribe,
    () => at !== null && serverNow() >= at,
    () => false,
  )
}
