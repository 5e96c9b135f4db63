'use client'
// Who is in the workshop? Those without a room first, who sits out, who is to be together or apart, and everybody on request.
import { memo, useMemo, useState } from 'react'
import type { Board, BoardPerson, PersonId } from '../../../../lib/wire/circle.ts'
import { maySeat, reflecting, waiting } from '../../../client/circle/board-state.ts'
import { Button } from '../../../parts/button.tsx'
import { classes } from '../../../parts/class-names.ts'
import { Field } from '../../../parts/field.tsx'
import { useBoardWords } from '../../../words/use-words.ts'
import styles from './people-side.module.css'
import { PersonName } from './person-name.tsx'
import type { Acts } from './use-acts.ts'
import { byName, found, type Two } from './wishes.ts'

export interface PeopleSideProps {
  board: Board
  acts: Acts
  onPerson: (id: PersonId) => void
}

/** More names than this are looked through by writing. */
const MANY = 12

export function PeopleSide({ board, acts, onPerson }: PeopleSideProps) {
  const words = useBoardWords()
  const { head, people, rooms } = board
  const nameOf = (id: PersonId) => people.find(person => person.id === id)?.name ?? words.room.nobody
  const late = waiting(board)
  const quiet = reflecting(board)
  const hasRooms = rooms.length > 0
  if (people.length === 0) return null
  return (
    <aside aria-labelledby="people" className={classes(styles.side, !hasRooms && styles.before)}>
      <h2 id="people" className={styles.heading}>
        {words.people.heading}
      </h2>
      {late.length > 0 ? (
        <section className={styles.part}>
          <h3>{words.people.waits}</h3>
          <p className={styles.hint}>{words.people.waitsHint}</p>
          <PeopleList people={late} onPerson={onPerson} />
          {maySeat(board, late.length) ? (
            <Button look="quiet" busy={acts.isBusy} onClick={() => acts.act({ do: 'pair', who: 'waiting' })}>
              {words.pairing.waiting(late.length)}
            </Button>
          ) : null}
        </section>
      ) : null}
      {quiet.length > 0 ? (
        <section className={styles.part}>
          <h3>{words.reflection.reflecting}</h3>
          <PeopleList people={quiet} onPerson={onPerson} />
        </section>
      ) : null}
      {head.alone ? <p>{words.people[head.odd === 'facilitator' ? 'beside' : 'rests'](nameOf(head.alone))}</p> : null}
      <Wishes board={board} acts={acts} nameOf={nameOf} />
      {people.length === 0 ? null : hasRooms ? (
        <details className={styles.part}>
          <summary className={styles.summary}>{words.people.all(people.length)}</summary>
          <Everybody people={people} onPerson={onPerson} />
        </details>
      ) : (
        <Everybody people={people} onPerson={onPerson} />
      )}
    </aside>
  )
}

function Everybody({ people, onPerson }: { people: readonly BoardPerson[]; onPerson: (id: PersonId) => void }) {
  const words = useBoardWords()
  const [written, setWritten] = useState('')
  const sorted = useMemo(() => byName(people, words.lang), [people, words.lang])
  return (
    <div className={styles.part}>
      {people.length > 1 ? <p className={styles.hint}>{words.people.hint}</p> : null}
      {people.length > MANY ? (
        <Field
          label={words.people.find}
          type="search"
          autoComplete="off"
          value={written}
          onChange={event => setWritten(event.currentTarget.value)}
        />
      ) : null}
      <PeopleList people={found(sorted, written)} onPerson={onPerson} />
    </div>
  )
}

function PeopleList({ people, onPerson }: { people: readonly BoardPerson[]; onPerson: (id: PersonId) => void }) {
  return (
    <ul className={styles.list}>
      {people.map(person => (
        <OnePerson key={person.id} person={person} onPerson={onPerson} />
      ))}
    </ul>
  )
}

const OnePerson = memo(function OnePerson({
  person,
  onPerson,
}: {
  person: BoardPerson
  onPerson: (id: PersonId) => void
}) {
  const { people: words } = useBoardWords()
  const { id, name, here, room, odd } = person
  const more = [room === null ? '' : words.inRoom(room), odd > 0 ? words.odd(odd) : ''].filter(Boolean)
  return (
    <li className={styles.person}>
      <button type="button" onClick={() => onPerson(id)} className={styles.button}>
        <PersonName id={id} name={name} here={here} />
        {more.length > 0 ? <span className={styles.more}>{more.join(' · ')}</span> : null}
      </button>
    </li>
  )
})

interface WishesProps {
  board: Board
  acts: Acts
  nameOf: (id: PersonId) => string
}

function Wishes({ board: { head }, acts, nameOf }: WishesProps) {
  const { people: words } = useBoardWords()
  const all = [
    ...head.fixed.map(two => ({ do: 'fix' as const, two, say: words.together })),
    ...head.apart.map(two => ({ do: 'apart' as const, two, say: words.apart })),
  ]
  if (all.length === 0) return null
  return (
    <section className={styles.part}>
      <h3>{words.wishes}</h3>
      <ul className={styles.list}>
        {all.map(({ do: what, two, say }) => {
          const said = say(nameOf(two[0]), nameOf(two[1]))
          return (
            <li key={`${what} ${two.join(' ')}`} className={styles.wish}>
              <span>{said}</span>
              <Button
                look="link"
                aria-label={words.undoWhat(said)}
                busy={acts.isBusy}
                onClick={() => acts.act({ do: what, people: two as Two, off: true })}
              >
                {words.undo}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
