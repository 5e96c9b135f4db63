// How does a person who sits in a room stay in their circle? On the room's own connection: each time their seat was entered the
// circle is joined there too, so that what the facilitator says reaches them, and word of the next room.
import type { CircleView } from '../../../lib/wire/circle.ts'
import type { PairedTold, Tellings } from '../../../lib/wire/events.ts'
import type { Closeness } from '../device/closeness.ts'
import { backoffMs } from '../line/backoff.ts'
import { isPassing } from '../line/passing.ts'
import type { RoomLink } from '../line/room-link.ts'
import { circleOf, rememberCircle, rememberedCircle, rememberSat } from './circle-memory.ts'
import { isLater, type SaidLine } from './circle-state.ts'
import { createSaidLately } from './said-lately.ts'

/** What is known in the room of its circle. */
export interface AboardNow {
  code: string
  /** Null until the circle has answered. */
  view: CircleView | null
  said: SaidLine | null
  /** They have been seated in another room by now. */
  isElsewhere: boolean
  /** The room is behind them: they have gone back to the circle. */
  isBehind: boolean
  /** The room is over and they read on: nothing but the next room leads them back. */
  stays: boolean
}

export interface Aboard {
  /** The same object until something changes; null where no circle has seated anybody of this device in the room. */
  now(): AboardNow | null
  entered(): Promise<void>
  told: { circle: Tellings['circle']; said: Tellings['said']; paired: Tellings['paired'] }
  stay(): void
  /** The room is behind them: what they may still give of the round goes on with them. */
  goBack(closeness: Closeness, line: string | null): void
  end(): void
}

export interface AboardPorts {
  room: string
  ask: RoomLink['ask']
  rings(): void
  changed(): void
}

const TRIES = 6

export function createAboard({ room, ask, rings, changed: tell }: AboardPorts): Aboard {
  /** Found out once: it stays known when the room is forgotten. */
  let code: string | null | undefined
  let view: CircleView | null = null
  let next: PairedTold | null = null
  let isBehind = false
  let stays = false
  let round = 0
  let current: AboardNow | null | undefined
  const said = createSaidLately({ changed, rings })

  function changed(): void {
    current = undefined
    tell()
  }

  function make(): AboardNow | null {
    code ??= circleOf(room)
    if (!code) return null
    const place = view?.place
    const isElsewhere = next !== null || (place?.at === 'room' && place.room !== room)
    return { code, view, said: said.now(), isElsewhere, isBehind, stays }
  }

  function learn(later: CircleView): void {
    if (!isLater(later, view)) return
    view = later
    changed()
  }

  return {
    now() {
      if (current === undefined) current = make()
      return current
    },
    async entered() {
      code ??= circleOf(room)
      const mine = ++round
      for (let failures = 1; code && mine === round && failures <= TRIES; failures++) {
        const token = rememberedCircle(code)?.token
        if (!token) return
        const answer = await ask('join', { code, token })
        if (mine !== round) return
        if (answer.ok) {
          rememberCircle(code, { token: answer.token, room })
          // A seat that is answered here is another than the one that this connection has just entered.
          next = answer.seat
          return learn(answer.view)
        }
        if (!isPassing(answer.code) || answer.code === 'no-answer') return
        await new Promise(resolve => setTimeout(resolve, backoffMs(failures, Math.random())))
      }
    },
    told: {
      circle: learn,
      said: said.told,
      paired(told) {
        if (told.room === room) return
        next = told
        changed()
      },
    },
    stay() {
      stays = true
      changed()
    },
    goBack({ before, after }, line) {
      if (code && view) rememberSat(code, { round: view.round, before, after, line })
      isBehind = true
      changed()
    },
    end() {
      round += 1
      said.end()
    },
  }
}
