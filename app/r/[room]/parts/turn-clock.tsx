'use client'
import type { RoomView } from '../../../../lib/wire/events.ts'
// How much time is there? In words, and only when there is something to say; in numbers for whoever asked to see them. It
// is a timer to a screen reader, which reads it when asked and never by itself.
import { wordsFor } from '../../../../lib/words/words.ts'
import { useServerTick, useSettings } from '../../../client/use-room.ts'
import { Button } from '../../../parts/button.tsx'
import styles from './turn-clock.module.css'

const { time } = wordsFor()
const SECOND_MS = 1000
/** From here on words say how much is left; before it only that half is over. */
const NEAR_MS = 90_000

/** What is left of the phase's own time, in ms; null without a clock. Renewed every second. */
export function useLeft(view: RoomView): number | null {
  const now = useServerTick(SECOND_MS)
  const end = endOf(view)
  return end === null ? null : Math.max(0, end - Math.max(now, view.now))
}

const endOf = ({ phase }: RoomView): number | null => phase?.bellAt ?? phase?.endsAt ?? null

export interface TurnClockProps {
  view: RoomView
  /** Words alone, whatever was chosen: where somebody writes, numbers would hurry them. */
  wordsOnly?: boolean
}

export function TurnClock({ view, wordsOnly = false }: TurnClockProps) {
  const { showTime, set } = useSettings()
  const left = useLeft(view)
  if (left === null) return <p className={styles.clock}>{time.none}</p>
  const whole = (endOf(view) ?? 0) - (view.phase?.startedAt ?? 0)
  const says = showTime && !wordsOnly ? time.clock(left) : inWords(left, whole)
  return (
    <div className={styles.clock}>
      <div role="timer" aria-live="off" className={styles.says}>
        {says}
      </div>
      {wordsOnly ? null : (
        <Button look="link" onClick={() => set({ showTime: !showTime })}>
          {showTime ? time.hide : time.show}
        </Button>
      )}
    </div>
  )
}

function inWords(left: number, whole: number): string {
  if (left < NEAR_MS) return time.left(left)
  return left <= whole / 2 ? time.half : ''
}
