// Two people at rest. Who comes next moves to the front, once: the only large movement there is.
import type { SeatId } from '../../lib/protocol/room.ts'
import { Breath } from '../parts/breath.tsx'
import { classes } from '../parts/class-names.ts'
import styles from './two-forms.module.css'

export interface TwoFormsProps {
  /** Stands in front: who has just spoken, and, after the change of places, who speaks next. */
  front: SeatId
  back: SeatId
}

export function TwoForms({ front, back }: TwoFormsProps) {
  // Always in the order of the seats: the same two forms move, and are not drawn anew.
  const seats = [front, back].sort()
  return (
    <span aria-hidden="true" className={styles.two}>
      {seats.map(seat => (
        <Breath key={seat} seat={seat} className={classes(styles.form, seat === front ? styles.front : styles.back)} />
      ))}
    </span>
  )
}
