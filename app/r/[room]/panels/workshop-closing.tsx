'use client'
// A workshop's room is over: what now? Back to the circle, by itself in a moment or by a press; what opened stays to be
// read until then, or for as long as somebody likes.
import type { RoomView } from '../../../../lib/wire/events.ts'
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { Button } from '../../../parts/button.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { Names } from '../names.ts'
import { ClosenessChoice } from '../parts/closeness-choice.tsx'
import { Reveal } from '../parts/reveal.tsx'

export interface WorkshopClosingProps {
  room: RoomHook
  view: RoomView
  names: Names
  opened: RoomHook['lines']['opened']
}

export function WorkshopClosing({ room, view, names, opened }: WorkshopClosingProps) {
  const { closing } = useWords().workshop
  const { heading, body } = closing[whyOf(view)]
  return (
    <Panel
      from={opened ? 'top' : 'middle'}
      behind={opened ? undefined : <TwoBreaths near="over" />}
      action={
        <>
          {view.closed?.why === 'complete' ? (
            <ClosenessChoice room={room} view={view} names={names} when="after" />
          ) : null}
          {room.circle ? (
            <Button wide look="quiet" onClick={room.circle.goBack}>
              {closing.button}
            </Button>
          ) : null}
          {room.circle && !room.circle.stays ? (
            <Button look="link" onClick={room.circle.stay}>
              {closing.stay}
            </Button>
          ) : null}
          <Quiet small>{room.circle?.stays ? closing.stays : closing.led}</Quiet>
        </>
      }
    >
      <Heading>{heading}</Heading>
      <Quiet>{body}</Quiet>
      {opened ? <Reveal opened={opened} me={view.you} names={names} /> : null}
    </Panel>
  )
}

function whyOf({ closed }: RoomView): 'complete' | 'called' | 'left' | 'other' {
  switch (closed?.why) {
    case 'complete':
    case 'left':
      return closed.why
    case 'facilitator':
      return 'called'
    default:
      return 'other'
  }
}
