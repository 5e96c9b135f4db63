'use client'
// How much time is there? In words, and only when there is something to say; in numbers for whoever asked to see them. It
// is a timer to a screen reader, which reads it when asked and never by itself.
import type { RoomView } from '../../../../lib/wire/events.ts'
import type { FrameWords } from '../../../../lib/words/words.ts'
import { useServerTick, useSettings } from '../../../client/page/use-room.ts'
import { Button } from '../../../parts/button.tsx'
import { closeMs, type Left, leftAt, NEAR_MS } from '../../../sitting/near.ts'
import styles from '../../../sitting/turn-clock.module.css'
import { useWords } from '../../../words/use-words.ts'

const SECOND_MS = 1000

/** Renewed every second; null without a clock. */
export function useLeft(view: RoomView): Left | null {
  return leftAt(view, useServerTick(SECOND_MS))
}

export interface TurnClockProps {
  view: RoomView
  /** Words alone, whatever was chosen: where somebody writes, numbers would hurry them. */
  wordsOnly?: boolean
}

export function TurnClock({ view, wordsOnly = false }: TurnClockProps) {
  const { time: words } = useWords()
  const { showTime, set } = useSettings()
  const time = useLeft(view)
  if (!time) return <p className={styles.clock}>{words.none}</p>
  return (
    <div className={styles.clock}>
      <div role="timer" aria-live="off" className={styles.says}>
        {showTime && !wordsOnly ? words.clock(time.left) : inWords(time, wordsOnly, words)}
      </div>
      {wordsOnly ? null : (
        <Button look="link" onClick={() => set({ showTime: !showTime })}>
          {showTime ? words.hide : words.show}
        </Button>
      )}
    </div>
  )
}

/** Nothing while there is enough. The close of a turn of speaking is said above, in the words of the turn itself. */
function inWords({ left, whole, isClose }: Left, saysClose: boolean, words: FrameWords['time']): string {
  if (isClose) return saysClose ? words.left(Math.min(left, closeMs(whole))) : ''
  if (left > whole / 2 || left <= closeMs(Number.POSITIVE_INFINITY)) return ''
  return left < NEAR_MS ? words.left(left) : words.half
}
