'use client'
// A room of a workshop is over, or its person was seated elsewhere: where do they go? Back to their circle, by themselves within a few
// seconds, and from there to the next room. Whoever has no hand free for the phone arrives as well.
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'
import { circlePath } from '../../../client/circle/circle-code.ts'
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { stayMs } from '../stay.ts'

export function WayBack({ room }: { room: RoomHook }) {
  const router = useRouter()
  const { circle } = room
  const goBack = useEffectEvent(() => circle?.goBack())
  const stay = stayMs(room)
  // Whoever says how close they feel is given the time for it anew.
  const { after } = room.closeness
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice begins the wait anew
  useEffect(() => {
    if (stay === null) return
    const later = setTimeout(goBack, stay)
    return () => clearTimeout(later)
  }, [stay, after])

  const path = circle?.isBehind ? circlePath(circle.code) : null
  useEffect(() => {
    if (path) router.replace(path)
  }, [path, router])
  return null
}
