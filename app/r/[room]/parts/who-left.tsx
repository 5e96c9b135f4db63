'use client'
// Of three one has left: how do the two who go on know it? By one quiet line, until the phase is over.
import { useEffect, useState } from 'react'
import type { SeatId } from '../../../../lib/protocol/room.ts'
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { useWords } from '../../../words/use-words.ts'
import type { Names } from '../names.ts'
import styles from './quiet-line.module.css'

export interface WhoLeftProps {
  room: Pick<RoomHook, 'view' | 'others'>
  names: Names
  /** Says a sentence to screen readers, politely. */
  say: (sentence: string) => void
}

export function WhoLeft({ room: { view, others }, names, say }: WhoLeftProps) {
  const { three } = useWords().workshop
  const [known, setKnown] = useState(others)
  const [left, setLeft] = useState<{ n: number; seat: SeatId } | null>(null)
  const n = view?.stage === 'sitting' ? (view.phase?.n ?? null) : null
  const seats = others.map(({ seat }) => seat)
  if (seats.join() !== known.map(({ seat }) => seat).join()) {
    setKnown(others)
    const seat = known.find(other => !seats.includes(other.seat))?.seat
    setLeft(seat && n !== null ? { n, seat } : null)
  }
  const says = left && left.n === n && others.length === 1 ? three.left(names.of(left.seat)) : null
  useEffect(() => {
    if (says) say(says)
  }, [says, say])
  if (!says) return null
  return (
    <div className={styles.line}>
      <span aria-hidden="true" className={styles.dot} />
      <p>{says}</p>
    </div>
  )
}
