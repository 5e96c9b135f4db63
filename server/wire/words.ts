// Whose words are handed on to whom? The hot path: judged from memory, told to the other seats, stored nowhere (rule F).
import type { SeatId } from '../../lib/protocol/room.ts'
import type { Ack, Intent, RefusalCode } from '../../lib/wire/events.ts'
import type { Asked } from '../../lib/wire/schemas.ts'
import { refuse } from '../refusals.ts'
import type { Caller, Connection, Desk } from './desks.ts'
import { type QuickWords, toldQuickly } from './quick-words.ts'

type Hearing = { others: SeatId[]; isOfStrangers: boolean } | { barred: RefusalCode }

/** Who would hear this caller in `phase`, or why nobody may. */
function hearing<C extends Connection>(desk: Desk<C>, { seated }: Caller, phase: number): Hearing {
  if (!seated) return { barred: 'gone' }
  const status = desk.director.status(seated.room)
  if (!status) return { barred: 'busy' }
  if (status.n !== phase) return { barred: 'stale-phase' }
  if (status.floor !== seated.seat && status.floor !== 'all') return { barred: 'not-allowed' }
  const { seats, isOfStrangers } = status
  return { others: seats.filter(other => other !== seated.seat), isOfStrangers }
}

export function sayWords<C extends Connection>(desk: Desk<C>, caller: Caller, ask: Asked['words']): Ack {
  const heard = hearing(desk, caller, ask.phase)
  if ('barred' in heard) return refuse(heard.barred)
  if (!caller.seated) return refuse('gone')
  const { room, seat } = caller.seated
  const isElsewhere = (other: SeatId) => !desk.presence.holder(room, other) && desk.elsewhere.mayHold(room, other)
  // Taken and lost, the last of them would be missed by nobody: their author's page keeps them, and says them again.
  if (!desk.elsewhere.isHeard() && heard.others.some(isElsewhere)) return refuse('store-down')
  const told = { ...ask, from: seat }
  if (!heard.isOfStrangers) for (const other of heard.others) desk.relay(room, other, 'words', told)
  else {
    const { commitment } = ask
    // Whoever could leave it away could write what nobody can ever show to be theirs.
    if (commitment === undefined) return refuse('bad-request', 'Between strangers words carry a commitment.')
    const mark = desk.franking.mark(room, seat, { ...ask, commitment }, desk.clock.now())
    for (const other of heard.others) desk.relay(room, other, 'words', { ...told, ...mark })
  }
  return { ok: true }
}

type Line = Extract<Asked['intent'], { do: 'line' }>

/**
 * A closing line as it is kept until it opens: between strangers behind its commitment and the mark of it, with dots between. Null
 * where it came without a commitment.
 */
export function markedLine<C extends Connection>(
  desk: Desk<C>,
  { room, seat }: NonNullable<Caller['seated']>,
  { commitment, ...line }: Line,
): Intent | null {
  if (!desk.director.status(room)?.isOfStrangers) return line
  if (commitment === undefined) return null
  const { at, tag } = desk.franking.mark(room, seat, { phase: line.phase, id: 0, commitment }, desk.clock.now())
  return { ...line, sealed: [commitment, at, tag, line.sealed].join('.') }
}

/**
 * The same for words that were read quickly, when nothing speaks against them and everybody who hears them is connected
 * here: whether they were handed on. `mayPass` counts them, once all else has been found to be right.
 */
export function sayQuickly<C extends Connection>(
  desk: Desk<C>,
  caller: Caller,
  words: QuickWords,
  mayPass: () => boolean,
): boolean {
  const heard = hearing(desk, caller, words.phase)
  if ('barred' in heard || !caller.seated || heard.isOfStrangers) return false
  const { room, seat } = caller.seated
  const holders = heard.others.map(other => desk.presence.holder(room, other))
  if (holders.includes(null) || !mayPass()) return false
  const told = toldQuickly(words, seat)
  for (const holder of holders) if (holder) desk.pass(holder, told)
  return true
}
