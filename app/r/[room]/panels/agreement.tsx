'use client'
// Do both agree? Four short sentences, who speaks first, and one button; each sees the other's yes arrive.
import { useState } from 'react'
import type { SeatId, Wish } from '../../../../lib/protocol/room.ts'
import { wordsFor } from '../../../../lib/words/words.ts'
import { Button } from '../../../parts/button.tsx'
import { Choice } from '../../../parts/choice.tsx'
import { Heading } from '../../../parts/heading.tsx'
import type { PanelProps } from '../panel-props.ts'
import { NowWaiting } from '../parts/now-waiting.tsx'
import { Panel, Quiet } from '../parts/panel.tsx'
import { SeatsHere } from '../parts/seats-here.tsx'
import { Sheet } from '../parts/sheet.tsx'
import styles from './agreement.module.css'

const { agreement, first, doorstep } = wordsFor()
const WISHES = ['me', 'other', 'either'] as const

export function Agreement({ room, view, names }: PanelProps) {
  const [wish, setWish] = useState<Wish>('either')
  const ready = view.seats[view.you]?.ready ?? false
  const can = new Set(view.can)

  function choose(next: Wish) {
    setWish(next)
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
            <Button wide onClick={() => room.act({ do: 'ready', first: wish })}>
              {agreement.agree}
            </Button>
          ) : null}
          {can.has('unseat')
            ? room.others.map(({ seat, name }) => <NotThem key={seat} seat={seat} name={name} room={room} />)
            : null}
        </>
      }
    >
      <SeatsHere view={view} agreeing />
      <Heading size="quiet" className={styles.heading}>
        {agreement.heading}
      </Heading>
      <ul className={styles.lines}>
        {agreement.lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {can.has('ready') ? (
        <Choice
          legend={first.legend}
          look="plain"
          options={WISHES.map(value => ({ value, label: first[value] }))}
          value={wish}
          onChange={choose}
          note={first.hint(names.others)}
        />
      ) : null}
    </Panel>
  )
}

/** Tucked away and asked twice: it frees a seat that somebody holds. */
function NotThem({ seat, name, room }: { seat: SeatId; name: string; room: PanelProps['room'] }) {
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  return (
    <>
      <Button look="link" className={styles.small} onClick={() => setAsking(true)}>
        {doorstep.notThem}
      </Button>
      <Sheet open={asking} onClose={close} heading={doorstep.notThem}>
        <Quiet>{doorstep.notThemAsk(name)}</Quiet>
        <Button look="quiet" wide onClick={close}>
          {doorstep.notThemNo(name)}
        </Button>
        <Button wide onClick={() => room.act({ do: 'unseat', seat }).then(close)}>
          {doorstep.notThemYes(name)}
        </Button>
      </Sheet>
    </>
  )
}
