// The sitting is complete and what was offered can still be read: shall it go?
import { Button } from '../../parts/button.tsx'
import { Heading } from '../../parts/heading.tsx'
import { Panel, Quiet } from '../../parts/panel.tsx'
import { useOnePhoneWords } from '../../words/use-words.ts'
import { Opened } from '../parts/opened.tsx'
import type { TablePanelProps } from '../table-props.ts'

export function Goodbye({ view, texts, names, letGo }: TablePanelProps & { letGo: () => void }) {
  const { goodbye } = useOnePhoneWords()
  const isComplete = view.closed?.why === 'complete'
  return (
    <Panel
      from="top"
      action={
        <Button wide onClick={letGo}>
          {goodbye.on}
        </Button>
      }
    >
      <Heading>{isComplete ? goodbye.heading : goodbye.ended}</Heading>
      {isComplete ? <Quiet>{goodbye.body}</Quiet> : null}
      <Opened opened={texts.opened} names={names} />
    </Panel>
  )
}
