'use client'
// The room has confirmed that it is empty: how do the words go? Letter by letter into the two breaths, while dusk comes;
// then nothing is left but two ways out.
import { useEffect, useState } from 'react'
import { ButtonLink } from '../../../parts/button.tsx'
import { Evaporate } from '../../../parts/evaporate.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { useFocusRule } from '../../../parts/use-focus-rule.ts'
import styles from '../../../sitting/letting-go.module.css'
import { useWords } from '../../../words/use-words.ts'
import { OnlyHereLater } from '../parts/with-stranger.tsx'

export interface LettingGoProps {
  words: readonly string[]
  say: (sentence: string) => void
  /** It was somebody new, of whom something can still be said. */
  hasMet: boolean
}

export function LettingGo({ words, say, hasMet }: LettingGoProps) {
  const { goodbye, left, status } = useWords()
  const [gone, setGone] = useState(0)
  const empty = gone >= words.length
  useFocusRule(empty ? 'empty' : 'going')

  useEffect(() => {
    document.documentElement.dataset.dusk = 'true'
    return () => {
      delete document.documentElement.dataset.dusk
    }
  }, [])
  useEffect(() => {
    if (empty) say(status.empty)
  }, [empty, say, status.empty])

  return (
    <Panel
      behind={<TwoBreaths near={empty ? 'over' : 'apart'} className={styles.breaths} />}
      action={
        empty ? (
          <>
            <ButtonLink href="/" wide>
              {goodbye.close}
            </ButtonLink>
            <ButtonLink href={hasMet ? '/practice/after' : '/open'} look="link">
              {hasMet ? left.after : goodbye.anew}
            </ButtonLink>
          </>
        ) : null
      }
    >
      {empty ? (
        <>
          <Heading>{goodbye.empty}</Heading>
          <Quiet>{goodbye.emptyBody}</Quiet>
          {hasMet ? <OnlyHereLater /> : null}
        </>
      ) : (
        <div className={styles.words}>
          {words.map((text, index) => (
            <Evaporate
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may have written the same line
              key={index}
              text={text}
              going
              onGone={() => setGone(count => count + 1)}
              className={styles.line}
            />
          ))}
        </div>
      )}
    </Panel>
  )
}
