'use client'
// How does somebody in a workshop's room get the facilitator? By one press, which is meant: it is seen by everybody in the room.
import { useState } from 'react'
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { Button } from '../../../parts/button.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import styles from '../../../sitting/sitting.module.css'
import { useWords } from '../../../words/use-words.ts'

export function HelpButton({ room }: { room: RoomHook }) {
  const { help } = useWords().workshop
  const [isOpen, setOpen] = useState(false)
  const can = room.view?.can.includes('help') ?? false
  if (room.view?.stage === 'closed' || (!can && !room.view?.help)) return null
  return (
    <>
      <Button look="link" aria-haspopup="dialog" onClick={() => setOpen(true)} className={styles.leave}>
        {help.open}
      </Button>
      <Sheet open={isOpen} onClose={() => setOpen(false)} heading={help.heading}>
        {can ? (
          <>
            <p>{help.body}</p>
            <Button
              wide
              onClick={() => {
                // The sheet goes first: that they were called is said beneath.
                setOpen(false)
                void room.act({ do: 'help' })
              }}
            >
              {help.call}
            </Button>
          </>
        ) : (
          <p>{help.called}</p>
        )}
        <Button look="link" onClick={() => setOpen(false)}>
          {help.close}
        </Button>
      </Sheet>
    </>
  )
}
