// Where does somebody come in who has a code and no link? Here is one field for it.
import type { Metadata } from 'next'
import { workshopFor } from '../../lib/words/workshop.ts'
import { FrontFrame } from '../parts/front-frame.tsx'
import { requestLocale } from '../words/request-words.ts'
import { WorkshopFrame } from '../words/workshop-frame.tsx'
import { CodeForm } from '../workshop/code-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const { code } = workshopFor(await requestLocale())
  return { title: code.title, description: code.lead }
}

export default function JoinPage() {
  return (
    <FrontFrame>
      <WorkshopFrame>
        <CodeForm />
      </WorkshopFrame>
    </FrontFrame>
  )
}
