'use client'
// What does the one live region of the room say now? What `announce` finds in each new view, the end of a turn coming near
// as this person wishes to hear it, and what a panel asks to be said.
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { RoomView } from '../../../lib/wire/events.ts'
import type { RoomHook } from '../../client/room-hook.ts'
import { useSettings } from '../../client/use-room.ts'
import { useFrame } from '../../parts/use-words.ts'
import { announce } from './announce.ts'
import type { Names } from './names.ts'
import { closeMs } from './near.ts'
import { turnOf } from './turn.ts'

const MINUTE_MS = 60_000

export function useAnnounced(room: RoomHook, names: Names): { says: string; say: (sentence: string) => void } {
  const words = useFrame()
  const { status, time, trouble } = words
  const { view } = room
  const { spoken } = useSettings()
  const [says, say] = useState('')
  const before = useRef<RoomView | null>(null)
  const tell = useEffectEvent((from: RoomView | null, to: RoomView) => announce(from, to, names, words))
  const now = useEffectEvent(() => room.serverNow())

  useEffect(() => {
    if (!view) return
    const sentence = tell(before.current, view)
    before.current = view
    if (sentence) say(sentence)
  }, [view])

  const bellAt = view?.phase?.bellAt ?? null
  const closeFor = bellAt === null ? 0 : closeMs(bellAt - (view?.phase?.startedAt ?? 0))
  const speaking = view !== null && turnOf(view).holder === view.you && !turnOf(view).complete
  useEffect(() => {
    if (bellAt === null || !speaking || spoken === 'end') return
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      const left = bellAt - now()
      if (left <= closeFor) return
      const step = spoken === 'minute' && left > MINUTE_MS ? Math.ceil(left / MINUTE_MS) - 1 : 0
      const until = step > 0 ? step * MINUTE_MS : closeFor
      timer = setTimeout(() => {
        say(step > 0 ? time.left(until) : status.closing)
        wait()
      }, left - until)
    }
    wait()
    return () => clearTimeout(timer)
  }, [bellAt, closeFor, speaking, spoken, status.closing, time.left])

  const unfit = view?.stage === 'sitting' && room.words.sealing === 'different-link'
  useEffect(() => {
    if (unfit) say(trouble.mismatch.sitting)
  }, [unfit, trouble.mismatch.sitting])

  return { says, say }
}
