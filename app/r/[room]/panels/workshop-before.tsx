'use client'
// The facilitator has brought two or three people together, and has not begun yet: what do they need? To find each other, and to read
// what the round is about. There is nothing to press; who speaks first may be wished, by whoever likes.
import { useState } from 'react'
import type { Wish } from '../../../../lib/protocol/room.ts'
import { Choice } from '../../../parts/choice.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import { ClosenessChoice } from '../parts/closeness-choice.tsx'
import { MicCheckLater } from '../parts/mic-later.tsx'
import { Prompt } from '../parts/prompt.tsx'
import { SeatsHere } from '../parts/seats-here.tsx'
import styles from './workshop-before.module.css'

const WISHES = ['me', 'other', 'either'] as const

export function WorkshopBefore({ room, view, names, say }: PanelProps) {
  const { first, workshop } = useWords()
  const [chosen, setChosen] = useState<Wish | null>(null)
  const { before } = workshop

  function choose(next: Wish) {
    setChosen(next)
    void room.act({ do: 'ready', first: next })
  }

  return (
    <Panel from="top" action={<ClosenessChoice room={room} view={view} names={names} when="before" />}>
      <SeatsHere view={view} />
      <div className={styles.words}>
        <Heading size="quiet">{before.heading(names.others)}</Heading>
        <Quiet>
          {view.medium === 'together' ? before.find : ''} {before.begins}
        </Quiet>
        <Prompt room={room} label={before.about} />
      </div>
      <MicCheckLater medium={view.medium} seat={view.you} say={say} close={room.voice.close} />
      {view.can.includes('ready') ? (
        <div className={styles.first}>
          <Choice
            legend={before.wish}
            look="plain"
            options={WISHES.map(value => ({ value, label: first[value] }))}
            value={chosen ?? view.wish}
            onChange={choose}
            note={before.wishHint}
          />
        </div>
      ) : null}
    </Panel>
  )
}
