// What does everybody see who is in the hall? How to come in, what a round is about, and how much of it is left; never a name, and
// nothing to press.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { codeFrom } from '../../../../lib/circle/code.ts'
import { workshopFor } from '../../../../lib/words/workshop.ts'
import { requestLocale, requestWords } from '../../../words/request-words.ts'
import { WorkshopFrame } from '../../../words/workshop-frame.tsx'
import { Wall } from './wall.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const { wall } = workshopFor(await requestLocale())
  return { title: wall.title, robots: { index: false, follow: false } }
}

export default async function WallPage({ params }: { params: Promise<{ code: string }> }) {
  const code = codeFrom((await params).code)
  if (!code) notFound()
  const { trouble } = await requestWords()
  return (
    <>
      <noscript>{trouble.noScript}</noscript>
      <WorkshopFrame>
        <Wall code={code} />
      </WorkshopFrame>
    </>
  )
}
