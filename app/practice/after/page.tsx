// What can be said of a stranger when the sitting is over? Privately: again, never again, a concern.
import type { Metadata } from 'next'
import { practiceFor } from '../../../lib/words/practice.ts'
import { FrontFrame } from '../../parts/front-frame.tsx'
import { Sweep } from '../../parts/sweep.tsx'
import { PracticeFrame } from '../../words/practice-frame.tsx'
import { requestLocale } from '../../words/request-words.ts'
import { Afterwards } from './afterwards.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const { after } = practiceFor(await requestLocale())
  return { title: after.title, robots: { index: false, follow: false } }
}

export default function AfterPage() {
  return (
    <FrontFrame>
      <Sweep />
      <PracticeFrame>
        <Afterwards />
      </PracticeFrame>
    </FrontFrame>
  )
}
