// What is done for each ask, once it has been let in? The answers of WIRE.md, one small function each.
import type { Ms, SeatId } from '../lib/protocol/room.ts'
import type { Ack, IceAnswer, Seated, Tellings } from '../lib/wire/events.ts'
import type { Asked } from '../lib/wire/schemas.ts'
import type { CircleDesk, Connection, Guest, LobbyDesk } from './desks.ts'
import type { Director, Entered, Seat } from './director.ts'
import type { Admitted } from './doorman.ts'
import { formatOf } from './format-asked.ts'
import type { Asking } from './ice.ts'
import type { Outcome } from './keeper.ts'
import type { Limits } from './limits.ts'
import type { Clock } from './ports.ts'
import type { Presence } from './presence.ts'
import { refuse } from './refusals.ts'
import { sayWords } from './words.ts'

type Relayed = 'words' | 'again' | 'replay' | 'signal'

export interface Desk<C extends Connection> {
  director: Director
  clock: Clock
  limits: Limits
  presence: Presence<C>
  relay: <Event extends Relayed>(room: string, seat: SeatId, event: Event, told: Parameters<Tellings[Event]>[0]) => void
  /** Sends a packet of the wire as it is. */
  pass: (connection: C, packet: string) => void
  isDraining: () => boolean
  /** How somebody may reach the others of their room. */
  ice: (who: Asking) => IceAnswer
  lobby: LobbyDesk<C>
  circles: CircleDesk<C>
}

/** How many pieces one `again` may be answered with. */
const REPLAYS_MOST = 16

export async function answerAsk<C extends Connection>(
  desk: Desk<C>,
  connection: C,
  guest: Guest,
  admitted: Admitted,
): Promise<Ack> {
  switch (admitted.name) {
    case 'clock':
      return fine({ now: desk.clock.now() })
    case 'ice':
      return ice(desk, guest)
    case 'open':
      return open(desk, connection, guest, admitted.asked)
    case 'enter':
      return enter(desk, connection, guest, admitted.asked)
    case 'peek':
      return guessing(desk, guest, () => desk.director.peek(admitted.asked.room))
    case 'intent':
      return intend(desk, connection, guest, admitted.asked)
    case 'words':
      return sayWords(desk, guest, admitted.asked)
    case 'again':
      return again(desk, guest, admitted.asked)
    case 'replay':
      return replay(desk, guest, admitted.asked)
    case 'signal':
      return relayTo(desk, guest, admitted.asked.to, 'signal', from => ({ from, data: admitted.asked.data }))
    case 'convene':
    case 'join':
    case 'unjoin':
    case 'give':
    case 'watch':
    case 'facilitate':
    case 'direct':
      return desk.circles.answer(connection, guest, admitted)
    default:
      return desk.lobby.answer(connection, guest, admitted)
  }
}

async function open<C extends Connection>(
  desk: Desk<C>,
  connection: C,
  guest: Guest,
  ask: Asked['open'],
): Promise<Ack> {
  if (desk.isDraining()) return refuse('draining')
  const format = formatOf(ask.format)
  if ('problem' in format) return refuse('bad-request', `At format: ${format.problem}.`)
  if (!desk.limits.mayOpen(guest.address)) return refuse('too-fast')
  const plan = {
    kind: ask.kind,
    medium: ask.medium,
    clock: ask.clock ?? 'timed',
    format: format.format,
    seats: 2,
  } as const
  const out = await desk.director.open(plan, { name: ask.name, key: ask.key ?? null }, seating(desk, connection, guest))
  return out.ok ? fine({ room: out.room, ...seated(out) }) : refuse(out.code)
}

async function enter<C extends Connection>(
  desk: Desk<C>,
  connection: C,
  guest: Guest,
  ask: Asked['enter'],
): Promise<Ack> {
  if (desk.isDraining()) return refuse('draining')
  return guessing(desk, guest, async () => {
    const key = ask.key ?? null
    const seat = seating(desk, connection, guest)
    const present = () => desk.presence.seats(ask.room)
    const out =
      'token' in ask
        ? await desk.director.comeBack(ask.room, { token: ask.token, key, heard: ask.heard ?? null, present }, seat)
        : await desk.director.sit(ask.room, { name: ask.name, key }, seat)
    return out.ok ? { ok: true, ...seated(out) } : out
  })
}

/** The answers to people who know neither a room nor a token of it are counted, and after too many there are none. */
async function guessing<C extends Connection>(desk: Desk<C>, guest: Guest, ask: () => Promise<Outcome>): Promise<Ack> {
  if (!desk.limits.mayGuess(guest.address)) return refuse('too-fast')
  const out = await ask()
  if (out.ok) return out
  if (out.code === 'gone' || out.code === 'not-yours') desk.limits.guessedWrong(guest.address)
  return refuse(out.code)
}

