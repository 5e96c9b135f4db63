'use client'
// Where are the panels of the sitting, and their words? In parts of their own, fetched as soon as the page is on the screen and so long
// before a sitting begins. Until they are here, the room is still being looked for.
import { useEffect, useSyncExternalStore } from 'react'
import type { RoomView } from '../../../lib/wire/events.ts'
import type { Locale } from '../../../lib/words/locale.ts'
import type { RoomWords, SittingWords } from '../../../lib/words/words.ts'
import type { RoomHook } from '../../client/room-hook.ts'
import { loadSittingWords } from '../../words/sitting-words.ts'
import { useLanguage } from '../../words/use-words.ts'
import type { Names } from './names.ts'
import type { PanelProps } from './panel-props.ts'
import type { ClosingProps } from './panels/closing.tsx'
import type { LeftProps } from './panels/left.tsx'
import type { MismatchProps } from './panels/mismatch.tsx'
import type { BellChoiceProps } from './parts/bell-choice.tsx'
import type { FromFacilitatorProps } from './parts/from-facilitator.tsx'
import type { LeaveQuestionProps } from './parts/leave-question.tsx'
import type { OwnMenuProps } from './parts/own-menu.tsx'
import type { QuickExitProps } from './parts/quick-exit.ts'
import type { VoiceFrameProps } from './parts/voice-frame.tsx'
import type { WhoLeftProps } from './parts/who-left.tsx'
import type { Shown } from './shown.tsx'

export interface Panels {
  announce(before: RoomView | null, after: RoomView, names: Names, words: RoomWords): string | null
  phaseShown(props: PanelProps, words: RoomWords): Shown
  Invite(props: PanelProps): React.ReactNode
  Agreement(props: PanelProps): React.ReactNode
  Mismatch(props: MismatchProps): React.ReactNode
  Held(props: PanelProps): React.ReactNode
  Closing(props: ClosingProps): React.ReactNode
  Left(props: LeftProps): React.ReactNode
  BellChoice(props: BellChoiceProps): React.ReactNode
  LeaveQuestion(props: LeaveQuestionProps): React.ReactNode
  OwnMenu(props: OwnMenuProps): React.ReactNode
  QuickExit(props: QuickExitProps): React.ReactNode
  VoiceFrame(props: VoiceFrameProps): React.ReactNode
  WorkshopBefore(props: PanelProps): React.ReactNode
  HelpButton(props: { room: RoomHook }): React.ReactNode
  WayBack(props: { room: RoomHook }): React.ReactNode
  FromFacilitator(props: FromFacilitatorProps): React.ReactNode
  WhoLeft(props: WhoLeftProps): React.ReactNode
}

/** The panels, and what they say beyond the words of the frame. */
export interface LoadedPanels extends Panels {
  words: SittingWords
}

/** A network that was gone for a moment may be back. */
const AGAIN_MS = 2000

let here: LoadedPanels | null = null
let isAsked = false
const listeners = new Set<() => void>()

function load(locale: Locale): void {
  if (isAsked) return
  isAsked = true
  Promise.all([import('./late-panels.ts'), loadSittingWords(locale)]).then(
    ([{ panels }, words]) => {
      here = { ...panels, words }
      for (const listener of listeners) listener()
    },
    () => {
      isAsked = false
      setTimeout(load, AGAIN_MS, locale)
    },
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The panels of the sitting; null until they are here. */
export function usePanels(): LoadedPanels | null {
  const { locale } = useLanguage()
  useEffect(() => load(locale), [locale])
  return useSyncExternalStore(
    subscribe,
    () => here,
    () => null,
  )
}
