// The clock stands still on the table: why, and how does it go on? By one press, when both are there again.
import { Button } from '../../parts/button.tsx'
import { Heading } from '../../parts/heading.tsx'
import { Panel, Quiet } from '../../parts/panel.tsx'
import { TwoBreaths } from '../../parts/two-breaths.tsx'
import still from '../../sitting/held.module.css'
import { useOnePhoneWords } from '../../words/use-words.ts'
import type { TablePanelProps } from '../table-props.ts'

export function Held({ page, view, askEnd }: TablePanelProps & { askEnd: () => void }) {
  const { held: words } = useOnePhoneWords()
  const { held } = view
  if (!held) return null
  return (
    <Panel
      behind={<TwoBreaths near="apart" breathing={false} className={still.still} />}
      action={
        <>
          {held.offerEnd ? <Quiet>{words.offerEnd}</Quiet> : null}
          <Button wide onClick={() => page.both({ do: 'resume', since: held.since })}>
            {words.on}
          </Button>
          {held.offerEnd ? (
            <Button look="link" onClick={askEnd}>
              {words.end}
            </Button>
          ) : null}
        </>
      }
    >
      <Heading>{words.heading}</Heading>
      <Quiet>{held.why === 'asked' ? words.asked : words.late}</Quiet>
    </Panel>
  )
}
