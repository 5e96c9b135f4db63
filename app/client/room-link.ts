// What is this page to its room, at this moment? One seat, one newest view, and one of a few states; what a person asks
// goes out from here, and what a return needs is kept from here.

import { makeKeys, type OwnKeys } from '../../lib/seal/own-keys.ts'
import type { Intent, Peeked, RefusalCode, RoomView, Seated, Tellings } from '../../lib/wire/events.ts'
import { inviteOf, reloadOnOtherSecret, secretInAddress, stripSecret } from './address.ts'
import { backoffMs } from './backoff.ts'
import { learnAtLeast } from './clock.ts'
import { firstSeat } from './first-seat.ts'
import { type Act, type Done, intentFor } from './intents.ts'
import { isNewer, type LinkSnapshot, type RoomState } from './room-state.ts'
import { holdSeat, makeHolder } from './seat-hold.ts'
import { makeSeatLine, type Relayed, type SeatLine } from './seat-line.ts'
import * as memory from './seat-memory.ts'
import { sendIntent } from './send-intent.ts'
import type { Wire } from './socket.ts'
import { watchPage } from './watch-page.ts'

/** What `open` made: a seat on a connection that is already there. */
export interface Opened {
  wire: Wire
  keys: OwnKeys
  secret: string
  seated: Seated
}

export interface RoomLink {
  readonly room: string
  start(opened?: Opened): void
  /** The same object until something changes. */
  snapshot(): LinkSnapshot
  view(): RoomView | null
  /** Asks on the connection that holds the seat. */
  ask: SeatLine['ask']
  send(intent: Intent): Promise<Done>
  act(act: Act): Promise<Done>
  sitDown(name: string): Promise<Done>
  moveHere(): void
  tryNow(): void
  leave(): Promise<void>
  letGo(): Promise<Done>
  keys(): OwnKeys | null
  secret(): string | null
  /** Nobody looks at the room any more: hangs up, and keeps what a return needs. */
  end(): void
}

export interface RoomLinkPorts {
  changed(): void
  /** The seat was entered on a connection: the first time, and each time after. */
  entered(): void
  told: { [Name in Relayed]: Tellings[Name] }
}

const LEAVE_MS = 3000

