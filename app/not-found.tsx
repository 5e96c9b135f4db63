// What does a person see whose address leads nowhere? That it does, and the way to the front.
import type { Metadata } from 'next'
import { wordsFor } from '../lib/words/words.ts'
import styles from './lost.module.css'
import { Breath } from './parts/breath.tsx'
import { ButtonLink } from './parts/button.tsx'
import { FrontFrame } from './parts/front-frame.tsx'
import { Beneath, Heading } from './parts/heading.tsx'

const { notFound } = wordsFor()

export const metadata: Metadata = { title: notFound.title, robots: { index: false } }

export default function NotFound() {
  return (
    <FrontFrame
      from="middle"
      action={
        <ButtonLink href="/" wide>
          {notFound.home}
        </ButtonLink>
      }
    >
      <Breath seat="b" empty className={styles.seat} />
      <Heading>{notFound.heading}</Heading>
      <Beneath>{notFound.body}</Beneath>
    </FrontFrame>
  )
}
