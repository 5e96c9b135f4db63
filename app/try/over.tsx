'use client'
// Nothing of the sitting is left on this phone: how do the words go, and what could come next? Letter by letter into the two
// breaths, while dusk comes; then the way to somebody who is far away.
import { useEffect, useState } from 'react'
import { useTitle } from '../client/page/use-room.ts'
import { Button, ButtonLink } from '../parts/button.tsx'
import { Evaporate } from '../parts/evaporate.tsx'
import frameStyles from '../parts/front-frame.module.css'
import { Heading } from '../parts/heading.tsx'
import { Panel, Quiet } from '../parts/panel.tsx'
import { Screen } from '../parts/screen.tsx'
import { Status } from '../parts/status.tsx'
import { TwoBreaths } from '../parts/two-breaths.tsx'
import { useFocusRule } from '../parts/use-focus-rule.ts'
import styles from '../sitting/letting-go.module.css'
import frame from '../sitting/sitting.module.css'
import { useOnePhoneWords } from '../words/use-words.ts'
import own from './over.module.css'
import type { Gone } from './table-props.ts'

export function Over({ gone: { lines, isComplete }, onAgain }: { gone: Gone; onAgain: () => void }) {
  const { goodbye, site } = useOnePhoneWords()
  const [count, setCount] = useState(0)
  const isEmpty = count >= lines.length
  useTitle(site.titleOf.replace('%s', goodbye.label))
  useFocusRule(isEmpty ? 'empty' : 'going')

  useEffect(() => {
    document.documentElement.dataset.dusk = 'true'
    return () => {
      delete document.documentElement.dataset.dusk
    }
  }, [])

  return (
    <Screen
      className={frame.screen}
      place={
        <a href="/" aria-label={site.home} className={frameStyles.name}>
          {site.name}
        </a>
      }
    >
      <Panel
        behind={<TwoBreaths near={isEmpty ? 'over' : 'apart'} className={styles.breaths} />}
        action={
          isEmpty ? (
            <>
              <ButtonLink href="/open" wide className={own.far}>
                {goodbye.room}
              </ButtonLink>
              <Button look="link" onClick={onAgain}>
                {goodbye.again}
              </Button>
            </>
          ) : null
        }
      >
        {isEmpty ? (
          <>
            <Heading>{isComplete ? goodbye.empty : goodbye.ended}</Heading>
            <Quiet>{goodbye.emptyBody}</Quiet>
            <Quiet>{goodbye.next}</Quiet>
          </>
        ) : (
          <div className={styles.words}>
            {lines.map((text, index) => (
              <Evaporate
                // biome-ignore lint/suspicious/noArrayIndexKey: two people may have written the same line
                key={index}
                text={text}
                going
                onGone={() => setCount(before => before + 1)}
                className={styles.line}
              />
            ))}
          </div>
        )}
      </Panel>
      <Status says={isEmpty ? goodbye.emptyBody : ''} />
    </Screen>
  )
}
