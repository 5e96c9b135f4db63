'use client'
// Would somebody give the facilitator how a round was? Only by a press, without a name, and it is said what becomes of it. What they
// chose for themselves in the room stands here already, and goes nowhere unless they give it.
import { useState } from 'react'
import type { Step } from '../../../../lib/closeness/overlap.ts'
import type { GiveAsk } from '../../../../lib/wire/circle.ts'
import type { Sat } from '../../../client/circle/circle-memory.ts'
import type { Done } from '../../../client/line/intents.ts'
import { isPassing } from '../../../client/line/passing.ts'
import { Button } from '../../../parts/button.tsx'
import { PairsRow } from '../../../parts/pairs-row.tsx'
import { useWorkshopWords } from '../../../words/use-words.ts'
import styles from '../../workshop.module.css'

export interface GiveProps {
  sat: Sat
  onGive: (ask: GiveAsk) => Promise<Done>
  onSkip: () => void
  onGiven: () => void
  say: (sentence: string) => void
}

export function Give({ sat, onGive, onSkip, onGiven, say }: GiveProps) {
  const { give, closeness } = useWorkshopWords()
  const [before, setBefore] = useState<Step | null>(sat.before)
  const [after, setAfter] = useState<Step | null>(sat.after)
  const [heard, setHeard] = useState(false)
  const [how, setHow] = useState<'open' | 'giving' | 'given'>('open')
  const [problem, setProblem] = useState('')

  function stands(sentence: string) {
    setProblem(sentence)
    say(sentence)
  }

  async function submit() {
    if (before === null && after === null && !heard) return stands(give.none)
    setProblem('')
    setHow('giving')
    const done = await onGive({
      round: sat.round,
      ...(before === null ? {} : { before }),
      ...(after === null ? {} : { after }),
      ...(heard ? { heard } : {}),
    })
    if (!done.ok) {
      setHow('open')
      return stands(isPassing(done.code) ? give.notThrough : give.late)
    }
    setHow('given')
    onGiven()
    say(give.done)
  }

  if (how === 'given') return <p className={styles.how}>{give.done}</p>
  return (
    <section aria-labelledby="give" className={styles.give}>
      <h2 id="give">{give.heading}</h2>
      <p>{give.lead}</p>
      <PairsRow legend={give.before} words={closeness} chosen={before} onChoose={setBefore} />
      <PairsRow legend={give.after} words={closeness} chosen={after} onChoose={setAfter} />
      <label className={styles.mark}>
        <input type="checkbox" checked={heard} onChange={event => setHeard(event.currentTarget.checked)} />
        <span>{give.heard}</span>
      </label>
      <p className={styles.small}>{give.sums}</p>
      <div className={styles.answers}>
        {problem ? <p>{problem}</p> : null}
        <Button wide busy={how === 'giving'} onClick={() => void submit()}>
          {how === 'giving' ? give.giving : give.button}
        </Button>
        <Button look="link" onClick={onSkip}>
          {give.skip}
        </Button>
      </div>
    </section>
  )
}
