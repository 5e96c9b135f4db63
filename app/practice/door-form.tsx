'use client'
// What does somebody read and say before they wait for a stranger? What it is and is not, the five things that both keep to, that they
// are grown up, a name, how they meet and in which language; and where it is not open, why.
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { NAME_MOST } from '../../lib/wire/lengths.ts'
import { NAMES } from '../../lib/words/locale.ts'
import type { Seeking } from '../client/strangers/stranger-state.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { classes } from '../parts/class-names.ts'
import { Field } from '../parts/field.tsx'
import { Beneath, Heading } from '../parts/heading.tsx'
import { HelpLine } from '../strangers/help-line.tsx'
import styles from '../strangers/strangers.module.css'
import { useLanguage, usePracticeWords } from '../words/use-words.ts'
import { Gatherings } from './parts/gatherings.tsx'
import { LANGUAGES, MEDIA, rememberedSeeking } from './seeking.ts'
import { useDoors } from './use-doors.ts'

export interface DoorFormProps {
  onWait: (seeking: Seeking) => void
  /** Whether waiting can begin: its parts are here. */
  isReady: boolean
  /** For whoever can't see it. */
  say: (sentence: string) => void
}

export function DoorForm({ onWait, isReady, say }: DoorFormProps) {
  const { door } = usePracticeWords()
  const { locale } = useLanguage()
  const doors = useDoors()
  const nameField = useRef<HTMLInputElement>(null)
  const adultField = useRef<HTMLInputElement>(null)
  const [seeking, setSeeking] = useState<Seeking>({ name: '', medium: 'voice', language: LANGUAGES[0] })
  const [isAdult, setAdult] = useState(false)
  const [missing, setMissing] = useState<'adult' | 'name' | null>(null)

  // Not before the first paint: the server knows nothing of this device.
  useEffect(() => {
    const own = LANGUAGES.find(language => language === locale) ?? LANGUAGES[0]
    setSeeking(before => rememberedSeeking() ?? { ...before, language: own })
  }, [locale])

  const voiceHint = doors.answer?.relayed === false ? door.media.voice.direct : door.media.voice.hint
  const hint = { voice: voiceHint, text: door.media.text.hint }
  const open = MEDIA.filter(medium => doors.answer?.[medium] === null)
  const medium = open.includes(seeking.medium) ? seeking.medium : (open[0] ?? seeking.medium)
  const choose = (change: Partial<Seeking>) => setSeeking(before => ({ ...before, ...change }))

  function submit(event: FormEvent) {
    event.preventDefault()
    const name = seeking.name.trim()
    const next = !isAdult ? 'adult' : name === '' ? 'name' : null
    setMissing(next)
    if (next) say(next === 'adult' ? door.adultMissing : door.nameMissing)
    if (next === 'adult') adultField.current?.focus()
    else if (next === 'name') nameField.current?.focus()
    else if (isReady) onWait({ ...seeking, name, medium })
  }

  return (
    <>
      <Heading>{door.heading}</Heading>
      <Beneath>{door.lead}</Beneath>
      <section className={classes(styles.stack, styles.apart)}>
        <h2>{door.rulesHeading}</h2>
        <ol className={styles.rules}>
          {door.rules.map(rule => (
            <li key={rule}>{rule}</li>
          ))}
        </ol>
        <h2>{door.isNotHeading}</h2>
        <p>{door.isNot}</p>
      </section>
      {doors.answer === null ? (
        <p className={classes(styles.stack, styles.apart)}>{doors.isFailing ? door.unreachable : door.looking}</p>
      ) : open.length === 0 ? (
        <>
          <p className={classes(styles.apart, styles.marked)}>{door.shut[doors.answer.text ?? 'no-contact']}</p>
          <Gatherings hours={doors.answer.hours} />
        </>
      ) : (
        <form className={classes(styles.stack, styles.apart, styles.wide)} onSubmit={submit} noValidate>
          <Choice
            legend={door.medium}
            look="row"
            options={open.map(value => ({ value, label: door.media[value].label }))}
            value={medium}
            onChange={next => choose({ medium: next })}
            note={doors.answer.voice ? door.shut[doors.answer.voice] : hint[medium]}
          />
          <Choice
            legend={door.language}
            look="row"
            options={LANGUAGES.map(value => ({ value, label: NAMES[value] }))}
            value={LANGUAGES.find(language => language === seeking.language) ?? null}
            onChange={language => choose({ language })}
          />
          <Field
            ref={nameField}
            label={door.name}
            hint={door.nameHint}
            autoComplete="nickname"
            maxLength={NAME_MOST}
            enterKeyHint="go"
            value={seeking.name}
            onChange={event => choose({ name: event.currentTarget.value })}
            problem={missing === 'name' ? door.nameMissing : null}
          />
          <div>
            <label className={styles.way}>
              <input
                ref={adultField}
                type="checkbox"
                checked={isAdult}
                aria-invalid={missing === 'adult' || undefined}
                aria-describedby={missing === 'adult' ? 'adult-problem' : undefined}
                onChange={event => setAdult(event.currentTarget.checked)}
              />
              <span>{door.adult}</span>
            </label>
            {missing === 'adult' ? (
              <p id="adult-problem" className={classes(styles.marked, styles.problem)}>
                {door.adultMissing}
              </p>
            ) : null}
          </div>
          <div className={styles.stack}>
            <Button type="submit" wide>
              {door.button}
            </Button>
            <p className={classes(styles.quiet, styles.centred)}>{door.device}</p>
          </div>
        </form>
      )}
      <HelpLine contact={doors.answer?.contact ?? null} />
    </>
  )
}
