'use client'
// How is something handed on? A line that can be copied with one press, and by hand where a browser does not copy.
import { useEffect, useRef, useState } from 'react'
import type { joining } from '../../../lib/words/en/joining.ts'
import { Button } from '../../parts/button.tsx'
import styles from './join-ways.module.css'

export type JoiningWords = typeof joining

export interface CopyLineProps {
  words: JoiningWords
  label: string
  value: string
  hint?: string
  say: (sentence: string) => void
}

/** How long the button says that it was copied. */
const COPIED_MS = 4000

export function CopyLine({ words, label, value, hint, say }: CopyLineProps) {
  const line = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)

  useEffect(() => {
    if (copied !== 'yes') return
    const timer = setTimeout(() => setCopied(null), COPIED_MS)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy() {
    try {
      await navigator.clipboard.writeText(value)
      setCopied('yes')
      say(words.copiedWhat(label))
    } catch {
      setCopied('no')
      line.current?.select()
      say(words.copyYourself)
    }
  }

  return (
    <div className={styles.way}>
      <h2 className={styles.label}>{label}</h2>
      <div className={styles.line}>
        <input
          ref={line}
          readOnly
          dir="ltr"
          aria-label={label}
          value={value}
          onFocus={event => event.currentTarget.select()}
          className={styles.link}
        />
        <Button look="quiet" aria-label={words.copyWhat(label)} onClick={copy}>
          {copied === 'yes' ? words.copied : words.copy}
        </Button>
      </div>
      {copied === 'no' ? <p className={styles.hint}>{words.copyYourself}</p> : null}
      {hint ? <p className={styles.hint}>{hint}</p> : null}
    </div>
  )
}
