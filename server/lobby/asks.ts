// What is done for each ask about strangers, once it has been let in?
import { nextGatherings } from '../../lib/lobby/hours.ts'
import type { Medium, SeatId } from '../../lib/protocol/room.ts'
import type { Ack, BarredRefusal, BarredWhy, Refusal } from '../../lib/wire/events.ts'
import type { PracticeAnswer } from '../../lib/wire/practice.ts'
import type { Asked } from '../../lib/wire/schemas.ts'
import type { Config } from '../config.ts'
import { type Clock, type Ids, StoreDown } from '../ports.ts'
import { Busy } from '../queue.ts'
import { refuse } from '../refusals.ts'
import type { Director } from '../room/director.ts'
import type { Franking } from '../safety/franking.ts'
import { AVOID_MS, type Meeting, type People } from '../safety/people.ts'
import type { Reports } from '../safety/reports.ts'
import type { ReportWebhook } from '../safety/webhook.ts'
import { DocsBusy } from '../store/docs.ts'
import type { Caller, Connection, LobbyDesk } from '../wire/desks.ts'
import { type Guesses, guessing } from '../wire/guesses.ts'
import type { Doors } from './doors.ts'
import type { LobbyLimits } from './limits.ts'
import type { Lobby } from './lobby.ts'
import { againKey, queueKey } from './queues.ts'
import type { Teller } from './wanted.ts'

export interface LobbyAskPorts {
  lobby: Lobby
  people: People
  reports: Reports
  webhook: ReportWebhook | null
  limits: LobbyLimits
  /** The answers to people who know no token are counted with those about rooms. */
  guesses: Guesses
  director: Pick<Director, 'whose'>
  clock: Clock
  ids: Pick<Ids, 'commit'>
  franking: Pick<Franking, 'isTrue'>
  hash: (token: string) => string
  config: Pick<Config, 'contactEmail' | 'practiceHours'>
  doors: (isLocal: boolean) => Doors
  /** Strangers' voices go through a relay; where they do not, only this machine's own windows may speak. */
  relayed: boolean
  isDraining: () => boolean
}

/** Who sat there, and who sat opposite. */
interface Met {
  meeting: string
  seat: SeatId
  own: NonNullable<Meeting['seats']['a']>
  others: Meeting['seats']
  medium: Medium
}

