// How is an act on a circle made true for every process? As a small document by compare-and-swap, found by its id, or by the code
// on the wall.
import { type Circle, convened, forgetAt } from '../../lib/circle/circle.ts'
import { CODE_ALPHABET, CODE_LENGTH, codeOf } from '../../lib/circle/code.ts'
import type { Ms } from '../../lib/protocol/room.ts'
import type { ConveneAsk } from '../../lib/wire/circle.ts'
import type { RefusalCode } from '../../lib/wire/events.ts'
import type { Ids } from '../ports.ts'
import type { Docs } from '../store/docs.ts'

export interface Seen {
  circle: Circle
  /** By which this state is known again. */
  mark: string
}

/** What an act decides: the next circle, or why not. Anything else that it found comes along. */
export type Decision<More extends object> = ({ ok: true; circle: Circle } & More) | Refusing
export type Refusing = { ok: false; code: RefusalCode; why?: string; who?: string[] }
export type Acted<More extends object> = ({ ok: true; mark: string; circle: Circle } & More) | Refusing

/** Each rejects with `StoreDown` or `DocsBusy`, as the documents do. */
export interface CircleDocs {
  /** `key`: the hash of the facilitator's; `lock`: what lines are sealed for. */
  convene(ask: ConveneAsk, key: string, lock: string): Promise<Circle>
  /** The circle of a code; null when there is none. */
  idOf(code: string): Promise<string | null>
  act<More extends object>(id: string, decide: (circle: Circle, now: Ms) => Decision<More>): Promise<Acted<More>>
  /** The circle, when it is not as `mark` left it; null when there is none any more. */
  look(id: string, mark: string | null): Promise<Seen | 'same' | null>
}

interface CodeDoc {
  v: 1
  circle: string
}

/** A code is not given to anybody else while a link to it may still hang on a wall. */
const CODE_MS = 48 * 3600_000
/** While a circle lives something happens in it every 12 h at the latest: in good time before its code is over. */
const CODE_ANEW_MS = CODE_MS / 2
/** 28 ⁸ codes: even the second is never drawn. */
const CODES_TRIED = 4

export function createCircleDocs(docs: Docs, ids: Pick<Ids, 'room' | 'commit' | 'below'>): CircleDocs {
  const circleKey = (id: string) => `circle:${id}`

  async function takeCode(circle: string): Promise<string> {
    for (let tries = 0; tries < CODES_TRIED; tries++) {
      const code = codeOf(Array.from({ length: CODE_LENGTH }, () => ids.below(CODE_ALPHABET.length)))
      let isTaken = false
      await docs.change<CodeDoc>(`code:${code}`, kept => {
        isTaken = kept !== null
        return isTaken ? null : { next: { v: 1, circle }, ttlMs: CODE_MS }
      })
      if (!isTaken) return code
    }
    throw new Error('no code is free')
  }

  /** The circle with its code kept for as long as if it were given now, where much of that is over. */
  async function withCode(circle: Circle, now: Ms): Promise<Circle> {
    if (circle.closed || now < (circle.codeAt ?? circle.createdAt) + CODE_ANEW_MS) return circle
    await docs.change<CodeDoc>(`code:${circle.code}`, kept =>
      kept && kept.circle !== circle.id ? null : { next: { v: 1, circle: circle.id }, ttlMs: CODE_MS },
    )
    return { ...circle, codeAt: now }
  }

  return {
    async convene(ask, key, lock) {
      const id = ids.room()
      const code = await takeCode(id)
      let made: Circle | null = null
      await docs.change<Circle>(circleKey(id), (_, now) => {
        made = convened(ask, { id, code, key, lock }, now)
        return { next: made, ttlMs: forgetAt(made) - now }
      })
      if (made === null) throw new Error('nothing was convened')
      return made
    },
    async idOf(code) {
      return (await docs.read<CodeDoc>(`code:${code}`))?.circle ?? null
    },
    async act<More extends object>(id: string, decide: (circle: Circle, now: Ms) => Decision<More>) {
      let out: Acted<More> = { ok: false, code: 'gone' }
      await docs.change<Circle>(circleKey(id), async (circle, now) => {
        out = { ok: false, code: 'gone' }
        if (!circle) return null
        const decided = decide(circle, now)
        if (!decided.ok) {
          out = decided
          return null
        }
        const mark = ids.commit()
        out = { ...decided, mark }
        if (decided.circle === circle) return null
        const next = await withCode(decided.circle, now)
        out = { ...decided, circle: next, mark }
        return { next, ttlMs: Math.max(1, forgetAt(next) - now), mark }
      })
      return out
    },
    async look(id, mark) {
      const seen = await docs.readNewer<Circle>(circleKey(id), mark)
      if (seen === 'same') return 'same'
      return seen.doc && seen.mark !== null ? { circle: seen.doc, mark: seen.mark } : null
    },
  }
}
