// The room closed by itself: what is said? Why, kindly, and the way out.
import type { CloseReason } from '../../../../lib/protocol/room.ts'
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { Button } from '../../../parts/button.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { useWords } from '../../../words/use-words.ts'

export function Vanished({ room, why }: { room: RoomHook; why: CloseReason }) {
  const { goodbye, ended } = useWords()
  const says: Record<CloseReason, string> = {
    complete: goodbye.complete,
    left: ended.bodyOut,
    empty: goodbye.nobody,
    expired: goodbye.over,
    facilitator: goodbye.facilitator,
  }
  return (
    <Panel
      behind={<TwoBreaths near="over" />}
      action={
        <Button wide onClick={() => room.leave()}>
          {goodbye.close}
        </Button>
      }
    >
      <Heading>{goodbye.empty}</Heading>
      <Quiet>{says[why]}</Quiet>
      <Quiet>{goodbye.emptyBody}</Quiet>
    </Panel>
  )
}
