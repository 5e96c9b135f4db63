'use client'
// What can be done about one room? Say that one has been there, and turn to one of its people.
import type { BoardRoom, PersonId } from '../../../../lib/wire/circle.ts'
import { isBehind, needOf } from '../../../client/board-state.ts'
import { Button } from '../../../parts/button.tsx'
import { useBoardWords } from '../../../parts/use-words.ts'
import type { AskSheetProps } from './ask-sheets.tsx'
import styles from './board.module.css'
import { PersonName } from './person-name.tsx'
import { roomWords } from './room-words.ts'

export interface RoomSheetProps extends AskSheetProps {
  room: BoardRoom
  onAttend: (n: number) => void
  onPerson: (id: PersonId) => void
}

export function RoomSheet({ board, room, onAttend, onPerson, onClose }: RoomSheetProps) {
  const words = useBoardWords()
  const nameOf = (id: PersonId) => board.people.find(person => person.id === id)?.name ?? words.room.nobody
  const asks = needOf(room) === 'help'
  return (
    <>
      <p>
        {[
          roomWords(room, nameOf, words),
          isBehind(room) && words.room.behind(words.time.duration(room.behindMs)),
          asks && room.help && words.room.by(nameOf(room.help.by)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul className={styles.names}>
        {room.people.map((id, seat) => (
          <li key={id}>
            <Button look="quiet" wide onClick={() => onPerson(id)}>
              <PersonName
                id={id}
                name={nameOf(id)}
                here={room.stage === 'closed' || room.here.includes(id)}
                seat={seat}
              />
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.answers}>
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
