// The speaker is finished before the time is: what remains? A silence that belongs to both. Whoever listened may end it.

import { Heading } from '../../../parts/heading.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { useWords } from '../../../parts/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import { GoOn } from '../parts/go-on.tsx'
import { Panel, Quiet } from '../parts/panel.tsx'
import { Unsent } from '../parts/unsent.tsx'
import { turnOf } from '../turn.ts'

export function Silence({ room, view, names }: PanelProps) {
  const { silence } = useWords().phases.speak
  const { holder } = turnOf(view)
  const mine = holder === view.you
  return (
    <Panel
      behind={<TwoBreaths near="over" />}
      action={mine ? null : <GoOn room={room} view={view} names={names} label={silence.on} look="quiet" />}
    >
      <Heading>{silence.heading}</Heading>
      <Quiet>{mine || !holder ? silence.speaker(names.others) : silence.listener(names.of(holder))}</Quiet>
      <Unsent words={room.words} />
    </Panel>
  )
}
