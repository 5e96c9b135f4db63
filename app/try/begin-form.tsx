'use client'
// What do the two say before they begin? Their names if they like, how long, and who speaks first. Nothing of it is sent, and
// nothing is remembered.
import { type FormEvent, useState } from 'react'
import { formatFor, minutesOf, minutesRange, totalMs } from '../../lib/formats/formats.ts'
import { NAME_MOST } from '../../lib/wire/lengths.ts'
import type { LocalPlan } from '../client/one-phone/local-room.ts'
import { useTitle } from '../client/page/use-room.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Field } from '../parts/field.tsx'
import frame from '../parts/front-frame.module.css'
import { Beneath, Heading } from '../parts/heading.tsx'
import { Length } from '../parts/length.tsx'
import { Screen } from '../parts/screen.tsx'
import { ThemeChoice } from '../parts/theme-choice.tsx'
import { useTouched } from '../parts/use-touched.ts'
import { useOnePhoneWords } from '../words/use-words.ts'
import styles from './begin-form.module.css'

const SITTINGS = ['taste', 'listening'] as const
const FIRSTS = ['a', 'b', 'coin'] as const
const MINUTE = 60_000

export function BeginForm({ begin }: { begin: (plan: LocalPlan) => void }) {
  const { begin: words, look, site, sittings, time } = useOnePhoneWords()
  const [typed, setTyped] = useState({ a: '', b: '' })
  const [sitting, setSitting] = useState<LocalPlan['sitting']>('taste')
  const [minutes, setMinutes] = useState(minutesRange('taste')[1])
  const [first, setFirst] = useState<LocalPlan['first']>('coin')
  useTitle(site.titleOf.replace('%s', words.title))
  const { form, isAlive } = useTouched(({ written: [a, b], chosen, minutes: moved }) => {
    setTyped({ a: a ?? '', b: b ?? '' })
    chooseSitting(SITTINGS.find(value => chosen.includes(value)) ?? sitting, moved)
    setFirst(FIRSTS.find(value => chosen.includes(value)) ?? first)
  })

  function chooseSitting(next: LocalPlan['sitting'], length: number | null) {
    setSitting(next)
    setMinutes(minutesOf(next, length))
  }

  const names = { a: typed.a.trim() || words.ember, b: typed.b.trim() || words.tide }
  const [least, , most] = minutesRange(sitting)
  const { phases } = formatFor(sitting, 2, minutes)
  const eachMs = totalMs(phases.filter(({ kind, speaker }) => kind === 'speak' && speaker === 'first'))

  function submit(event: FormEvent) {
    event.preventDefault()
    begin({ names, sitting, minutes, first })
  }

  return (
    <Screen
      place={
        <a href="/" aria-label={site.home} className={frame.name}>
          {site.name}
        </a>
      }
      side={<ThemeChoice words={look} />}
    >
      <Heading>{words.heading}</Heading>
      <Beneath>{words.lead}</Beneath>
      <form ref={form} className={styles.form} method="dialog" onSubmit={submit}>
        <fieldset className={styles.names}>
          <legend>{words.names}</legend>
          {(['a', 'b'] as const).map(who => (
            <Field
              key={who}
              label={who === 'a' ? words.one : words.other}
              autoComplete="off"
              maxLength={NAME_MOST}
              value={typed[who]}
              onChange={event => setTyped({ ...typed, [who]: event.currentTarget.value })}
              className={styles[who]}
            />
          ))}
          <p className={styles.hint}>{words.namesHint}</p>
        </fieldset>
        <Choice
          legend={words.sitting}
          options={SITTINGS.map(value => ({
            value,
            label: sittings[value].title,
            hint: sittings[value].sentence,
          }))}
          value={sitting}
          onChange={next => chooseSitting(next, null)}
        />
        <Length
          label={words.minutes}
          least={least}
          most={most}
          value={minutes}
          onChange={setMinutes}
          says={words.total(Math.round(totalMs(phases) / MINUTE))}
          note={words.each(time.duration(eachMs))}
        />
        <Choice
          legend={words.first}
          look="row"
          options={FIRSTS.map(value => ({ value, label: value === 'coin' ? words.coin : names[value] }))}
          value={first}
          onChange={setFirst}
        />
        <div className={styles.do}>
          <Button type="submit" wide busy={!isAlive}>
            {words.on}
          </Button>
          <p className={styles.hint}>{words.promise}</p>
        </div>
      </form>
    </Screen>
  )
}
