'use client'
// Is practice open here, and when? The connection that asks is in a part of its own, loaded once the page is on the screen.
import { useEffect, useState } from 'react'
import type { PracticeAnswer } from '../../lib/wire/practice.ts'
import { loadLater } from '../client/page/load-later.ts'

export interface Doors {
  /** Null until the server has answered. */
  answer: PracticeAnswer | null
  /** The last attempt reached nobody. */
  isFailing: boolean
}

export function useDoors(): Doors {
  const [doors, setDoors] = useState<Doors>({ answer: null, isFailing: false })
  useEffect(() => {
    const told = (answer: PracticeAnswer | null) => setDoors({ answer, isFailing: answer === null })
    return loadLater(
      () => import('../client/strangers/practice-doors.ts'),
      ({ askDoors }) => askDoors(told),
      () => told(null),
    )
  }, [])
  return doors
}
