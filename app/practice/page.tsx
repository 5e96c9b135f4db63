// Where does somebody practise who has no partner? Here they read what it is, wait, and are brought together with a stranger.
import type { Metadata } from 'next'
import { practiceFor } from '../../lib/words/practice.ts'
import { FrontFrame } from '../parts/front-frame.tsx'
import { Sweep } from '../parts/sweep.tsx'
import { PracticeFrame } from '../words/practice-frame.tsx'
import { requestLocale } from '../words/request-words.ts'
import { Practice } from './practice.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const { door } = practiceFor(await requestLocale())
  return { title: door.title, description: door.lead }
}

export default function PracticePage() {
  return (
    <FrontFrame>
      <Sweep />
      <PracticeFrame>
        <Practice />
      </PracticeFrame>
    </FrontFrame>
  )
}
