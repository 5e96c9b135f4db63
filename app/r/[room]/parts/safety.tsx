'use client'
// What can somebody do at any time who sits with a stranger? Leave, find help, say that they never want to meet again, tell of a
// concern: behind one button on every screen of such a room, and gone from every other.
import { type ReactNode, useEffect, useState } from 'react'
import { lastMet, type Met } from '../../../client/device/met.ts'
import { Button } from '../../../parts/button.tsx'
import { Quiet } from '../../../parts/panel.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import styles from '../../../sitting/sitting.module.css'
import { HelpLine } from '../../../strangers/help-line.tsx'
import { PartWays } from '../../../strangers/part-ways.tsx'
import { PracticeFrame } from '../../../words/practice-frame.tsx'
import { usePracticeWords } from '../../../words/use-words.ts'

export default function Safety(): ReactNode {
  return (
    <PracticeFrame>
      <SafetyButton />
    </PracticeFrame>
  )
}

function SafetyButton() {
  const { safety } = usePracticeWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button look="link" aria-haspopup="dialog" onClick={() => setOpen(true)} className={styles.leave}>
        {safety.open}
      </Button>
      <Sheet open={isOpen} onClose={() => setOpen(false)} heading={safety.heading} look="page">
        <Choices onClose={() => setOpen(false)} />
      </Sheet>
    </>
  )
}

function Choices({ onClose }: { onClose: () => void }) {
  const { safety } = usePracticeWords()
  const [met, setMet] = useState<Met | null>(null)
  useEffect(() => setMet(lastMet()), [])
  return (
    <>
      <p>{safety.leave}</p>
      <HelpLine />
      <Quiet small>{safety.listener}</Quiet>
      {met ? <PartWays met={met} /> : null}
      <Button look="link" onClick={onClose}>
        {safety.close}
      </Button>
    </>
  )
}
