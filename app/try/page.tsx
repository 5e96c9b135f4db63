// Where do two people sit down who have one phone between them? Here, and it is also where anybody finds out how it feels.
import type { Metadata } from 'next'
import { onePhoneFor } from '../../lib/words/one-phone.ts'
import { Sweep } from '../parts/sweep.tsx'
import { OnePhoneFrame } from '../words/one-phone-frame.tsx'
import { requestLocale } from '../words/request-words.ts'
import { OnePhone } from './one-phone.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const { begin } = onePhoneFor(await requestLocale())
  return { title: begin.title, description: begin.lead }
}

export default function Try() {
  return (
    <OnePhoneFrame>
      <Sweep />
      <OnePhone />
    </OnePhoneFrame>
  )
}
