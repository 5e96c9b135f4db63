'use client'
// What does the one live region of the table say? As little as a room's: the heading of a new screen takes the focus and says
// itself, so here are only the things that happen within one.
import { useEffect, useRef, useState } from 'react'
import type { RoomView } from '../../lib/wire/events.ts'
import type { OnePhoneWords } from '../../lib/words/one-phone.ts'
import type { Person } from '../client/one-phone/local-texts.ts'
import { useSettings } from '../client/page/use-room.ts'
import { closeMs } from '../sitting/near.ts'
import { turnOf } from '../sitting/turn.ts'

/** How long a turn is, said once as it begins; that it comes to its close; and a minute that was asked for or granted. */
export function useSaid(view: RoomView, names: Record<Person, string>, words: OnePhoneWords): string {
  const { turn, time } = words
  const { spoken } = useSettings()
  const [says, say] = useState('')
  const before = useRef<RoomView | null>(null)
  const { holder, complete } = turnOf(view)
  const speaks = holder === 'a' || holder === 'b' ? holder : null

  useEffect(() => {
    const last = before.current
    before.current = view
    const { phase, more, held } = view
    if (!phase || !speaks || held) return
    const [speaker, listener] = [names[speaks], names[speaks === 'a' ? 'b' : 'a']]
    if (last?.phase?.n !== phase.n) {
      if (phase.kind === 'speak' && phase.bellAt !== null) {
        say(turn.has(speaker, time.duration(phase.bellAt - phase.startedAt)))
      }
      return
    }
    if ((more?.granted ?? 0) > (last.more?.granted ?? 0)) say(turn.more.granted)
    else if ((more?.asked.length ?? 0) > (last.more?.asked.length ?? 0)) say(turn.more.asks(speaker, listener))
  }, [view, speaks, names, turn, time])

  const bellAt = view.phase?.bellAt ?? null
  const closeFor = bellAt === null ? 0 : closeMs(bellAt - (view.phase?.startedAt ?? 0))
  const speaker = speaks && !complete ? names[speaks] : null
  useEffect(() => {
    if (bellAt === null || speaker === null || spoken === 'end') return
    const left = bellAt - closeFor - Date.now()
    if (left <= 0) return
    const timer = setTimeout(() => say(turn.closing(speaker)), left)
    return () => clearTimeout(timer)
  }, [bellAt, closeFor, speaker, spoken, turn])

  return says
}
