'use client'
// What is for one pair of eyes, on a phone that two share? It goes from hand to hand, and a veil lies between: the next one
// sees nothing until they say that it is they who look. What both wait for opens only when both can look again.
import { type ReactNode, useState } from 'react'
import type { Intent } from '../../../lib/wire/events.ts'
import { answer } from '../../client/one-phone/local-room.ts'
import { otherOf, type Person } from '../../client/one-phone/local-texts.ts'
import { Breath } from '../../parts/breath.tsx'
import { Button } from '../../parts/button.tsx'
import { Heading } from '../../parts/heading.tsx'
import { Panel, Quiet } from '../../parts/panel.tsx'
import { TwoBreaths } from '../../parts/two-breaths.tsx'
import { useFocusRule } from '../../parts/use-focus-rule.ts'
import { useOnePhoneWords } from '../../words/use-words.ts'
import { Fresh } from '../parts/fresh.tsx'
import type { TablePanelProps } from '../table-props.ts'
import { DropPage, PicturePage } from './own-page.tsx'

export interface HandedProps extends TablePanelProps {
  kind: 'picture' | 'drop'
}

export function Handed(props: HandedProps) {
  const { stage, panel } = useStage(props)
  useFocusRule(stage)
  return <Fresh key={stage}>{panel}</Fresh>
}

function useStage(props: HandedProps): { stage: string; panel: ReactNode } {
  const { page, view, views, names, kind } = props
  const { picture, drop } = useOnePhoneWords()
  const [isOpen, setOpen] = useState(false)
  /** What the second of them said: it waits until both look. */
  const [last, setLast] = useState<Intent | null>(null)
  const first: Person = view.first?.seat === 'b' ? 'b' : 'a'
  const phase = view.phase?.n ?? 0
  const isDone = (who: Person) => (kind === 'drop' ? views[who].answered !== null : view.phase?.on.includes(who))
  const who = isDone(first) ? otherOf(first) : first

  if (last) {
    const on = kind === 'picture' ? picture.both(names[first]) : drop.both
    return { stage: 'both', panel: <BothLook opens={names[otherOf(who)]} on={on} go={() => page.act(who, last)} /> }
  }
  if (!isOpen) return { stage: `veil ${who}`, panel: <Veil who={who} names={names} look={() => setOpen(true)} /> }

  const done = (intent: Intent) => {
    setOpen(false)
    if (who === first) page.act(who, intent)
    else setLast(intent)
  }
  const panel =
    kind === 'picture' ? (
      <PicturePage {...props} who={who} done={() => done({ do: 'on', phase })} />
    ) : (
      <DropPage {...props} who={who} done={(offers, text) => done(answer(offers, text, phase))} />
    )
  return { stage: `open ${who}`, panel }
}

/** Nothing of anybody's is on the screen while it changes hands. */
function Veil({ who, names, look }: { who: Person; names: TablePanelProps['names']; look: () => void }) {
  const { handed } = useOnePhoneWords()
  return (
    <Panel
      behind={<Breath seat={who} size="wide" />}
      action={
        <>
          <Button wide onClick={look}>
            {handed.look(names[who])}
          </Button>
          <Quiet small>{handed.noHurry}</Quiet>
        </>
      }
    >
      <Heading>{handed.only(names[who])}</Heading>
      <Quiet>{handed.away(names[otherOf(who)])}</Quiet>
    </Panel>
  )
}

function BothLook({ opens, on, go }: { opens: string; on: string; go: () => void }) {
  const { handed } = useOnePhoneWords()
  return (
    <Panel
      behind={<TwoBreaths near="over" />}
      action={
        <Button wide onClick={go}>
          {on}
        </Button>
      }
    >
      <Heading>{handed.back}</Heading>
      <Quiet>{handed.backBody(opens)}</Quiet>
    </Panel>
  )
}
