'use client'
// The clock stands still: why, and how does it go on? Nothing of anybody's time is lost, and everybody says when.
import { useEffect, useState } from 'react'
import type { RoomWords } from '../../../../lib/words/words.ts'
import { Button } from '../../../parts/button.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import styles from '../../../sitting/held.module.css'
import { NowWaiting } from '../../../sitting/now-waiting.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import { ActButton } from '../parts/act-button.tsx'

export function Held({ room, view, names, askLeave }: PanelProps) {
  const { hold, lang, workshop } = useWords()
  const { held } = view
  const away = room.others.find(({ here }) => !here)
  const missed = useMissed(held?.since ?? 0, away !== undefined)
  if (!held) return null
  if (held.why === 'facilitator') {
    return (
      <Panel behind={<TwoBreaths near="apart" breathing={false} className={styles.still} />}>
        <Heading>{workshop.facilitator.held}</Heading>
        <Quiet>{workshop.facilitator.heldBody}</Quiet>
      </Panel>
    )
  }
  const waits = room.others.filter(({ seat }) => !held.resume.includes(seat)).map(({ seat }) => names.of(seat))
  const resumes = room.others.find(({ seat }) => held.resume.includes(seat))
  const mine = held.resume.includes(view.you)
  return (
    <Panel
      behind={<TwoBreaths near="apart" breathing={false} className={styles.still} />}
      action={
        <>
          {held.offerEnd ? <Quiet>{away || mine ? hold.offerEndWaiting : hold.offerEnd}</Quiet> : null}
          {mine ? (
            <NowWaiting>
              {away ? hold.resumeAway(away.name) : hold.resumeWaiting(listOf(waits, lang) || names.others)}
            </NowWaiting>
          ) : null}
          {!mine && resumes ? <Quiet>{hold.theyWouldResume(resumes.name)}</Quiet> : null}
          {view.can.includes('resume') ? (
            <ActButton room={room} act={{ do: 'resume', since: held.since }} wide>
              {hold.resume}
            </ActButton>
          ) : null}
          {held.offerEnd ? (
            <Button look="link" onClick={askLeave}>
              {hold.end}
            </Button>
          ) : null}
        </>
      }
    >
      <Heading>{hold.heading}</Heading>
      <Quiet>
        {reason(
          view,
          names,
          away?.name,
          missed,
          room.others.length > 1 ? { ...hold, back: workshop.three.back } : hold,
        )}
      </Quiet>
    </Panel>
  )
}

const listOf = (names: string[], lang: string) => new Intl.ListFormat(lang, { type: 'conjunction' }).format(names)

/** Whether this page saw somebody else away during this hold: otherwise it was away itself. */
function useMissed(since: number, away: boolean): boolean {
  const [missed, setMissed] = useState<number | null>(null)
  useEffect(() => {
    if (away) setMissed(since)
  }, [since, away])
  return missed === since
}

function reason(
  view: PanelProps['view'],
  names: PanelProps['names'],
  away: string | undefined,
  missed: boolean,
  hold: RoomWords['hold'],
): string {
  const { held, you } = view
  if (away) return hold.away(away)
  switch (held?.why) {
    case 'asked':
      return !held.by || held.by === you ? hold.askedYou : hold.asked(names.of(held.by))
    case 'facilitator':
      return hold.facilitator
    case 'late':
      return hold.late
    case 'away':
    case undefined:
      return missed ? hold.back(names.others) : hold.returned
  }
}
