'use client'
// What is there in the circle while somebody is in no room? How many are here, as soft breaths and a number; what comes next, in one
// sentence; and nothing that has to be watched.
import { useEffect, useState } from 'react'
import type { CircleLink } from '../../client/circle/circle-link-ports.ts'
import { forgetSat, rememberedCircle, rememberedSat, rememberSat, type Sat } from '../../client/circle/circle-memory.ts'
import type { CircleSnapshot, CircleState } from '../../client/circle/circle-state.ts'
import { keepAwake } from '../../client/device/wake-lock.ts'
import { usePassed } from '../../client/line/use-passed.ts'
import { Button } from '../../parts/button.tsx'
import { Heading } from '../../parts/heading.tsx'
import { Panel, Quiet } from '../../parts/panel.tsx'
import type { Say } from '../../parts/says.ts'
import { useFocusRule } from '../../parts/use-focus-rule.ts'
import { useWorkshopWords } from '../../words/use-words.ts'
import styles from '../workshop.module.css'
import { Dots } from './parts/dots.tsx'
import { Give } from './parts/give.tsx'
import { forWall, Offer } from './parts/offer.tsx'
import { RoundRing } from './parts/round-ring.tsx'
import { overAt, whereIn } from './where-in.ts'

export interface AroundProps extends CircleSnapshot {
  state: Extract<CircleState, { at: 'in' }>
  link: CircleLink
  code: string
  say: Say
}

export function Around({ state: { view, over }, said, isQuiet, link, code, say }: AroundProps) {
  const { circle, said: saying } = useWorkshopWords()
  const where = whereIn(view, over, usePassed(overAt(view)))
  const [sat, setSat] = useState<Sat | null>(null)
  useFocusRule(where)
  useEffect(() => keepAwake(() => {}).stop, [])
  useEffect(() => setSat(rememberedSat(code)), [code])
  const isBehind = sat !== null && sat.round < view.round && view.stage === 'running'
  useEffect(() => {
    if (!isBehind) return
    forgetSat(code)
    setSat(null)
  }, [isBehind, code])
  const told = said && (said.text ?? saying.bell)
  const toldAt = said?.at ?? null
  // A second bell is another bell, although it is said in the same words.
  useEffect(() => {
    if (told && toldAt !== null) say(told, 'anew')
  }, [told, toldAt, say])

  const isQuietTime = where === 'reflect'
  const gives = sat !== null && sat.round === view.round && !isQuietTime && where !== 'room' && where !== 'closed'
  const line = forWall(sat?.line ?? null)
  const offered = () => {
    const kept = rememberedSat(code)
    if (kept) rememberSat(code, { ...kept, line: null })
  }
  const { heading, body, button } = says()
  const prompt = isQuietTime ? view.prompt : where === 'gathering' || where === 'between' ? view.nextPrompt : null
  const promptLabel = isQuietTime ? circle.promptNow : view.round === 0 ? circle.promptFirst : circle.promptNext
  return (
    <>
      {told ? (
        <p className={`${styles.line} ${styles.told}`}>
          <span aria-hidden="true" className={styles.dot} />
          <span>{told}</span>
        </p>
      ) : null}
      {isQuiet ? (
        <p className={styles.line}>
          <span aria-hidden="true" className={styles.dot} />
          <span>{circle.quiet}</span>
        </p>
      ) : null}
      <Panel
        from={gives ? 'top' : 'middle'}
        action={
          <>
            {button ? (
              <Button wide look="quiet" onClick={() => link.goToRoom()}>
                {button}
              </Button>
            ) : null}
            {where === 'closed' || gives ? null : <Quiet small>{circle.putDown}</Quiet>}
          </>
        }
      >
        {isQuietTime ? (
          <RoundRing clock={view.clock} />
        ) : gives ? null : (
          <Dots count={view.here} className={where === 'closed' ? styles.faint : undefined} />
        )}
        <Heading>{heading}</Heading>
        {isQuietTime ? null : <p className={styles.how}>{where === 'closed' ? body : circle.here(view.here)}</p>}
        {where === 'closed' ? null : <Quiet>{body}</Quiet>}
        {prompt && !gives ? (
          <div className={styles.prompt}>
            <span>{promptLabel}</span>
            <p>{prompt}</p>
          </div>
        ) : null}
        {gives && line !== null ? (
          <Offer round={sat.round} text={line} onOffer={link.offer} onOffered={offered} say={say} />
        ) : null}
        {gives ? (
          <Give
            sat={sat}
            onGive={link.give}
            onSkip={() => {
              forgetSat(code)
              setSat(null)
            }}
            onGiven={() => forgetSat(code)}
            say={say}
          />
        ) : null}
      </Panel>
    </>
  )

  function says(): { heading: string; body: string; button?: string } {
    const { gathering, between } = circle
    switch (where) {
      case 'gathering':
        return { heading: gathering.heading(view.you.name), body: gathering.next }
      case 'between':
      case 'last': {
        // Whoever never sat with anybody can't be back.
        const { heading } = rememberedCircle(code)?.room ? between : { heading: gathering.heading(view.you.name) }
        return { heading, body: where === 'last' ? between.last : between.next }
      }
      default:
        return circle[where]
    }
  }
}
