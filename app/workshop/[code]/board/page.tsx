// What is at the address of a facilitator's board? Its code alone: the key stands behind # and never comes here.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { codeFrom } from '../../../../lib/circle/code.ts'
import { facilitatorFor } from '../../../../lib/words/facilitator.ts'
import { Sweep } from '../../../parts/sweep.tsx'
import { BoardFrame } from '../../../words/board-frame.tsx'
import { requestLocale, requestWords } from '../../../words/request-words.ts'
import { Board } from './board.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const { board } = facilitatorFor(await requestLocale())
  return { title: board.title, robots: { index: false, follow: false } }
}

export default async function BoardPage({ params }: { params: Promise<{ code: string }> }) {
  const code = codeFrom(decodeURIComponent((await params).code))
  if (code === null) notFound()
  const { trouble } = await requestWords()
  return (
    <>
      <noscript>{trouble.noScript}</noscript>
      <Sweep />
      <BoardFrame>
        <Board code={code} />
      </BoardFrame>
    </>
  )
}
