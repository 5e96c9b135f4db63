'use client'
// How much time is there, for the two who look at one screen? In words, and only when there is something to say; in numbers
// once somebody asked for them. It is a timer to a screen reader, which reads it when asked and never by itself.
import type { RoomView } from '../../../lib/wire/events.ts'
import { useLocalTick } from '../../client/one-phone/local-page.ts'
import { useSettings } from '../../client/page/use-room.ts'
import { Button } from '../../parts/button.tsx'
import { type Left, leftAt, NEAR_MS } from '../../sitting/near.ts'
import clock from '../../sitting/turn-clock.module.css'
import { useOnePhoneWords } from '../../words/use-words.ts'

const SECOND_MS = 1000

/** Renewed every second; null without a clock. */
export function useLeft(view: RoomView): Left | null {
  return leftAt(view, useLocalTick(SECOND_MS))
}

export function LeftTime({ view }: { view: RoomView }) {
  const { time: words } = useOnePhoneWords()
  const { showTime, set } = useSettings()
  const time = useLeft(view)
  if (!time) return null
  const { left, whole, isClose } = time
  const half = left > whole / 2 || isClose ? '' : left < NEAR_MS ? words.left(left) : words.half
  return (
    <div className={clock.clock}>
      <div role="timer" aria-live="off" className={clock.says}>
        {showTime ? words.clock(left) : half}
      </div>
      <Button look="link" onClick={() => set({ showTime: !showTime })}>
        {showTime ? words.hide : words.show}
      </Button>
    </div>
  )
}
