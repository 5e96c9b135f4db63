'use client'
// What does a person see of their circle? Almost nothing, until it is found; what is inside, and its words, come in a part of their own.
import { lazy, Suspense, useState } from 'react'
import { useCircle } from '../../client/use-circle.ts'
import { LanguageChoice } from '../../parts/language-choice.tsx'
import { Screen } from '../../parts/screen.tsx'
import { ThemeChoice, type ThemeChoiceProps } from '../../parts/theme-choice.tsx'
import { Looking } from './parts/looking.tsx'

const Inside = lazy(() => import('./inside.tsx'))

export interface CircleProps {
  code: string
  look: ThemeChoiceProps['words']
  /** Said while it is looked for, and while the line is quiet. */
  looking: string
  quiet: string
}

export function Circle({ code, look, looking, quiet }: CircleProps) {
  const [count, setCount] = useState(0)
  const { link, ...now } = useCircle(code, count)
  const choices = (
    <>
      <LanguageChoice />
      <ThemeChoice words={look} />
    </>
  )
  const before = (
    <Screen side={choices}>
      <Looking heading={looking} body={now.isQuiet ? quiet : undefined} isLate={!now.isQuiet} />
    </Screen>
  )
  if (!link || now.state.at === 'looking') return before
  return (
    <Suspense fallback={before}>
      <Inside {...now} link={link} code={code} choices={choices} onAgain={() => setCount(count + 1)} />
    </Suspense>
  )
}
