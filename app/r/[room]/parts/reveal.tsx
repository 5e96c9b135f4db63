// What was let go? Everybody's line, risen out of the mist at one moment; one's own stands last. Keeping it is as welcome.
import type { SeatId } from '../../../../lib/protocol/room.ts'
import type { RoomLines } from '../../../client/page/room-hook.ts'
import type { OpenedLine } from '../../../client/writing/revealed-lines.ts'
import { Breath } from '../../../parts/breath.tsx'
import { classes } from '../../../parts/class-names.ts'
import styles from '../../../sitting/reveal.module.css'
import { useWords } from '../../../words/use-words.ts'
import type { Names } from '../names.ts'

export interface RevealProps {
  opened: RoomLines['opened']
  me: SeatId | null
  names: Names
  /** They appear for the first time. */
  fresh?: boolean
}

/** The seats that have a line, one's own last. */
export function inOrder(opened: NonNullable<RoomLines['opened']>, me: SeatId | null): SeatId[] {
  const seats = Object.keys(opened) as SeatId[]
  return [...seats.filter(seat => seat !== me), ...seats.filter(seat => seat === me)]
}

export function Reveal({ opened, me, names, fresh = false }: RevealProps) {
  const { tell } = useWords().phases
  if (!opened) return null
  return (
    <div className={classes(styles.lines, fresh && styles.fresh)}>
      {inOrder(opened, me).map(seat => (
        <figure key={seat} className={styles.line}>
          <figcaption className={classes(styles.who, styles[seat])}>
            <Breath seat={seat} size="mark" />
            <span>{seat === me ? tell.yours : names.of(seat)}</span>
          </figcaption>
          <Line line={opened[seat] ?? { as: 'opening' }} mine={seat === me} name={names.of(seat)} />
        </figure>
      ))}
    </div>
  )
}

function Line({ line, mine, name }: { line: OpenedLine; mine: boolean; name: string }) {
  const { tell } = useWords().phases
  switch (line.as) {
    case 'open':
      return <blockquote className={styles.text}>{line.text}</blockquote>
    case 'kept':
      return <p className={styles.kept}>{mine ? tell.keptYou : tell.keptThem(name)}</p>
    case 'unreadable':
      return <p className={styles.kept}>{tell.unread(name)}</p>
    case 'opening':
      return <p className={styles.opening} />
  }
}
