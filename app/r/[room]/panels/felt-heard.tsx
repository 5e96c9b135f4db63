// Eight statements about being heard: which of seven steps fits each? For oneself alone. The answers are in the memory of this
// panel and nowhere else, so that to leave it, in any way and at any moment, is to keep nothing.
import { useId, useState } from 'react'
import { type Answers, feltHeard, STATEMENTS, type Statement } from '../../../../lib/closeness/felt-heard.ts'
import { Button } from '../../../parts/button.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { Names } from '../names.ts'
import type { WhollyAnswered } from '../parts/felt-heard-back.tsx'
import { SevenSteps } from '../parts/seven-steps.tsx'

export interface FeltHeardProps {
  names: Names
  onDone: (felt: WhollyAnswered) => void
  onLeave: () => void
}

export function FeltHeard({ names, onDone, onLeave }: FeltHeardProps) {
  const { feltHeard: words } = useWords()
  const id = useId()
  const [answers, setAnswers] = useState<Answers>({})
  const [asked, setAsked] = useState(false)
  const felt = feltHeard(answers)
  const left: readonly Statement[] = felt.ok ? [] : felt.left

  function finish() {
    if (felt.ok) return onDone(felt)
    setAsked(true)
    // Where something is missing the keyboard goes, as in every form.
    document.getElementById(`${id}-${left[0]}-1`)?.focus()
  }

  return (
    <Panel
      from="top"
      action={
        <>
          {asked && left.length > 0 ? <p>{words.left(left.length)}</p> : null}
          <Button wide onClick={finish}>
            {words.on}
          </Button>
          <Button look="link" onClick={onLeave}>
            {words.leave}
          </Button>
        </>
      }
    >
      <Heading>{words.heading}</Heading>
      <Quiet>{words.body(names.others)}</Quiet>
      <Quiet small>{words.private}</Quiet>
      {STATEMENTS.map(statement => (
        <SevenSteps
          key={statement}
          id={`${id}-${statement}`}
          statement={words.statements[statement](names.others)}
          value={answers[statement] ?? null}
          isMissing={asked && left.includes(statement)}
          onChange={step => setAnswers(before => ({ ...before, [statement]: step }))}
        />
      ))}
      <Source />
    </Panel>
  )
}

function Source() {
  const { source } = useWords().feltHeard
  return (
    <Quiet small>
      {source.lead} {source.by} {source.apart}
    </Quiet>
  )
}
