'use client'
// A room of a workshop is over, or its person was seated elsewhere: where do they go? Back to their circle, by themselves within a few
// seconds, and from there to the next room. Whoever has no hand free for the phone arrives as well.
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'
import { circlePath } from '../../client/circle-code.ts'
import type { RoomHook } from '../../client/room-hook.ts'

/** Long enough to read the last page, and to say how close one feels. */
const READ_MS = 12_000
const LEFT_MS = 3000
const AT_ONCE_MS = 300

/** How long the last page stays before its person is led on; null where there is nowhere to lead them, or no need. */
export function stayMs({ state, view, circle }: Pick<RoomHook, 'state' | 'view' | 'circle'>): number | null {
  if (!circle) return null
  switch (state.at) {
    case 'in':
      if (circle.isElsewhere) return AT_ONCE_MS
      return view?.stage === 'closed' ? READ_MS : null
    case 'left':
      return LEFT_MS
    case 'refused':
      return AT_ONCE_MS
    default:
      return null
  }
}

/** The room, with a way back that also goes there. */
export function useWayBack(room: RoomHook): RoomHook {
  const router = useRouter()
  const { circle } = room
  const goBack = useEffectEvent(() => {
    if (!circle) return
    circle.goBack()
    router.replace(circlePath(circle.code))
  })
  const stay = stayMs(room)
  // Whoever says how close they feel is given the time for it anew.
  const { after } = room.closeness
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice begins the wait anew
  useEffect(() => {
    if (stay === null) return
    const later = setTimeout(goBack, stay)
    return () => clearTimeout(later)
  }, [stay, after])
  if (!circle) return room
  return {
    ...room,
    circle: {
      ...circle,
      goBack: () => {
        circle.goBack()
        router.replace(circlePath(circle.code))
      },
    },
  }
}
