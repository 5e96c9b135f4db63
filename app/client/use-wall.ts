'use client'
// How does a projector's page follow its circle? By one hook; the connection is loaded once the page is on the screen.
import { useEffect, useState } from 'react'
import { NOTHING, type WallSnapshot } from './wall-state.ts'

const AGAIN_MS = 2000

export function useWall(code: string): WallSnapshot {
  const [snapshot, setSnapshot] = useState(NOTHING)
  useEffect(() => {
    let stop = () => {}
    let again: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const load = () =>
      import('./wall-link.ts').then(
        ({ watchWall }) => {
          if (!isOver) stop = watchWall({ code, changed: setSnapshot })
        },
        () => {
          if (!isOver) again = setTimeout(load, AGAIN_MS)
        },
      )
    void load()
    return () => {
      isOver = true
      clearTimeout(again)
      stop()
    }
  }, [code])
  return snapshot
}
