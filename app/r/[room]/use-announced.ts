'use client'
// What does the one live region of the room say now? What `announce` finds in each new view, the end of a turn coming near
// as this person wishes to hear it, and what a panel asks to be said.
import { useEffect, useEffectEvent, useRef } from 'react'
import type { RoomView } from '../../../lib/wire/events.ts'
import type { RoomHook } from '../../client/page/room-hook.ts'
import { useSettings } from '../../client/page/use-room.ts'
import type { Say, Says } from '../../parts/says.ts'
import { useSaying } from '../../parts/use-saying.ts'
import { closeMs } from '../../sitting/near.ts'
import { turnOf } from '../../sitting/turn.ts'
import { useFrame } from '../../words/use-words.ts'
import type { LoadedPanels } from './loaded-panels.ts'
import type { Names } from './names.ts'

const MINUTE_MS = 60_000

export function useAnnounced(room: RoomHook, names: Names, panels: LoadedPanels | null): { says: Says; say: Say } {
  const words = useFrame()
  const { time } = words
  const { view } = room
  const { spoken } = useSettings()
  const { says, say } = useSaying()
  const before = useRef<RoomView | null>(null)
  const tell = useEffectEvent((from: RoomView | null, to: RoomView) =>
    panels ? panels.announce(from, to, names, { ...words, ...panels.words }) : null,
  )
  const now = useEffectEvent(() => room.shownNow())

  const isHere = panels !== null
  useEffect(() => {
    if (!view) return
    if (!isHere) {
      // Whoever comes before there are words for it is still said to have come.
      if (view.stage === 'gathering') before.current ??= view
      return
    }
    const sentence = tell(before.current, view)
    before.current = view
    if (sentence) say(sentence)
  }, [view, isHere, say])

  const unfitSays = panels?.words.trouble.mismatch.sitting
  const closing = panels?.words.status.closing
  const bellAt = view?.phase?.bellAt ?? null
  const closeFor = bellAt === null ? 0 : closeMs(bellAt - (view?.phase?.startedAt ?? 0))
  const speaking = view !== null && turnOf(view).holder === view.you && !turnOf(view).complete
  useEffect(() => {
    if (bellAt === null || !speaking || spoken === 'end' || closing === undefined) return
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      const left = bellAt - now()
      if (left <= closeFor) return
      const step = spoken === 'minute' && left > MINUTE_MS ? Math.ceil(left / MINUTE_MS) - 1 : 0
      const until = step > 0 ? step * MINUTE_MS : closeFor
      timer = setTimeout(() => {
        say(step > 0 ? time.left(until) : closing)
        wait()
      }, left - until)
    }
    wait()
    return () => clearTimeout(timer)
  }, [bellAt, closeFor, speaking, spoken, closing, time.left, say])

  const unfit = view?.stage === 'sitting' && room.words.sealing === 'different-link'
  useEffect(() => {
    if (unfit && unfitSays) say(unfitSays)
  }, [unfit, unfitSays, say])

  return { says, say }
}
