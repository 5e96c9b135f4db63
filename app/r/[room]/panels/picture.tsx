'use client'
// Which picture of the other does a person walk in with? A note for themselves alone, on this device and nowhere else.
import { Writing } from '../../../parts/field.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import { ClosenessChoice } from '../parts/closeness-choice.tsx'
import { FirstNote } from '../parts/first-note.tsx'
import { GoOn } from '../parts/go-on.tsx'

export function Picture({ room, view, names }: PanelProps) {
  const { picture } = useWords().phases
  const asks = view.format.id === 'repair' ? picture.headingRepair : picture.heading
  return (
    <Panel from="top" action={<GoOn room={room} view={view} names={names} label={picture.on} look="primary" />}>
      <FirstNote view={view} names={names} />
      <Heading>{asks(names.others)}</Heading>
      <Quiet>{picture.body}</Quiet>
      <Writing
        label={picture.field}
        hideLabel
        hint={picture.private(names.others)}
        autoComplete="off"
        maxLength={room.note.most || undefined}
        value={room.note.text}
        onChange={event => room.note.write(event.currentTarget.value)}
      />
      <ClosenessChoice room={room} view={view} names={names} when="before" />
    </Panel>
  )
}
