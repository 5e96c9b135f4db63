// Who is at the door? Each seat as its own breath, with the name and one word beneath; a free seat is an empty ring. A
// person who is ready fills their form.
import type { SeatId } from '../../../../lib/protocol/room.ts'
import type { RoomView } from '../../../../lib/wire/events.ts'
import type { FrameWords, RoomWords } from '../../../../lib/words/words.ts'
import { Breath } from '../../../parts/breath.tsx'
import { classes } from '../../../parts/class-names.ts'
import { useFrame } from '../../../words/use-words.ts'
import styles from './seats-here.module.css'

export interface SeatsHereProps {
  view: RoomView
  /** What is said of whoever has agreed and has not; nothing is said of it before everybody is here. */
  agreement?: RoomWords['agreement']
  /** What is said of a free seat in which somebody sat before. */
  left?: string | undefined
}

export function SeatsHere({ view, agreement, left }: SeatsHereProps) {
  return (
    <ul className={classes(styles.seats, agreement && styles.agreeing)}>
      {(Object.keys(view.seats) as SeatId[]).map(seat => (
        <SeatHere key={seat} seat={seat} view={view} agreement={agreement} left={left} />
      ))}
    </ul>
  )
}

function SeatHere({
  seat,
  view,
  agreement,
  left,
}: {
  seat: SeatId
  view: RoomView
  agreement: RoomWords['agreement'] | undefined
  left: string | undefined
}) {
  const { doorstep } = useFrame()
  const sitter = view.seats[seat]
  const mine = seat === view.you
  if (!sitter) {
    return (
      <li className={styles.seat}>
        <Breath seat={seat} empty className={styles.form} />
        <span className={styles.state}>{left ?? doorstep.empty}</span>
      </li>
    )
  }
  return (
    <li className={styles.seat}>
      <Breath
        seat={seat}
        breathing={!agreement}
        className={classes(styles.form, agreement && !sitter.ready && styles.faint, !sitter.here && styles.faint)}
      />
      <span className={classes(styles.name, styles[seat])}>{mine ? doorstep.you(sitter.name) : sitter.name}</span>
      <span className={styles.state}>{agreement ? stateOf(sitter, mine, doorstep, agreement) : ''}</span>
    </li>
  )
}

function stateOf(
  sitter: { name: string; here: boolean; ready: boolean },
  mine: boolean,
  doorstep: FrameWords['doorstep'],
  agreement: RoomWords['agreement'],
): string {
  if (!sitter.here) return doorstep.away(sitter.name)
  if (sitter.ready) return mine ? agreement.agreed : agreement.theyAgree(sitter.name)
  return mine ? '' : agreement.theyHaveNot(sitter.name)
}
