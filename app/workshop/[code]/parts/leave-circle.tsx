'use client'
// Is it meant? Leaving a circle for good is one press and one answer.
import { useState } from 'react'
import { Button } from '../../../parts/button.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { useWorkshopWords } from '../../../words/use-words.ts'
import styles from '../../workshop.module.css'

export function LeaveCircle({ onLeave }: { onLeave: () => void }) {
  const { leave } = useWorkshopWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button look="link" aria-haspopup="dialog" onClick={() => setOpen(true)} className={styles.top}>
        {leave.do}
      </Button>
      <Sheet open={isOpen} onClose={() => setOpen(false)} heading={leave.heading}>
        <p>{leave.body}</p>
        <div className={styles.two}>
          {/* Stay is the answer that changes nothing, so Enter pressed by mistake is that one. */}
          <Button look="quiet" autoFocus onClick={() => setOpen(false)}>
            {leave.no}
          </Button>
          <Button onClick={onLeave}>{leave.yes}</Button>
        </div>
      </Sheet>
    </>
  )
}
