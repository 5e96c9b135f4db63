'use client'
// How does a facilitator learn that a room asked for them, wherever they look? A sentence for the ear, and a mark in the tab.
import { useEffect, useRef } from 'react'
import type { Board } from '../../../../lib/wire/circle.ts'
import { needOf, newlyAsking } from '../../../client/board-state.ts'
import { useBoardWords } from '../../../parts/use-words.ts'

export function useAsked(board: Board | null, say: (sentence: string) => void): void {
  const { state } = useBoardWords()
  const before = useRef<Board | null>(null)
  const title = useRef('')

  useEffect(() => {
    if (!board) return
    const [newest] = newlyAsking(before.current, board).slice(-1)
    before.current = board
    if (newest !== undefined) say(state.asks(newest))
  }, [board, say, state])

  const asking = board?.rooms.find(room => needOf(room) === 'help')?.n ?? null
  useEffect(() => {
    if (title.current === '') title.current = document.title
    document.title = asking === null ? title.current : `● ${state.asks(asking)}`
  }, [asking, state])
}
