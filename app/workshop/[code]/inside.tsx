'use client'
// What is there once a circle was found? The door, where somebody says a name; then the circle, until they are seated, which has a page
// of its own; and each way in which that can end.
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect } from 'react'
import type { CircleLink } from '../../client/circle/circle-link-ports.ts'
import type { CircleSnapshot, CircleState } from '../../client/circle/circle-state.ts'
import { Screen } from '../../parts/screen.tsx'
import { Status } from '../../parts/status.tsx'
import { useFocusRule } from '../../parts/use-focus-rule.ts'
import { useSaying } from '../../parts/use-saying.ts'
import { useWorkshopWords } from '../../words/use-words.ts'
import { WorkshopFrame } from '../../words/workshop-frame.tsx'
import { Around } from './around.tsx'
import { Away } from './away.tsx'
import { Door } from './door.tsx'
import { LeaveCircle } from './parts/leave-circle.tsx'
import { Looking } from './parts/looking.tsx'

export interface InsideProps extends CircleSnapshot {
  link: CircleLink
  code: string
  /** The language and the theme: where nothing of a sitting is at stake yet. */
  choices: ReactNode
  onAgain: () => void
}

export default function Inside(props: InsideProps) {
  return (
    <WorkshopFrame>
      <Screens {...props} />
    </WorkshopFrame>
  )
}

function Screens({ link, code, choices, onAgain, ...now }: InsideProps) {
  const words = useWorkshopWords()
  const router = useRouter()
  const { says, say } = useSaying()
  const { state } = now
  const name = nameOf(state) ?? words.door.title

  useFocusRule(state.at)
  useEffect(() => {
    document.title = words.circle.titleOf(name)
  }, [name, words])
  useEffect(() => {
    if (state.at === 'seated') router.replace(`/r/${state.room}`)
    if (state.at === 'unknown') router.replace(`/j?unknown=${code}`)
  }, [state, router, code])

  return (
    <>
      <Screen
        place={state.at === 'in' ? name : ''}
        side={
          state.at === 'in' ? <LeaveCircle onLeave={() => void link.leave()} /> : state.at === 'seated' ? null : choices
        }
      >
        {screen()}
      </Screen>
      <Status says={says} />
    </>
  )

  function screen() {
    switch (state.at) {
      case 'looking':
      case 'unknown':
        return <Looking heading={words.door.looking} isLate />
      case 'seated':
        return <Looking heading={words.circle.room.heading} body={words.circle.room.body} />
      case 'door':
        return <Door face={state.face} onEnter={link.comeIn} />
      case 'in':
        return <Around {...now} state={state} link={link} code={code} say={say} />
      default:
        return <Away state={state} onAgain={onAgain} />
    }
  }
}

function nameOf(state: CircleState): string | null {
  if (state.at === 'door' || state.at === 'closed') return state.face.title
  return state.at === 'in' ? state.view.title : null
}