/**
 * Gives the connection its seat: it lets go of another one, and whoever held this one before is told. A connection that
 * ended while it was being seated lets go at once.
 */
function seating<C extends Connection>(desk: Desk<C>, connection: C, guest: Guest): Seat {
  return (room, { seat, entry }) => {
    if (guest.seated && (guest.seated.room !== room || guest.seated.seat !== seat)) detach(desk, connection, guest)
    guest.seated = { room, seat, entry }
    guest.wanted = null
    desk.lobby.entered(connection, room, seat)
    const before = desk.presence.take(room, seat, { connection, entry })
    if (before) {
      before.data.guest.seated = null
      before.emit('moved', { why: 'other-tab' })
    }
    if (guest.isGone) detach(desk, connection, guest)
  }
}

/** The connection has let go of its seat at `left`; the room learns of it, and is kept in mind no longer than somebody is here. */
export function detach<C extends Connection>(
  desk: Desk<C>,
  connection: C,
  guest: Guest,
  left: Ms = desk.clock.now(),
): void {
  if (!guest.seated) return
  const { room, seat } = guest.seated
  guest.seated = null
  const entry = desk.presence.release(room, seat, connection)
  if (entry === null) return
  void desk.director.went(room, seat, entry, left).then(() => {
    if (desk.presence.seats(room).length === 0) desk.director.unwatch(room)
  })
}

async function intend<C extends Connection>(
  desk: Desk<C>,
  connection: C,
  guest: Guest,
  ask: Asked['intent'],
): Promise<Ack> {
  if (!guest.seated) return refuse('gone')
  const { room, seat, entry } = guest.seated
  const out = await desk.director.act(room, seat, entry, ask)
  if (!out.ok) return refuse(out.code)
  if (ask.do === 'leave') {
    desk.lobby.left(room, seat)
    detach(desk, connection, guest)
  }
  if (ask.do === 'unseat') evict(desk, room, ask.seat)
  return out
}

/** A seat that was freed is nobody's: its connection has been told, and may ask nothing more of the room. */
function evict<C extends Connection>(desk: Desk<C>, room: string, seat: SeatId): void {
  const holder = desk.presence.holder(room, seat)
  const entry = holder?.data.guest.seated?.entry
  // Somebody else may have sat down in the meantime.
  if (!holder || (entry !== undefined && desk.director.holds(room, seat, entry))) return
  desk.presence.release(room, seat, holder)
  holder.data.guest.seated = null
}

async function again<C extends Connection>(desk: Desk<C>, guest: Guest, ask: Asked['again']): Promise<Ack> {
  const told = await relayTo(desk, guest, ask.to, 'again', from => ({ from, since: ask.since }))
  if (told.ok) {
    guest.wanted ??= new Map()
    guest.wanted.set(ask.to, REPLAYS_MOST)
  }
  return told
}

async function replay<C extends Connection>(desk: Desk<C>, guest: Guest, ask: Asked['replay']): Promise<Ack> {
  if (!guest.seated) return refuse('gone')
  const { room, seat } = guest.seated
  const wanted = desk.presence.holder(room, ask.to)?.data.guest.wanted
  const left = wanted?.get(seat) ?? 0
  if (left === 0) return refuse('not-allowed', 'Nobody asked for it.')
  wanted?.set(seat, left - 1)
  return relayTo(desk, guest, ask.to, 'replay', from => ({ from, sealed: ask.sealed }))
}

async function relayTo<C extends Connection, Event extends Relayed>(
  desk: Desk<C>,
  guest: Guest,
  to: SeatId,
  event: Event,
  told: (from: SeatId) => Parameters<Tellings[Event]>[0],
): Promise<Ack> {
  if (!guest.seated) return refuse('gone')
  const { room, seat } = guest.seated
  if (to === seat || !desk.presence.holder(room, to)) return refuse('not-now')
  desk.relay(room, to, event, told(seat))
  return { ok: true }
}

/** Nobody is handed a relay who has not found somebody to speak with. */
function ice<C extends Connection>(desk: Desk<C>, guest: Guest): Ack<IceAnswer> {
  if (!guest.seated) return refuse('gone')
  const { room, seat } = guest.seated
  const gathered = desk.director.gathered(room)
  if (!gathered) return refuse('busy')
  return gathered.isFull
    ? fine(desk.ice({ room, seat, kind: gathered.kind, isLocal: guest.isLocal }))
    : refuse('not-now')
}

const fine = <Answer extends object>(answer: Answer): Ack<Answer> => ({ ok: true, ...answer })
const seated = ({ seat, token, view }: Entered): Seated => ({ seat, token, rev: view.rev, view })
