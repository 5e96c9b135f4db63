'use client'
// Would somebody let the line that they opened in their room stand on the wall? It is shown once more, and goes nowhere without this
// one press.
import { useState } from 'react'
import type { OfferAsk } from '../../../../lib/wire/circle.ts'
import { LINE_MOST } from '../../../../lib/wire/lengths.ts'
import { UNPLAIN } from '../../../../lib/wire/plain-text.ts'
import type { Done } from '../../../client/line/intents.ts'
import { isPassing } from '../../../client/line/passing.ts'
import { Button } from '../../../parts/button.tsx'
import { useWorkshopWords } from '../../../words/use-words.ts'
import styles from '../../workshop.module.css'

/** The line as it can stand on a wall; null for one that is too long for it. */
export function forWall(line: string | null): string | null {
  const text = (line ?? '').replace(UNPLAIN, ' ').replace(/\s+/g, ' ').trim()
  return text !== '' && text.length <= LINE_MOST ? text : null
}

export interface OfferProps {
  round: number
  text: string
  onOffer: (ask: OfferAsk) => Promise<Done>
  onOffered: () => void
  say: (sentence: string) => void
}

export function Offer({ round, text, onOffer, onOffered, say }: OfferProps) {
  const { offer } = useWorkshopWords()
  const [how, setHow] = useState<'open' | 'offering' | 'offered'>('open')
  const [problem, setProblem] = useState('')

  async function submit() {
    setProblem('')
    setHow('offering')
    const done = await onOffer({ round, text })
    // Where the answer was lost on its way it stands there already.
    if (done.ok || done.code === 'not-allowed') {
      setHow('offered')
      onOffered()
      return say(offer.done)
    }
    const why = isPassing(done.code) ? offer.notThrough : offer.late
    setHow('open')
    setProblem(why)
    say(why)
  }

  if (how === 'offered') return <p className={styles.how}>{offer.done}</p>
  return (
    <section aria-labelledby="offer" className={styles.give}>
      <h2 id="offer">{offer.heading}</h2>
      <blockquote className={styles.how}>{text}</blockquote>
      <p>{offer.lead}</p>
      <p className={styles.small}>{offer.small}</p>
      <div className={styles.answers}>
        {problem ? <p>{problem}</p> : null}
        <Button wide look="quiet" busy={how === 'offering'} onClick={() => void submit()}>
          {how === 'offering' ? offer.offering : offer.button}
        </Button>
      </div>
    </section>
  )
}
