// Both lines are still here to be read: shall they go? One press lets everything go; one's own words can be kept before.
import type { RoomView } from '../../../../lib/wire/events.ts'
import type { RoomHook, RoomLines } from '../../../client/room-hook.ts'
import { Heading } from '../../../parts/heading.tsx'
import { useWords } from '../../../parts/use-words.ts'
import type { Names } from '../names.ts'
import { ClosenessBack } from '../parts/closeness-back.tsx'
import { CopyMine } from '../parts/copy-mine.tsx'
import { LetGo } from '../parts/let-go.tsx'
import { Panel, Quiet } from '../parts/panel.tsx'
import { Reveal } from '../parts/reveal.tsx'
import type { LetGoProps } from './alone.tsx'

export interface GoodbyeProps extends LetGoProps {
  room: RoomHook
  view: RoomView
  names: Names
  /** Everybody's lines; null where the sitting asked for none. */
  opened: RoomLines['opened']
  words: readonly string[]
  say: (sentence: string) => void
}

export function Goodbye({ room, view, names, opened, words, letting, failed, letGo, say }: GoodbyeProps) {
  const { goodbye } = useWords()
  return (
    <Panel
      from={opened ? 'top' : 'middle'}
      action={
        <>
          <LetGo letting={letting} failed={failed} onLetGo={() => letGo(words)} />
          <CopyMine room={room} me={view.you} say={say} />
        </>
      }
    >
      <Heading>{goodbye.heading}</Heading>
      <Quiet>
        {goodbye.complete} {goodbye.body(names.others)}
      </Quiet>
      <Reveal opened={opened} me={view.you} names={names} />
      <ClosenessBack room={room} view={view} names={names} />
    </Panel>
  )
}
