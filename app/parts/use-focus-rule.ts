'use client'
// Where is the keyboard when the screen changes by itself? On the new heading, so that a reader hears it; but whoever is in
// a dialog, in the top line or in a field that is still there is left where they are.
import { useEffect, useRef } from 'react'

/** Moves the focus whenever `screen` becomes another one; not when the page is first shown. */
export function useFocusRule(screen: string): void {
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (shown.current === screen) return
    const isFirst = shown.current === null
    shown.current = screen
    window.scrollTo(0, 0)
    if (isFirst) return
    const focused = document.activeElement
    if (focused?.closest('dialog, header, input, textarea, select')) return
    document.querySelector<HTMLElement>('#content h1')?.focus({ preventScroll: true })
  }, [screen])
}
