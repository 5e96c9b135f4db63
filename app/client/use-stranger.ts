'use client'
// How does a page follow the way to a stranger? By one hook; what carries the way (the connection, the keys, the room) is in
// parts of their own, loaded once the page is on the screen.
import { useEffect, useState } from 'react'
import type { StrangerLink } from './stranger-link.ts'
import type { StrangerSnapshot } from './stranger-state.ts'

const AGAIN_MS = 2000
const DOOR: StrangerSnapshot = { state: { at: 'door' }, isUp: false }

/** `link` is null until the parts are here. */
export function useStranger(): StrangerSnapshot & { link: StrangerLink | null } {
  const [link, setLink] = useState<StrangerLink | null>(null)
  const [snapshot, setSnapshot] = useState(DOOR)

  useEffect(() => {
    let own: StrangerLink | null = null
    let again: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const load = () =>
      Promise.all([import('./stranger-link.ts'), import('./room-here.ts')]).then(
        ([{ makeStrangerLink }, { handOver }]) => {
          if (isOver) return
          const made = makeStrangerLink({ handOver, changed: () => setSnapshot(made.snapshot()) })
          own = made
          setLink(made)
        },
        () => {
          if (!isOver) again = setTimeout(load, AGAIN_MS)
        },
      )
    void load()
    return () => {
      isOver = true
      clearTimeout(again)
      own?.end()
      setLink(null)
      setSnapshot(DOOR)
    }
  }, [])

  return { ...snapshot, link }
}
