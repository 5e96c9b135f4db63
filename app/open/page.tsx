// Where does a person choose how two people will sit together?
import type { Metadata } from 'next'
import { openingFor } from '../../lib/words/opening.ts'
import { FrontFrame } from '../parts/front-frame.tsx'
import { Beneath, Heading } from '../parts/heading.tsx'
import { OpenForm } from './open-form.tsx'

const { open } = openingFor()

export const metadata: Metadata = { title: open.title, description: open.lead }

export default function Open() {
  return (
    <FrontFrame>
      <Heading>{open.heading}</Heading>
      <Beneath>{open.lead}</Beneath>
      <OpenForm />
    </FrontFrame>
  )
}
