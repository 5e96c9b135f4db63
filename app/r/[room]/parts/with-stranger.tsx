'use client'
// What does a room between strangers have beyond any other? Parts of their own, which rooms of friends never load.
import { lazy, Suspense } from 'react'
import type { RoomView } from '../../../../lib/wire/events.ts'
import type { PanelProps } from '../panel-props.ts'

const nothing = () => ({ default: () => null })
const Safety = lazy(() => import('./safety.tsx').catch(nothing))
const OnlyHere = lazy(() => import('./only-here.tsx').catch(nothing))
const StrangerPrompt = lazy(() => import('./stranger-prompt.tsx'))
const Agree = lazy(() => import('../panels/stranger-agree.tsx'))

export function SafetyLater() {
  return (
    <Suspense fallback={null}>
      <Safety />
    </Suspense>
  )
}

export function OnlyHereLater() {
  return (
    <Suspense fallback={null}>
      <OnlyHere />
    </Suspense>
  )
}

export function StrangerAgreeLater(props: PanelProps) {
  return (
    <Suspense fallback={null}>
      <Agree {...props} />
    </Suspense>
  )
}

export function PromptLater({ view }: { view: RoomView }) {
  return (
    <Suspense fallback={null}>
      <StrangerPrompt view={view} />
    </Suspense>
  )
}
