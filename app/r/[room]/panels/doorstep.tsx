'use client'
// What does an invited person see before taking a seat? Who invites them, to what, for how long; then their name, and in.
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Peeked } from '../../../../lib/wire/events.ts'
import { NAME_MOST } from '../../../../lib/wire/lengths.ts'
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { useSettings } from '../../../client/page/use-room.ts'
import { Breath } from '../../../parts/breath.tsx'
import { Button } from '../../../parts/button.tsx'
import { Field } from '../../../parts/field.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { useFrame } from '../../../words/use-words.ts'
import { usePanels } from '../loaded-panels.ts'
import { MicCheckLater, WithoutMicrophoneLater } from '../parts/mic-later.tsx'
import { sittingLength, sittingTitle } from '../parts/sitting-title.ts'
import styles from './doorstep.module.css'

export interface DoorstepProps {
  room: RoomHook
  peeked: Peeked
  say(sentence: string): void
}

export function Doorstep({ room, peeked, say }: DoorstepProps) {
  const words = useFrame()
  const panels = usePanels()
  const { door, menu, refusals, trouble } = words
  const { name: remembered, set } = useSettings()
  const field = useRef<HTMLInputElement>(null)
  const [written, setWritten] = useState<string | null>(null)
  const [entering, setEntering] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { host, medium, format } = peeked
  const name = written ?? remembered
  const title = sittingTitle(format, words)

  useEffect(() => {
    if (problem) field.current?.focus()
  }, [problem])

  async function enter(event: FormEvent) {
    event.preventDefault()
    if (entering) return
    const own = name.trim()
    if (own === '') return setProblem(door.nameMissing(host))
    setProblem(null)
    setEntering(true)
    set({ name: own })
    const done = await room.sitDown(own)
    setEntering(false)
    if (!done.ok) setProblem(done.code === 'no-answer' ? trouble.unreachable : refusals[done.code])
  }

  return (
    <Panel from="top">
      <span aria-hidden="true" className={styles.seats}>
        <Breath seat="a" breathing />
        <Breath seat="b" empty />
      </span>
      <Heading>{door.heading(host)}</Heading>
      <div className={styles.about}>
        <p className={styles.sitting}>
          {format.totalMs === null
            ? door.sittingUntimed(title)
            : door.sitting(title, sittingLength(format.totalMs, words))}
        </p>
        <Quiet>
          {door.media[medium]} {door.how}
        </Quiet>
      </div>
      <form className={styles.form} onSubmit={enter} noValidate>
        <Field
          ref={field}
          label={door.name}
          hint={door.nameHint(host)}
          problem={problem}
          name="name"
          autoComplete="name"
          maxLength={NAME_MOST}
          enterKeyHint="go"
          value={name}
          onChange={event => setWritten(event.currentTarget.value)}
        />
        <MicCheckLater medium={medium} seat="b" say={say} />
        <div className={styles.enter}>
          <Button type="submit" wide busy={entering}>
            {entering ? door.entering : door.enter}
          </Button>
          <WithoutMicrophoneLater medium={medium} />
        </div>
      </form>
      {panels ? (
        <details className={styles.more}>
          <summary>{menu.bell.legend}</summary>
          <panels.BellChoice bell={room.bell} hideLegend />
        </details>
      ) : null}
    </Panel>
  )
}
