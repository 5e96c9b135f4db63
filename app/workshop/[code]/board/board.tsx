'use client'
// What does a facilitator see? How the workshop stands, all rooms with those first that need somebody, the people, and what
// can be done for all. States alone: no word, line or note of anybody ever comes here, but for lines that were offered to the wall.
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Board as BoardData, DirectAsk, PersonId, WallLine } from '../../../../lib/wire/circle.ts'
import type { Directed } from '../../../client/circle/board-link.ts'
import { type FacilitatorKey, rememberRound } from '../../../client/circle/facilitator-memory.ts'
import { serverNow } from '../../../client/line/clock.ts'
import { useBoard } from '../../../client/page/use-board.ts'
import { classes } from '../../../parts/class-names.ts'
import { Heading } from '../../../parts/heading.tsx'
import type { Say } from '../../../parts/says.ts'
import { Status } from '../../../parts/status.tsx'
import { useSaying } from '../../../parts/use-saying.ts'
import { useBoardWords } from '../../../words/use-words.ts'
import { ActionBar } from './actions.tsx'
import styles from './board.module.css'
import { BoardHeader } from './board-header.tsx'
import { BoardDoor } from './door.tsx'
import { Sums } from './learned.tsx'
import { momentOf } from './moment.ts'
import { OfferedLines } from './offered.tsx'
import { PeopleSide } from './people-side.tsx'
import { RoomsList } from './rooms-list.tsx'
import { isAnswered, type OpenSheet } from './sheets.ts'
import { useActs } from './use-acts.ts'
import { useAsked } from './use-asked.ts'
import { useDrawing } from './use-drawing.ts'
import { useQuiet } from './use-quiet.ts'
import { useTick } from './use-tick.ts'

/** They come right behind the board itself, before anybody can press for them. */
const loadSheets = () => import('./board-sheets.tsx')
const loadHarvest = () => import('./harvest.tsx')
const BoardSheets = lazy(loadSheets)
const HarvestPage = lazy(loadHarvest)

export function Board({ code }: { code: string }) {
  const words = useBoardWords()
  const { board, lines, isUp, trouble, key, direct } = useBoard(code)
  const { says, say } = useSaying()
  useAsked(board, say)

  if (trouble) return <BoardDoor why={trouble} code={code} />
  return (
    <>
      {board ? (
        <Guided board={board} lines={lines} isUp={isUp} code={code} own={key} direct={direct} say={say} />
      ) : (
        <main className={styles.loading}>
          <Heading size="quiet">{words.line.loading}</Heading>
        </main>
      )}
      <Status says={says} />
    </>
  )
}

interface GuidedProps {
  board: BoardData
  lines: readonly WallLine[]
  isUp: boolean
  code: string
  own: FacilitatorKey | null
  direct: (ask: DirectAsk) => Promise<Directed>
  say: Say
}

function Guided({ board, lines, isUp, code, own, direct, say }: GuidedProps) {
  const words = useBoardWords()
  const { head, people, rooms } = board
  const [sheet, setSheet] = useState<OpenSheet | null>(null)
  const [isHarvest, setHarvest] = useState(false)
  const names = useMemo(() => new Map(people.map(({ id, name }) => [id, name])), [people])
  const acts = useActs({ direct, nameOf: id => names.get(id) ?? words.room.nobody, words, say })
  useTick()
  const isQuiet = useQuiet(isUp)
  const moment = momentOf(head, serverNow())

  const open = useCallback(
    (next: OpenSheet) => {
      // What was said before belongs to what was asked before.
      acts.clear()
      setSheet(next)
    },
    [acts.clear],
  )
  const close = useCallback((at: OpenSheet['at']) => setSheet(lies => (lies?.at === at ? null : lies)), [])
  const known = useRef(head)
  useEffect(() => {
    const before = known.current
    known.current = head
    setSheet(lies => (lies && isAnswered(lies, before, head) ? null : lies))
  }, [head])
  const openRoom = useCallback((n: number) => open({ at: 'room', n }), [open])
  const openPerson = useCallback((id: PersonId) => open({ at: 'person', id }), [open])
  const drawing = useDrawing(([id, other]) => open({ at: 'person', id, other }), openPerson)

  // Rows are drawn again when they change themselves, and not because this function is another one.
  const attending = useRef<(n: number) => void>(() => {})
  attending.current = n => void acts.act({ do: 'attend', room: n }, words.acts.done.attend(n))
  const attend = useCallback((n: number) => attending.current(n), [])

  // What is pressed for while the line is lost has to be here already.
  useEffect(() => void loadHarvest().catch(() => {}), [])

  const isBegun = head.stage === 'running'
  useEffect(() => {
    if (isBegun) rememberRound(code, { n: head.round, prompt: head.prompt, rooms: rooms.length, people: head.people })
  }, [code, isBegun, head.round, head.prompt, head.people, rooms.length])

  if (isHarvest)
    return (
      <main className={styles.plain}>
        <Suspense>
          <HarvestPage head={head} lines={lines} code={code} onBack={() => setHarvest(false)} say={say} />
        </Suspense>
      </main>
    )

  const shared = { head, moment, acts, open, onHarvest: () => setHarvest(true) }
  return (
    <div data-board className={styles.board}>
      <BoardHeader board={board} />
      <ActionBar {...shared} />
      {isQuiet ? <p className={styles.lost}>{words.line.lost}</p> : null}
      {acts.notice && !sheet ? (
        <p className={acts.notice.isProblem ? styles.problem : styles.done}>{acts.notice.text}</p>
      ) : null}
      <main id="content" className={classes(styles.main, rooms.length === 0 && styles.before)} {...drawing}>
        {moment === 'closed' ? null : rooms.length > 0 ? (
          <RoomsList rooms={rooms} people={people} onOpen={openRoom} onAttend={attend} />
        ) : (
          <p className={styles.none}>{words.rooms.none}</p>
        )}
        {moment === 'closed' ? null : <PeopleSide board={board} acts={acts} onPerson={openPerson} />}
        <OfferedLines lines={lines} acts={acts} />
        {head.learned || (head.round > 0 && moment !== 'closed') ? (
          <section aria-labelledby="learned" className={styles.learned}>
            <h2 id="learned">{words.learned.heading}</h2>
            {head.learned ? <Sums learned={head.learned} /> : <p className={styles.keys}>{words.learned.few}</p>}
          </section>
        ) : null}
      </main>
      <Suspense>
        <BoardSheets
          sheet={sheet}
          board={board}
          code={code}
          own={own}
          acts={acts}
          open={open}
          close={close}
          onHarvest={() => setHarvest(true)}
          onAttend={attend}
          say={say}
        />
      </Suspense>
    </div>
  )
}
