// Where does somebody prepare a workshop, and get the links for themselves and for the group?
import type { Metadata } from 'next'
import { facilitatorFor } from '../../lib/words/facilitator.ts'
import { FrontFrame } from '../parts/front-frame.tsx'
import { Sweep } from '../parts/sweep.tsx'
import { ConveneFrame } from '../words/convene-frame.tsx'
import { requestLocale } from '../words/request-words.ts'
import { Convene } from './convene.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const { convene } = facilitatorFor(await requestLocale())
  return { title: convene.title, description: convene.lead }
}

export default function WorkshopPage() {
  return (
    <FrontFrame>
      <Sweep />
      <ConveneFrame>
        <Convene />
      </ConveneFrame>
    </FrontFrame>
  )
}
