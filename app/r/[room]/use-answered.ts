'use client'
// Somebody pressed something, and the room did not take it: is it said? Yes, for as long as it could still be pressed again.
// That the room had gone on already, or that it was pressed twice, is no trouble of anybody's.
import { useCallback, useState } from 'react'
import type { Act, Done } from '../../client/line/intents.ts'
import type { RoomHook } from '../../client/page/room-hook.ts'

const NO_TROUBLE: readonly string[] = ['stale-phase', 'not-now', 'not-allowed', 'closed', 'gone']

/** The room, with acts whose failing is noticed, and whether the last one in this phase has failed. */
export function useAnswered(room: RoomHook): { room: RoomHook; notTaken: boolean } {
  const { act: ask, view } = room
  const here = view?.phase?.n ?? -1
  const [failedIn, setFailedIn] = useState<number | null>(null)
  const act = useCallback(
    async (act: Act): Promise<Done> => {
      const done = await ask(act)
      setFailedIn(done.ok || NO_TROUBLE.includes(done.code) ? null : here)
      return done
    },
    [ask, here],
  )
  return { room: { ...room, act }, notTaken: failedIn === here }
}
