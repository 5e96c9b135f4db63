'use client'
// What does a workshop need before it can begin? A name, whom it is for, what a round is, and what becomes of whoever is left
// over or alone and of a room that comes late.
import { type FormEvent, lazy, Suspense, useRef, useState } from 'react'
import { formatFor, minutesRange, ROUND_IDS, totalMs, trioFor } from '../../lib/formats/formats.ts'
import type { Format } from '../../lib/protocol/room.ts'
import type { Convened } from '../../lib/wire/circle.ts'
import { AUDIENCE_MOST, TITLE_MOST } from '../../lib/wire/lengths.ts'
import { readStored, writeStored } from '../client/device/device-storage.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Field } from '../parts/field.tsx'
import { Length } from '../parts/length.tsx'
import { useTouched } from '../parts/use-touched.ts'
import { useConvene } from '../words/use-words.ts'
import styles from './convene.module.css'
import { RoundsList } from './parts/rounds-list.tsx'
import { askOf, FIRST_PLAN, LATES, LEFTS, MEDIA, ODDS, type Plan, planOver, planTouched } from './plan.ts'

const PlanFile = lazy(() => import('./parts/plan-file.tsx'))

/** Where a plan that is being written is kept, in this window alone: a reload loses nothing. */
const DRAFT = 'clearing.plan'
const MINUTE = 60_000

/** What the first to speak has, in all main turns. */
const speakingMs = ({ phases }: Format) =>
  totalMs(phases.filter(phase => phase.kind === 'speak' && phase.speaker === 'first'))

export interface ConveneFormProps {
  onConvened: (convened: Convened) => void
  say: (sentence: string) => void
}

export function ConveneForm({ onConvened, say }: ConveneFormProps) {
  const words = useConvene()
  const nameField = useRef<HTMLInputElement>(null)
  const [plan, setPlan] = useState(FIRST_PLAN)
  const [nameMissing, setNameMissing] = useState(false)
  const [preparing, setPreparing] = useState(false)
  const [refused, setRefused] = useState('')

  /** Since the page was served: it may come before the draft does, which is read by a part of its own. */
  const changed = useRef<Partial<Plan>>({})

  // Not before the first paint: the server knows nothing of this device.
  const { form, isAlive } = useTouched(touched => {
    const draft = readStored('tab', DRAFT)
    const stood = planTouched(touched)
    if (Object.keys(stood).length > 0) choose(stood)
    if (typeof draft !== 'string') return
    import('./plan-text.ts').then(
      ({ readPlan }) => {
        const read = readPlan(draft)
        if (read.ok) choose(planOver(read.plan, changed.current))
      },
      () => {},
    )
  })

  function choose(change: Partial<Plan>) {
    changed.current = { ...changed.current, ...change }
    const next = { ...plan, ...changed.current }
    setPlan(next)
    import('./plan-text.ts').then(
      ({ planText }) => writeStored('tab', DRAFT, planText(next)),
      () => {},
    )
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (preparing) return
    const ask = askOf(plan)
    setNameMissing(ask.title === '')
    setRefused('')
    if (ask.title === '') {
      say(words.nameMissing)
      nameField.current?.focus()
      return
    }
    setPreparing(true)
    const answer = await Promise.all([import('../client/circle/convene-circle.ts'), import('./ready.tsx')])
      .then(([{ conveneCircle }]) => conveneCircle(ask))
      .catch(() => ({ ok: false, code: 'no-answer' }) as const)
    setPreparing(false)
    if (answer.ok) return onConvened(answer)
    const { refused: said } = words
    const why = answer.code === 'too-fast' || answer.code === 'no-answer' ? said[answer.code] : said.other
    setRefused(why)
    say(why)
  }

  const [least, , most] = minutesRange(plan.sitting)
  const pair = formatFor(plan.sitting, 2, plan.minutes)
  const three = plan.odd === 'trio' ? trioFor(plan.sitting, plan.minutes) : null
  const each = words.each(words.time.duration(speakingMs(pair)))

  return (
    <form ref={form} className={styles.form} method="dialog" onSubmit={submit} noValidate>
      <Field
        ref={nameField}
        label={words.name}
        hint={words.nameHint}
        autoComplete="off"
        maxLength={TITLE_MOST}
        value={plan.title}
        onChange={event => choose({ title: event.currentTarget.value })}
        problem={nameMissing ? words.nameMissing : null}
      />
      <Field
        label={words.audience}
        hint={words.audienceHint}
        autoComplete="off"
        maxLength={AUDIENCE_MOST}
        value={plan.audience}
        onChange={event => choose({ audience: event.currentTarget.value })}
      />
      <RoundsList prompts={plan.prompts} onChange={prompts => choose({ prompts })} say={say} />
      <Choice
        legend={words.format}
        options={ROUND_IDS.map(id => ({
          value: id,
          label: words.formats[id].title,
          hint: words.formats[id].sentence,
          aside: words.about(minutesRange(id)[1]),
        }))}
        value={plan.sitting}
        onChange={sitting => choose({ sitting, minutes: minutesRange(sitting)[1] })}
      />
      <Length
        label={words.minutes}
        least={least}
        most={most}
        value={plan.minutes}
        onChange={minutes => choose({ minutes })}
        says={words.total(Math.round(totalMs(pair.phases) / MINUTE))}
        note={three ? `${each} ${words.eachThree(words.time.duration(speakingMs(three)))}` : each}
      />
      <Choice
        legend={words.medium}
        look="row"
        options={MEDIA.map(medium => ({ value: medium, label: words.media[medium].label }))}
        value={plan.medium}
        onChange={medium => choose({ medium })}
        note={words.media[plan.medium].hint}
      />
      <Choice
        legend={words.odd}
        look="row"
        options={ODDS.map(value => ({ value, label: words.odds[value].label }))}
        value={plan.odd}
        onChange={odd => choose({ odd })}
        note={words.odds[plan.odd].hint}
      />
      <Choice
        legend={words.late.legend}
        look="row"
        options={LATES.map(value => ({ value, label: words.late.modes[value].label }))}
        value={plan.late}
        onChange={late => choose({ late })}
        note={words.late.modes[plan.late].hint}
      />
      <Choice
        legend={words.left.legend}
        look="row"
        options={LEFTS.map(value => ({ value, label: words.left.modes[value].label }))}
        value={plan.left}
        onChange={left => choose({ left })}
        note={words.left.modes[plan.left].hint}
      />
      <div className={styles.do}>
        {refused ? <p className={styles.refused}>{refused}</p> : null}
        <Button type="submit" wide busy={preparing || !isAlive}>
          {preparing ? words.preparing : words.button}
        </Button>
      </div>
      <Suspense>
        <PlanFile plan={plan} onLoad={choose} say={say} />
      </Suspense>
    </form>
  )
}
