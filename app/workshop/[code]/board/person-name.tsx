// Who is it, and are they here? A filled disc for whoever is, an open ring for whoever is not, and the same in words.
import type { PersonId } from '../../../../lib/wire/circle.ts'
import { classes } from '../../../parts/class-names.ts'
import { VisuallyHidden } from '../../../parts/visually-hidden.tsx'
import { useBoardWords } from '../../../words/use-words.ts'
import styles from './person-name.module.css'

export interface PersonNameProps {
  id: PersonId
  name: string
  /** Null where nobody is any more, as in a room that has ended. */
  here: boolean | null
  /** The place in a room: each has a colour. */
  seat?: number | undefined
}

const SEATS = [styles.a, styles.b, styles.c]

export function PersonName({ id, name, here, seat }: PersonNameProps) {
  const { room } = useBoardWords()
  return (
    <span
      data-person={id}
      draggable
      className={classes(styles.person, seat !== undefined && SEATS[seat], here !== false && styles.here)}
    >
      <span aria-hidden="true" className={styles.mark} />
      <bdi>{name}</bdi>
      {here ? <VisuallyHidden> {room.here}</VisuallyHidden> : null}
      {here === false ? <span className={styles.away}> {room.away}</span> : null}
    </span>
  )
}
