// The two links do not hold the same secret: who reads what? Whoever made the link did nothing wrong and can wait or ask the
// other out; whoever was invited needs the link anew.
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { Names } from '../names.ts'
import { NotThem } from '../parts/not-them.tsx'
import { Refused } from './refused.tsx'

export interface MismatchProps {
  room: RoomHook
  names: Names
  /** These eyes belong to whoever opened the room. */
  opened: boolean
}

export function Mismatch({ room, names, opened }: MismatchProps) {
  const { mismatch } = useWords().trouble
  if (!opened) return <Refused heading={mismatch.heading} body={mismatch.body} />
  return (
    <Panel
      behind={<TwoBreaths near="apart" />}
      action={room.others.map(other => <NotThem key={other.seat} other={other} room={room} look="quiet" />)}
    >
      <Heading>{mismatch.host.heading(names.others)}</Heading>
      <Quiet>{mismatch.host.body}</Quiet>
    </Panel>
  )
}
