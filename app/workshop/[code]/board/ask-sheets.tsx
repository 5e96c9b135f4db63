'use client'
// What does a facilitator answer before something happens to all? Each sheet asks one thing and says what will become of it;
// leaving everything as it is comes first.
import { type FormEvent, useRef, useState } from 'react'
import type { Board } from '../../../../lib/wire/circle.ts'
import { SAID_MOST } from '../../../../lib/wire/lengths.ts'
import { maySeat, sitting, waiting } from '../../../client/circle/board-state.ts'
import { pairsAhead } from '../../../client/circle/pairs-ahead.ts'
import { serverNow } from '../../../client/line/clock.ts'
import { Button } from '../../../parts/button.tsx'
import { Writing } from '../../../parts/field.tsx'
import { useBoardWords } from '../../../words/use-words.ts'
import styles from './board.module.css'
import { momentOf } from './moment.ts'
import type { Acts } from './use-acts.ts'

export interface AskSheetProps {
  board: Board
  acts: Acts
  onClose: () => void
}

/** What was refused is said where it was asked. */
export function Refused({ acts }: { acts: Acts }) {
  return acts.notice?.isProblem ? <p className={styles.problem}>{acts.notice.text}</p> : null
}

export function PairSheet({ board, acts, onClose }: AskSheetProps) {
  const words = useBoardWords()
  const { pairing } = words
  const { head } = board
  const moment = momentOf(head, serverNow())
  const late = waiting(board).length
  const ahead = pairsAhead(head.here, head.odd)
  const still = sitting(board)
  const make = async (who: 'all' | 'waiting' | 'same') => {
    if (await acts.act({ do: 'pair', who })) onClose()
  }
  return (
    <>
      {ahead === null ? (
        <p>{pairing.few}</p>
      ) : ahead.pairs === 0 ? (
        <p>{pairing.three}</p>
      ) : (
        <p>{pairing[ahead.left ?? 'even'](pairing.plan(head.here, pairing.counts(ahead.pairs)))}</p>
      )}
      {moment === 'paired' ? <p>{pairing.unbegun}</p> : null}
      {still > 0 ? <p>{pairing.running(still)}</p> : null}
      <p>{pairing.fresh}</p>
      {head.here < head.people ? <p>{pairing.away}</p> : null}
      <Refused acts={acts} />
      <div className={styles.answers}>
        <Button busy={acts.isBusy} onClick={() => make('all')}>
          {pairing.yes}
        </Button>
        {head.round > 0 ? (
          <Button look="quiet" busy={acts.isBusy} onClick={() => make('same')}>
            {pairing.same}
          </Button>
        ) : null}
        {maySeat(board, late) ? (
          <Button look="quiet" busy={acts.isBusy} onClick={() => make('waiting')}>
            {pairing.waiting(late)}
          </Button>
        ) : null}
        <Button look="link" autoFocus onClick={onClose}>
          {words.acts.cancel}
        </Button>
      </div>
      {maySeat(board, late) ? <p>{pairing.late}</p> : null}
    </>
  )
}

const SHOWN_FROM = 40

export function SaySheet({ acts, onClose }: AskSheetProps) {
  const { saying, acts: names } = useBoardWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const left = SAID_MOST - text.length

  async function submit(event: FormEvent) {
    event.preventDefault()
    const said = text.replace(/\s+/g, ' ').trim()
    setEmpty(said === '')
    if (said === '') return field.current?.focus()
    if (await acts.act({ do: 'say', text: said }, names.done.say)) onClose()
  }

  return (
    <form onSubmit={submit} className={styles.asks} noValidate>
      <Writing
        ref={field}
        autoFocus
        label={saying.field}
        hint={left <= SHOWN_FROM ? saying.left(left) : saying.body}
        maxLength={SAID_MOST}
        rows={3}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        problem={isEmpty ? saying.empty : null}
      />
      <Refused acts={acts} />
      <div className={styles.answers}>
        <Button type="submit" busy={acts.isBusy}>
          {saying.yes}
        </Button>
        <Button look="link" onClick={onClose}>
          {names.cancel}
        </Button>
      </div>
    </form>
  )
}

const CALLS = [30, 60, 120] as const

export function CallSheet({ board, acts, onClose }: AskSheetProps) {
  const { calling, acts: names } = useBoardWords()
  const isCalled = board.head.backBy !== null
  const call = async (seconds: number | null) => {
    if (await acts.act({ do: 'call-back', seconds })) onClose()
  }
  return (
    <>
      <p>{isCalled ? calling.takenBack : calling.body}</p>
      <Refused acts={acts} />
      <div className={styles.answers}>
        {isCalled ? (
          <Button busy={acts.isBusy} onClick={() => call(null)}>
            {calling.takeBack}
          </Button>
        ) : (
          CALLS.map(seconds => (
            <Button key={seconds} look="quiet" busy={acts.isBusy} onClick={() => call(seconds)}>
              {calling.in[seconds]}
            </Button>
          ))
        )}
        <Button look="link" autoFocus onClick={onClose}>
          {names.cancel}
        </Button>
      </div>
    </>
  )
}

export function CloseSheet({ board, acts, onClose }: AskSheetProps) {
  const { closing } = useBoardWords()
  const still = sitting(board)
  return (
    <>
      {still > 0 ? <p>{closing.rooms(still)}</p> : null}
      <p>{closing.body}</p>
      <Refused acts={acts} />
      <div className={styles.answers}>
        <Button look="quiet" autoFocus onClick={onClose}>
          {closing.no}
        </Button>
        <Button
          busy={acts.isBusy}
          onClick={async () => {
            if (await acts.act({ do: 'close' })) onClose()
          }}
        >
          {closing.yes}
        </Button>
      </div>
    </>
  )
}
