'use client'
// What lies over the room for a moment? A native dialog: it holds the focus, Escape closes it, and closing it gives the
// focus back to where it was.
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { classes } from './class-names.ts'
import styles from './sheet.module.css'

export interface SheetProps {
  open: boolean
  onClose: () => void
  heading: string
  /** `question` is short and asks one thing; `page` is as long as it needs. */
  look?: 'question' | 'page'
  children: ReactNode
}

export function Sheet({ open, onClose, heading, look = 'question', children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const isPressed = useRef(false)

  useLayoutEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog already; a press beside it does the same
    <dialog
      ref={dialog}
      aria-labelledby={id}
      // A dialog says only a moment later that it was closed: by then the page may have opened it again.
      onClose={() => {
        if (open && !dialog.current?.open) onClose()
      }}
      // Where words are marked by drawing over them, a press begins inside and ends beside it: that is no wish to close it.
      onPointerDown={event => {
        isPressed.current = event.target === event.currentTarget
      }}
      onClick={event => {
        if (event.target === event.currentTarget && isPressed.current) onClose()
      }}
      className={classes(styles.sheet, styles[look])}
    >
      <div className={styles.inner}>
        <h2 id={id} className={styles.heading}>
          {heading}
        </h2>
        {open ? children : null}
      </div>
    </dialog>
  )
}
