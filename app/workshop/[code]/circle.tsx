'use client'
// What does a person see of their circle? Almost nothing, until it is found; what is inside, and its words, come in a part of their own.
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useCircle } from '../../client/page/use-circle.ts'

const Inside = lazy(() => import('./inside.tsx'))

export interface CircleProps {
  code: string
  /** The language and the theme: where nothing of a sitting is at stake yet. */
  choices: ReactNode
  /** While it is looked for, and while the line is quiet. */
  looking: ReactNode
  quiet: ReactNode
}

export function Circle({ code, choices, looking, quiet }: CircleProps) {
  const [count, setCount] = useState(0)
  const { link, ...now } = useCircle(code, count)
  if (!link || now.state.at === 'looking') return now.isQuiet ? quiet : looking
  return (
    <Suspense fallback={looking}>
      <Inside {...now} link={link} code={code} choices={choices} onAgain={() => setCount(count + 1)} />
    </Suspense>
  )
}
