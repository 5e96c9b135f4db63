'use client'
// What can be done about one person, or about two? Whoever has no room sits with the question of the round or waits; two are kept
// together or apart from the next pairs on; somebody is taken out, which is asked once more.
import { useState } from 'react'
import type { Board, BoardPerson, PersonId } from '../../../../lib/wire/circle.ts'
import { waiting } from '../../../client/circle/board-state.ts'
import { serverNow } from '../../../client/line/clock.ts'
import { Button } from '../../../parts/button.tsx'
import { useBoardWords } from '../../../words/use-words.ts'
import { Refused } from './ask-sheets.tsx'
import styles from './board.module.css'
import { momentOf } from './moment.ts'
import type { Acts } from './use-acts.ts'
import { othersOf, type Two, wishOf } from './wishes.ts'

export interface PersonSheetProps {
  board: Board
  person: BoardPerson
  /** Onto whom this person was drawn. */
  other?: PersonId | undefined
  acts: Acts
  onClose: () => void
}

export function PersonSheet({ board, person, other, acts, onClose }: PersonSheetProps) {
  const { people, lang } = useBoardWords()
  const [chosen, setChosen] = useState(other ?? '')
  const [isRemoving, setRemoving] = useState(false)
  const others = othersOf(board.people, person.id, lang)
  const second = others.find(({ id }) => id === chosen)

  if (isRemoving) return <Removing person={person} acts={acts} onBack={() => setRemoving(false)} onClose={onClose} />

  return (
    <>
      <Meanwhile board={board} person={person} acts={acts} onClose={onClose} />
      <div className={styles.choose}>
        <label htmlFor="whom">{people.with(person.name)}</label>
        <select
          id="whom"
          value={chosen}
          onChange={event => setChosen(event.currentTarget.value)}
          className={styles.select}
        >
          <option value="">{people.choose}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {second ? <ForTwo board={board} one={person} other={second} acts={acts} onClose={onClose} /> : null}
      <div className={styles.answers}>
        <Button look="link" onClick={() => setRemoving(true)}>
          {people.remove}
        </Button>
      </div>
    </>
  )
}

/** Until the round ends, for somebody who has no room in it. */
function Meanwhile({ board, person, acts, onClose }: Omit<PersonSheetProps, 'other'>) {
  const { reflection } = useBoardWords()
  const { id, name, reflects } = person
  const moment = momentOf(board.head, serverNow())
  const isRunning = moment === 'running' || moment === 'stopped'
  if (!isRunning || !(reflects || waiting(board).some(one => one.id === id))) return null
  return (
    <>
      <p>{reflects ? reflection.reflects(name) : reflection.reflectHint(name)}</p>
      <Refused acts={acts} />
      <div className={styles.answers}>
        <Button
          look="quiet"
          busy={acts.isBusy}
          onClick={async () => {
            if (await acts.act({ do: 'reflect', person: id, ...(reflects && { off: true }) })) onClose()
          }}
        >
          {reflects ? reflection.letWait : reflection.reflect}
        </Button>
      </div>
    </>
  )
}

interface ForTwoProps {
  board: Board
  one: BoardPerson
  other: BoardPerson
  acts: Acts
  onClose: () => void
}

function ForTwo({ board, one, other, acts, onClose }: ForTwoProps) {
  const { people } = useBoardWords()
  const two: Two = [one.id, other.id]
  const wish = wishOf(board.head, two)
  const say = async (what: 'fix' | 'apart', off = false) => {
    if (await acts.act({ do: what, people: two, ...(off && { off }) })) onClose()
  }
  const said = wish && people[wish === 'fix' ? 'together' : 'apart'](one.name, other.name)
  return (
    <>
      <p>{said ?? people.twoHint}</p>
      <Refused acts={acts} />
      <div className={styles.answers}>
        {wish ? (
          <Button look="quiet" busy={acts.isBusy} onClick={() => say(wish, true)}>
            {people.undo}
          </Button>
        ) : (
          <>
            <Button look="quiet" busy={acts.isBusy} onClick={() => say('fix')}>
              {people.keepTogether}
            </Button>
            <Button look="quiet" busy={acts.isBusy} onClick={() => say('apart')}>
              {people.keepApart}
            </Button>
          </>
        )}
      </div>
    </>
  )
}

interface RemovingProps {
  person: BoardPerson
  acts: Acts
  onBack: () => void
  onClose: () => void
}

function Removing({ person, acts, onBack, onClose }: RemovingProps) {
  const { people } = useBoardWords()
  return (
    <>
      <p>
        <strong>{people.removeHeading(person.name)}</strong>
      </p>
      <p>{people.removeBody(person.name)}</p>
      <Refused acts={acts} />
      <div className={styles.answers}>
        <Button look="quiet" autoFocus onClick={onBack}>
          {people.removeNo}
        </Button>
        <Button
          busy={acts.isBusy}
          onClick={async () => {
            if (await acts.act({ do: 'remove', person: person.id })) onClose()
          }}
        >
          {people.removeYes}
        </Button>
      </div>
    </>
  )
}
