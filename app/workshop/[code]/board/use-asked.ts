'use client'
// How does a facilitator learn that a room asked for them, or has answered their knock, wherever they look? A sentence for the ear, and
// for whoever asked a mark in the tab.
import { useEffect, useRef } from 'react'
import type { Board } from '../../../../lib/wire/circle.ts'
import { needOf, newlyAnswered, newlyAsking } from '../../../client/circle/board-state.ts'
import { useBoardWords } from '../../../words/use-words.ts'

export function useAsked(board: Board | null, say: (sentence: string) => void): void {
  const { state, visiting } = useBoardWords()
  const before = useRef<Board | null>(null)
  const title = useRef('')

  useEffect(() => {
    if (!board) return
    const [newest] = newlyAsking(before.current, board).slice(-1)
    const [answered] = newlyAnswered(before.current, board).slice(-1)
    before.current = board
    if (answered) say(visiting.says[answered.answer](answered.n))
    if (newest !== undefined) say(state.asks(newest))
  }, [board, say, state, visiting])

  const asking = board?.rooms.find(room => needOf(room) === 'help')?.n ?? null
  useEffect(() => {
    if (title.current === '') title.current = document.title
    document.title = asking === null ? title.current : `● ${state.asks(asking)}`
  }, [asking, state])
}
