'use client'
// What was the matter? A kind, some words if one likes, and it is sent: to whoever runs the place, and to nobody else.
import { type FormEvent, useState } from 'react'
import type { ReportReason } from '../../lib/wire/events.ts'
import { REPORT_MOST } from '../../lib/wire/lengths.ts'
import { REPORT_REASONS, type Written } from '../../lib/wire/marked.ts'
import type { Met } from '../client/device/met.ts'
import { report } from '../client/strangers/concern.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { classes } from '../parts/class-names.ts'
import { Writing } from '../parts/field.tsx'
import { usePracticeWords } from '../words/use-words.ts'
import { Comes } from './comes.tsx'
import styles from './strangers.module.css'
import { useWritten, WhatTheyWrote } from './what-they-wrote.tsx'

export function ConcernForm({ met, onSent }: { met: Met; onSent: () => void }) {
  const { concern, after } = usePracticeWords()
  const [reason, setReason] = useState<ReportReason | null>(null)
  const [text, setText] = useState('')
  const written = useWritten(met.room)
  const [chosen, choose] = useState<readonly Written[]>([])
  const [at, setAt] = useState<'writing' | 'sending' | 'sent'>('writing')
  const [problem, setProblem] = useState('')
  /** What is wrong a second time is told a second time, although it is told in the same words. */
  const [tries, setTries] = useState(0)
  // A sentence that was still being written when it was chosen may have become another one.
  const shown = written.filter(one => chosen.includes(one))

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (at !== 'writing') return
    setTries(tries + 1)
    setProblem(reason ? '' : concern.reasonMissing)
    if (!reason) return
    setAt('sending')
    const said = await report(met, { reason, text, said: shown })
    setAt(said.ok ? 'sent' : 'writing')
    if (said.ok) onSent()
    else setProblem(whyNot(said.code))
  }

  function whyNot(code: string): string {
    if (shown.length > 0 && code === 'not-allowed') return concern.shown.unproven
    if (shown.length > 0 && code === 'too-big') return concern.shown.tooMuch
    return after.notThrough
  }

  if (at === 'sent') return <Comes className={styles.start}>{concern.sent}</Comes>
  return (
    <form className={classes(styles.stack, styles.start)} onSubmit={submit} noValidate>
      <p className={styles.quiet}>{concern.body}</p>
      <Choice
        legend={concern.reason}
        look="plain"
        options={REPORT_REASONS.map(value => ({ value, label: concern.reasons[value] }))}
        value={reason}
        onChange={setReason}
      />
      <Writing
        label={concern.text}
        hint={written.length > 0 ? concern.textHintShown : concern.textHint}
        autoComplete="off"
        maxLength={REPORT_MOST}
        rows={3}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      {written.length > 0 ? <WhatTheyWrote written={written} chosen={shown} choose={choose} /> : null}
      {problem ? (
        <p key={tries} role="alert" className={classes(styles.marked, styles.problem)}>
          {problem}
        </p>
      ) : null}
      <Button type="submit" wide busy={at === 'sending'}>
        {at === 'sending' ? concern.sending : concern.send}
      </Button>
    </form>
  )
}
