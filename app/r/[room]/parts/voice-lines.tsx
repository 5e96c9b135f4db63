'use client'
// What has to be said of the sound and the picture? One calm line at most, and mostly none: a path that is mended in time is
// nobody's business. A wish to see each other, or to read along, waits until nobody is speaking.
import { type ReactNode, useEffect } from 'react'
import type { SeatId } from '../../../../lib/protocol/room.ts'
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { Button } from '../../../parts/button.tsx'
import type { Say } from '../../../parts/says.ts'
import { useWords } from '../../../words/use-words.ts'
import type { Names } from '../names.ts'
import { type SoundSaid, soundSaid } from '../sound-said.ts'
import styles from './quiet-line.module.css'
import type { WishChoiceProps } from './wish-choice.tsx'

export interface VoiceLinesProps {
  room: RoomHook
  names: Names
  say: Say
}

interface Line {
  says: string
  do?: ReactNode
}

export function VoiceLines({ room, names, say }: VoiceLinesProps) {
  const line = useLine(room, names)
  const says = line?.says ?? ''
  // A trouble that was over and is back is said again.
  useEffect(() => {
    if (says) say(says, 'anew')
  }, [says, say])
  if (!line) return null
  return (
    <div className={styles.line}>
      <span aria-hidden="true" className={styles.dot} />
      <p>{line.says}</p>
      {line.do}
    </div>
  )
}

function useLine({ view, voice }: RoomHook, names: Names): Line | null {
  const { voice: words, lang } = useWords()
  if (!view || !voice.isOn || view.stage === 'closed') return null
  const { camera, captions } = voice
  const other = names.others
  const listed = (seats: readonly SeatId[]) =>
    new Intl.ListFormat(lang, { type: 'conjunction' }).format(seats.map(names.of))
  const sound = ofSound(view, voice, listed, words)
  if (sound || view.held) return sound
  return ofWish(view, camera, other, words.camera) ?? (captions ? ofWish(view, captions, other, words.captions) : null)
}

type Words = ReturnType<typeof useWords>['voice']
type WishWords = Words['camera'] | Words['captions']
type View = NonNullable<RoomHook['view']>

type Listed = (seats: readonly SeatId[]) => string

function ofSound(view: View, voice: RoomHook['voice'], listed: Listed, words: Words): Line | null {
  const said = soundSaid(view, voice)
  if (!said) return null
  const says = sentenceOf(said, voice, listed, words)
  switch (said.says) {
    case 'touch':
      // Any touch of the page will do; this is the place for it.
      return { says, do: <Button look="link">{words.touchDo}</Button> }
    case 'lost':
    case 'noPath':
    case 'noPathHere':
      return {
        says,
        do: (
          <Button look="link" onClick={voice.tryAgain}>
            {words.again}
          </Button>
        ),
      }
    case 'between':
    case 'unchecked':
    case 'missedHere':
    case 'missedThere':
      return { says }
  }
}

/** Of two who sit together nobody has to be told who the other is; of three it is said of whom it is so. */
function sentenceOf({ says, of }: SoundSaid, voice: RoomHook['voice'], listed: Listed, words: Words): string {
  const others = Object.keys(voice.with) as SeatId[]
  const reached = others.filter(seat => !of.includes(seat) && voice.with[seat]?.path === 'there')
  if (says === 'noPath' && reached.length > 0) return words.noPathToOne(listed(of), listed(reached))
  const { named, several } = words
  const ofThree: Partial<Record<SoundSaid['says'], (names: string) => string>> = {
    ...(others.length > 1 && named),
    ...(of.length > 1 && several),
  }
  const sentence = ofThree[says] ?? words[says]
  return typeof sentence === 'string' ? sentence : sentence(listed(of))
}

function ofWish(view: View, wish: WishChoiceProps['wish'], other: string, words: WishWords): Line | null {
  const floor = view.phase?.floor ?? 'none'
  const isQuiet = floor === 'none' || floor === 'all'
  switch (wish.state) {
    case 'wanted':
      return isQuiet
        ? {
            says: words.wanted(other),
            do: (
              <div className={styles.answers}>
                <Button look="link" onClick={wish.agree}>
                  {words.yes}
                </Button>
                <Button look="link" onClick={wish.withdraw}>
                  {words.no}
                </Button>
              </div>
            ),
          }
        : null
    case 'declined':
      return { says: words.declined(other) }
    case 'refused':
      return { says: words.refused }
    default:
      return null
  }
}
