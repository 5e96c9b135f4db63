// How does one ask the other for something that is so only while both wish it? A question where nobody has asked, an answer
// where the other has, and a way back at any time.
import type { ConsentState } from '../../../client/media/consent.ts'
import { Button } from '../../../parts/button.tsx'
import { NowWaiting } from '../../../sitting/now-waiting.tsx'
import styles from './wish-choice.module.css'

export interface WishChoiceProps {
  wish: { state: ConsentState; agree(): void; withdraw(): void }
  words: {
    hint(name: string): string
    ask(name: string): string
    asked(name: string): string
    takeBack: string
    wanted(name: string): string
    yes: string
    no: string
    on: string
    stop: string
  }
  /** What the other is called. */
  other: string
}

export function WishChoice({ wish: { state, agree, withdraw }, words, other }: WishChoiceProps) {
  switch (state) {
    case 'asked':
      return (
        <div key={state} className={styles.choice}>
          <NowWaiting>{words.asked(other)}</NowWaiting>
          <Button look="link" onClick={withdraw}>
            {words.takeBack}
          </Button>
        </div>
      )
    case 'on':
      return (
        <div key={state} className={styles.choice}>
          <NowWaiting>{words.on}</NowWaiting>
          <Button look="quiet" onClick={withdraw}>
            {words.stop}
          </Button>
        </div>
      )
    case 'wanted':
      return (
        <div key={state} className={styles.choice}>
          <NowWaiting>{words.wanted(other)}</NowWaiting>
          <div className={styles.answers}>
            <Button look="quiet" onClick={agree}>
              {words.yes}
            </Button>
            <Button look="quiet" onClick={withdraw}>
              {words.no}
            </Button>
          </div>
        </div>
      )
    case 'off':
    case 'declined':
    case 'refused':
      return (
        <div key="ask" className={styles.choice}>
          <Button look="quiet" wide onClick={agree}>
            {words.ask(other)}
          </Button>
          <div className={styles.hint}>
            <NowWaiting>{words.hint(other)}</NowWaiting>
          </div>
        </div>
      )
  }
}
