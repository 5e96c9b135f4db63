'use client'
// What does somebody see on the way to a stranger? One screen for each state of the way, from the door to the beginning of the
// sitting, which has its own page.
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Seeking } from '../client/stranger-state.ts'
import { useStranger } from '../client/use-stranger.ts'
import { Status } from '../parts/status.tsx'
import { usePracticeWords } from '../parts/use-words.ts'
import { useFocusRule } from '../r/[room]/use-focus-rule.ts'
import { DoorForm } from './door-form.tsx'
import { Meeting } from './parts/meeting.tsx'
import { TurnedAway } from './parts/turned-away.tsx'
import { WaitingRoom } from './parts/waiting-room.tsx'
import styles from './practice.module.css'
import { rememberedSeeking, rememberSeeking } from './seeking.ts'
import { useArrival } from './use-arrival.ts'

export function Practice() {
  const { waiting, meeting } = usePracticeWords()
  const { state, isUp, link } = useStranger()
  const router = useRouter()
  const [says, say] = useState('')
  const [seeking, setSeeking] = useState<Seeking | null>(null)
  const { primed, noticing } = useArrival(state.at === 'meeting' ? state.view.room : null, {
    title: meeting.title,
    text: waiting.noticeText,
  })
  useFocusRule(state.at === 'joining' ? 'waiting' : state.at)

  // A reload in the half minute comes back to whoever is there.
  useEffect(() => {
    const remembered = rememberedSeeking()
    setSeeking(remembered)
    if (link && remembered) link.comeBack(remembered)
  }, [link])

  useEffect(() => {
    if (state.at === 'sitting') router.push(`/r/${state.room}`)
  }, [state, router])

  function wait(next: Seeking) {
    rememberSeeking(next)
    setSeeking(next)
    primed()
    link?.wait(next)
  }
  const waitAgain = () => seeking && wait(seeking)

  return (
    <>
      {screen()}
      <Status says={says} />
    </>
  )

  function screen() {
    switch (state.at) {
      case 'door':
      case 'hoping':
        return <DoorForm onWait={wait} isReady={link !== null} say={say} />
      case 'joining':
      case 'waiting':
        return (
          <div className={styles.stage}>
            <WaitingRoom
              told={state.at === 'waiting' ? state.told : null}
              before={state.at === 'waiting' ? state.before : null}
              isUp={isUp || state.at === 'joining'}
              noticing={noticing}
              say={say}
              onStop={() => link?.stop()}
            />
          </div>
        )
      case 'meeting':
      case 'sitting':
        return (
          <div className={styles.stage}>
            <Meeting
              view={state.at === 'meeting' ? state.view : null}
              until={state.at === 'meeting' ? state.until : 0}
              say={say}
              onYes={() => link?.accept()}
              onNo={() => link?.decline()}
            />
          </div>
        )
      default:
        return (
          <div className={styles.stage}>
            <TurnedAway state={state} onAgain={waitAgain} />
          </div>
        )
    }
  }
}
