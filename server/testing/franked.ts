// How does a stranger's page write, and show what was written to it? With the key of a commitment beside each text, as lib/seal
// makes it; what the server hands on is sealed, and opened by nobody here.
import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import type { SeatId } from '../../lib/protocol/room.ts'
import { commitmentOf } from '../../lib/seal/franking.ts'
import type { ReportAsk, Written } from '../../lib/wire/marked.ts'
import type { Stranger } from './strangers.ts'

export type Draft = Pick<Written, 'phase' | 'id' | 'kind' | 'text'>

/** The ask by which a text goes on, and the key that its reader finds in it. */
export async function written(room: string, from: SeatId, what: Draft) {
  const key = new Uint8Array(randomBytes(32))
  const commitment = await commitmentOf({ room, from, ...what }, key)
  const ask = { phase: what.phase, id: what.id, sealed: `sealed-${what.id}`, commitment }
  return { ask, key: Buffer.from(key).toString('base64url'), commitment }
}

/** Both go on until one of the two has the floor. */
export async function firstFloor(one: Stranger, other: Stranger) {
  for (;;) {
    const { phase } = one.view()
    const n = phase?.n ?? 0
    if (phase?.floor === 'a' || phase?.floor === 'b') {
      const isOne = one.view().you === phase.floor
      await other.sees(view => view.phase?.n === n)
      return { speaker: isOne ? one : other, listener: isOne ? other : one, phase: n, from: phase.floor }
    }
    for (const person of [one, other]) await person.must('intent', { do: 'on', phase: n })
    await one.sees(view => view.phase?.n !== n)
  }
}

/** `speaker` writes, and `listener` has it as their page would keep it. */
export async function tells(speaker: Stranger, listener: Stranger, what: Draft): Promise<Written> {
  const { room, you } = speaker.view()
  const { ask, key } = await written(room, you, what)
  await speaker.must('words', ask)
  await listener.caughtUp()
  const told = listener.told.words.at(-1)
  expect(told).toMatchObject({ ...ask, from: you })
  return { ...what, key, at: told?.at ?? 0, tag: told?.tag ?? '' }
}

/** A report of the other that shows this. */
export function showing(by: Stranger, said: Written[]): ReportAsk {
  const { room, token, seat } = by.told.paired.at(-1) ?? { room: '', token: '', seat: 'a' }
  return { room, token, about: seat === 'a' ? 'b' : 'a', reason: 'harassment', said }
}
