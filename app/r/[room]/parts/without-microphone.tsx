'use client'
// May one come in without a microphone? Always: this sends the form of the door, and closes what was opened for the check.
import type { ReactNode } from 'react'
import { microphone } from '../../../client/sound/microphone.ts'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../../words/use-words.ts'

export default function WithoutMicrophone(): ReactNode {
  const { device } = useWords()
  return (
    <Button type="submit" look="link" onClick={microphone.close}>
      {device.without}
    </Button>
  )
}
