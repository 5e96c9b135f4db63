'use client'
// What is on the screen that two people share? First one question to both; then, in a part of its own that loads while they
// answer, the sitting. From then on the page needs no network.
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { readStored } from '../client/device/device-storage.ts'
import type { LocalPlan } from '../client/one-phone/local-room.ts'
import { LOCAL_KEY } from '../client/one-phone/local-texts.ts'
import { useFocusRule } from '../parts/use-focus-rule.ts'
import { BeginForm } from './begin-form.tsx'
import type { Sitting } from './sitting.tsx'

/** A network that was gone for a moment may be back. */
const AGAIN_MS = 2000

let part: { Sitting: typeof Sitting } | null = null
let isAsked = false
const listeners = new Set<() => void>()

function load(): void {
  if (isAsked) return
  isAsked = true
  import('./sitting.tsx').then(
    loaded => {
      part = loaded
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

export function OnePhone() {
  const [plan, setPlan] = useState<LocalPlan | null>(null)
  /** Null until the part that knows has looked. */
  const [isSitting, setSitting] = useState<boolean | null>(null)
  const [mayReturn, setMayReturn] = useState(false)
  const loaded = useSyncExternalStore(
    subscribe,
    () => part,
    () => null,
  )
  useEffect(load, [])
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
