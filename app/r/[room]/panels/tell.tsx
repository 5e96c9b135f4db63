'use client'
// The lines are open: what now? Both are read, by both, at one moment; then each may say more about it, or pass.
import type { SeatId } from '../../../../lib/protocol/room.ts'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import styles from '../../../sitting/tell.module.css'
import { turnOf } from '../../../sitting/turn.ts'
import { useWords } from '../../../words/use-words.ts'
import { inWriting } from '../in-writing.ts'
import type { PanelProps } from '../panel-props.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Composer } from '../parts/composer.tsx'
import { GoOn } from '../parts/go-on.tsx'
import { MicrophoneLine } from '../parts/microphone-line.tsx'
import { Reveal } from '../parts/reveal.tsx'
import { Said } from '../parts/said.tsx'
import { TurnClock } from '../parts/turn-clock.tsx'
import { Unsent } from '../parts/unsent.tsx'

export function Tell(props: PanelProps) {
  const { phases } = useWords()
  const { tell, speak } = phases
  const { room, view, names } = props
  const { holder, complete } = turnOf(view)
  const before = view.format.phases[(view.phase?.n ?? 0) - 1]
  return (
    <Panel from="top" action={complete ? <GoOn {...props} label={speak.silence.on} /> : <Doing {...props} />}>
      {room.lines.opened ? (
        <>
          <Heading size="quiet">{tell.heading}</Heading>
          <Reveal opened={room.lines.opened} me={view.you} names={names} fresh={before?.kind === 'drop'} />
          {complete ? <Quiet>{speak.silence.heading}</Quiet> : <Turn {...props} holder={holder} as="h2" />}
        </>
      ) : (
        <Turn {...props} holder={holder} as="h1" />
      )}
    </Panel>
  )
}

interface TurnProps extends PanelProps {
  holder: SeatId | null
  as: 'h1' | 'h2'
}

function Turn({ room, view, names, holder, as }: TurnProps) {
  const { phases, workshop, writing } = useWords()
  const { tell } = phases
  const onlyListen = room.others.length > 1 ? workshop.three.teller : tell.teller.body
  const mine = holder === view.you
  const heading = mine ? tell.teller.heading : tell.listener.heading(names.of(holder ?? view.you))
  return (
    <section className={styles.turn}>
      {as === 'h1' ? <Heading size="quiet">{heading}</Heading> : <h2 className={styles.heading}>{heading}</h2>}
      <Quiet>{mine ? onlyListen(names.others) : tell.listener.body}</Quiet>
      {mine ? null : <Unsent words={room.words} />}
      {inWriting(view, room).reads ? (
        <Said
          said={room.words.said.filter(({ from }) => from === holder)}
          label={mine ? writing.saidSoFar : writing.theirs(names.of(holder ?? view.you))}
          look={mine ? 'own' : 'theirs'}
          me={view.you}
          names={names}
        />
      ) : null}
    </section>
  )
}

function Doing({ room, view, names }: PanelProps) {
  const { phases } = useWords()
  const { tell } = phases
  const { phase } = view
  if (!phase || turnOf(view).holder !== view.you) return null
  const said = room.words.said.some(({ draft, from }) => !draft && from === view.you)
  return (
    <>
      {inWriting(view, room).writes ? <Composer words={room.words} other={names.others} /> : null}
      <MicrophoneLine voice={room.voice} />
      {view.can.includes('on') ? (
        <ActButton room={room} act={{ do: 'on', phase: phase.n }} look="quiet">
          {said || view.medium !== 'text' ? tell.teller.on : tell.teller.pass}
        </ActButton>
      ) : null}
      <TurnClock view={view} wordsOnly />
    </>
  )
}
