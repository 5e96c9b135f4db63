'use client'
// What does somebody see on the way to a stranger? One screen for each state of the way, from the door to the beginning of the
// sitting, which has its own page.
import { useEffect, useState } from 'react'
import type { Seeking } from '../client/strangers/stranger-state.ts'
import { Status } from '../parts/status.tsx'
import styles from '../strangers/strangers.module.css'
import { DoorForm } from './door-form.tsx'
import { WaitingRoom } from './parts/waiting-room.tsx'
import { WayEnd } from './parts/way-end.tsx'
import { rememberedSeeking, rememberSeeking, rememberWaiting, waitedAsItWasReloaded } from './seeking.ts'
import { useWay } from './use-way.ts'

export function Practice() {
  const { state, isQuiet, link, noticing } = useWay()
  const [says, say] = useState('')
  const [seeking, setSeeking] = useState<Seeking | null>(null)

  // A reload in the half minute comes back to whoever is there, and one while waiting goes on to wait.
  useEffect(() => {
    const remembered = rememberedSeeking()
    setSeeking(remembered)
    if (!link || !remembered || link.comeBack(remembered)) return
    if (waitedAsItWasReloaded()) link.wait(remembered)
  }, [link])

  const waits = state.at === 'joining' || state.at === 'waiting'
  useEffect(() => {
    if (!link) return
    rememberWaiting(waits)
    // Whoever goes to another page waits no more; a page that is loaded anew takes nothing back.
    return () => rememberWaiting(false)
  }, [link, waits])

  function wait(next: Seeking) {
    rememberSeeking(next)
    setSeeking(next)
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
              isQuiet={isQuiet}
              noticing={noticing}
              say={say}
              onStop={() => link?.stop()}
            />
          </div>
        )
      default:
        return <WayEnd state={state} isQuiet={isQuiet} link={link} say={say} onAgain={waitAgain} />
    }
  }
}
