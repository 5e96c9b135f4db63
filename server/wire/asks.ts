// What is done for each ask, once it has been let in? The answers of WIRE.md, one small function each.
import type { SeatId } from '../../lib/protocol/room.ts'
import type { Ack, IceAnswer, Seated, Tellings } from '../../lib/wire/events.ts'
import type { Asked } from '../../lib/wire/schemas.ts'
import type { Relayed } from '../fan-out/elsewhere.ts'
import { refuse } from '../refusals.ts'
import type { Entered } from '../room/director.ts'
import type { Outcome } from '../room/keeper.ts'
import type { Caller, Connection, Desk } from './desks.ts'
import type { Admitted } from './doorman.ts'
import { formatOf } from './format-asked.ts'
import { guessing } from './guesses.ts'
import { detach, seating } from './seats.ts'
import { markedLine, sayWords } from './words.ts'

/** How many pieces one `again` may be answered with. */
const REPLAYS_MOST = 16

export async function answerAsk<C extends Connection>(
  desk: Desk<C>,
  connection: C,
  caller: Caller,
  admitted: Admitted,
): Promise<Ack> {
  switch (admitted.name) {
    case 'clock':
      return fine({ now: desk.clock.now() })
    case 'ice':
      return ice(desk, caller)
    case 'open':
      return open(desk, connection, caller, admitted.asked)
    case 'enter':
      return enter(desk, connection, caller, admitted.asked)
    case 'peek':
      return guessing(desk.limits, caller.address, async () => acked(await desk.director.peek(admitted.asked.room)))
    case 'intent':
      return intend(desk, connection, caller, admitted.asked)
    case 'words':
      return sayWords(desk, caller, admitted.asked)
    case 'again':
      return again(desk, caller, admitted.asked)
    case 'replay':
      return replay(desk, caller, admitted.asked)
    case 'signal':
      return relayTo(desk, caller, admitted.asked.to, 'signal', from => ({ from, data: admitted.asked.data }))
    case 'convene':
    case 'join':
    case 'unjoin':
    case 'give':
    case 'offer':
    case 'watch':
    case 'facilitate':
    case 'direct':
      return desk.circles.answer(connection, caller, admitted)
    default:
      return desk.lobby.answer(connection, caller, admitted)
  }
}

async function open<C extends Connection>(
  desk: Desk<C>,
  connection: C,
  caller: Caller,
  ask: Asked['open'],
): Promise<Ack> {
  if (desk.isDraining()) return refuse('draining')
  const format = formatOf(ask.format)
  if ('problem' in format) return refuse('bad-request', `At format: ${format.problem}.`)
  if (!desk.limits.mayOpen(caller.address)) return refuse('too-fast')
  const plan = {
    kind: ask.kind,
    medium: ask.medium,
    clock: ask.clock ?? 'timed',
    format: format.format,
    seats: 2,
  } as const
  const opener = { name: ask.name, key: ask.key ?? null, near: caller.near }
  const out = await desk.director.open(plan, opener, seating(desk, connection, caller))
  return out.ok ? fine({ room: out.room, ...seated(out) }) : refuse(out.code)
}

async function enter<C extends Connection>(
  desk: Desk<C>,
  connection: C,
  caller: Caller,
  ask: Asked['enter'],
): Promise<Ack> {
  if (desk.isDraining()) return refuse('draining')
  return guessing(desk.limits, caller.address, async () => {
    const key = ask.key ?? null
    const seat = seating(desk, connection, caller)
    const elsewhere = 'token' in ask ? await desk.elsewhere.present(ask.room) : []
    const present = () => [...desk.presence.seats(ask.room), ...elsewhere]
    const isThere = () => !caller.isGone
    const come = () => {
      if (!('token' in ask))
        return desk.director.sit(ask.room, { name: ask.name, key, attempt: ask.attempt ?? null }, seat, isThere)
      const { token, heard = null, capsule } = ask
      return desk.director.comeBack(ask.room, { token, key, heard, present, isThere, capsule }, seat)
    }
    let out = await come()
    if (!out.ok && out.code === 'not-yours' && !desk.elsewhere.isAlone) {
      // The token may be newer than what is in mind here: nobody is turned away before the store was asked.
      await desk.director.refresh(ask.room)
      out = await come()
    }
    return out.ok ? fine(seated(out)) : refuse(out.code)
  })
}

