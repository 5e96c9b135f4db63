// Both lines are still here to be read: shall they go? One press lets everything go; one's own words can be kept before.
import type { Ref } from 'react'
import type { RoomView } from '../../../../lib/wire/events.ts'
import type { RoomHook, RoomLines } from '../../../client/page/room-hook.ts'
import { Button } from '../../../parts/button.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { Names } from '../names.ts'
import { ClosenessBack } from '../parts/closeness-back.tsx'
import { CopyMine } from '../parts/copy-mine.tsx'
import { FeltHeardBack, type WhollyAnswered } from '../parts/felt-heard-back.tsx'
import { LetGo } from '../parts/let-go.tsx'
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

/** What a person may look back on, for themselves. */
export interface LookingBack {
  asksCloseness: boolean
  /** Opens the eight statements; null where they are not offered. */
  onFeltHeard: (() => void) | null
  felt: WhollyAnswered | null
  feltRef: Ref<HTMLHeadingElement>
}

export function Goodbye(props: GoodbyeProps & LookingBack) {
  const { goodbye, feltHeard } = useWords()
  const { room, view, names, opened, words, letting, failed, letGo, say } = props
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
      <ClosenessBack room={room} view={view} names={names} asks={props.asksCloseness} />
      {props.felt ? <FeltHeardBack felt={props.felt} ref={props.feltRef} /> : null}
      {props.onFeltHeard && !props.felt ? (
        <Button look="link" onClick={props.onFeltHeard}>
          {feltHeard.offer}
        </Button>
      ) : null}
    </Panel>
  )
}
