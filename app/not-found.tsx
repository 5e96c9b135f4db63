// What does a person see whose address leads nowhere? That it does, and the way to the front.
import type { Metadata } from 'next'
import { Breath } from './parts/breath.tsx'
import { ButtonLink } from './parts/button.tsx'
import { FrontFrame } from './parts/front-frame.tsx'
import { Beneath, Heading } from './parts/heading.tsx'
import { requestWords } from './words/request-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { notFound } = await requestWords()
  return { title: notFound.title, robots: { index: false } }
}

export default async function NotFound() {
  const { notFound } = await requestWords()
  return (
    <FrontFrame
      from="middle"
      action={
        <ButtonLink href="/" wide>
          {notFound.home}
        </ButtonLink>
      }
    >
      <Breath seat="b" size="alone" empty />
      <Heading>{notFound.heading}</Heading>
      <Beneath>{notFound.body}</Beneath>
    </FrontFrame>
  )
}