async function intend<C extends Connection>(
  desk: Desk<C>,
  connection: C,
  caller: Caller,
  ask: Asked['intent'],
): Promise<Ack> {
  if (!caller.seated) return refuse('gone')
  const { room, seat, entry } = caller.seated
  const intent = ask.do === 'line' ? markedLine(desk, caller.seated, ask) : ask
  if (intent === null) return refuse('bad-request', 'Between strangers a line carries a commitment.')
  const out = await desk.director.act(room, seat, entry, intent)
  if (!out.ok) return refuse(out.code)
  if (ask.do === 'leave') {
    desk.lobby.left(room, seat)
    detach(desk, connection, caller)
  }
  return out
}

async function again<C extends Connection>(desk: Desk<C>, caller: Caller, ask: Asked['again']): Promise<Ack> {
  return relayTo(desk, caller, ask.to, 'again', from => ({ from, since: ask.since }))
}

/** What a person is told of another one, on the process where they are connected. */
export function deliver<C extends Connection, Event extends Relayed>(
  connection: C,
  event: Event,
  told: Parameters<Tellings[Event]>[0],
): void {
  const { caller } = connection.data
  if (event === 'again') {
    caller.asked ??= new Map()
    caller.asked.set(told.from, REPLAYS_MOST)
  }
  connection.emit(event, ...([told] as never))
}

async function replay<C extends Connection>(desk: Desk<C>, caller: Caller, ask: Asked['replay']): Promise<Ack> {
  if (!caller.seated) return refuse('gone')
  const left = caller.asked?.get(ask.to) ?? 0
  if (left === 0) return refuse('not-allowed', 'Nobody asked for it.')
  caller.asked?.set(ask.to, left - 1)
  const { room } = caller.seated
  const isMarked = ask.said && desk.director.status(room)?.isOfStrangers
  return relayTo(desk, caller, ask.to, 'replay', from => {
    const told = { from, sealed: ask.sealed }
    if (!isMarked) return told
    const now = desk.clock.now()
    return { ...told, said: ask.said?.map(one => ({ ...one, ...desk.franking.mark(room, from, one, now) })) }
  })
}

async function relayTo<C extends Connection, Event extends Relayed>(
  desk: Desk<C>,
  caller: Caller,
  to: SeatId,
  event: Event,
  told: (from: SeatId) => Parameters<Tellings[Event]>[0],
): Promise<Ack> {
  if (!caller.seated) return refuse('gone')
  const { room, seat } = caller.seated
  const isThere = desk.presence.holder(room, to) !== null || desk.elsewhere.mayHold(room, to)
  if (to === seat || !isThere) return refuse('not-now')
  desk.relay(room, to, event, told(seat))
  return { ok: true }
}

/** Nobody is handed a relay who has not found somebody to speak with. */
function ice<C extends Connection>(desk: Desk<C>, caller: Caller): Ack<IceAnswer> {
  if (!caller.seated) return refuse('gone')
  const { room, seat } = caller.seated
  const gathered = desk.director.gathered(room)
  if (!gathered) return refuse('busy')
  return gathered.isFull
    ? fine(desk.ice({ room, seat, kind: gathered.kind, isLocal: caller.isLocal }))
    : refuse('not-now')
}

const acked = <Answer extends object>(out: Outcome<Answer>): Ack<Answer> => (out.ok ? out : refuse(out.code))
const fine = <Answer extends object>(answer: Answer): Ack<Answer> => ({ ok: true, ...answer })
const seated = ({ seat, token, view }: Entered): Seated => ({ seat, token, rev: view.rev, view })
