'use client'
// What does the person do who opened the room and is still alone in it? Send one link, and then nothing: a bell will ring.
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import { BellChoice } from '../parts/bell-choice.tsx'
import { InviteLink } from '../parts/invite-link.tsx'
import { MicCheckLater } from '../parts/mic-later.tsx'
import { SeatsHere } from '../parts/seats-here.tsx'
import { sittingLength, sittingTitle } from '../parts/sitting-title.ts'
import styles from './invite.module.css'

export function Invite({ room, view, names, say }: PanelProps) {
  const words = useWords()
  const { doorstep, status } = words
  const title = sittingTitle(view.format, words)
  const { totalMs } = view.format
  const { rings, blocked } = room.bell
  // Nobody may rest on a bell that would not ring.
  const bellSays =
    rings === 'here' ? doorstep.putDown : rings === 'not' && blocked ? doorstep.bellClosed : doorstep.bellOff
  return (
    <Panel from="top">
      <SeatsHere view={view} left={names.known ? status.gone(names.others) : undefined} />
      <div className={styles.open}>
        <Heading size="quiet">{doorstep.heading}</Heading>
        <Quiet>
          {totalMs === null ? doorstep.sittingUntimed(title) : doorstep.sitting(title, sittingLength(totalMs, words))}
        </Quiet>
      </div>
      <InviteLink invite={room.invite} say={say} />
      <p className={styles.rest}>{bellSays}</p>
      <section aria-labelledby="before" className={styles.before}>
        <h2 id="before">{doorstep.before.heading}</h2>
        <ul>
          {doorstep.before.lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <MicCheckLater medium={view.medium} seat={view.you} say={say} close={room.voice.close} />
      <BellChoice bell={room.bell} />
    </Panel>
  )
}
