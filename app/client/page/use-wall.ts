'use client'
// How does a projector's page follow its circle? By one hook; the connection is loaded once the page is on the screen.
import { useEffect, useState } from 'react'
import { NOTHING, type WallSnapshot } from '../circle/wall-state.ts'
import { loadLater } from './load-later.ts'

export function useWall(code: string): WallSnapshot {
  const [snapshot, setSnapshot] = useState(NOTHING)
  useEffect(
    () =>
      loadLater(
        () => import('../circle/wall-link.ts'),
        ({ watchWall }) => watchWall({ code, changed: setSnapshot }),
      ),
    [code],
  )
  return snapshot
}
