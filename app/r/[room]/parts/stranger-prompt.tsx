'use client'
// What could one speak of to somebody one does not know? One quiet line, which stays for the whole turn and asks for nothing.
import type { RoomView } from '../../../../lib/wire/events.ts'
import { PracticeFrame } from '../../../words/practice-frame.tsx'
import { usePracticeWords } from '../../../words/use-words.ts'
import { promptOf } from '../prompt-of.ts'
import styles from './stranger-prompt.module.css'

export default function StrangerPrompt({ view }: { view: RoomView }) {
  return (
    <PracticeFrame>
      <Line view={view} />
    </PracticeFrame>
  )
}

function Line({ view }: { view: RoomView }) {
  const { prompts } = usePracticeWords()
  const prompt = promptOf(view, prompts)
  if (!prompt) return null
  return (
    <p className={styles.prompt}>
      <span>{prompt}</span> <span>{prompts.otherwise}</span>
    </p>
  )
}
