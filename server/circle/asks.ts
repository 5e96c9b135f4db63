// What is done for each ask about a workshop, once it has been let in?
import type { Circle } from '../../lib/circle/circle.ts'
import { face, viewOf } from '../../lib/circle/circle-view.ts'
import { offer } from '../../lib/circle/offered.ts'
import type { Order } from '../../lib/circle/orders.ts'
import { comeBack, give, join, type Newcomer } from '../../lib/circle/people.ts'
import { direct, planProblem, removed } from '../../lib/circle/rounds.ts'
import type { Ms } from '../../lib/protocol/room.ts'
import type { Board, CircleFace, Convened, Joined, PersonId, WallLine } from '../../lib/wire/circle.ts'
import type { Ack, Refusal } from '../../lib/wire/events.ts'
import { nearCircle } from '../../lib/wire/near.ts'
import type { Asked } from '../../lib/wire/schemas.ts'
import { type Clock, type Ids, StoreDown } from '../ports.ts'
import { Busy } from '../queue.ts'
import { refuse } from '../refusals.ts'
import { DocsBusy } from '../store/docs.ts'
import type { Caller, CircleAsk, CircleDesk, Connection } from '../wire/desks.ts'
import { type Guesses, guessing } from '../wire/guesses.ts'
import { type Bucket, FULL, type Rate, take } from '../wire/token-bucket.ts'
import type { Circles } from './care.ts'
import type { CircleDocs, Decision, Seen } from './docs.ts'
import type { CircleMark } from './marks.ts'
import { lineReader, lockOf, sealedLine } from './offered-lines.ts'

/** How often a whole circle is paired anew: for a hall that is up to 250 rooms, and much thought. */
const PAIRINGS: Rate = { burst: 6, everyMs: 10_000 }

/** To a process that is about to end nobody comes; whoever is there goes on until another one has them. */
const COMING: ReadonlySet<CircleAsk> = new Set(['convene', 'join', 'watch', 'facilitate'])

export interface CircleAskPorts<C extends Connection> {
  circles: Circles<C>
  docs: CircleDocs
  clock: Pick<Clock, 'now'>
  ids: Pick<Ids, 'token' | 'room' | 'below'>
  hash: (token: string) => string
  markOf: CircleMark
  /** May this address convene one more? Counts it. */
  mayConvene: (address: string) => boolean
  /** May one more come in there by name from this address? Counts it. */
  mayJoin: (address: string, circle: string) => boolean
  /** Answers to people who know no code, token or key are counted with those about rooms. */
  guesses: Guesses
  isDraining: () => boolean
}

