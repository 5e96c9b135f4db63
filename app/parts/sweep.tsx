'use client'
// What if somebody never came back to a room? What their device had of it goes when they come by here again, on
// any page that begins something: it is fetched behind the page, which never waits for it.
import { useEffect } from 'react'

export function Sweep() {
  useEffect(() => {
    import('../client/device/sweep-device.ts').then(
      ({ sweepDevice }) => sweepDevice(),
      // The next page that is opened tries again.
      () => {},
    )
  }, [])
  return null
}
