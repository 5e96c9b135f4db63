'use client'
// The check of a microphone, loaded when a room by voice is at its door: other rooms do not carry it. Where it can't be loaded
// one comes in all the same.
import { lazy, Suspense, useContext } from 'react'
import type { Medium } from '../../../../lib/protocol/room.ts'
import { RoomContext } from '../../../words/use-words.ts'
import type { MicCheckProps } from './mic-check.tsx'

const nothing = () => ({ default: () => null })
const Check = lazy(() => import('./mic-check.tsx').catch(nothing))
const Without = lazy(() => import('./without-microphone.tsx').catch(nothing))

/** What it says comes with the words of the sitting, a moment after the door. */
function useIsSaid(medium: Medium): boolean {
  const words = useContext(RoomContext)
  return words !== null && (medium === 'voice' || medium === 'video')
}

export function MicCheckLater({ medium, ...props }: MicCheckProps & { medium: Medium }) {
  return useIsSaid(medium) ? (
    <Suspense fallback={null}>
      <Check {...props} />
    </Suspense>
  ) : null
}

/** Stands in the form of the door, after the button that Enter presses. */
export function WithoutMicrophoneLater({ medium }: { medium: Medium }) {
  return useIsSaid(medium) ? (
    <Suspense fallback={null}>
      <Without />
    </Suspense>
  ) : null
}
