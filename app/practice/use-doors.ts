'use client'
// Is practice open here, and when? The connection that asks is in a part of its own, loaded once the page is on the screen.
import { useEffect, useState } from 'react'
import type { PracticeAnswer } from '../../lib/wire/practice.ts'

export interface Doors {
  /** Null until the server has answered. */
  answer: PracticeAnswer | null
  /** The last attempt reached nobody. */
  isFailing: boolean
}

const AGAIN_MS = 2000

export function useDoors(): Doors {
  const [doors, setDoors] = useState<Doors>({ answer: null, isFailing: false })
  useEffect(() => {
    let stop = () => {}
    let again: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const told = (answer: PracticeAnswer | null) => setDoors({ answer, isFailing: answer === null })
    const load = () =>
      import('../client/strangers/practice-doors.ts').then(
        ({ askDoors }) => {
          if (!isOver) stop = askDoors(told)
        },
        () => {
          if (isOver) return
          told(null)
          again = setTimeout(load, AGAIN_MS)
        },
      )
    void load()
    return () => {
      isOver = true
      clearTimeout(again)
      stop()
    }
  }, [])
  return doors
}
