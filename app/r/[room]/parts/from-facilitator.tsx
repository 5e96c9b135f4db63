'use client'
// What comes from the facilitator while two sit? What they say to everybody, that they call everybody back, that they were called here,
// and that they would like to come in: one quiet line for each.
import { useEffect } from 'react'
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { useServerTick } from '../../../client/page/use-room.ts'
import { classes } from '../../../parts/class-names.ts'
import type { Say } from '../../../parts/says.ts'
import { useWords } from '../../../words/use-words.ts'
import { AtTheDoor } from './at-the-door.tsx'
import styles from './quiet-line.module.css'

const TICK_MS = 1000
/** Up to here it is said to be a minute. */
const ABOUT_A_MINUTE_MS = 75_000
const NEARLY_MS = 45_000

export interface FromFacilitatorProps {
  room: RoomHook
  say: Say
}

export function FromFacilitator({ room, say }: FromFacilitatorProps) {
  const { facilitator, help } = useWords().workshop
  const { view, circle } = room
  const said = circle?.said ? (circle.said.text ?? facilitator.rings) : null
  const back = useBack(room)
  const called = view?.stage !== 'closed' && view?.help ? help.called : null

  const saidAt = circle?.said?.at ?? null
  // A second bell is another bell, although it is said in the same words.
  useEffect(() => {
    if (said && saidAt !== null) say(said, 'anew')
  }, [said, saidAt, say])
  useEffect(() => {
    if (back) say(back, 'anew')
  }, [back, say])
  useEffect(() => {
    if (called) say(called, 'anew')
  }, [called, say])

  return (
    <>
      {said ? <Line told>{said}</Line> : null}
      {back ? <Line>{back}</Line> : null}
      {called ? <Line>{called}</Line> : null}
      <AtTheDoor room={room} />
    </>
  )
}

function useBack({ view }: RoomHook): string | null {
  const { facilitator } = useWords().workshop
  const tick = useServerTick(TICK_MS)
  const backBy = view?.stage === 'closed' ? null : (view?.backBy ?? null)
  if (!view || backBy === null) return null
  const left = backBy - Math.max(tick, view.now)
  return left <= ABOUT_A_MINUTE_MS && left >= NEARLY_MS ? facilitator.backInMinute : facilitator.backSoon
}

function Line({ told = false, children }: { told?: boolean; children: string }) {
  return (
    <div className={classes(styles.line, told && styles.told)}>
      <span aria-hidden="true" className={styles.dot} />
      <p>{children}</p>
    </div>
  )
}
