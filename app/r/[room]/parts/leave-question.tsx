'use client'
// Is it meant? Leaving is one press and one answer, on every screen of a room; both answers are as near, and none is loud.
import { Button } from '../../../parts/button.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { Names } from '../names.ts'
import styles from './leave-question.module.css'

export interface LeaveQuestionProps {
  open: boolean
  onClose: () => void
  names: Names
  /** Whether anybody else is still in the room. */
  alone: boolean
  /** Two friends have not begun: whoever stays keeps the room, and its link leads in once more. */
  before: boolean
  onLeave: () => Promise<void>
}

export function LeaveQuestion({ open, onClose, names, alone, before, onLeave }: LeaveQuestionProps) {
  const { leave } = useWords()
  return (
    <Sheet open={open} onClose={onClose} heading={leave.heading}>
      <p>{alone ? leave.bodyAlone : (before ? leave.bodyBefore : leave.body)(names.others)}</p>
      <div className={styles.answers}>
        {/* Stay is the answer that changes nothing, so Enter pressed by mistake is that one. */}
        <Button look="quiet" autoFocus onClick={onClose}>
          {leave.no}
        </Button>
        <Button
          onClick={() => {
            // At once: nothing waits for the server, and a question that stays would keep the keyboard from what is said next.
            onClose()
            void onLeave()
          }}
        >
          {leave.yes}
        </Button>
      </div>
    </Sheet>
  )
}
