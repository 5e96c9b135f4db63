'use client'
// What does somebody read and say before they are in a circle? What it is called, for whom it is, how people meet in it; then a name.
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { CircleFace } from '../../../lib/wire/circle.ts'
import { NAME_MOST } from '../../../lib/wire/lengths.ts'
import { setSettings, settings } from '../../client/device/settings.ts'
import type { Done } from '../../client/line/intents.ts'
import { isPassing } from '../../client/line/passing.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import page from '../../parts/form-page.module.css'
import { Heading } from '../../parts/heading.tsx'
import { useWorkshopWords } from '../../words/use-words.ts'
import styles from '../workshop.module.css'

export interface DoorProps {
  face: CircleFace
  onEnter: (name: string) => Promise<Done>
}

export function Door({ face, onEnter }: DoorProps) {
  const { door } = useWorkshopWords()
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(() => settings().name)
  const [entering, setEntering] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    if (problem) field.current?.focus()
  }, [problem])

  async function enter(event: FormEvent) {
    event.preventDefault()
    if (entering) return
    const own = name.trim()
    if (own === '') return setProblem(door.nameMissing)
    setProblem(null)
    setEntering(true)
    setSettings({ name: own })
    const done = await onEnter(own)
    setEntering(false)
    if (!done.ok) setProblem(isPassing(done.code) && done.code !== 'no-answer' ? door.tooFast : door.notThrough)
  }

  return (
    <>
      <Heading>{face.title}</Heading>
      {face.audience ? <p className={styles.audience}>{face.audience}</p> : null}
      <p className={page.lead}>
        {door.lead} {door.media[face.medium]}
      </p>
      <form className={page.form} onSubmit={enter} noValidate>
        <Field
          ref={field}
          label={door.name}
          hint={door.nameHint}
          problem={problem}
          name="name"
          autoComplete="nickname"
          maxLength={NAME_MOST}
          enterKeyHint="go"
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Button type="submit" wide busy={entering}>
          {entering ? door.entering : door.enter}
        </Button>
      </form>
    </>
  )
}
