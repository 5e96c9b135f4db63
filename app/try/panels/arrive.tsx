// How does a sitting at one table begin? Who speaks first is said in the open, also when a coin chose; then both breathe.
import { otherOf, type Person } from '../../client/one-phone/local-texts.ts'
import { Button } from '../../parts/button.tsx'
import { classes } from '../../parts/class-names.ts'
import { Heading } from '../../parts/heading.tsx'
import { Panel, Quiet } from '../../parts/panel.tsx'
import { TwoBreaths } from '../../parts/two-breaths.tsx'
import breath from '../../sitting/arrive.module.css'
import { useOnePhoneWords } from '../../words/use-words.ts'
import type { TablePanelProps } from '../table-props.ts'
import styles from './arrive.module.css'

export function Arrive({ page, view, names }: TablePanelProps) {
  const { arrive, first: words } = useOnePhoneWords()
  const { first, phase } = view
  if (!phase) return null
  const speaks: Person = first?.seat === 'b' ? 'b' : 'a'
  const isCoin = first?.how === 'coin'
  const says = isCoin ? words.coin : words.chosen
  return (
    <Panel
      behind={
        <span aria-hidden="true" className={breath.breath}>
          <TwoBreaths near="one" />
          <span className={breath.words}>
            <span className={breath.in}>{arrive.breatheIn}</span>
            <span className={breath.out}>{arrive.breatheOut}</span>
          </span>
        </span>
      }
      action={
        <Button look="link" onClick={() => page.both({ do: 'on', phase: phase.n })}>
          {arrive.on}
        </Button>
      }
    >
      <p className={styles.first}>
        {isCoin ? (
          <span aria-hidden="true" className={styles.coin}>
            <span className={classes(styles.face, styles[speaks])} />
          </span>
        ) : null}
        {says(names[speaks], names[otherOf(speaks)])}
      </p>
      <Heading>{arrive.heading}</Heading>
      <Quiet>{arrive.body}</Quiet>
      <Quiet small>{arrive.otherwise}</Quiet>
    </Panel>
  )
}
