'use client'
// Is there a sitting on this phone? One that was just asked for, one that this tab came back to, or the end of one.
import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react'
import { useLocalPage } from '../client/one-phone/local-page.ts'
import type { LocalPlan } from '../client/one-phone/local-room.ts'
import { useFocusRule } from '../parts/use-focus-rule.ts'
import { keepForOffline } from './keep-for-offline.ts'
import { Over } from './over.tsx'
import { Table } from './table.tsx'
import type { Gone } from './table-props.ts'

export interface SittingProps {
  /** What was asked for last; another object begins another sitting. */
  plan: LocalPlan | null
  onSitting: (isSitting: boolean) => void
}

export function Sitting({ plan, onSitting }: SittingProps) {
  const page = useLocalPage()
  const [gone, setGone] = useState<Gone | null>(null)
  const begin = useEffectEvent((asked: LocalPlan) => page?.begin(asked))
  const tell = useEffectEvent(onSitting)
  const isReady = page !== null
  const shows = gone !== null || page?.snapshot != null

  useEffect(() => {
    void keepForOffline()
  }, [])
  useEffect(() => {
    if (plan && isReady) begin(plan)
  }, [plan, isReady])
  useLayoutEffect(() => {
    if (isReady) tell(shows)
  }, [isReady, shows])
  useFocusRule(gone ? 'gone' : 'table')

  if (gone) return <Over gone={gone} onAgain={() => setGone(null)} />
  if (!page?.snapshot) return null
  return (
    <Table
      page={page}
      snapshot={page.snapshot}
      onGone={next => {
        page.letGo()
        setGone(next)
      }}
    />
  )
}
