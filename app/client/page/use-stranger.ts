'use client'
// How does a page follow the way to a stranger? By one hook; what carries the way (the connection, the keys, the room) is in
// parts of their own, loaded once the page is on the screen.
import { useEffect, useState } from 'react'
import type { StrangerLink } from '../strangers/stranger-link-ports.ts'
import type { StrangerSnapshot } from '../strangers/stranger-state.ts'
import { loadLater } from './load-later.ts'

const DOOR: StrangerSnapshot = { state: { at: 'door' }, isQuiet: false }

/** `link` is null until the parts are here. */
export function useStranger(): StrangerSnapshot & { link: StrangerLink | null } {
  const [link, setLink] = useState<StrangerLink | null>(null)
  const [snapshot, setSnapshot] = useState(DOOR)

  useEffect(() => {
    return loadLater(
      () => Promise.all([import('../strangers/stranger-link.ts'), import('./room-here.ts')]),
      ([{ createStrangerLink }, { handOver }]) => {
        const own = createStrangerLink({ handOver, changed: () => setSnapshot(own.snapshot()) })
        setLink(own)
        return () => {
          own.end()
          setLink(null)
          setSnapshot(DOOR)
        }
      },
    )
  }, [])

  return { ...snapshot, link }
}
