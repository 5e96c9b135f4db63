// Does the one who spoke feel heard? They alone answer, and both answers are good ones.
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Unsent } from '../parts/unsent.tsx'
import styles from './heard.module.css'

export function Heard({ room, view, names }: PanelProps) {
  const { heard } = useWords().phases
  const { phase, more } = view
  if (!phase) return null
  const asked = phase.speaker ?? view.you
  if (asked !== view.you) {
    return (
      <Panel behind={<TwoBreaths near="over" />}>
        <Heading>{heard.other.heading(names.of(asked))}</Heading>
        <Quiet>{heard.other.body}</Quiet>
        <Unsent words={room.words} />
      </Panel>
    )
  }
  const mayAskMore = more !== null && more.granted < more.most
  return (
    <Panel
      action={
        view.can.includes('heard') ? (
          <div className={styles.answers}>
            <ActButton room={room} act={{ do: 'heard', phase: phase.n, heard: true }} look="quiet" wide>
              {heard.speaker.yes}
            </ActButton>
            {mayAskMore ? (
              <ActButton room={room} act={{ do: 'heard', phase: phase.n, heard: false }} look="quiet" wide>
                {heard.speaker.more}
              </ActButton>
            ) : null}
          </div>
        ) : null
      }
    >
      <TwoBreaths near="over" className={styles.both} />
      <Heading>{heard.speaker.heading}</Heading>
      <Quiet>{mayAskMore ? heard.speaker.body(names.others) : heard.enough}</Quiet>
    </Panel>
  )
}
