'use client'
// What can be done about one room? Knock at it, say that one has been there, and turn to one of its people.
import type { BoardRoom, PersonId } from '../../../../lib/wire/circle.ts'
import { behindBy, needOf } from '../../../client/circle/board-state.ts'
import { serverNow } from '../../../client/line/clock.ts'
import { Button } from '../../../parts/button.tsx'
import { useBoardWords } from '../../../words/use-words.ts'
import { type AskSheetProps, Refused } from './ask-sheets.tsx'
import styles from './board.module.css'
import { PersonName } from './person-name.tsx'
import { roomWords } from './room-words.ts'

export interface RoomSheetProps extends AskSheetProps {
  room: BoardRoom
  onAttend: (n: number) => void
  onPerson: (id: PersonId) => void
}

export function RoomSheet({ board, room, acts, onAttend, onPerson, onClose }: RoomSheetProps) {
  const words = useBoardWords()
  const nameOf = (id: PersonId) => board.people.find(person => person.id === id)?.name ?? words.room.nobody
  const asks = needOf(room) === 'help'
  const isOpen = room.stage !== 'closed'
  const behind = behindBy(room, serverNow())
  const away = room.held?.why === 'away' ? room.people.filter(id => !room.here.includes(id)) : []
  return (
    <>
      <p>
        {[
          roomWords(room, nameOf, words),
          behind !== null && words.room.behind(words.time.duration(behind)),
          asks && room.help && words.room.by(nameOf(room.help.by)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {isOpen && away[0] ? <p>{words.room.withoutHint(nameOf(away[0]))}</p> : null}
      <ul className={styles.names}>
        {room.people.map((id, seat) => (
          <li key={id}>
            <Button look="quiet" wide onClick={() => onPerson(id)}>
              <PersonName
                id={id}
                name={nameOf(id)}
                here={room.stage === 'closed' ? null : room.here.includes(id)}
                seat={seat}
              />
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.answers}>
        {isOpen ? <Knock room={room} board={board} acts={acts} /> : null}
        {asks ? (
          <Button
            onClick={() => {
              onAttend(room.n)
              onClose()
            }}
          >
            {words.room.attend}
          </Button>
        ) : null}
        <Button look="link" autoFocus onClick={onClose}>
          {words.acts.back}
        </Button>
      </div>
    </>
  )
}

/** Only where the facilitator can walk there: what is said or written elsewhere needs a seat to be heard or read. */
function Knock({ room: { n, visit, help }, board, acts }: Pick<RoomSheetProps, 'room' | 'board' | 'acts'>) {
  const { visiting: words } = useBoardWords()
  if (board.head.medium !== 'together') return <p>{words.far}</p>
  const isIn = visit === 'in' || visit === 'heard'
  const isAtDoor = visit === 'waits' || visit === 'asks'
  return (
    <>
      <p>{visit ? words.about[visit] : help ? words.howCalled : words.how}</p>
      <Refused acts={acts} />
      <Button
        look="quiet"
        busy={acts.isBusy}
        onClick={() => void acts.act({ do: 'knock', room: n, off: isIn || isAtDoor }, isIn ? words.left(n) : undefined)}
      >
        {isIn ? words.leave : isAtDoor ? words.unknock : words.knock}
      </Button>
    </>
  )
}
