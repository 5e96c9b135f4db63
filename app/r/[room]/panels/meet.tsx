'use client'
// Who is this? A hello before anything else, aloud or in writing.
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { useWords } from '../../../words/use-words.ts'
import { inWriting } from '../in-writing.ts'
import type { PanelProps } from '../panel-props.ts'
import { Composer } from '../parts/composer.tsx'
import { FirstNote } from '../parts/first-note.tsx'
import { GoOn } from '../parts/go-on.tsx'
import { MicrophoneLine } from '../parts/microphone-line.tsx'
import { Prompt } from '../parts/prompt.tsx'
import { Said } from '../parts/said.tsx'

export function Meet({ room, view, names }: PanelProps) {
  const { phases, workshop, writing } = useWords()
  const { meet } = phases
  const { writes, reads } = inWriting(view, room)
  return (
    <Panel
      from={reads ? 'top' : 'middle'}
      behind={reads ? undefined : <TwoBreaths near="over" />}
      action={
        <>
          {writes && room.words.mayWrite ? <Composer words={room.words} other={names.others} /> : null}
          <MicrophoneLine voice={room.voice} />
          <GoOn room={room} view={view} names={names} label={meet.on} look="quiet" />
        </>
      }
    >
      <FirstNote view={view} names={names} />
      <Heading>{meet.heading(names.others)}</Heading>
      <Quiet>{meet.body}</Quiet>
      <Prompt room={room} label={workshop.before.about} />
      {reads ? (
        <Said said={room.words.said} label={writing.theirs(names.others)} look="both" me={view.you} names={names} />
      ) : null}
    </Panel>
  )
}
