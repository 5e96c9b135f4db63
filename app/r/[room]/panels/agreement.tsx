'use client'
// Do both agree? Four short sentences, who speaks first, and one button; each sees the other's yes arrive.
import { useState } from 'react'
import type { Wish } from '../../../../lib/protocol/room.ts'
import { Choice } from '../../../parts/choice.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { NowWaiting } from '../../../sitting/now-waiting.tsx'
import { hasPicture } from '../../../sitting/turn.ts'
import { useWords } from '../../../words/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import { ActButton } from '../parts/act-button.tsx'
import { CameraChoice } from '../parts/camera-choice.tsx'
import { ClosenessChoice } from '../parts/closeness-choice.tsx'
import { MicCheckLater } from '../parts/mic-later.tsx'
import { NotThem } from '../parts/not-them.tsx'
import { SeatsHere } from '../parts/seats-here.tsx'
import styles from './agreement.module.css'

const WISHES = ['me', 'other', 'either'] as const

export function Agreement({ room, view, names, say }: PanelProps) {
  const { agreement, first } = useWords()
  const [chosen, setChosen] = useState<Wish | null>(null)
  const wish = chosen ?? view.wish ?? 'either'
  const ready = view.seats[view.you]?.ready ?? false
  const can = new Set(view.can)
  // Nobody agrees to sit with somebody whose words would not open.
  const { sealing } = room.words
  const fits = sealing === 'sealed' || sealing === 'unreadable'

  function choose(next: Wish) {
    setChosen(next)
    // A wish may change as long as the sitting has not begun, and nobody else sees that it did.
    if (ready) void room.act({ do: 'ready', first: next })
  }

  return (
    <Panel
      from="top"
      action={
        <>
          {ready ? (
            <NowWaiting>{agreement.waiting(names.others)}</NowWaiting>
          ) : can.has('ready') ? (
            <>
              <ActButton room={room} act={{ do: 'ready', first: wish }} wide busy={!fits}>
                {agreement.agree}
              </ActButton>
              {fits ? null : (
                <div className={styles.late}>
                  <Quiet small>{agreement.comparing}</Quiet>
                </div>
              )}
            </>
          ) : null}
          {can.has('unseat') ? room.others.map(other => <NotThem key={other.seat} other={other} room={room} />) : null}
          {hasPicture(view) ? null : <ClosenessChoice room={room} view={view} names={names} when="before" />}
        </>
      }
    >
      <SeatsHere view={view} agreement={agreement} />
      <Heading size="quiet" className={styles.heading}>
        {agreement.heading}
      </Heading>
      <ul className={styles.lines}>
        {agreement.lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <MicCheckLater medium={view.medium} seat={view.you} say={say} close={room.voice.close} />
      {view.medium === 'video' ? <CameraChoice room={room} names={names} /> : null}
      {can.has('ready') ? (
        <div className={styles.first}>
          <Choice
            legend={first.legend}
            look="plain"
            options={WISHES.map(value => ({ value, label: first[value] }))}
            value={wish}
            onChange={choose}
            note={first.hint(names.others)}
          />
        </div>
      ) : null}
    </Panel>
  )
}
