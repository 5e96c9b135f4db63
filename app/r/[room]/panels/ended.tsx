// The other person is no longer here: what can be done? Sit, as long as one likes; finish alone; or close.
import type { RoomView } from '../../../../lib/wire/events.ts'
import { wordsFor } from '../../../../lib/words/words.ts'
import type { RoomHook } from '../../../client/room-hook.ts'
import { Breath } from '../../../parts/breath.tsx'
import { Button, ButtonLink } from '../../../parts/button.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import type { Names } from '../names.ts'
import { Panel, Quiet } from '../parts/panel.tsx'

const { ended, trouble } = wordsFor()

export interface EndedProps {
  room: RoomHook
  view: RoomView
  names: Names
  onAlone: () => void
}

export function Ended({ room, view, names, onAlone }: EndedProps) {
  // Somebody who was asked out has no seat any more, and so nothing that they may do.
  if (!view.can.includes('leave')) return <Out />
  return (
    <Panel
      behind={<Breath seat={view.you} size="wide" breathing />}
      action={
        <>
          <Button look="quiet" wide onClick={onAlone}>
            {ended.alone}
          </Button>
          <Quiet small>{ended.aloneHint}</Quiet>
          <Button look="link" onClick={() => room.leave()}>
            {ended.close}
          </Button>
        </>
      }
    >
      <Heading>{ended.heading}</Heading>
      <Quiet>{names.known ? ended.body(names.others) : ended.bodyOut}</Quiet>
    </Panel>
  )
}

function Out() {
  return (
    <Panel
      behind={<TwoBreaths near="apart" />}
      action={
        <ButtonLink href="/" look="quiet" wide>
          {trouble.home}
        </ButtonLink>
      }
    >
      <Heading>{ended.heading}</Heading>
      <Quiet>{ended.bodyOut}</Quiet>
    </Panel>
  )
}
