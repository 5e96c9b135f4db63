'use client'
// Somebody is there: would you like to begin? A name, half a minute that clears, and two answers as near as each other.
import { useCallback, useEffect, useState } from 'react'
import type { Ms } from '../../../lib/protocol/room.ts'
import { ACCEPT_MS } from '../../../lib/protocol/where.ts'
import type { RoomView } from '../../../lib/wire/events.ts'
import { Breath } from '../../parts/breath.tsx'
import { Button } from '../../parts/button.tsx'
import { ClearingRing } from '../../parts/clearing-ring.tsx'
import { Heading } from '../../parts/heading.tsx'
import { Panel, Quiet } from '../../parts/panel.tsx'
import { HelpLine } from '../../strangers/help-line.tsx'
import styles from '../../strangers/strangers.module.css'
import { usePracticeWords } from '../../words/use-words.ts'

export interface MeetingProps {
  /** Null once the sitting begins. */
  view: RoomView | null
  /** When the time to say yes is over, by this device's date. */
  until: Ms
  /** Nobody answers on the connection, or there is none: neither answer arrives. */
  isQuiet: boolean
  /** For whoever can't see it. */
  say: (sentence: string) => void
  onYes: () => Promise<void> | undefined
  onNo: () => void
}

export function Meeting({ view, until, isQuiet, say, onYes, onNo }: MeetingProps) {
  const { meeting, after } = usePracticeWords()
  const [isSaying, setSaying] = useState(false)
  const left = useCallback(() => (until - Date.now()) / ACCEPT_MS, [until])
  const other = view?.seats[view.you === 'a' ? 'b' : 'a']
  const name = other?.name ?? after.someone
  const isReady = view?.seats[view.you]?.ready ?? false
  const theirs = view?.you === 'a' ? 'b' : 'a'
  const says = isQuiet
    ? meeting.quiet
    : other?.ready
      ? meeting.theyWould(name)
      : isReady
        ? meeting.waiting(name)
        : meeting.heading(name)

  useEffect(() => say(says), [says, say])

  function yes() {
    setSaying(true)
    void onYes()?.finally(() => setSaying(false))
  }

  return (
    <>
      <Panel
        action={
          view === null ? (
            <Quiet>{meeting.begins}</Quiet>
          ) : isReady ? (
            <>
              <Quiet>{meeting.waiting(name)}</Quiet>
              <Button look="link" onClick={onNo}>
                {meeting.no}
              </Button>
            </>
          ) : (
            <>
              <Button wide busy={isSaying} onClick={yes}>
                {meeting.yes}
              </Button>
              <Button look="quiet" wide onClick={onNo}>
                {meeting.no}
              </Button>
            </>
          )
        }
      >
        <ClearingRing seat={theirs} remaining={view ? left : null} className={styles.ring}>
          <Breath seat={theirs} size="inner" breathing />
        </ClearingRing>
        <Heading>{meeting.heading(name)}</Heading>
        <Quiet>{isQuiet ? meeting.quiet : other?.ready ? meeting.theyWould(name) : meeting.body}</Quiet>
      </Panel>
      <HelpLine />
    </>
  )
}
