'use client'
// Is it meant? Leaving is one press and one answer, on every screen of a room; both answers are as near, and none is loud.
import { useState } from 'react'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../../parts/use-words.ts'
import type { Names } from '../names.ts'
import styles from './leave-question.module.css'
import { Sheet } from './sheet.tsx'

export interface LeaveQuestionProps {
  open: boolean
  onClose: () => void
  names: Names
  /** Whether anybody else is still in the room. */
  alone: boolean
  onLeave: () => Promise<void>
}

export function LeaveQuestion({ open, onClose, names, alone, onLeave }: LeaveQuestionProps) {
  const { leave } = useWords()
  const [leaving, setLeaving] = useState(false)
  return (
    <Sheet open={open} onClose={onClose} heading={leave.heading}>
      <p>{alone ? leave.bodyAlone : leave.body(names.others)}</p>
      <div className={styles.answers}>
        {/* Stay is the answer that changes nothing, so Enter pressed by mistake is that one. */}
        <Button look="quiet" autoFocus onClick={onClose}>
          {leave.no}
        </Button>
        <Button
          busy={leaving}
          onClick={() => {
            setLeaving(true)
            onLeave().finally(() => {
              setLeaving(false)
              onClose()
            })
          }}
        >
          {leave.yes}
        </Button>
      </div>
    </Sheet>
  )
}
