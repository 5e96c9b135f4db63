'use client'
// What did the other just say? The latest two lines, as this person's own device heard them, for whoever asked to read along
// and was told yes. No live region: a screen reader would talk over the voice that is being listened to.
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { useWords } from '../../../words/use-words.ts'
import type { Names } from '../names.ts'
import styles from './captions.module.css'

export interface CaptionsProps {
  room: Pick<RoomHook, 'view' | 'voice'>
  names: Names
}

export function Captions({ room: { view, voice }, names }: CaptionsProps) {
  const { captions: words } = useWords().voice
  const { captions } = voice
  const floor = view?.phase?.floor ?? 'none'
  const speaks = view && !view.held && floor !== 'none' && floor !== view.you
  // Whoever writes is read where their sentences stand.
  const isHeard = Object.values(voice.with).some(({ theirs }) => theirs === 'open' || theirs === null)
  if (!speaks || !isHeard || captions?.state !== 'on' || !captions.reads) return null
  return (
    <section aria-label={words.theirs(names.others)} className={styles.captions}>
      {/* Two lines, whatever they say: what is read moves up and is gone. */}
      {captions.lines.map((line, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone
        <p key={n}>{line}</p>
      ))}
    </section>
  )
}
