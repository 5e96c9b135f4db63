'use client'
// What model did I drop? One field, no hurry, and two ways to close it; sealed until both lines open at one moment.
import { useState } from 'react'
import { Button } from '../../../parts/button.tsx'
import { Choice } from '../../../parts/choice.tsx'
import { Writing } from '../../../parts/field.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import styles from '../../../sitting/drop.module.css'
import { NowWaiting } from '../../../sitting/now-waiting.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import { TurnClock } from '../parts/turn-clock.tsx'

/** Beyond this nothing is refused: it is only said that a few words are enough. */
const ENOUGH = 280
const COUNT_FROM = 220

export function Drop({ room, view, names }: PanelProps) {
  const { phases, refusals, trouble, workshop } = useWords()
  const { drop } = phases
  const { lines, note } = room
  // A workshop's lines open when their time is over, whoever has answered.
  const { turns } = workshop
  const [sealedSays, keptSays, together] =
    view.kind === 'workshop'
      ? [turns.sealed, turns.kept, turns.together]
      : [drop.sealed(names.others), drop.kept(names.others), drop.together]
  // Whoever was about to change an answer when a hold came, or a reload, is still about to.
  const [change, setChange] = useState<'pressed' | 'begun before' | null>(lines.isChanged ? 'begun before' : null)
  const how = lines.becomes ?? (lines.answered === 'kept' ? 'keep' : 'offer')
  const [sealing, setSealing] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const sealed = lines.answered !== null && !change

  async function seal() {
    setSealing(true)
    lines.choose(how)
    // Nothing written and nothing offered are the same to everybody.
    const done = await (how === 'keep' || lines.text.trim() === '' ? lines.keep() : lines.offer())
    setSealing(false)
    if (done.ok || done.code === 'stale-phase') setChange(null)
    if (done.ok) setProblem(null)
    else if (done.code === 'too-big') setProblem(drop.tooLong)
    else setProblem(done.code === 'no-answer' ? trouble.unreachable : refusals[done.code])
  }

  if (sealed) {
    return (
      <Panel
        from="top"
        action={
          <>
            <NowWaiting>{lines.answered === 'kept' ? keptSays : sealedSays}</NowWaiting>
            <Button look="link" onClick={() => setChange('pressed')}>
              {drop.change}
            </Button>
          </>
        }
      >
        <Heading size="large">{drop.heading}</Heading>
        {lines.text.trim() ? <blockquote className={styles.sealed}>{lines.text}</blockquote> : null}
        <Quiet small>{together}</Quiet>
      </Panel>
    )
  }

  const left = ENOUGH - lines.text.length
  return (
    <Panel
      from="top"
      action={
        <>
          <Button wide busy={sealing} onClick={seal}>
            {drop.on}
          </Button>
          <Quiet small>{together}</Quiet>
          {view.phase?.endsAt == null ? <Quiet small>{drop.noHurry}</Quiet> : <TurnClock view={view} wordsOnly />}
        </>
      }
    >
      <Heading size="large">{drop.heading}</Heading>
      <Quiet>{drop.body(names.others)}</Quiet>
      {note.text.trim() ? (
        <figure className={styles.mine}>
          <figcaption>{drop.mine}</figcaption>
          <blockquote>{note.text}</blockquote>
        </figure>
      ) : null}
      <Writing
        label={drop.field}
        hideLabel
        hint={ENOUGH - COUNT_FROM > left && left >= 0 ? drop.left(left) : drop.alsoAnswers}
        problem={problem}
        autoComplete="off"
        // The button that led here is gone, and the heading is the same.
        autoFocus={change === 'pressed'}
        value={lines.text}
        onChange={event => lines.write(event.currentTarget.value)}
      />
      <Choice
        legend={drop.legend}
        hideLegend
        look="plain"
        options={[
          { value: 'offer', label: drop.share(names.others) },
          { value: 'keep', label: drop.keep },
        ]}
        value={how}
        onChange={lines.choose}
      />
    </Panel>
  )
}
