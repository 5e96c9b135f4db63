'use client'
// How do words let go? Once, in 2.4 s, letter by letter upwards, on a copy that no screen reader reads: the real words stay
// whole until they are gone. Start it only when the room has confirmed that they are gone there too.
import { useEffect, useEffectEvent, useRef } from 'react'
import styles from './evaporate.module.css'
import { isStill } from './still.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

const WHOLE_MS = 2400
const STILL_MS = 200
const LETTER_MS = 1300
/** Scripts whose letters join: there a whole word is the smallest thing that can be moved. */
const JOINED = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Syriac}\p{Script=Mongolian}]/u

export interface EvaporateProps {
  text: string
  /** Turns true once. */
  going: boolean
  /** Called once, when the last letter is gone. */
  onGone: () => void
  className?: string | undefined
}

function pieces(word: string): string[] {
  if (JOINED.test(word)) return [word]
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word), part => part.segment)
}

export function Evaporate({ text, going, onGone, className }: EvaporateProps) {
  const copy = useRef<HTMLSpanElement>(null)
  const gone = useEffectEvent(onGone)

  useEffect(() => {
    const whole = copy.current
    if (!going || !whole) return
    const moves = isStill() ? [fade(whole, STILL_MS)] : loosen(whole)
    let dropped = false
    Promise.all(moves.map(move => move.finished)).then(
      () => {
        if (!dropped) gone()
      },
      // An animation that was cancelled belongs to a page that has moved on.
      () => {},
    )
    return () => {
      dropped = true
      for (const move of moves) move.cancel()
    }
  }, [going])

  return (
    <span className={className}>
      <VisuallyHidden>{text}</VisuallyHidden>
      <span ref={copy} aria-hidden="true" className={styles.copy}>
        {words(text).map(word => (
          <span key={word.key} className={styles.word}>
            {pieces(word.text).map((piece, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: letters never change places
              <span key={index} data-letter="" className={styles.letter}>
                {piece}
              </span>
            ))}
          </span>
        ))}
      </span>
    </span>
  )
}

/** Words with the white space that follows them, so that the copy breaks its lines where the text does. */
function words(text: string): { key: number; text: string }[] {
  return (text.match(/\S+\s*|\s+/gu) ?? []).map((word, key) => ({ key, text: word }))
}

function fade(whole: HTMLElement, ms: number): Animation {
  return whole.animate([{ opacity: 1 }, { opacity: 0 }], { duration: ms, easing: 'ease', fill: 'forwards' })
}

function loosen(whole: HTMLElement): Animation[] {
  const letters = [...whole.querySelectorAll<HTMLElement>('[data-letter]')]
  const each = letters.map((letter, index) => {
    // A fixed scatter: the sines of the index look like chance, and need none.
    const sway = Math.sin(index * 12.9898) * 0.5
    return letter.animate(
      [
        { transform: 'translate(0, 0)', opacity: 1 },
        { transform: `translate(${sway * 0.5}em, -0.25em)`, opacity: 0.6, offset: 0.4 },
        { transform: `translate(${sway * 1.6}em, ${-1.2 - Math.abs(sway)}em)`, opacity: 0 },
      ],
      {
        duration: LETTER_MS,
        delay: (WHOLE_MS - LETTER_MS) * (0.82 * (index / Math.max(1, letters.length - 1)) + 0.18 * Math.abs(sway) * 2),
        easing: 'cubic-bezier(.4, 0, .6, 1)',
        fill: 'both',
      },
    )
  })
  const blur = whole.animate([{ filter: 'blur(0)' }, { filter: 'blur(0)', offset: 0.3 }, { filter: 'blur(2px)' }], {
    duration: WHOLE_MS,
    fill: 'forwards',
  })
  return [...each, blur]
}
