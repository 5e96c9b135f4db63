'use client'
// Can what the other wrote still be shown to anybody? Here, and on no later page: said where somebody is about to go on, and only
// where they wrote something.
import { type ReactNode, useEffect, useState } from 'react'
import { lastMet } from '../../../client/device/met.ts'
import { Quiet } from '../../../parts/panel.tsx'
import { useWritten } from '../../../strangers/what-they-wrote.tsx'
import { PracticeFrame } from '../../../words/practice-frame.tsx'
import { usePracticeWords } from '../../../words/use-words.ts'

export default function OnlyHere(): ReactNode {
  return (
    <PracticeFrame>
      <Sentence />
    </PracticeFrame>
  )
}

function Sentence() {
  const { safety } = usePracticeWords()
  const [room, setRoom] = useState('')
  useEffect(() => setRoom(lastMet()?.room ?? ''), [])
  return useWritten(room).length > 0 ? <Quiet small>{safety.onlyHere}</Quiet> : null
}
