'use client'
// What stands on the wall of a hall? One thing at a time, as large as it can be: the way in; whom to look for; what the round is
// about, and one ring that clears with it; what comes next. Readable from the last row, and never a name.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { CircleFace } from '../../../../lib/wire/circle.ts'
import { roundLeft } from '../../../client/circle/wall-time.ts'
import { keepAwake } from '../../../client/device/wake-lock.ts'
import { serverNow } from '../../../client/line/clock.ts'
import { usePassed } from '../../../client/line/use-passed.ts'
import { useWall } from '../../../client/page/use-wall.ts'
import { Breath } from '../../../parts/breath.tsx'
import { ClearingRing } from '../../../parts/clearing-ring.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { useWorkshopWords } from '../../../words/use-words.ts'
import { betweenRounds, isOn, overAt } from '../where-in.ts'
import { Offered } from './offered.tsx'
import styles from './wall.module.css'
import { ShortWayIn, WayIn } from './way-in.tsx'

/** As long as a hall takes to come back. Afterwards nobody is called who sits there already. */
const CALL_MS = 2 * 60_000

export function Wall({ code }: { code: string }) {
  const { circle, wall } = useWorkshopWords()
  const { face, lines, isUnknown, isQuiet } = useWall(code)
  const origin = useOrigin()
  const endsAt = face && overAt(face)
  const isPast = usePassed(endsAt)
  // A face tells it no more once it is past; a wall that was put up since then calls nobody.
  const [endedAt, setEndedAt] = useState(0)
  if (endsAt !== null && endsAt !== endedAt) setEndedAt(endsAt)
  const isBack = usePassed(endedAt + CALL_MS)
  useEffect(() => keepAwake(() => {}).stop, [])
  const title = face?.title ?? wall.title
  useEffect(() => {
    document.title = circle.titleOf(title)
  }, [title, circle])

  return (
    <main id="content" className={styles.wall}>
      {screen()}
      {isQuiet ? <p className={styles.quiet}>{wall.quiet}</p> : null}
    </main>
  )

  function screen() {
    if (!face) return <Still heading={isUnknown ? wall.unknown : wall.looking} near="apart" isLate={!isUnknown} />
    const short = <ShortWayIn code={code} origin={origin} />
    const offered = <Offered lines={lines} />
    if (face.stage === 'closed')
      return (
        <Still heading={wall.closed} body={lines.length > 0 ? undefined : wall.closedBody} near="over">
          {offered}
        </Still>
      )
    if (face.stage === 'paired') {
      return (
        <Still
          label={wall.roundLabel(face.round, face.rounds)}
          heading={wall.paired}
          body={wall.pairedBody}
          near="apart"
        >
          <Prompt>{face.prompt}</Prompt>
          {short}
        </Still>
      )
    }
    if (isOn(face, isPast)) return <Running face={face}>{short}</Running>
    switch (betweenRounds(face)) {
      case 'gathering':
        return <WayIn face={face} code={code} origin={origin} />
      case 'between':
        return (
          <Still heading={isBack ? wall.pause : wall.over} near="one">
            {offered}
            {face.nextPrompt ? <Prompt label={wall.nextLabel}>{face.nextPrompt}</Prompt> : null}
            {short}
          </Still>
        )
      case 'last':
        return (
          <Still heading={wall.last} body={wall.lastBody} near="over">
            {offered}
          </Still>
        )
    }
  }
}

interface StillProps {
  label?: string
  heading: string
  body?: string | undefined
  near: 'apart' | 'over' | 'one'
  /** Shown only when it takes long. */
  isLate?: boolean
  children?: React.ReactNode
}

function Still({ label, heading, body, near, isLate = false, children }: StillProps) {
  return (
    <>
      <div aria-hidden="true" className={styles.behind}>
        <TwoBreaths near={near} className={styles.breaths} />
      </div>
      <div className={styles.middle}>
        {label ? <p className={styles.label}>{label}</p> : null}
        <h1 className={isLate ? styles.late : styles.heading}>{heading}</h1>
        {body ? <p className={styles.body}>{body}</p> : null}
        {children}
      </div>
    </>
  )
}

function Running({ face, children }: { face: CircleFace; children: React.ReactNode }) {
  const { wall } = useWorkshopWords()
  const { clock, prompt, backBy } = face
  const left = useCallback(() => (clock ? roundLeft(clock, serverNow()) : 0), [clock])
  const isStopped = clock?.stoppedAt != null
  return (
    <div className={styles.running}>
      <ClearingRing seat="a" remaining={left} className={styles.ring}>
        <Breath seat="a" size="inner" breathing={!isStopped} className={styles.inside} />
      </ClearingRing>
      <div className={styles.about}>
        <p className={styles.label}>{wall.roundLabel(face.round, face.rounds)}</p>
        <h1 className={styles.heading}>{prompt ?? wall.listening}</h1>
        {isStopped || backBy !== null ? (
          <p className={styles.body}>{isStopped ? wall.stopped : wall.backSoon}</p>
        ) : prompt ? (
          <p className={styles.body}>{wall.listening}</p>
        ) : null}
        {children}
      </div>
    </div>
  )
}

function Prompt({ label, children }: { label?: string; children: string | null }) {
  if (!children) return null
  return (
    <div className={styles.prompt}>
      {label ? <p className={styles.label}>{label}</p> : null}
      <p>{children}</p>
    </div>
  )
}

/** Where this page came from: known to the browser alone, whatever stands between it and the server. */
function useOrigin(): string | null {
  return useSyncExternalStore(
    () => () => {},
    () => window.location.origin,
    () => null,
  )
}
