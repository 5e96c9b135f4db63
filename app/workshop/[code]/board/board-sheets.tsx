'use client'
// Which sheet lies over the board? One at a time; each is made when it is asked for.
import type { Board, DirectAsk } from '../../../../lib/wire/circle.ts'
import type { FacilitatorKey } from '../../../client/circle/facilitator-memory.ts'
import { serverNow } from '../../../client/line/clock.ts'
import { Choice } from '../../../parts/choice.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { useBoardWords } from '../../../words/use-words.ts'
import JoinWays from '../../parts/join-ways.tsx'
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
  open: (sheet: OpenSheet) => void
  /** Takes this sheet away, if it is still the one that lies there: a closed dialog says so only after the next has come. */
  close: (at: OpenSheet['at']) => void
  onHarvest: () => void
  onAttend: (n: number) => void
  say: (sentence: string) => void
}

export default function BoardSheets(props: BoardSheetsProps) {
  const { sheet, board, code, own, acts, open, close, onHarvest, onAttend, say } = props
  const words = useBoardWords()
  const around = (at: OpenSheet['at']) => ({ onClose: () => close(at) })
  const asks = (at: OpenSheet['at']) => ({ board, acts, ...around(at) })
  const person = sheet?.at === 'person' ? board.people.find(({ id }) => id === sheet.id) : undefined
  const room = sheet?.at === 'room' ? board.rooms.find(({ n }) => n === sheet.n) : undefined
  const nextRound = board.head.stage === 'paired' ? board.head.round : board.head.round + 1
  const moment = momentOf(board.head, serverNow())

  return (
    <>
      <Sheet open={sheet?.at === 'pair'} {...around('pair')} heading={words.pairing.heading(nextRound)}>
        <PairSheet {...asks('pair')} />
      </Sheet>
      <Sheet open={sheet?.at === 'say'} {...around('say')} heading={words.saying.heading}>
        <SaySheet {...asks('say')} />
      </Sheet>
      <Sheet open={sheet?.at === 'call-back'} {...around('call-back')} heading={words.calling.heading}>
        <CallSheet {...asks('call-back')} />
      </Sheet>
      <Sheet open={sheet?.at === 'close'} {...around('close')} heading={words.closing.heading}>
        <CloseSheet {...asks('close')} />
      </Sheet>
      <Sheet open={sheet?.at === 'menu'} {...around('menu')} heading={words.acts.all} look="page">
        <ActionMenu
          head={board.head}
          moment={moment}
          acts={acts}
          open={open}
          onHarvest={onHarvest}
          {...around('menu')}
        />
        <Choice
          legend={words.late.legend}
          look="row"
          options={(['finish', 'catch-up'] as const).map(value => ({ value, label: words.late.modes[value].label }))}
          value={board.head.late}
          onChange={late => void acts.act({ do: 'late', late } satisfies DirectAsk)}
          note={words.late.modes[board.head.late].hint}
        />
      </Sheet>
      <Sheet open={sheet?.at === 'join'} {...around('join')} heading={words.acts.join} look="page">
        <JoinWays words={words.joining} code={code} own={own} say={say} />
      </Sheet>
      <Sheet open={person !== undefined} {...around('person')} heading={person ? words.people.about(person.name) : ''}>
        {person && sheet?.at === 'person' ? (
          <PersonSheet key={person.id} {...asks('person')} person={person} other={sheet.other} />
        ) : null}
      </Sheet>
      <Sheet open={room !== undefined} {...around('room')} heading={room ? words.room.name(room.n) : ''}>
        {room ? (
          <RoomSheet {...asks('room')} room={room} onAttend={onAttend} onPerson={id => open({ at: 'person', id })} />
        ) : null}
      </Sheet>
    </>
  )
}
