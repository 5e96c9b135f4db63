'use client'
// Is the line lost for so long that it is worth a word? Most losses are over before anybody has read of them.
import { useEffect, useState } from 'react'

const AFTER_MS = 3000

export function useQuiet(isUp: boolean): boolean {
  const [isQuiet, setQuiet] = useState(false)
  useEffect(() => {
    if (isUp) return setQuiet(false)
    const timer = setTimeout(() => setQuiet(true), AFTER_MS)
    return () => clearTimeout(timer)
  }, [isUp])
  return isQuiet
}
