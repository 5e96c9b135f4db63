// The other person is no longer here: what can be done? Sit, as long as one likes; finish alone; or close. Lines that were
// open already stay to be read, and go when they are let go.
import { Breath } from '../../../parts/breath.tsx'
import { Button, ButtonLink } from '../../../parts/button.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { hasLines } from '../../../sitting/turn.ts'
import { useWords } from '../../../words/use-words.ts'
import { CopyMine } from '../parts/copy-mine.tsx'
import { LetGo } from '../parts/let-go.tsx'
import { Reveal } from '../parts/reveal.tsx'
import type { GoodbyeProps } from './goodbye.tsx'

export interface EndedProps extends GoodbyeProps {
  onAlone: () => void
}

export function Ended(props: EndedProps) {
  const { ended } = useWords()
  const { room, view, names, say, onAlone } = props
  // Somebody who was asked out has no seat any more, and so nothing that they may do.
  if (!view.can.includes('leave')) return <Out />
  if (props.opened) return <WithLines {...props} />
  return (
    <Panel
      behind={<Breath seat={view.you} size="wide" breathing />}
      action={
        <>
          {hasLines(view) ? (
            <>
              <Button look="quiet" wide onClick={onAlone}>
                {ended.alone}
              </Button>
              <Quiet small>{ended.aloneHint}</Quiet>
            </>
          ) : null}
          <CopyMine room={room} me={view.you} say={say} />
          <Button look="link" onClick={() => room.leave()}>
            {ended.close}
          </Button>
        </>
      }
    >
      <Heading>{ended.heading}</Heading>
      <Quiet>{names.known ? ended.body(names.others) : ended.bodyUnnamed}</Quiet>
    </Panel>
  )
}

function WithLines({ room, view, names, opened, words, say, letting, failed, letGo }: GoodbyeProps) {
  const { ended } = useWords()
  return (
    <Panel
      from="top"
      action={
        <>
          <LetGo letting={letting} failed={failed} onLetGo={() => letGo(words)} />
          <CopyMine room={room} me={view.you} say={say} />
        </>
      }
    >
      <Heading>{ended.heading}</Heading>
      <Quiet>{names.known ? ended.body(names.others) : ended.bodyUnnamed}</Quiet>
      <Reveal opened={opened} me={view.you} names={names} />
    </Panel>
  )
}

function Out() {
  const { ended, trouble } = useWords()
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
