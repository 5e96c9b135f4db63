'use client'
// How does one room look on the board? Its number, who sits there, where it stands, and why it comes first when it does. It is
// drawn again only when it has changed itself.
import { memo } from 'react'
import type { BoardRoom } from '../../../../lib/wire/circle.ts'
import { behindBy, needOf } from '../../../client/circle/board-state.ts'
import { serverNow } from '../../../client/line/clock.ts'
import { Button } from '../../../parts/button.tsx'
import { classes } from '../../../parts/class-names.ts'
import { useBoardWords } from '../../../words/use-words.ts'
import { PersonName } from './person-name.tsx'
import { PhaseLine } from './phase-line.tsx'
import styles from './room-row.module.css'
import { roomWords } from './room-words.ts'
import { useTick } from './use-tick.ts'

export interface RoomRowProps {
  room: BoardRoom
  /** The names of its people, one a line, so that another list of the same names is no change. */
  names: string
  /** Whether Tab stops at it: it does at one room of all. */
  isStop: boolean
  onOpen: (n: number) => void
  onAttend: (n: number) => void
}

function Row({ room, names, isStop, onOpen, onAttend }: RoomRowProps) {
  const words = useBoardWords()
  const need = needOf(room)
  const listed = names.split('\n')
  const nameOf = (id: string) => listed[room.people.indexOf(id)] ?? words.room.nobody
  return (
    <li className={classes(styles.room, styles[need])}>
      <div className={styles.top}>
        <button
          type="button"
          data-room={room.n}
          tabIndex={isStop ? 0 : -1}
          onClick={() => onOpen(room.n)}
          className={styles.name}
        >
          {words.room.name(room.n)}
        </button>
        {need === 'help' ? (
          <span className={styles.help}>
            <svg aria-hidden="true" focusable="false" viewBox="-8 -8 16 16" className={styles.sign}>
              <path d="M0-7 7 0 0 7-7 0z" />
            </svg>
            {words.room.help}
          </span>
        ) : null}
      </div>
      <p className={styles.people}>
        {room.people.map((id, seat) => (
          <PersonName
            key={id}
            id={id}
            name={nameOf(id)}
            here={room.stage === 'closed' ? null : room.here.includes(id)}
            seat={seat}
          />
        ))}
      </p>
      <p className={styles.state}>{roomWords(room, nameOf, words)}</p>
      <Behind room={room} />
      {room.visit ? <p className={styles.visit}>{words.visiting.row[room.visit]}</p> : null}
      {need === 'help' ? (
        <Button look="quiet" aria-label={words.room.attendWhat(room.n)} onClick={() => onAttend(room.n)}>
          {words.room.attend}
        </Button>
      ) : null}
      <PhaseLine phase={room.stage === 'closed' ? null : room.phase} held={room.held} />
    </li>
  )
}

/** Drawn again by itself: of a room that stands still nothing is told. */
function Behind({ room }: Pick<RoomRowProps, 'room'>) {
  const { room: words, time } = useBoardWords()
  useTick()
  const ms = behindBy(room, serverNow())
  return ms === null ? null : <p className={styles.state}>{words.behind(time.duration(ms))}</p>
}

export const RoomRow = memo(Row)
