'use client'
// Which rounds will there be, and what is each about? Lines that are written in, moved and taken out, by the keyboard as well.
import { useEffect, useRef, useState } from 'react'
import { PROMPT_MOST, ROUNDS_MOST } from '../../../lib/wire/lengths.ts'
import { Button } from '../../parts/button.tsx'
import round from '../../parts/round-button.module.css'
import { useConvene } from '../../words/use-words.ts'
import styles from '../convene.module.css'
import { added, moved, type PlannedRound, renewed, roundsOf, without, written } from '../rounds.ts'

export interface RoundsListProps {
  prompts: readonly string[]
  onChange: (prompts: string[]) => void
  say: (sentence: string) => void
}

type Part = 'prompt' | 'up' | 'down'

export function RoundsList({ prompts, onChange, say }: RoundsListProps) {
  const words = useConvene()
  const [rounds, setRounds] = useState(() => roundsOf(prompts))
  const list = useRef<HTMLOListElement>(null)
  const focus = useRef<{ id: number; part: Part } | null>(null)

  // Another plan was loaded: its rounds are others. Where they are as many, somebody may be writing in one.
  const shown = rounds.map(({ prompt }) => prompt)
  const isOther = shown.length !== prompts.length || shown.some((prompt, n) => prompt !== prompts[n])
  if (isOther) setRounds(renewed(rounds, prompts))

  useEffect(() => {
    const wanted = focus.current
    if (!wanted) return
    focus.current = null
    const row = list.current?.querySelector(`[data-round="${wanted.id}"]`)
    const part = row?.querySelector<HTMLElement>(`[data-part="${wanted.part}"]:not([disabled])`)
    const other = row?.querySelector<HTMLElement>('[data-part="prompt"]')
    ;(part ?? other)?.focus()
  })

  function become(next: PlannedRound[], then?: { id: number; part: Part }) {
    if (then) focus.current = then
    setRounds(next)
    onChange(next.map(({ prompt }) => prompt))
  }

  function move(id: number, by: -1 | 1) {
    const next = moved(rounds, id, by)
    become(next, { id, part: by < 0 ? 'up' : 'down' })
    say(words.moved(next.findIndex(other => other.id === id) + 1))
  }

  function takeOut(id: number) {
    const at = rounds.findIndex(other => other.id === id)
    const next = without(rounds, id)
    const near = next[Math.min(at, next.length - 1)]
    become(next, near && { id: near.id, part: 'prompt' })
    say(words.taken(next.length))
  }

  return (
    <fieldset className={styles.rounds}>
      <legend className={styles.legend}>{words.rounds}</legend>
      <p className={styles.hint}>{words.roundsHint}</p>
      <ol ref={list} className={styles.list}>
        {rounds.map(({ id, prompt }, at) => (
          <li key={id} data-round={id} className={styles.row}>
            <label htmlFor={`round-${id}`} className={styles.number}>
              {words.round(at + 1)}
            </label>
            <span className={styles.moves}>
              <Move
                part="up"
                label={words.up(at + 1)}
                off={at === 0}
                onPress={() => move(id, -1)}
                path="M-5 2.5 0-2.5 5 2.5"
              />
              <Move
                part="down"
                label={words.down(at + 1)}
                off={at === rounds.length - 1}
                onPress={() => move(id, 1)}
                path="M-5-2.5 0 2.5 5-2.5"
              />
              <Move
                part="out"
                label={words.out(at + 1)}
                off={rounds.length === 1}
                onPress={() => takeOut(id)}
                path="M-5-5 5 5M5-5-5 5"
              />
            </span>
            <textarea
              id={`round-${id}`}
              data-part="prompt"
              rows={1}
              maxLength={PROMPT_MOST}
              value={prompt}
              onChange={event => become(written(rounds, id, event.currentTarget.value.replace(/\n/g, ' ')))}
              className={styles.prompt}
            />
          </li>
        ))}
      </ol>
      {rounds.length < ROUNDS_MOST ? (
        <Button
          look="quiet"
          onClick={() => {
            const next = added(rounds)
            become(next, { id: next.at(-1)?.id ?? 0, part: 'prompt' })
            say(words.added(next.length))
          }}
        >
          {words.add}
        </Button>
      ) : (
        <p className={styles.hint}>{words.most}</p>
      )}
    </fieldset>
  )
}

interface MoveProps {
  part: string
  label: string
  off: boolean
  path: string
  onPress: () => void
}

function Move({ part, label, off, path, onPress }: MoveProps) {
  return (
    <button
      type="button"
      data-part={part}
      aria-label={label}
      title={label}
      disabled={off}
      onClick={onPress}
      className={round.button}
    >
      <svg aria-hidden="true" focusable="false" viewBox="-12 -12 24 24" className={styles.stroke}>
        <path d={path} />
      </svg>
    </button>
  )
}
