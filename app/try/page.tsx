// Where do two people sit down who have one phone between them? Here, and it is also where anybody finds out how it feels.
import type { Metadata } from 'next'
import { onePhoneFor } from '../../lib/words/one-phone.ts'
import { OnePhone } from './one-phone.tsx'

const { begin } = onePhoneFor()

export const metadata: Metadata = { title: begin.title, description: begin.lead }

export default function Try() {
  return <OnePhone />
}
