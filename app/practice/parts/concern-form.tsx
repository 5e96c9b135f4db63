'use client'
// What was the matter? A kind, some words if one likes, and it is sent: to whoever runs the place, and to nobody else.
import { type FormEvent, useState } from 'react'
import type { ReportReason } from '../../../lib/wire/events.ts'
import { report } from '../../client/concern.ts'
import type { Met } from '../../client/met.ts'
import { Button } from '../../parts/button.tsx'
import { Choice } from '../../parts/choice.tsx'
import { classes } from '../../parts/class-names.ts'
import { Writing } from '../../parts/field.tsx'
import { usePracticeWords } from '../../parts/use-words.ts'
import styles from '../practice.module.css'

const REASONS: readonly ReportReason[] = ['sexual', 'harassment', 'hate', 'minor', 'danger', 'recording', 'other']
const TEXT_MOST = 500

export function ConcernForm({ met, onSent }: { met: Met; onSent: () => void }) {
  const { concern, after } = usePracticeWords()
  const [reason, setReason] = useState<ReportReason | null>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState<'writing' | 'sending' | 'sent'>('writing')
  const [problem, setProblem] = useState('')

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (at !== 'writing') return
    setProblem(reason ? '' : concern.reasonMissing)
    if (!reason) return
    setAt('sending')
    const said = await report(met, reason, text)
    setAt(said.ok ? 'sent' : 'writing')
    if (said.ok) onSent()
    else setProblem(after.notThrough)
  }

  if (at === 'sent')
    return (
      <p ref={sentence => sentence?.focus()} tabIndex={-1} className={styles.start}>
        {concern.sent}
      </p>
    )
  return (
    <form className={classes(styles.stack, styles.start)} onSubmit={submit} noValidate>
      <p className={styles.quiet}>{concern.body}</p>
      <Choice
        legend={concern.reason}
        look="plain"
        options={REASONS.map(value => ({ value, label: concern.reasons[value] }))}
        value={reason}
        onChange={setReason}
      />
      <Writing
        label={concern.text}
        hint={concern.textHint}
        autoComplete="off"
        maxLength={TEXT_MOST}
        rows={3}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      {problem ? <p className={classes(styles.marked, styles.problem)}>{problem}</p> : null}
      <Button type="submit" wide busy={at === 'sending'}>
        {at === 'sending' ? concern.sending : concern.send}
      </Button>
    </form>
  )
}
