// How does the meter hear of what the log, the stores and the limits do? By standing before them: each of these is the same as
// what it is given, and counts.
import type { AppPorts } from './app-ports.ts'
import type { LimitName, Meter, StoreAct, StoreName } from './observe/meter.ts'
import { type LobbyStore, type Log, type RoomStore, StoreDown } from './ports.ts'
import type { Limits } from './wire/limits.ts'

/** The same ports, counted where there is a meter. */
export function counted(ports: AppPorts): AppPorts {
  const { meter, lobbyStore } = ports
  if (!meter) return ports
  return {
    ...ports,
    log: countedLog(ports.log, meter),
    store: timedRooms(ports.store, meter),
    ...(lobbyStore && { lobbyStore: timedLobby(lobbyStore, meter) }),
  }
}

function countedLog(log: Log, meter: Meter): Log {
  return {
    fact(fact) {
      meter.fact(fact)
      log.fact(fact)
    },
    note: (event, fields) => log.note(event, fields),
    fault(event, error, fields) {
      meter.fault(event)
      log.fault(event, error, fields)
    },
  }
}

type Timed = <Answer>(act: StoreAct, ask: () => Promise<Answer>, outcome: (answer: Answer) => string) => Promise<Answer>

/** Runs acts of one store; whatever becomes of one, it is passed on as it is. */
function timer(meter: Meter, store: StoreName): Timed {
  return async (act, ask, outcome) => {
    const since = performance.now()
    const tell = (word: string) => meter.acted(store, act, word, (performance.now() - since) / 1_000)
    try {
      const answer = await ask()
      tell(outcome(answer))
      return answer
    } catch (error) {
      tell(error instanceof StoreDown ? error.why : 'thrown')
      throw error
    }
  }
}

const found = ({ kept }: { kept: unknown }) => (kept === null ? 'none' : 'kept')
const result = (answer: { result: string }) => answer.result
const done = () => 'done'

export function timedRooms(store: RoomStore, meter: Meter): RoomStore {
  const timed = timer(meter, 'rooms')
  return {
    create: (...asked) => timed('create', () => store.create(...asked), result),
    load: (...asked) => timed('load', () => store.load(...asked), found),
    swap: (...asked) => timed('swap', () => store.swap(...asked), result),
    forget: (...asked) => timed('forget', () => store.forget(...asked), result),
    epoch: mark => timed('epoch', () => store.epoch(mark), done),
    ready: () => timed('ready', () => store.ready(), done),
    close: () => store.close(),
  }
}

export function timedLobby(store: LobbyStore, meter: Meter): LobbyStore {
  const timed = timer(meter, 'lobby')
  return {
    load: (...asked) => timed('load', () => store.load(...asked), found),
    swap: (...asked) => timed('swap', () => store.swap(...asked), result),
    between: (...asked) => timed('between', () => store.between(...asked), done),
    part: (...asked) => timed('part', () => store.part(...asked), done),
    close: () => store.close(),
  }
}

export function countedLimits(limits: Limits, meter: Meter | undefined): Limits {
  if (!meter) return limits
  const may =
    <Asked extends string[]>(limit: LimitName, ask: (...asked: Asked) => boolean) =>
    (...asked: Asked) => {
      const isFine = ask(...asked)
      if (!isFine) meter.reached(limit)
      return isFine
    }
  return {
    mayShake: may('handshakes', limits.mayShake),
    mayConnect: may('connections', limits.mayConnect),
    mayOpen: may('opens', limits.mayOpen),
    mayJoin: may('joins', limits.mayJoin),
    mayGuess: may('guesses', limits.mayGuess),
    left: limits.left,
    guessedWrong: limits.guessedWrong,
    get size() {
      return limits.size
    },
  }
}
