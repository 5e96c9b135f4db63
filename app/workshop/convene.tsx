'use client'
// What does somebody see who prepares a workshop? The plan, and when it is prepared, the ways in.
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Convened } from '../../lib/wire/circle.ts'
import { boardPath } from '../client/facilitator-memory.ts'
import { ButtonLink } from '../parts/button.tsx'
import { Beneath, Heading } from '../parts/heading.tsx'
import { Status } from '../parts/status.tsx'
import { useConvene } from '../parts/use-words.ts'
import styles from './convene.module.css'
import { ConveneForm } from './convene-form.tsx'

/** The form has loaded them before it asks, so that a key that was given can always be shown. */
const JoinWays = lazy(() => import('./parts/join-ways.tsx'))

export function Convene() {
  const { heading, lead, guide, ready, joining } = useConvene()
  const [convened, setConvened] = useState<Convened | null>(null)
  const [says, say] = useState('')
  const title = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    if (!convened) return
    title.current?.focus()
    window.scrollTo(0, 0)
  }, [convened])

  return (
    <>
      {convened ? (
        <>
          <Heading ref={title}>{ready.heading}</Heading>
          <Beneath>{ready.lead}</Beneath>
          <div className={styles.ready}>
            <ButtonLink href={boardPath(convened.code, convened)} wide>
              {ready.board}
            </ButtonLink>
            <Suspense>
              <JoinWays words={joining} code={convened.code} own={convened} say={say} />
            </Suspense>
          </div>
        </>
      ) : (
        <>
          <Heading>{heading}</Heading>
          <Beneath>{lead}</Beneath>
          <p>
            <a href="/workshop/guide" className={styles.way}>
              {guide}
            </a>
          </p>
          <ConveneForm onConvened={setConvened} say={say} />
        </>
      )}
      <Status says={says} />
    </>
  )
}
