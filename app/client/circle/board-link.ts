// How does a facilitator's device follow their workshop? It shows the key, is given the whole board, and is told what changes.
// A lost connection leaves everything where it is; the next one gives the whole board again.
import type { Board, BoardChange, DirectAsk, PairingRefusal, WallLine } from '../../../lib/wire/circle.ts'
import type { RefusalCode } from '../../../lib/wire/events.ts'
import { backoffMs } from '../line/backoff.ts'
import { askClock, keepTime, learnAtLeast } from '../line/clock.ts'
import { createMovingWire } from '../line/moving-wire.ts'
import { isPassing } from '../line/passing.ts'
import { dial, type Wire } from '../line/socket.ts'
import { onWakeUp } from '../line/wake-up.ts'
import { merged } from './board-state.ts'
import type { FacilitatorKey } from './facilitator-memory.ts'

/** `wrong`: the key opens nothing here. `gone`: there is no such workshop any more. */
export type BoardTrouble = 'wrong' | 'gone'

export interface BoardSnapshot {
  /** Null until it came for the first time. */
  board: Board | null
  /** What people have offered to the wall, in an order of chance. */
  lines: readonly WallLine[]
  isUp: boolean
  trouble: BoardTrouble | null
}

/** `quiet`: the line is lost, and nothing was sent. `no-answer`: it was sent, and nobody knows whether it arrived. */
export type Directed =
  | { ok: true }
  | ({ ok: false; code: RefusalCode | 'no-answer' | 'quiet' } & Partial<PairingRefusal>)

export interface BoardLink {
  /** The same object until something changes. */
  snapshot(): BoardSnapshot
  /** Asked once: whether an ask whose answer was lost did anything is seen on the board, and never asked again unseen. */
  direct(ask: DirectAsk): Promise<Directed>
  /** Nobody looks at it any more. */
  end(): void
}

export interface BoardPorts {
  key: FacilitatorKey
  changed(): void
  dial?: () => Wire
}

export function createBoardLink({ key, changed, dial: createWire = dial }: BoardPorts): BoardLink {
  let current: BoardSnapshot = { board: null, lines: [], isUp: false, trouble: null }
  /** What was told while the whole board was on its way; null when none is awaited. */
  let early: BoardChange[] | null = null
  let asked = 0
  let isOver = false

  function become(change: Partial<BoardSnapshot>): void {
    if (isOver) return
    current = { ...current, ...change }
    changed()
  }

  const wire = createMovingWire(createWire)
  const stopTime = keepTime(wire)
  const stopWaking = onWakeUp(() => askClock(wire), wire.redial)
  wire.onLine(isUp => {
    if (isUp) void facilitate()
    else become({ isUp: false })
  })
  wire.on('board', change => {
    if (early) early.push(change)
    else if (current.board) learn(merged(current.board, change))
  })
  wire.on('offered', ({ lines }) => become({ lines }))

  function learn(board: Board): void {
    learnAtLeast(board.head.now)
    become({ board, isUp: true })
  }

  async function facilitate(): Promise<void> {
    const mine = ++asked
    early = []
    for (let failures = 1; !isOver && mine === asked && wire.isUp(); failures++) {
      const answer = await wire.ask('facilitate', key)
      if (mine !== asked || isOver) return
      if (answer.ok) {
        const waited = early ?? []
        early = null
        become({ lines: answer.lines })
        return learn(waited.reduce(merged, answer.board))
      }
      if (answer.code === 'no-answer' && !wire.isUp()) return
      if (!isPassing(answer.code)) return lost(answer.code === 'gone' ? 'gone' : 'wrong')
      await new Promise(resolve => setTimeout(resolve, backoffMs(failures, Math.random())))
    }
  }

  function lost(trouble: BoardTrouble): void {
    early = null
    wire.close()
    become({ trouble, isUp: false })
  }

  return {
    snapshot: () => current,
    direct: async ask => (wire.isUp() ? wire.ask('direct', ask) : { ok: false, code: 'quiet' }),
    end: () => {
      isOver = true
      stopTime()
      stopWaking()
      wire.close()
    },
  }
}
