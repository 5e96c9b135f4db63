'use client'
// What stands where a button was, once it has been pressed? A sentence that takes the focus over from it: whoever works
// with a keyboard or a reader is else thrown back to the top of the page.
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './now-waiting.module.css'

export function NowWaiting({ children }: { children: ReactNode }) {
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // Only when the focus was lost with the button; a field or a dialog that has it keeps it.
    if (document.activeElement === document.body) line.current?.focus({ preventScroll: true })
  }, [])
  return (
    <p ref={line} tabIndex={-1} className={styles.line}>
      {children}
    </p>
  )
}
