'use client'
// Where are the panels of the sitting? In a part of their own, fetched as soon as the page is on the screen and so long
// before a sitting begins. Until they are here, the room is still being looked for.
import { useEffect, useSyncExternalStore } from 'react'
import type { PanelProps } from './panel-props.ts'
import type { ClosingProps } from './panels/closing.tsx'
import type { MismatchProps } from './panels/mismatch.tsx'
import type { LeaveQuestionProps } from './parts/leave-question.tsx'
import type { OwnMenuProps } from './parts/own-menu.tsx'
import type { Shown } from './shown.tsx'

export interface Panels {
  phaseShown(props: PanelProps): Shown
  Agreement(props: PanelProps): React.ReactNode
  Mismatch(props: MismatchProps): React.ReactNode
  Held(props: PanelProps): React.ReactNode
  Closing(props: ClosingProps): React.ReactNode
  LeaveQuestion(props: LeaveQuestionProps): React.ReactNode
  OwnMenu(props: OwnMenuProps): React.ReactNode
}

/** A network that was gone for a moment may be back. */
const AGAIN_MS = 2000

let here: Panels | null = null
let isAsked = false
const listeners = new Set<() => void>()

function load(): void {
  if (isAsked) return
  isAsked = true
  import('./late-panels.ts').then(
    ({ panels }) => {
      here = panels
      for (const listener of listeners) listener()
    },
    () => {
      isAsked = false
      setTimeout(load, AGAIN_MS)
    },
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The panels of the sitting; null until they are here. */
export function usePanels(): Panels | null {
  useEffect(load, [])
  return useSyncExternalStore(
    subscribe,
    () => here,
    () => null,
  )
}
