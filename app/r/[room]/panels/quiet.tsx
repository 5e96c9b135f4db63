// And then? Nothing: no talking it over. The sitting ends by itself, or when both have had enough of it.
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import { ClosenessChoice } from '../parts/closeness-choice.tsx'
import { GoOn } from '../parts/go-on.tsx'

export function QuietTime({ room, view, names }: PanelProps) {
  const { quiet } = useWords().phases
  return (
    <Panel
      behind={<TwoBreaths near="one" />}
      action={
        <>
          <ClosenessChoice room={room} view={view} names={names} when="after" />
          <GoOn room={room} view={view} names={names} label={quiet.on} />
        </>
      }
    >
      <Heading>{quiet.heading}</Heading>
      <Quiet>{view.format.id === 'repair' ? quiet.bodyRepair : quiet.body}</Quiet>
    </Panel>
  )
}
