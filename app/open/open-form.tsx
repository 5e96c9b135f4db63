'use client'
// What does a person choose before there is a room? Which sitting, how long, with which clock, how they meet, and a name.
import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { FORMAT_IDS, formatFor, minutesRange, totalMs } from '../../lib/formats/formats.ts'
import { SealError } from '../../lib/seal/seal-error.ts'
import { NAME_MOST } from '../../lib/wire/lengths.ts'
import { setSettings, settings } from '../client/device/settings.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Field } from '../parts/field.tsx'
import { Length } from '../parts/length.tsx'
import { Status } from '../parts/status.tsx'
import { useTouched } from '../parts/use-touched.ts'
import { useOpening } from '../words/use-words.ts'
import {
  type Choices,
  CLOCKS,
  chosenOver,
  FIRST_CHOICES,
  OPEN_MEDIA,
  rememberChoices,
  rememberedChoices,
} from './choices.ts'
import styles from './open-form.module.css'

const MINUTE = 60_000

/** What a length of a sitting gives: its total, and what each person has to speak in it. */
function given({ sitting, minutes }: Choices) {
  const { phases } = formatFor(sitting, 2, minutes)
  const speaking = phases.filter(phase => phase.kind === 'speak' && phase.speaker === 'first')
  return { totalMinutes: Math.round(totalMs(phases) / MINUTE), eachMs: totalMs(speaking) }
}

export function OpenForm() {
  const { open: words, refusals, unreachable, cannotSeal } = useOpening()
  const router = useRouter()
  const nameField = useRef<HTMLInputElement>(null)
  const [choices, setChoices] = useState(FIRST_CHOICES)
  const [name, setName] = useState('')
  const [opening, setOpening] = useState(false)
  const [nameMissing, setNameMissing] = useState(false)
  const [refused, setRefused] = useState('')

  // Not before the first paint: the server knows nothing of this device, and both must begin with the same page.
  const { form, isAlive } = useTouched(({ written: [typed], ...touched }) => {
    setChoices(chosenOver(rememberedChoices(), touched))
    setName(typed ?? settings().name)
  })

  const choose = (change: Partial<Choices>) => setChoices(before => ({ ...before, ...change }))
  const [least, , most] = minutesRange(choices.sitting)
  const { totalMinutes, eachMs } = given(choices)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (opening) return
    const named = name.trim()
    setNameMissing(named === '')
    setRefused('')
    if (named === '') {
      nameField.current?.focus()
      return
    }
    setOpening(true)
    rememberChoices(choices)
    setSettings({ name: named })
    try {
      const { openRoom } = await import('../client/page/open-room.ts')
      const answer = await openRoom({
        format: { id: choices.sitting, minutes: choices.minutes },
        medium: choices.medium,
        clock: choices.clock,
        name: named,
      })
      if (answer.ok) router.push(answer.path)
      else {
        setRefused(answer.code === 'no-answer' ? unreachable : refusals[answer.code])
        setOpening(false)
      }
    } catch (trouble) {
      // The page's code did not load, or this browser can't seal.
      setRefused(trouble instanceof SealError ? `${cannotSeal.heading} ${cannotSeal.body}` : unreachable)
      setOpening(false)
    }
  }

  return (
    <form ref={form} className={styles.form} method="dialog" onSubmit={submit} noValidate>
      <Choice
        legend={words.sitting}
        options={FORMAT_IDS.map(id => ({
          value: id,
          label: words.sittings[id].title,
          hint: words.sittings[id].sentence,
          aside: words.about(minutesRange(id)[1]),
        }))}
        value={choices.sitting}
        onChange={sitting => choose({ sitting, minutes: minutesRange(sitting)[1] })}
      />
      <Choice
        legend={words.clock}
        look="row"
        options={CLOCKS.map(clock => ({ value: clock, label: words.clocks[clock].label }))}
        value={choices.clock}
        onChange={clock => choose({ clock })}
        note={words.clocks[choices.clock].hint}
      />
      {choices.clock === 'none' ? null : (
        <Length
          label={words.minutes}
          least={least}
          most={most}
          value={choices.minutes}
          onChange={minutes => choose({ minutes })}
          says={words.total(totalMinutes)}
          note={words.each(words.time.duration(eachMs))}
        />
      )}
      <Choice
        legend={words.medium}
        look="row"
        options={OPEN_MEDIA.map(medium => ({ value: medium, label: words.media[medium].label }))}
        value={choices.medium}
        onChange={medium => choose({ medium })}
        note={words.media[choices.medium].hint}
      />
      <Field
        ref={nameField}
        label={words.name}
        hint={words.nameHint}
        name="name"
        autoComplete="name"
        maxLength={NAME_MOST}
        enterKeyHint="go"
        value={name}
        onChange={event => setName(event.currentTarget.value)}
        problem={nameMissing ? words.nameMissing : null}
      />
      <div className={styles.do}>
        {refused ? <p className={styles.refused}>{refused}</p> : null}
        <Button type="submit" wide busy={opening || !isAlive}>
          {opening ? words.opening : words.button}
        </Button>
        <p className={styles.remembered}>{words.remembered}</p>
      </div>
      <Status says={refused || (nameMissing ? words.nameMissing : '')} />
    </form>
  )
}
