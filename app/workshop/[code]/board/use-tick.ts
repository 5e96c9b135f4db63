'use client'
// When do words about time have to be said anew? Every few seconds: they are loose, and nobody has to watch them.
import { useEffect, useState } from 'react'

const EVERY_MS = 5000

export function useTick(): void {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick(count => count + 1), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
}