export function createCircleDesk<C extends Connection>(ports: CircleAskPorts<C>): CircleDesk<C> {
  const { circles, docs, clock, ids, hash, guesses } = ports
  const joining = new WeakSet<C>()
  const paired = new Map<string, Bucket>()

  async function convene(caller: Caller, ask: Asked['convene']): Promise<Ack<Convened>> {
    const problem = planProblem(ask)
    if (problem !== null) return refuse('bad-request', problem)
    if (!ports.mayConvene(caller.address)) return refuse('too-fast')
    const key = ids.token()
    const { id, code } = await docs.convene(ask, hash(key), lockOf(key))
    return { ok: true, circle: id, code, key }
  }

  /**
   * The workshop of a code, which is short enough to be found by trying: beyond the share of an address not even a right one is told, nor
   * looked for, since how long that took would tell. Asked once more when it was found: others may have been wrong in the meantime.
   */
  async function findByCode(caller: Caller, code: string): Promise<Seen | Refusal> {
    if (!guesses.mayGuess(caller.address)) return refuse('too-fast')
    const found = await circles.findByCode(code)
    if (!found) return refuse('gone')
    return guesses.mayGuess(caller.address) ? found : refuse('too-fast')
  }

  async function joined(connection: C, caller: Caller, ask: Asked['join']): Promise<Ack<Joined>> {
    // Who comes back is known by their token, and without a good one is not told whether the code was one.
    const known = async () => (await circles.findByCode(ask.code)) ?? refuse('gone')
    const found = 'token' in ask ? await known() : await findByCode(caller, ask.code)
    if ('code' in found) return found
    const { id } = found.circle
    if (!('token' in ask) && !ports.mayJoin(caller.address, id)) return refuse('too-fast')
    const own = circles.memberOf(connection)
    const former = own?.id === id ? own.member.person : null
    const token = ids.token()
    const entry = hash(token)
    const out = await circles.act<{ person: PersonId }>(id, (kept, now) =>
      'token' in ask
        ? comeBack(kept, { token: hash(ask.token), next: entry }, now)
        : comeIn(kept, former, { name: ask.name, token: entry }, now),
    )
    if (!out.ok) return refuse(out.code)
    const view = viewOf(out.circle, out.person, clock.now())
    if (!view) return refuse('gone')
    const toldRoom = view.place?.at === 'room' ? view.place.room : null
    circles.addMember(out, connection, { person: out.person, entry, toldRoom })
    if (caller.isGone) circles.gone(connection)
    // A token that is handed makes every other void: whoever sits there on this very connection would be put out by it, also who was told
    // of the room while they asked, and has come in.
    const seat = await circles.seatFor(out.circle, out.person, room => caller.seated?.room !== room)
    return { ok: true, circle: id, person: out.person, token, view, seat }
  }

  /** Asked for twice at once, one connection would be two people. */
  async function oneByOne(connection: C, ask: () => Promise<Ack<Joined>>): Promise<Ack<Joined>> {
    if (joining.has(connection)) return refuse('busy')
    joining.add(connection)
    try {
      return await ask()
    } finally {
      joining.delete(connection)
    }
  }

  async function unjoin(connection: C): Promise<Ack> {
    const own = circles.memberOf(connection)
    if (!own) return refuse('gone')
    const out = await circles.act<object>(own.id, (circle, now) => removed(circle, own.member.person, now))
    if (!out.ok) return refuse(out.code)
    circles.remove(connection)
    return { ok: true }
  }

  async function given(connection: C, ask: Asked['give']): Promise<Ack> {
    const own = circles.memberOf(connection)
    if (!own) return refuse('gone')
    const { id, member } = own
    const markOf = (person: PersonId, round: number) => ports.markOf('give', id, person, round)
    const drawn = { place: ids.below(1_000), markOf }
    const out = await circles.act<object>(id, (circle, now) => give(circle, member.person, ask, drawn, now))
    return out.ok ? { ok: true } : refuse(out.code)
  }

  /** Sealed before anything else is done with it. */
  async function offered(connection: C, { round, text }: Asked['offer']): Promise<Ack> {
    const own = circles.memberOf(connection)
    const lock = own && (await circles.find(own.id))?.circle.lock
    if (!own || !lock) return refuse('gone')
    const { id, member } = own
    const mark = ports.markOf('offer', id, member.person, round)
    const line = { id: ids.room(), sealed: sealedLine(lock, id, text), mark }
    const out = await circles.act<object>(id, (circle, now) => offer(circle, member.person, round, line, now))
    return out.ok ? { ok: true } : refuse(out.code)
  }

  async function watch(
    connection: C,
    caller: Caller,
    ask: Asked['watch'],
  ): Promise<Ack<{ face: CircleFace; lines: WallLine[] }>> {
    const found = await findByCode(caller, ask.code)
    if ('code' in found) return found
    const lines = circles.addWall(found, connection)
    if (caller.isGone) circles.gone(connection)
    return { ok: true, face: face(found.circle, clock.now()), lines }
  }

  async function facilitate(
    connection: C,
    caller: Caller,
    ask: Asked['facilitate'],
  ): Promise<Ack<{ board: Board; lines: WallLine[] }>> {
    const found = await circles.find(ask.circle)
    if (!found) return refuse('gone')
    if (found.circle.key !== hash(ask.key)) return refuse('not-yours')
    const board = await circles.addBoard(found, connection, lineReader(ask.key, found.circle.id))
    if (caller.isGone) circles.gone(connection)
    return board ? { ok: true, ...board } : refuse('gone')
  }

  /** Counts it, whatever becomes of it. */
  function mayPair(id: string): boolean {
    const now = clock.now()
    for (const [other, bucket] of paired) if (bucket <= now) paired.delete(other)
    const taken = take(paired.get(id) ?? FULL, PAIRINGS, now)
    if (taken !== null) paired.set(id, taken)
    return taken !== null
  }

  async function directed(connection: C, ask: Asked['direct']): Promise<Ack<{ rev: number }>> {
    const id = circles.boardOf(connection)
    if (id === null) return refuse('not-allowed', 'Only who facilitates directs.')
    if (ask.do === 'pair' && ask.who !== 'waiting' && !mayPair(id)) return refuse('too-fast')
    const seed = ids.below(2 ** 31)
    const roomsOf = (circle: Circle) => () => ids.room(nearCircle(circle.code))
    const out = await circles.act<object>(
      id,
      (circle, now) => direct(circle, ask, { seed, rooms: roomsOf(circle) }, now),
      true,
    )
    if (!out.ok) return { ...refuse(out.code), ...(out.why !== undefined && { why: out.why, who: out.who ?? [] }) }
    if (ask.do === 'say') circles.say(id, ask.text)
    return { ok: true, rev: out.circle.rev }
  }

  return {
    async answer(connection, caller, admitted) {
      try {
        if (COMING.has(admitted.name) && ports.isDraining()) return refuse('draining')
        switch (admitted.name) {
          case 'convene':
            return await convene(caller, admitted.asked)
          case 'join':
            return await guessing(guesses, caller.address, () =>
              oneByOne(connection, () => joined(connection, caller, admitted.asked)),
            )
          case 'unjoin':
            return await unjoin(connection)
          case 'give':
            return await given(connection, admitted.asked)
          case 'offer':
            return await offered(connection, admitted.asked)
          case 'watch':
            return await guessing(guesses, caller.address, () => watch(connection, caller, admitted.asked))
          case 'facilitate':
            return await guessing(guesses, caller.address, () => facilitate(connection, caller, admitted.asked))
          case 'direct':
            return await directed(connection, admitted.asked)
        }
      } catch (error) {
        if (error instanceof StoreDown) return refuse('store-down')
        if (error instanceof DocsBusy || error instanceof Busy) return refuse('busy')
        throw error
      }
    },
    isFor: circles.isFor,
    gone: circles.gone,
  }
}

/** Whoever comes in once more on the same connection, since the answer was lost or to be many, is the newest of them alone. */
function comeIn(
  circle: Circle,
  former: PersonId | null,
  who: Newcomer,
  now: Ms,
): Decision<{ person: PersonId; orders?: Order[] }> {
  const left = former !== null && circle.people[former] ? removed(circle, former, now) : null
  if (!left?.ok) return join(circle, who, now)
  const came = join(left.circle, who, now)
  return came.ok ? { ...came, orders: left.orders } : came
}
