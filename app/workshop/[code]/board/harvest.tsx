'use client'
// What does the group take along? One page to print or to copy, in numbers and questions, with nobody's words on it but lines that were
// offered.
import { useEffect, useRef, useState } from 'react'
import type { BoardHead, WallLine } from '../../../../lib/wire/circle.ts'
import { guided } from '../../../client/circle/facilitator-memory.ts'
import { Button } from '../../../parts/button.tsx'
import { Beneath, Heading } from '../../../parts/heading.tsx'
import { useBoardWords } from '../../../words/use-words.ts'
import styles from './harvest.module.css'
import { harvestOf, harvestText } from './harvest-text.ts'
import { Sums } from './learned.tsx'

export interface HarvestProps {
  head: BoardHead
  lines: readonly WallLine[]
  code: string
  onBack: () => void
  say: (sentence: string) => void
}

export default function HarvestPage({ head, lines, code, onBack, say }: HarvestProps) {
  const words = useBoardWords()
  const { harvest, offered } = words
  const heading = useRef<HTMLHeadingElement>(null)
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const kept = guided(code) ?? { people: 0, rounds: [], at: head.now }
  const date = new Intl.DateTimeFormat(words.lang, { dateStyle: 'long' }).format(kept.at || head.now)
  const all = harvestOf(head, kept, words, date, lines)

  useEffect(() => {
    heading.current?.focus()
    window.scrollTo(0, 0)
  }, [])

  async function copy() {
    const done = await navigator.clipboard.writeText(harvestText(all, words)).then(
      () => true,
      () => false,
    )
    setCopied(done ? 'yes' : 'no')
    if (!done) say(harvest.notCopied)
  }

  return (
    <article className={styles.page}>
      <p className={styles.over}>{harvest.heading}</p>
      <Heading ref={heading}>{all.title}</Heading>
      <Beneath>
        {[harvest.on(all.date), all.audience && harvest.for(all.audience), harvest.people(all.people)]
          .filter(Boolean)
          .join(' · ')}
      </Beneath>
      <section className={styles.part}>
        <h2>{harvest.rounds}</h2>
        {all.rounds.length === 0 ? <p>{harvest.noRounds}</p> : null}
        <ol className={styles.rounds}>
          {all.rounds.map(({ n, prompt, rooms }) => (
            <li key={n}>
              <span className={styles.number}>
                {[harvest.round(n), rooms !== null && harvest.rooms(rooms)].filter(Boolean).join(' · ')}
              </span>
              <span className={styles.prompt}>{prompt}</span>
            </li>
          ))}
        </ol>
      </section>
      <section className={styles.part}>
        <h2>{harvest.sums}</h2>
        {all.learned ? <Sums learned={all.learned} /> : <p>{harvest.few}</p>}
      </section>
      {all.lines.length > 0 ? (
        <section className={styles.part}>
          <h2>{offered.harvest}</h2>
          {lines.map(({ id, text }) => (
            <p key={id}>
              <q>{text}</q>
            </p>
          ))}
        </section>
      ) : null}
      <div className={styles.do}>
        <p className={styles.lead}>
          {copied === 'no' ? harvest.notCopied : all.lines.length > 0 ? offered.harvestLead : harvest.lead}
        </p>
        <Button onClick={() => window.print()}>{harvest.print}</Button>
        <Button look="quiet" onClick={copy}>
          {copied === 'yes' ? harvest.copied : harvest.copy}
        </Button>
        <Button look="link" onClick={onBack}>
          {words.acts.back}
        </Button>
      </div>
    </article>
  )
}
