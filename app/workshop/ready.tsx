'use client'
// What does somebody need who has prepared a workshop? The way to their board, and what they hand on to the group.
import { useEffect, useRef } from 'react'
import type { Convened } from '../../lib/wire/circle.ts'
import { boardPath } from '../client/circle/facilitator-memory.ts'
import { ButtonLink } from '../parts/button.tsx'
import { Beneath, Heading } from '../parts/heading.tsx'
import { useConvene } from '../words/use-words.ts'
import styles from './convene.module.css'
import JoinWays from './parts/join-ways.tsx'

export default function Ready({ convened, say }: { convened: Convened; say: (sentence: string) => void }) {
  const { ready, joining } = useConvene()
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    heading.current?.focus()
    window.scrollTo(0, 0)
  }, [])

  return (
    <>
      <Heading ref={heading}>{ready.heading}</Heading>
      <Beneath>{ready.lead}</Beneath>
      <div className={styles.ready}>
        <ButtonLink href={boardPath(convened.code, convened)} wide>
          {ready.board}
        </ButtonLink>
        <JoinWays words={joining} code={convened.code} own={convened} say={say} />
      </div>
    </>
  )
}
