'use client'
// Where are all rooms of the round? In one list, whoever needs somebody first. Tab stops at it once; from there the arrow keys
// go from room to room, and H to the next one that asked.
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { BoardPerson, BoardRoom } from '../../../../lib/wire/circle.ts'
import { needOf, ordered } from '../../../client/circle/board-state.ts'
import { useBoardWords } from '../../../words/use-words.ts'
import styles from './board.module.css'
import { RoomRow } from './room-row.tsx'
import { ledTo, nextAsking } from './roving.ts'

export interface RoomsListProps {
  rooms: readonly BoardRoom[]
  people: readonly BoardPerson[]
  onOpen: (n: number) => void
  onAttend: (n: number) => void
}

/** Where the rooms stand in one line with the first. */
function columnsOf(list: HTMLElement): number {
  const tops = Array.from(list.children, row => (row as HTMLElement).offsetTop)
  const next = tops.findIndex(top => top !== tops[0])
  return next === -1 ? Math.max(1, tops.length) : next
}

export function RoomsList({ rooms, people, onOpen, onAttend }: RoomsListProps) {
  const words = useBoardWords()
  const list = useRef<HTMLUListElement>(null)
  const [last, setLast] = useState<number | null>(null)
  const shown = useMemo(() => ordered(rooms), [rooms])
  const names = useMemo(() => new Map(people.map(({ id, name }) => [id, name])), [people])
  const asking = useMemo(() => shown.filter(room => needOf(room) === 'help').map(({ n }) => n), [shown])
  const stop = shown.some(({ n }) => n === last) ? last : (shown[0]?.n ?? null)

  const goTo = useCallback((n: number) => {
    setLast(n)
    const button = list.current?.querySelector<HTMLElement>(`[data-room="${n}"]`)
    button?.focus()
    button?.closest('li')?.scrollIntoView({ block: 'nearest' })
  }, [])

  // A letter alone acts only while the board itself has the keyboard, and never where somebody writes (WCAG 2.1.4).
  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'h' || event.ctrlKey || event.metaKey || event.altKey) return
      const { activeElement } = document
      if (!activeElement?.closest('[data-board]') || activeElement.closest('dialog, input, textarea, select')) return
      const from = Number((activeElement as HTMLElement | null)?.dataset?.room)
      const next = nextAsking(asking, Number.isNaN(from) ? null : from)
      if (next === null) return
      event.preventDefault()
      goTo(next)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [asking, goTo])

  function roam(event: KeyboardEvent<HTMLUListElement>) {
    const from = (event.target as HTMLElement).dataset.room
    if (from === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const at = shown.findIndex(({ n }) => n === Number(from))
    const { direction } = getComputedStyle(event.currentTarget)
    const columns = columnsOf(event.currentTarget)
    const to = ledTo(at, shown.length, { key: event.key, columns, isRightToLeft: direction === 'rtl' })
    const room = to === null ? undefined : shown[to]
    if (!room) return
    event.preventDefault()
    goTo(room.n)
  }

  return (
    <section aria-labelledby="rooms" className={styles.rooms}>
      <h2 id="rooms" className={styles.unseen}>
        {words.rooms.heading}
      </h2>
      <ul ref={list} onKeyDown={roam} aria-describedby="rooms-hint" className={styles.list}>
        {shown.map(room => (
          <RoomRow
            key={room.room}
            room={room}
            names={room.people.map(id => names.get(id) ?? words.room.nobody).join('\n')}
            isStop={room.n === stop}
            onOpen={onOpen}
            onAttend={onAttend}
          />
        ))}
      </ul>
      <p id="rooms-hint" className={styles.keys}>
        {words.rooms.hint}
      </p>
    </section>
  )
}
