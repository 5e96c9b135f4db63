'use client'
// How does somebody get away at once, whatever is on the screen? Three presses of Shift, nothing between them: the page is
// blank at once, the seat is given up, and a page takes its place that gives nothing away. Escape is not used: it closes
// dialogs, and people press it often. The browser's history still knows the address, and the privacy page says so.
import { useEffect, useEffectEvent } from 'react'

const PRESSES = 3
const WITHIN_MS = 2000
/** How long the farewell may take; whoever must go is not kept waiting for a network. */
const FAREWELL_MS = 400
const NEUTRAL = 'https://en.wikipedia.org/wiki/Main_Page'

export function useQuickExit(leave: () => Promise<void>): void {
  const exit = useEffectEvent(async () => {
    document.documentElement.hidden = true
    document.title = ''
    const late = new Promise<void>(resolve => setTimeout(resolve, FAREWELL_MS))
    await Promise.race([leave().catch(() => {}), late])
    location.replace(NEUTRAL)
  })

  useEffect(() => {
    let presses: number[] = []
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Shift') presses = []
      else if (!event.repeat) {
        presses = [...presses.filter(at => event.timeStamp - at < WITHIN_MS), event.timeStamp]
        if (presses.length >= PRESSES) exit()
      }
    }
    // A press of the mouse between two of Shift is somebody selecting text, not somebody leaving.
    const other = () => {
      presses = []
    }
    addEventListener('keydown', pressed, { capture: true })
    addEventListener('pointerdown', other, { capture: true })
    return () => {
      removeEventListener('keydown', pressed, { capture: true })
      removeEventListener('pointerdown', other, { capture: true })
    }
  }, [])
}
