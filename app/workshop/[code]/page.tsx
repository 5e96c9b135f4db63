// What is at the address of a circle? Its code is handed over to the browser, and nothing else is: whoever fetches this page
// (a preview, a scanner) is none of its people. What is no code is a field to write one into.
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { codeFrom } from '../../../lib/circle/code.ts'
import { workshopFor } from '../../../lib/words/workshop.ts'
import { circlePath } from '../../client/circle-code.ts'
import { FrontFrame } from '../../parts/front-frame.tsx'
import { requestLocale, requestWords } from '../../words/request-words.ts'
import { WorkshopFrame } from '../../words/workshop-frame.tsx'
import { CodeForm } from '../code-form.tsx'
import { Circle } from './circle.tsx'

interface Props {
  params: Promise<{ code: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { door } = workshopFor(await requestLocale())
  return { title: door.title, description: door.lead, robots: { index: false, follow: false } }
}

export default async function CirclePage({ params }: Props) {
  const given = decoded((await params).code)
  const code = codeFrom(given)
  if (code && code !== given) redirect(circlePath(code))
  const { look, trouble } = await requestWords()
  if (!code) {
    return (
      <FrontFrame>
        <WorkshopFrame>
          <CodeForm given={given} />
        </WorkshopFrame>
      </FrontFrame>
    )
  }
  return (
    <>
      <noscript>{trouble.noScript}</noscript>
      <WorkshopFrame>
        <Circle code={code} look={look} />
      </WorkshopFrame>
    </>
  )
}

/** What cannot be read back is no code either. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
