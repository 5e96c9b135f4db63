// What is at the address of a room? Its id is handed over to the browser, and nothing else is: whoever fetches this page
// (a preview, a scanner) learns nobody's name and takes no seat.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '../../words/request-words.ts'
import { RoomFrame } from '../../words/room-frame.tsx'
import { Sitting } from './sitting.tsx'

/** 128 random bits in base64url, as every room is called. */
const ROOM_ID = /^[\w-]{22}$/

export async function generateMetadata(): Promise<Metadata> {
  const { doorstep, site } = await requestWords()
  return {
    title: { absolute: site.title },
    description: doorstep.shareText,
    robots: { index: false, follow: false },
    openGraph: { type: 'website', siteName: site.name, title: doorstep.shareTitle, description: doorstep.shareText },
  }
}

export default async function RoomPage({ params }: { params: Promise<{ room: string }> }) {
  const { room } = await params
  if (!ROOM_ID.test(room)) notFound()
  const { trouble } = await requestWords()
  return (
    <>
      <noscript>{trouble.noScript}</noscript>
      <RoomFrame>
        <Sitting key={room} roomId={room} />
      </RoomFrame>
    </>
  )
}
