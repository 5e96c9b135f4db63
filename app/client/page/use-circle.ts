'use client'
// How does a page follow its person's circle? By one hook; what carries it (the connection, the keys, the room) is in parts of
// their own, loaded once the page is on the screen.
import { useEffect, useState } from 'react'
import type { CircleLink } from '../circle/circle-link-ports.ts'
import { type CircleSnapshot, LOOKING } from '../circle/circle-state.ts'
import { loadLater } from './load-later.ts'

/** `link` is null until the parts are here. `count` makes it begin anew. */
export function useCircle(code: string, count = 0): CircleSnapshot & { link: CircleLink | null } {
  const [link, setLink] = useState<CircleLink | null>(null)
  const [snapshot, setSnapshot] = useState(LOOKING)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new count is a new beginning
  useEffect(() => {
    return loadLater(
      () => import('./circle-here.ts'),
      ({ lookAtCircle }) => {
        let own: CircleLink | null = null
        const looked = lookAtCircle(code, () => own && setSnapshot(own.snapshot()))
        own = looked.link
        setLink(own)
        setSnapshot(own.snapshot())
        return () => {
          looked.stop()
          setLink(null)
          setSnapshot(LOOKING)
        }
      },
    )
  }, [code, count])

  return { ...snapshot, link }
}
