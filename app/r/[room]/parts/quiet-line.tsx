'use client'
// What is said while our connection is quiet, or when the room could not take what was pressed? One calm line, and only once
// it has been quiet for 3 s: it is nobody's fault, and nothing is lost.
import type { FrameWords } from '../../../../lib/words/words.ts'
import type { Trouble } from '../../../client/line/room-state.ts'
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { Button } from '../../../parts/button.tsx'
import { useFrame, useWords } from '../../../words/use-words.ts'
import styles from './quiet-line.module.css'

function sentenceFor(trouble: Trouble, { connection, trouble: troubles }: FrameWords): string {
  switch (trouble) {
    case 'offline':
      return connection.offline
    case 'store-down':
      return troubles.storeDown.body
    case 'moving':
      return connection.moving
    case 'unreachable':
    case null:
      return connection.quiet
  }
}

export interface QuietLineProps {
  room: Pick<RoomHook, 'link' | 'trouble' | 'tryNow' | 'view' | 'words'>
  /** What was pressed last was not taken. */
  notTaken: boolean
  /** The panels of the sitting and their words are here. */
  isLoaded: boolean
}

export function QuietLine({ room, notTaken, isLoaded }: QuietLineProps) {
  const words = useFrame()
  const { connection, trouble: troubles } = words
  if (room.link !== 'quiet') {
    if (notTaken) return <Line alert>{troubles.notTaken}</Line>
    const unfit = isLoaded && room.view?.stage === 'sitting' && room.words.sealing === 'different-link'
    return unfit ? <Unfit /> : null
  }
  return (
    <div className={styles.line}>
      <span aria-hidden="true" className={styles.dot} />
      <p>
        {sentenceFor(room.trouble, words)} {isLoaded && isHeldFor(room) ? <Meanwhile /> : null}
      </p>
      <Button look="link" onClick={room.tryNow}>
        {connection.tryNow}
      </Button>
    </div>
  )
}

/** From where our own line was lost the room holds what was left of the phase. Of whatever else is quiet nothing is promised. */
function isHeldFor({ view, trouble }: QuietLineProps['room']): boolean {
  const isOurs = trouble === 'offline' || trouble === 'unreachable'
  return isOurs && view?.stage === 'sitting' && !view.held && view.phase?.endsAt != null
}

/** Only in a sitting, whose words are here by then. */
function Meanwhile() {
  return useWords().hold.meanwhile
}

function Unfit() {
  return <Line>{useWords().trouble.mismatch.sitting}</Line>
}

function Line({ alert = false, children }: { alert?: boolean; children: string }) {
  return (
    <div role={alert ? 'alert' : undefined} className={styles.line}>
      <span aria-hidden="true" className={styles.dot} />
      <p>{children}</p>
    </div>
  )
}
