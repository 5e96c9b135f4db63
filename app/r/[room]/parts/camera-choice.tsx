'use client'
// Would I like to see and be seen? Asked here, answered by the other, and taken back by either.
import type { RoomHook } from '../../../client/room-hook.ts'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../../parts/use-words.ts'
import type { Names } from '../names.ts'
import styles from './camera-choice.module.css'

export interface CameraChoiceProps {
  room: RoomHook
  names: Names
}

export function CameraChoice({ room: { voice, others }, names }: CameraChoiceProps) {
  const { camera: words } = useWords().voice
  const { camera } = voice
  // Three people have not all agreed when two have.
  if (!voice.isOn || others.length !== 1) return null
  return (
    <div className={styles.choice}>
      {camera.state === 'asked' || camera.state === 'on' || camera.state === 'wanted' ? (
        <p>{says(camera.state, words, names.others)}</p>
      ) : null}
      {camera.state === 'asked' ? (
        <Button look="link" onClick={camera.withdraw}>
          {words.takeBack}
        </Button>
      ) : camera.state === 'on' ? (
        <Button look="quiet" onClick={camera.withdraw}>
          {words.stop}
        </Button>
      ) : camera.state === 'wanted' ? (
        <div className={styles.answers}>
          <Button look="quiet" onClick={camera.agree}>
            {words.yes}
          </Button>
          <Button look="quiet" onClick={camera.withdraw}>
            {words.no}
          </Button>
        </div>
      ) : (
        <>
          <Button look="quiet" wide onClick={camera.agree}>
            {words.ask(names.others)}
          </Button>
          <p className={styles.hint}>{words.hint(names.others)}</p>
        </>
      )}
    </div>
  )
}

function says(state: 'asked' | 'on' | 'wanted', words: ReturnType<typeof useWords>['voice']['camera'], other: string) {
  if (state === 'on') return words.on
  return state === 'asked' ? words.asked(other) : words.wanted(other)
}
