// The speaker is finished before the time is: what remains? A silence that belongs to both. Whoever listened may end it.
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { turnOf } from '../../../sitting/turn.ts'
import { useWords } from '../../../words/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import { GoOn } from '../parts/go-on.tsx'
import { Unsent } from '../parts/unsent.tsx'

export function Silence({ room, view, names }: PanelProps) {
  const { phases, workshop } = useWords()
  const { silence } = phases.speak
  const { turns } = workshop
  const { holder } = turnOf(view)
  const mine = holder === view.you
  return (
    <Panel
      behind={<TwoBreaths near="over" />}
      action={mine ? null : <GoOn room={room} view={view} names={names} label={silence.on} look="quiet" />}
    >
      <Heading>{silence.heading}</Heading>
      <Quiet>{says()}</Quiet>
      <Unsent words={room.words} />
    </Panel>
  )

  function says(): string {
    // In a workshop nobody in the room moves the clock.
    if (view.kind === 'workshop')
      return mine || !holder ? turns.silenceSpeaker : turns.silenceListener(names.of(holder))
    return mine || !holder ? silence.speaker(names.others) : silence.listener(names.of(holder))
  }
}
