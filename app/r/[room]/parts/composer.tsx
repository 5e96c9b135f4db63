'use client'
// How does somebody speak in writing? One calm field: Enter says a sentence, Shift and Enter begins a new line. What is
// being written is theirs until they say it, unless they let it be seen as it grows.
import { type KeyboardEvent, useRef, useState } from 'react'
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { useSettings } from '../../../client/page/use-room.ts'
import { Button } from '../../../parts/button.tsx'
import { Writing } from '../../../parts/field.tsx'
import { Toggle } from '../../../parts/toggle.tsx'
import { useWords } from '../../../words/use-words.ts'
import styles from './composer.module.css'

export interface ComposerProps {
  words: RoomHook['words']
  other: string
  label?: string
  hint?: string
  /** Seen as it grows whatever was chosen: where both write one line together. */
  live?: boolean
}

export function Composer({ words, other, label, hint, live }: ComposerProps) {
  const { writing, refusals } = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { liveTyping, set } = useSettings()

  async function say() {
    const text = words.draft.trim()
    if (text === '') return
    const done = await words.say(text)
    if (done.ok) setProblem(null)
    else if (done.code === 'too-big') setProblem(writing.tooLong)
    else setProblem(done.code === 'no-answer' ? writing.notSaid : refusals[done.code])
  }

  function pressed(event: KeyboardEvent) {
    // While an input method is composing, Enter chooses a word and says nothing. Safari takes the composing to be over by then, and
    // tells of it by 229 alone (WebKit bug 165004).
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return
    event.preventDefault()
    void say()
  }

  return (
    <div className={styles.composer}>
      <Writing
        ref={field}
        rows={2}
        label={label ?? writing.field}
        hideLabel
        value={words.draft}
        onChange={event => words.write(event.currentTarget.value, live)}
        onKeyDown={pressed}
        enterKeyHint="send"
        autoComplete="off"
        problem={problem}
        className={styles.field}
      />
      <div className={styles.beneath}>
        <p className={styles.hint}>
          {hint ?? (
            <>
              <span className={styles.keys}>{writing.hint(other)}</span>
              <span className={styles.touch}>{writing.hintTouch(other)}</span>
            </>
          )}
        </p>
        <Button
          look="quiet"
          onClick={() => {
            void say()
            field.current?.focus()
          }}
        >
          {writing.say}
        </Button>
      </div>
      {live === undefined ? (
        <div className={styles.toggle}>
          <Toggle
            label={writing.live(other)}
            checked={liveTyping}
            onChange={liveTyping => {
              set({ liveTyping })
              // What stands in the field already is shown, or taken back, at once.
              words.write(words.draft, liveTyping)
            }}
          />
        </div>
      ) : null}
    </div>
  )
}
