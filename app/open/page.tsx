// Where does a person choose how two people will sit together?
import type { Metadata } from 'next'
import { FrontFrame } from '../parts/front-frame.tsx'
import { Beneath, Heading } from '../parts/heading.tsx'
import { Sweep } from '../parts/sweep.tsx'
import { OpeningFrame } from '../words/opening-frame.tsx'
import { requestWords } from '../words/request-words.ts'
import { OpenForm } from './open-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const { open } = await requestWords()
  return { title: open.title, description: open.lead }
}

export default async function Open() {
  const { open } = await requestWords()
  return (
    <FrontFrame>
      <Sweep />
      <Heading>{open.heading}</Heading>
      <Beneath>{open.lead}</Beneath>
      <OpeningFrame>
        <OpenForm />
      </OpeningFrame>
    </FrontFrame>
  )
}
