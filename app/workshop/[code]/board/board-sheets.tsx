'use client'
// Which sheet lies over the board? One at a time; each is made when it is asked for.
import type { Board, DirectAsk } from '../../../../lib/wire/circle.ts'
import { serverNow } from '../../../client/clock.ts'
import type { FacilitatorKey } from '../../../client/facilitator-memory.ts'
import { Choice } from '../../../parts/choice.tsx'
import { useBoardWords } from '../../../parts/use-words.ts'
import { Sheet } from '../../../r/[room]/parts/sheet.tsx'
import { JoinWays } from '../../parts/join-ways.tsx'
import { ActionMenu } from './actions.tsx'
import { CallSheet, CloseSheet, PairSheet, SaySheet } from './ask-sheets.tsx'
import { momentOf } from './moment.ts'
import { PersonSheet } from './person-sheet.tsx'
import { RoomSheet } from './room-sheet.tsx'
import type { OpenSheet } from './sheets.ts'
import type { Acts } from './use-acts.ts'

export interface BoardSheetsProps {
  sheet: OpenSheet | null
  board: Board
  code: string
  own: FacilitatorKey | null
  acts: Acts
  open: (sheet: OpenSheet | null) => void
  onHarvest: () => void
  onAttend: (n: number) => void
  say: (sentence: string) => void
}

export function BoardSheets(props: BoardSheetsProps) {
  const { sheet, board, code, own, acts, open, onHarvest, onAttend, say } = props
  const words = useBoardWords()
  const close = () => open(null)
  const asks = { board, acts, onClose: close }
  const person = sheet?.at === 'person' ? board.people.find(({ id }) => id === sheet.id) : undefined
  const room = sheet?.at === 'room' ? board.rooms.find(({ n }) => n === sheet.n) : undefined
  const nextRound = board.head.stage === 'paired' ? board.head.round : board.head.round + 1
  const moment = momentOf(board.head, serverNow())

  return (
    <>
      <Sheet open={sheet?.at === 'pair'} onClose={close} heading={words.pairing.heading(nextRound)}>
        <PairSheet {...asks} />
      </Sheet>
      <Sheet open={sheet?.at === 'say'} onClose={close} heading={words.saying.heading}>
        <SaySheet {...asks} />
      </Sheet>
      <Sheet open={sheet?.at === 'call-back'} onClose={close} heading={words.calling.heading}>
        <CallSheet {...asks} />
      </Sheet>
      <Sheet open={sheet?.at === 'close'} onClose={close} heading={words.closing.heading}>
        <CloseSheet {...asks} />
      </Sheet>
      <Sheet open={sheet?.at === 'menu'} onClose={close} heading={words.acts.all} look="page">
        <ActionMenu head={board.head} moment={moment} acts={acts} open={open} onHarvest={onHarvest} onClose={close} />
        <Choice
          legend={words.late.legend}
          look="row"
          options={(['finish', 'catch-up'] as const).map(value => ({ value, label: words.late.modes[value].label }))}
          value={board.head.late}
          onChange={late => void acts.act({ do: 'late', late } satisfies DirectAsk)}
          note={words.late.modes[board.head.late].hint}
        />
      </Sheet>
      <Sheet open={sheet?.at === 'join'} onClose={close} heading={words.acts.join} look="page">
        <JoinWays words={words.joining} code={code} own={own} say={say} />
      </Sheet>
      <Sheet open={person !== undefined} onClose={close} heading={person ? words.people.about(person.name) : ''}>
        {person && sheet?.at === 'person' ? (
          <PersonSheet key={person.id} {...asks} person={person} other={sheet.other} />
        ) : null}
      </Sheet>
      <Sheet open={room !== undefined} onClose={close} heading={room ? words.room.name(room.n) : ''}>
        {room ? (
          <RoomSheet {...asks} room={room} onAttend={onAttend} onPerson={id => open({ at: 'person', id })} />
        ) : null}
      </Sheet>
    </>
  )
}
