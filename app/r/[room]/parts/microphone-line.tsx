'use client'
// Can I be heard? One sentence, and the one thing that can be done about it.
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../../words/use-words.ts'
import styles from './microphone-line.module.css'

export function MicrophoneLine({ voice }: Pick<RoomHook, 'voice'>) {
  const { microphone: words, captions } = useWords().voice
  const state = voice.microphone
  if (!voice.isOn) return null
  return (
    <div className={styles.line}>
      <span aria-hidden="true" className={state === 'open' ? styles.open : styles.closed} />
      <p>{state === 'off' ? words.closed : words[state]}</p>
      {/* One button throughout, or the keyboard would go with it when it is pressed. */}
      <Button look="link" busy={state === 'asking'} onClick={state === 'open' ? voice.close : voice.open}>
        {state === 'open' ? words.doClose : state === 'off' || state === 'asking' ? words.doOpen : words.again}
      </Button>
      {state === 'open' && voice.captions?.state === 'on' ? <p>{captions.mine}</p> : null}
    </div>
  )
}
