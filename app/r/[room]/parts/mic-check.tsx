'use client'
// Does the own microphone work, before anybody listens? Asked for by a tap; one's own breath swells with one's voice, and what
// keeps it closed is said together with the way out. Nothing of it is needed to come in.
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import type { SeatId } from '../../../../lib/protocol/room.ts'
import type { RoomWords } from '../../../../lib/words/words.ts'
import { whichBrowser } from '../../../client/device/which-browser.ts'
import { type MicrophoneChoice, type MicrophoneState, microphone } from '../../../client/sound/microphone.ts'
import { Breath } from '../../../parts/breath.tsx'
import { Button } from '../../../parts/button.tsx'
import { Choice } from '../../../parts/choice.tsx'
import { useWords } from '../../../words/use-words.ts'
import styles from './mic-check.module.css'

type Heard = 'nothing yet' | 'heard' | 'silent'

/** A voice, and no longer the hush of a room. */
const VOICE = 0.25
const LOOK_MS = 100

export interface MicCheckProps {
  seat: SeatId
  /** For whoever can't see what it finds. */
  say(sentence: string): void
  /** Closes it for the room too, which would otherwise open it again after a reload. For whoever sits in one. */
  close?: () => void
}

export default function MicCheck({ seat, say, close }: MicCheckProps): ReactNode {
  const { device } = useWords()
  const state = useSyncExternalStore(microphone.onChange, microphone.state, (): MicrophoneState => 'off')
  const heard = useHeard(state)
  const choices = useChoices(state)

  const said = saidOf(state, heard, device)

  useEffect(() => {
    if (said) say(said)
  }, [said, say])

  const isFirst = state === 'off' || state === 'asking'
  const hint = state === 'open' ? (heard === 'silent' ? device.silentHint : null) : hintOf(state, device)
  return (
    <section aria-label={device.legend} className={styles.check}>
      {said === null ? null : (
        <div className={styles.line}>
          <Breath seat={seat} empty={state !== 'open'} level={microphone.level} />
          <p className={styles.said}>{said}</p>
        </div>
      )}
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {state === 'refused' ? <Guide /> : null}
      {said === null || state === 'open' || state === 'asking' ? null : (
        <p className={styles.hint}>{device.withoutHint}</p>
      )}
      {(state === 'open' || state === 'asking') && choices.length > 1 ? (
        <Choice
          legend={device.which}
          look="plain"
          options={choices.map(({ id, label }, n) => ({ value: id, label: label || device.unnamed(n + 1) }))}
          value={microphone.chosen()}
          onChange={id => void microphone.choose(id)}
        />
      ) : null}
      {/* One button throughout, or the keyboard would go with it when it is pressed. */}
      <Button
        look={state === 'open' ? 'link' : 'quiet'}
        wide={isFirst}
        busy={state === 'asking'}
        onClick={() => {
          if (state !== 'open') return void microphone.open()
          close?.()
          microphone.close()
        }}
      >
        {state === 'open' ? device.close : isFirst ? device.check : device.again}
      </Button>
      {said === null ? <p className={styles.hint}>{device.checkHint}</p> : null}
    </section>
  )
}

function Guide() {
  const { device } = useWords()
  const steps = device.guide[whichBrowser(navigator.userAgent, navigator.maxTouchPoints)]
  return (
    <>
      <ol className={styles.steps}>
        {steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <details className={styles.stuck}>
        <summary>{device.stuck}</summary>
        <ul className={styles.steps}>
          {device.stuckLines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </>
  )
}

/** Once heard it stays heard: nobody has to go on talking. Only a microphone that has died takes it back. */
function useHeard(state: MicrophoneState): Heard {
  const [heard, setHeard] = useState<Heard>('nothing yet')
  useEffect(() => {
    setHeard('nothing yet')
    if (state !== 'open') return
    const timer = setInterval(() => {
      const isVoice = microphone.level() > VOICE
      setHeard(before =>
        microphone.isSilent() ? 'silent' : isVoice ? 'heard' : before === 'silent' ? 'nothing yet' : before,
      )
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [state])
  return heard
}

function useChoices(state: MicrophoneState): MicrophoneChoice[] {
  const [choices, setChoices] = useState<MicrophoneChoice[]>([])
  useEffect(() => {
    let isOver = false
    const look = async () => {
      const found = microphone.state() === 'open' ? await microphone.choices() : []
      if (!isOver) setChoices(found)
    }
    if (state !== 'open') return
    void look()
    const stop = microphone.onChange(() => void look())
    return () => {
      isOver = true
      stop()
    }
  }, [state])
  return choices
}

type DeviceWords = RoomWords['device']

function saidOf(state: MicrophoneState, heard: Heard, device: DeviceWords): string | null {
  if (state === 'off') return null
  if (state !== 'open') return device[state]
  return { 'nothing yet': device.speak, heard: device.heard, silent: device.silent }[heard]
}

function hintOf(state: MicrophoneState, device: DeviceWords): string | null {
  return state === 'missing' ? device.missingHint : state === 'busy' ? device.busyHint : null
}
