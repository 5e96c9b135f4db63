'use client'
// How does somebody get away at once from a sitting in which they may have to? Three presses of Shift, nothing between them, or a
// button in the menu where there are no keys: the page is blank at once, everything of the seat on this device is wiped, and a blank
// page takes its place, which asks nothing of any network. Escape is not used: it closes dialogs, and people press it often. Elsewhere
// Shift does nothing, since some press it alone to write or to work their keyboard.
import { useEffect, useEffectEvent } from 'react'
import type { RoomView } from '../../../../lib/wire/events.ts'

const PRESSES = 3
const WITHIN_MS = 2000
/** How long the farewell may take; whoever must go is not kept waiting for a network. */
const FAREWELL_MS = 400
const NOWHERE = 'about:blank'

/** Whether the room is one that asks whether it is safe: from its first phase to its last page. */
export function hasQuickExit({ format, stage }: RoomView): boolean {
  return stage !== 'gathering' && (format.id === 'repair' || format.phases.some(({ kind }) => kind === 'agree'))
}

/** Blank at once, and away; nothing waits for the network longer than a farewell may take. Never rejects. */
export async function exitAtOnce(leave: () => Promise<void>): Promise<void> {
  document.documentElement.hidden = true
  document.title = ''
  const late = new Promise<void>(resolve => setTimeout(resolve, FAREWELL_MS))
  // Leaving wipes the device before it asks anything of the network, so all that waits here is the farewell.
  await Promise.race([leave().catch(() => {}), late])
  location.replace(NOWHERE)
}

export interface QuickExitProps {
  /** Null while this person does not sit in the room. */
  view: RoomView | null
  leave: () => Promise<void>
}

export function QuickExit({ view, leave }: QuickExitProps): null {
  const armed = view !== null && hasQuickExit(view)
  const exit = useEffectEvent(() => exitAtOnce(leave))

  useEffect(() => {
    if (!armed) return
    let presses: number[] = []
    let isAlone = false
    const down = (event: KeyboardEvent) => {
      isAlone = event.key === 'Shift' && !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing
      if (!isAlone) presses = []
    }
    // Counted as the key comes up: a capital letter holds it down, and is no way out.
    const up = (event: KeyboardEvent) => {
      if (event.key !== 'Shift' || !isAlone) return
      isAlone = false
      presses = [...presses.filter(at => event.timeStamp - at < WITHIN_MS), event.timeStamp]
      if (presses.length >= PRESSES) exit()
    }
    // A press of the mouse between two of Shift is somebody selecting text, not somebody leaving.
    const other = () => {
      presses = []
      isAlone = false
    }
    addEventListener('keydown', down, { capture: true })
    addEventListener('keyup', up, { capture: true })
    addEventListener('pointerdown', other, { capture: true })
    return () => {
      removeEventListener('keydown', down, { capture: true })
      removeEventListener('keyup', up, { capture: true })
      removeEventListener('pointerdown', other, { capture: true })
    }
  }, [armed])
  return null
}