export function makeRoomLink(room: string, ports: RoomLinkPorts): RoomLink {
  let state: RoomState = { at: 'knocking' }
  let newest: RoomView | null = null
  let current: LinkSnapshot = { state, link: 'connecting', trouble: null, invite: null }
  let secret: string | null = null
  let keys: OwnKeys | null = null
  const holder = makeHolder(() => stopHere())
  /** The seat that this page tried to come back to. */
  let tried: RoomView['you'] | null = null
  let isEnded = false
  let isLeaving = false
  let isGone = false
  let stopWatching = () => {}
  let stopAddress = () => {}

  const line = makeSeatLine({
    room,
    entering,
    seated(seated) {
      memory.rememberSeat(room, seated.seat, seated.token)
      if (secret) memory.rememberSecret(room, secret)
      if (!holder.isHeld()) holdSeat(room, seated.seat).then(holder.take)
      learn(seated.view)
      ports.entered()
    },
    knocked: knock,
    told: { ...ports.told, view: learn },
    refused,
    otherTab: stopHere,
    changed: publish,
  })

  function publish(): void {
    const link = line.link()
    const trouble = link === 'quiet' ? (navigator.onLine ? line.why() : 'offline') : null
    current = { state, link, trouble, invite: inviteOf(room, secret) }
    ports.changed()
  }

  function become(next: RoomState): void {
    state = next
    publish()
  }

  function learn(view: RoomView): void {
    learnAtLeast(view.now)
    if (isEnded || isLeaving || !isNewer(view, newest)) return
    newest = view
    memory.rememberInTab(room, { heard: view.now, ...(view.capsule ? { capsule: view.capsule } : {}) })
    if (view.stage !== 'gathering' && memory.rememberedSecret(room) === secret) stripSecret()
    become({ at: 'in', view })
  }

  function entering() {
    const heard = Math.max(line.heard() ?? 0, newest?.now ?? 0, memory.tabMemory(room)?.heard ?? 0)
    const capsule = newest?.capsule ?? memory.tabMemory(room)?.capsule
    return { ...(heard ? { heard } : {}), ...(keys ? { key: keys.public } : {}), ...(capsule ? { capsule } : {}) }
  }

  /** Comes back to a seat of this browser that no other tab sits in; otherwise knocks like anybody. */
  async function begin(): Promise<void> {
    memory.sweepRooms(room)
    secret = secretInAddress() ?? memory.rememberedSecret(room)
    keys = await makeKeys().catch(() => null)
    if (isEnded) return
    if (!keys) return become({ at: 'refused', code: 'no-crypto' })
    await comeBack()
  }

  async function comeBack(): Promise<void> {
    const first = await firstSeat(room)
    if (isEnded) return first?.held.release()
    if (first) holder.take(first.held)
    tried = first?.seat ?? null
    line.start(first?.token ?? null)
  }

  async function knock(): Promise<void> {
    for (let failures = 1; !isEnded && !newest; failures++) {
      const answer = await line.ask('peek', { room })
      if (isEnded || newest || state.at === 'other-tab') return
      if (answer.ok) return open(answer)
      if (answer.code === 'gone' || answer.code === 'bad-request') return refused('gone')
      // The next connection knocks again by itself.
      if (answer.code === 'no-answer') return
      await new Promise(resolve => setTimeout(resolve, backoffMs(failures, Math.random())))
    }
  }

  function open(peeked: Peeked): void {
    if (peeked.free > 0) become(secret ? { at: 'doorstep', peeked } : { at: 'incomplete' })
    else if (memory.seatsHere(room).length > 0) stopHere()
    else refused('full')
  }

  function refused(code: RefusalCode): void {
    line.hangUp()
    holder.release()
    isGone = code === 'gone'
    if (isLeaving) return
    const seat = newest?.you ?? tried
    if (isGone) memory.forgetRoom(room)
    else if (seat) memory.forgetSeat(room, seat)
    // Asked out, or come back to from elsewhere: there may be another seat, and else this is anybody's door.
    if (code === 'not-yours' && !newest && seat) return void comeBack()
    // Somebody who is still reading the last page of a room that has gone is left in peace.
    const isReading = newest?.stage === 'closed'
    become(isReading ? state : { at: 'refused', code })
  }

  function stopHere(): void {
    line.hangUp()
    holder.release()
    become({ at: 'other-tab' })
  }

  function hangUp(): void {
    line.hangUp()
    stopWatching()
    holder.release()
  }

  const send = (intent: Intent) => sendIntent({ line, view: () => newest }, intent)

  return {
    room,
    start(opened) {
      stopWatching = watchPage({ room, line, hasKnocked: () => state.at !== 'knocking' })
      stopAddress = reloadOnOtherSecret(() => secret)
      if (!opened) return void begin()
      secret = opened.secret
      keys = opened.keys
      line.adopt(opened.wire, opened.seated)
    },
    snapshot: () => current,
    view: () => newest,
    ask: line.ask,
    send,
    async act(act) {
      const intent = newest && intentFor(act, newest)
      return intent ? send(intent) : { ok: false, code: 'not-now' }
    },
    async sitDown(name) {
      const answer = await line.sitDown(name)
      if (answer.ok) return { ok: true }
      // Somebody was quicker, or the room is gone: knocking again finds out what to show.
      if (answer.code === 'full' || answer.code === 'gone' || answer.code === 'closed') knock()
      return { ok: false, code: answer.code }
    },
    moveHere() {
      const [known] = memory.seatsHere(room)
      if (state.at !== 'other-tab' || !known) return
      become({ at: 'knocking' })
      holdSeat(room, known.seat, 'steal').then(held => {
        if (isEnded) return held?.release()
        holder.take(held)
        // Read only now: the other tab may have come back with a newer one since.
        line.start(memory.seatsHere(room).find(({ seat }) => seat === known.seat)?.token ?? known.token)
      })
    },
    tryNow: line.redial,
    async leave() {
      const seat = newest?.you
      const late = new Promise(resolve => setTimeout(resolve, LEAVE_MS))
      isLeaving = true
      if (seat) await Promise.race([send({ do: 'leave' }), late])
      isEnded = true
      hangUp()
      if (seat) memory.forgetSeat(room, seat)
      // The address is a part of what this device had; and who follows the link once more means to begin anew.
      stripSecret()
      secret = null
      become({ at: 'left' })
    },
    async letGo() {
      const answer: Done = isGone ? { ok: true } : await send({ do: 'leave' })
      // `closed`: an earlier call of ours had arrived.
      if (!answer.ok && !isGone && answer.code !== 'gone' && answer.code !== 'closed') return answer
      isEnded = true
      hangUp()
      memory.forgetRoom(room)
      become({ at: 'let-go' })
      return { ok: true }
    },
    keys: () => keys,
    secret: () => secret,
    end() {
      isEnded = true
      hangUp()
      stopAddress()
    },
  }
}
