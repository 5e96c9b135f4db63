'use client'
// What does one of them write while the other looks away? The picture that they walk in with, and later what became of it.
import { NOTE_MOST } from '../../client/device/notes.ts'
import { otherOf, type Person } from '../../client/one-phone/local-texts.ts'
import { Button } from '../../parts/button.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Writing } from '../../parts/field.tsx'
import { Heading } from '../../parts/heading.tsx'
import { Panel, Quiet } from '../../parts/panel.tsx'
import styles from '../../sitting/drop.module.css'
import { useOnePhoneWords } from '../../words/use-words.ts'
import type { TablePanelProps } from '../table-props.ts'

interface OwnPageProps extends Pick<TablePanelProps, 'page' | 'texts' | 'names'> {
  who: Person
}

export function PicturePage({ page, texts, names, who, done }: OwnPageProps & { done: () => void }) {
  const { picture } = useOnePhoneWords()
  const other = names[otherOf(who)]
  return (
    <Panel
      from="top"
      action={
        <Button wide onClick={done}>
          {picture.on}
        </Button>
      }
    >
      <Heading>{picture.heading(other)}</Heading>
      <Quiet>{picture.body}</Quiet>
      <Writing
        label={picture.field}
        hideLabel
        hint={picture.private(other)}
        autoComplete="off"
        maxLength={NOTE_MOST}
        value={texts.note[who]}
        onChange={event => page.write(who, 'note', event.currentTarget.value)}
      />
    </Panel>
  )
}

export interface DropPageProps extends OwnPageProps {
  done: (offers: boolean, text: string) => void
}

export function DropPage({ page, texts, names, who, done }: DropPageProps) {
  const { drop } = useOnePhoneWords()
  const becomes = texts.becomes[who]
  const other = names[otherOf(who)]
  const note = texts.note[who].trim()
  return (
    <Panel
      from="top"
      action={
        <>
          <Button wide onClick={() => done(becomes === 'offer', texts.line[who])}>
            {drop.on}
          </Button>
          <Quiet small>{drop.together}</Quiet>
        </>
      }
    >
      <Heading size="large">{drop.heading}</Heading>
      <Quiet>{drop.body(other)}</Quiet>
      {note ? (
        <figure className={styles.mine}>
          <figcaption>{drop.mine}</figcaption>
          <blockquote>{note}</blockquote>
        </figure>
      ) : null}
      <Writing
        label={drop.field}
        hideLabel
        hint={drop.alsoAnswers}
        autoComplete="off"
        maxLength={NOTE_MOST}
        value={texts.line[who]}
        onChange={event => page.write(who, 'line', event.currentTarget.value)}
      />
      <Choice
        legend={drop.legend}
        hideLegend
        look="plain"
        options={[
          { value: 'offer', label: drop.share(other) },
          { value: 'keep', label: drop.keep },
        ]}
        value={becomes}
        onChange={chosen => page.choose(who, chosen)}
      />
    </Panel>
  )
}