export function createLobbyDesk<C extends Connection>(ports: LobbyAskPorts): LobbyDesk<C> {
  const { lobby, people, reports, limits, guesses, clock } = ports
  const tellers = new WeakMap<C, { teller: Teller; line: { to: C | null } }>()
  /** The addresses at which somebody waits, to be given back. */
  const waitsAt = new WeakMap<Teller, string>()

  function tellerOf(connection: C): Teller {
    const known = tellers.get(connection)
    if (known) return known.teller
    // Whoever was paired is remembered for hours, and their connection, which is much larger, only while it lasts.
    const line: { to: C | null } = { to: connection.data.caller.isGone ? null : connection }
    const done = () => stepDown(teller)
    const teller: Teller = {
      waiting: told => void line.to?.emit('waiting', told),
      paired(told) {
        done()
        line.to?.emit('paired', told)
      },
      elsewhere() {
        done()
        line.to?.emit('moved', { why: 'waits-elsewhere' })
      },
      isThere: () => line.to !== null,
    }
    tellers.set(connection, { teller, line })
    return teller
  }

  function stepDown(teller: Teller): void {
    const address = waitsAt.get(teller)
    if (address === undefined) return
    waitsAt.delete(teller)
    limits.waited(address)
  }

  function practice(caller: Caller): Ack<PracticeAnswer> {
    const { contactEmail: contact, practiceHours } = ports.config
    const { relayed } = ports
    return {
      ok: true,
      ...ports.doors(caller.isLocal),
      relayed,
      contact,
      hours: nextGatherings(practiceHours, clock.now()),
    }
  }

  async function wait(connection: C, caller: Caller, ask: Asked['wait']): Promise<Ack | BarredRefusal> {
    if (ports.isDraining()) return refuse('draining')
    const shut = ports.doors(caller.isLocal)[ask.medium]
    if (shut) return barred(shut, null)
    const device = await people.hashOf('device', ask.device)
    if (!limits.may('wait', device, caller.address)) return refuse('too-fast')
    const why = await people.barred(device)
    if (why) return barred(why.why, why.until)
    const queue = queueKey(ask.medium, ask.language)
    return stand(connection, caller, {
      queue,
      medium: ask.medium,
      device,
      name: ask.name,
      key: ask.key ?? null,
    })
  }

  async function stand(connection: C, caller: Caller, wanted: Parameters<Lobby['wait']>[0]): Promise<Ack> {
    const teller = tellerOf(connection)
    stepDown(teller)
    if (!limits.mayStand(caller.address)) return refuse('too-fast')
    waitsAt.set(teller, caller.address)
    try {
      if ((await lobby.wait(wanted, teller)) === 'full') {
        stepDown(teller)
        return refuse('busy')
      }
    } catch (error) {
      stepDown(teller)
      throw error
    }
    // Whoever asked while they were brought together takes no place at their address.
    if (!lobby.isWaiting(teller)) stepDown(teller)
    if (caller.isGone) await unwait(connection)
    return { ok: true }
  }

  async function unwait(connection: C): Promise<Ack> {
    const teller = tellers.get(connection)?.teller
    if (teller) {
      await lobby.unwait(teller)
      stepDown(teller)
    }
    return { ok: true }
  }

  /** Whoever shows a token of a room that strangers sat in, be it over for up to some hours. */
  async function met(room: string, token: string): Promise<Met | Refusal> {
    const meeting = await people.hashOf('room', room)
    const found = await people.meeting(meeting)
    const hashed = ports.hash(token)
    const seats = Object.entries(found?.seats ?? {}) as [SeatId, Met['own']][]
    const first = seats.find(([, seat]) => seat.token === hashed)?.[0]
    const whose = first || !found ? null : await ports.director.whose(room, token)
    if (whose && !whose.ok) return refuse(whose.code)
    const seat = first ?? whose?.seat
    const own = seat && found?.seats[seat]
    if (!found || !seat || !own) return refuse('not-yours')
    const { [seat]: _, ...others } = found.seats
    return { meeting, seat, own, others, medium: found.medium }
  }

  async function meet(connection: C, caller: Caller, ask: Asked['meet']): Promise<Ack> {
    if (ports.isDraining()) return refuse('draining')
    const who = await met(ask.room, ask.token)
    if ('code' in who) return who
    const { device, name } = who.own
    if (!limits.may('wait', device, caller.address)) return refuse('too-fast')
    const why = await people.barred(device)
    if (why) return barred(why.why, why.until)
    return stand(connection, caller, {
      queue: againKey(who.medium, who.meeting),
      medium: who.medium,
      device,
      name,
      key: null,
    })
  }

  async function report(caller: Caller, ask: Asked['report']): Promise<Ack> {
    const who = await met(ask.room, ask.token)
    if ('code' in who) return who
    const about = who.others[ask.about]
    if (!about) return refuse('not-yours')
    if (!limits.may('report', who.own.device, caller.address)) return refuse('too-fast')
    for (const shown of ask.said ?? []) {
      const isTrue = await ports.franking.isTrue(ask.room, ask.about, shown)
      if (!isTrue) return refuse('not-allowed', 'These words were not handed on from this seat.')
    }
    const said = ask.said?.map(({ key, tag, ...shown }) => ({ ...shown, verified: true as const }))
    await people.keepApart(who.own.device, about.device, 'avoid', AVOID_MS)
    await reports.add({
      id: ports.ids.commit(),
      at: clock.now(),
      room: who.meeting,
      by: who.own.device,
      about: about.device,
      reason: ask.reason,
      ...(ask.text && { text: ask.text }),
      ...(said && { said }),
    })
    ports.webhook?.kick()
    return { ok: true }
  }

  async function avoid(caller: Caller, ask: Asked['avoid']): Promise<Ack> {
    const who = await met(ask.room, ask.token)
    if ('code' in who) return who
    const about = who.others[ask.about]
    if (!about) return refuse('not-yours')
    if (!limits.may('avoid', who.own.device, caller.address)) return refuse('too-fast')
    await people.keepApart(who.own.device, about.device, 'avoid', AVOID_MS)
    return { ok: true }
  }

  return {
    async answer(connection, caller, admitted) {
      try {
        switch (admitted.name) {
          case 'practice':
            return practice(caller)
          case 'wait':
            return await wait(connection, caller, admitted.asked)
          case 'unwait':
            return await unwait(connection)
          case 'meet':
            return await guessing(guesses, caller.address, () => meet(connection, caller, admitted.asked))
          case 'report':
            return await guessing(guesses, caller.address, () => report(caller, admitted.asked))
          case 'avoid':
            return await guessing(guesses, caller.address, () => avoid(caller, admitted.asked))
        }
      } catch (error) {
        if (error instanceof StoreDown) return refuse('store-down')
        if (error instanceof DocsBusy || error instanceof Busy) return refuse('busy')
        throw error
      }
    },
    isFor(connection) {
      const known = tellers.get(connection)
      return known !== undefined && lobby.isWaiting(known.teller)
    },
    entered: (connection, room, seat) => lobby.entered(room, seat, () => tellerOf(connection)),
    left: (room, seat) => lobby.left(room, seat),
    gone(connection) {
      const known = tellers.get(connection)
      if (known) known.line.to = null
      void unwait(connection)
    },
  }
}

function barred(why: BarredWhy, until: number | null): BarredRefusal {
  return { ...refuse('not-allowed'), why, until }
}
