'use client'
// What is on the screen that two people share? First one question to both; then, in a part of its own that loads while they
// answer, the sitting. From then on the page needs no network.
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { readStored } from '../client/device/device-storage.ts'
import type { LocalPlan } from '../client/one-phone/local-room.ts'
import { LOCAL_KEY } from '../client/one-phone/local-texts.ts'
import { createLatePart } from '../client/page/load-later.ts'
import { useFocusRule } from '../parts/use-focus-rule.ts'
import { BeginForm } from './begin-form.tsx'

const part = createLatePart(() => import('./sitting.tsx'))

export function OnePhone() {
  const [plan, setPlan] = useState<LocalPlan | null>(null)
  /** Null until the part that knows has looked. */
  const [isSitting, setSitting] = useState<boolean | null>(null)
  const [mayReturn, setMayReturn] = useState(false)
  const loaded = useSyncExternalStore(part.subscribe, part.now, () => null)
  useEffect(() => part.wish(), [])
  // Whoever comes back to a sitting is not asked again who they are.
  useLayoutEffect(() => setMayReturn(readStored('tab', LOCAL_KEY) !== undefined), [])
  useFocusRule(isSitting ? 'sitting' : 'form')

  return (
    <>
      {(isSitting ?? mayReturn) ? null : <BeginForm begin={setPlan} />}
      {loaded ? <loaded.Sitting plan={plan} onSitting={setSitting} /> : null}
    </>
  )
}
