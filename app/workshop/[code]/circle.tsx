'use client'
// What does a person see of their circle? The door, where they say a name; then the circle, until they are seated, which has a page of
// its own; and each way in which that can end.
import { useRouter } from 'next/navigation'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { CircleState } from '../../client/circle-state.ts'
import { useCircle } from '../../client/use-circle.ts'
import { LanguageChoice } from '../../parts/language-choice.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Status } from '../../parts/status.tsx'
import { ThemeChoice, type ThemeChoiceProps } from '../../parts/theme-choice.tsx'
import { useWorkshopWords } from '../../parts/use-words.ts'
import { useFocusRule } from '../../r/[room]/use-focus-rule.ts'
import { CodeForm } from '../code-form.tsx'
import styles from '../workshop.module.css'
import { Door } from './door.tsx'
import { Looking } from './parts/looking.tsx'

const Around = lazy(() => import('./around.tsx'))
const Away = lazy(() => import('./away.tsx'))
const LeaveCircle = lazy(() => import('./parts/leave-circle.tsx'))

export interface CircleProps {
  code: string
  look: ThemeChoiceProps['words']
}

export function Circle({ code, look }: CircleProps) {
  const words = useWorkshopWords()
  const router = useRouter()
  const [count, setCount] = useState(0)
  const [says, say] = useState('')
  const { link, ...now } = useCircle(code, count)
  const { state } = now
  const name = nameOf(state) ?? words.door.title

  useFocusRule(state.at)
  useEffect(() => {
    document.title = words.circle.titleOf(name)
  }, [name, words])
  useEffect(() => {
    if (state.at === 'seated') router.replace(`/r/${state.room}`)
  }, [state, router])

  return (
    <>
      <Screen
        place={state.at === 'in' ? name : ''}
        side={
          state.at === 'in' ? (
            <Suspense fallback={null}>
              <LeaveCircle onLeave={() => link?.leave()} />
            </Suspense>
          ) : (
            <>
              <LanguageChoice />
              <ThemeChoice words={look} />
            </>
          )
        }
      >
        <Suspense fallback={<Looking />}>{screen()}</Suspense>
      </Screen>
      <Status says={says} />
    </>
  )

  function screen() {
    switch (state.at) {
      case 'looking':
        return <Looking isQuiet={now.isQuiet} />
      case 'seated':
        return <Looking heading={words.circle.room.heading} body={words.circle.room.body} />
      case 'door':
        return (
          <Door face={state.face} onEnter={async given => link?.comeIn(given) ?? { ok: false, code: 'no-answer' }} />
        )
      case 'in':
        return link ? <Around {...now} state={state} link={link} code={code} say={say} /> : <Looking />
      case 'unknown':
        return (
          <div className={styles.form}>
            <CodeForm given={code} isUnknown />
          </div>
        )
      default:
        return <Away state={state} onAgain={() => setCount(count + 1)} />
    }
  }
}

function nameOf(state: CircleState): string | null {
  if (state.at === 'door' || state.at === 'closed') return state.face.title
  return state.at === 'in' ? state.view.title : null
}
