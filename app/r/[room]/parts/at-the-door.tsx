'use client'
// What is there to be read and answered while a facilitator is at the door of a room, or in it? One line for as long as that is so: whether
// they may come in, that they are there, whether they have the word; and at any time one word that shows them out.
import { useEffect, useRef } from 'react'
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { useWords } from '../../../words/use-words.ts'
import { visitState } from '../visit-state.ts'
import { ActButton } from './act-button.tsx'
import styles from './quiet-line.module.css'

export function AtTheDoor({ room }: { room: RoomHook }) {
  const { visit: words } = useWords().workshop
  const visit = room.view?.visit ?? null
  const says = visit && words[visitState(visit)]
  const answered = useKeptFocus(says)
  if (!visit) return null
  const { since, isIn, hasFloor } = visit
  const button = { room, look: 'link', onAnswered: answered } as const
  return (
    <div className={styles.line}>
      <span aria-hidden="true" className={styles.dot} />
      <p>{says}</p>
      <div className={styles.answers}>
        {!isIn && !visit.yes ? (
          <ActButton key="yes" {...button} act={{ do: 'admit', yes: true, since }}>
            {words.yes}
          </ActButton>
        ) : null}
        {room.view?.can.includes('lend') ? (
          <ActButton key="lend" {...button} act={{ do: 'lend', on: !hasFloor }}>
            {hasFloor ? words.takeBack : words.lend}
          </ActButton>
        ) : null}
        <ActButton key="no" {...button} act={{ do: 'admit', yes: false, since }}>
          {isIn ? words.out : words.no}
        </ActButton>
      </div>
    </div>
  )
}

/** A button that was pressed and is gone leaves the keyboard nowhere: then it goes to the heading, as when a phase begins. */
function useKeptFocus(says: string | null): () => void {
  const isAnswered = useRef(false)
  const keep = () => {
    if (!isAnswered.current || document.activeElement !== document.body) return
    isAnswered.current = false
    document.querySelector<HTMLElement>('#content h1')?.focus({ preventScroll: true })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said changes when the buttons do
  useEffect(keep, [says])
  return () => {
    isAnswered.current = true
    keep()
  }
}
