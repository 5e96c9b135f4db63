'use client'
// How much is left of the round, for somebody who sits with its question? The ring of the clock that all rooms share, and one
// breath in it.
import { useCallback } from 'react'
import type { CommonClock } from '../../../../lib/wire/circle.ts'
import { roundLeft } from '../../../client/circle/wall-time.ts'
import { serverNow } from '../../../client/line/clock.ts'
import { Breath } from '../../../parts/breath.tsx'
import { ClearingRing } from '../../../parts/clearing-ring.tsx'

export function RoundRing({ clock }: { clock: CommonClock | null }) {
  const left = useCallback(() => (clock ? roundLeft(clock, serverNow()) : 0), [clock])
  return (
    <ClearingRing seat="a" remaining={left}>
      <Breath seat="a" size="inner" breathing={clock?.stoppedAt === null} />
    </ClearingRing>
  )
}
