'use client'
// What does somebody see who prepares a workshop? The plan, and when it is prepared, the ways in.
import { lazy, Suspense, useState } from 'react'
import type { Convened } from '../../lib/wire/circle.ts'
import { Beneath, Heading } from '../parts/heading.tsx'
import { Status } from '../parts/status.tsx'
import { useConvene } from '../words/use-words.ts'
import styles from './convene.module.css'
import { ConveneForm } from './convene-form.tsx'

/** The form has loaded it before it asks, so that a key that was given can always be shown. */
const Ready = lazy(() => import('./ready.tsx'))

export function Convene() {
  const { heading, lead, guide } = useConvene()
  const [convened, setConvened] = useState<Convened | null>(null)
  const [says, say] = useState('')

  return (
    <>
      {convened ? (
        <Suspense>
          <Ready convened={convened} say={say} />
        </Suspense>
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
