// What do both do at once, on one screen? They thank each other, and they are quiet.
import { Button } from '../../parts/button.tsx'
import { Heading } from '../../parts/heading.tsx'
import { Panel, Quiet as Sentence } from '../../parts/panel.tsx'
import { TwoBreaths } from '../../parts/two-breaths.tsx'
import { useOnePhoneWords } from '../../words/use-words.ts'
import { Across } from '../parts/across.tsx'
import { Middle } from '../parts/middle.tsx'
import type { TablePanelProps } from '../table-props.ts'

export function Thanks(props: TablePanelProps) {
  return <Together {...props} words={useOnePhoneWords().thanks} />
}

export function Quiet(props: TablePanelProps) {
  return <Together {...props} words={useOnePhoneWords().quiet} />
}

interface Words {
  heading: string
  body: string
  on: string
}

function Together({ page, view, words }: TablePanelProps & { words: Words }) {
  const { phase } = view
  if (!phase) return null
  return (
    <Panel
      action={
        <Button look="link" onClick={() => page.both({ do: 'on', phase: phase.n })}>
          {words.on}
        </Button>
      }
    >
      <Across>{words.heading}</Across>
      <Middle>
        <TwoBreaths near="over" />
      </Middle>
      <Heading>{words.heading}</Heading>
      <Sentence>{words.body}</Sentence>
    </Panel>
  )
}
