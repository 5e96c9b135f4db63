// What is this page to its room, at this moment? One seat, one newest view, and one of a few states; what a person asks
// goes out from here, and what a return needs is kept from here.
import { createKeys, type OwnKeys } from '../../../lib/seal/own-keys.ts'
import type { Intent, RefusalCode, RoomView } from '../../../lib/wire/events.ts'
import { createHolder, holdSeat, type SeatHold } from '../device/seat-hold.ts'
import * as memory from '../device/seat-memory.ts'
import { forgetRoom, sweepDevice } from '../device/sweep-device.ts'
import { learnAtLeast, standAt } from './clock.ts'
import { createDoor } from './door.ts'
import { firstSeat } from './first-seat.ts'
import { type Act, type Done, intentFor } from './intents.ts'
import { createOwnSecret } from './own-secret.ts'
import type { Opened, RoomLinkPorts } from './room-link-ports.ts'
import { isNewer, type LinkSnapshot, type RoomState } from './room-state.ts'
import { createSeatLine } from './seat-line.ts'
import type { SeatLine } from './seat-line-ports.ts'
import { sendIntent } from './send-intent.ts'
import type { Wire } from './socket.ts'
import { watchPage } from './watch-page.ts'

export interface RoomLink {
  readonly room: string
  start(opened?: Opened): void
  /** The same object until something changes. */
  snapshot(): LinkSnapshot
  view(): RoomView | null
  /** Asks on the connection that holds the seat. */
  ask: SeatLine['ask']
  /** `isWanted` is asked before each attempt. */
  send(intent: Intent, isWanted?: () => boolean): Promise<Done>
  act(act: Act): Promise<Done>
  sitDown(name: string): Promise<Done>
  moveHere(): void
  tryNow(): void
  leave(): Promise<void>
  letGo(): Promise<Done>
  keys(): OwnKeys | null
  secret(): string | null
  /** Something that the other has sealed has opened: both hold the same secret. */
  proven(): void
  /** The room is behind this person, who goes on with its connection; null where that was lost. Nothing of it stays on the device. */
  release(): Wire | null
  /** Nobody looks at the room any more: hangs up, and keeps what a return needs. */
  end(): void
}

const LEAVE_MS = 3000

export function createRoomLink(room: string, ports: RoomLinkPorts): RoomLink {
  let state: RoomState = { at: 'knocking' }
  let newest: RoomView | null = null
  let current: LinkSnapshot = { state, link: 'connecting', trouble: null, invite: null }
  const secret = createOwnSecret(room)
  let keys: OwnKeys | null = null
  const holder = createHolder(() => stopHere())
  /** The seat that this page tried to come back to. */
  let tried: RoomView['you'] | null = null
  let isEnded = false
  let isLeaving = false
  let isGone = false
  let stopWatching = () => {}
  let stopAddress = () => {}

  const line = createSeatLine({
    room,
    dial: ports.dial,
    entering,
    seated(seated) {
      // Come back only to say farewell: nothing is written down any more.
      if (isLeaving) return
      memory.rememberSeat(room, seated.seat, seated.token)
      secret.seated()
      if (!holder.isHeld()) holdSeat(room, seated.seat).then(hold)
      learn(seated.view)
      ports.entered()
    },
    knocked: () => door.knock(),
    told: { ...ports.told, view: learn },
    refused,
    otherTab: stopHere,
    changed: publish,
  })
  const door = createDoor({
    line,
    isOutside: () => !isEnded && !newest && state.at !== 'other-tab',
    free: peeked => become(secret.now() ? { at: 'doorstep', peeked } : { at: 'incomplete' }),
    full: () => (memory.seatsHere(room).length > 0 ? stopHere() : refused('full')),
    gone: () => refused('gone'),
  })

  function publish(): void {
    const link = line.link()
    const isQuiet = link === 'quiet'
    const trouble = isQuiet ? (navigator.onLine ? line.why() : 'offline') : null
    standAt(isQuiet ? line.heard() : null)
    current = { state, link, trouble, invite: secret.invite() }
    ports.changed()
  }

  /** A seat that was given after nobody wanted it any longer is let go: its lock would stay for ever. */
  const hold = (held: SeatHold | null) => (isEnded ? held?.release() : holder.take(held))

  function become(next: RoomState): void {
    state = next
    publish()
  }

  function learn(view: RoomView): void {
    learnAtLeast(view.now)
    if (isEnded || isLeaving || !isNewer(view, newest)) return
    newest = view
    memory.rememberInTab(room, { heard: view.now })
    if (view.stage !== 'gathering') secret.sitting()
    become({ at: 'in', view })
  }

  function entering() {
    const heard = Math.max(line.heard() ?? 0, newest?.now ?? 0, memory.tabMemory(room)?.heard ?? 0)
    const capsule = newest?.capsule
    return { ...(heard ? { heard } : {}), ...(keys ? { key: keys.public } : {}), ...(capsule ? { capsule } : {}) }
  }

  /** Comes back to a seat of this browser that no other tab sits in; otherwise knocks like anybody. */
  async function begin(): Promise<void> {
    sweepDevice(room)
    // One pair for as long as the page lives: by its key the server knows whose answer was lost.
    keys ??= await createKeys().catch(() => null)
    if (isEnded) return
    if (!keys) return become({ at: 'refused', code: 'no-crypto' })
    await comeBack()
  }

  async function comeBack(): Promise<void> {
    const first = await firstSeat(room)
    hold(first?.held ?? null)
    if (isEnded) return
    tried = first?.seat ?? null
    secret.choose(first !== null)
    line.start(first?.token ?? null)
  }

  function refused(code: RefusalCode): void {
    line.hangUp()
    holder.release()
    if (isLeaving) return
    isGone = code === 'gone'
    const seat = newest?.you ?? tried
    if (isGone) forgetRoom(room)
    else if (seat) memory.forgetSeat(room, seat)
    // Asked out, or come back to from elsewhere: there may be another seat, and else this is anybody's door.
    if (code === 'not-yours' && !newest && seat) return void comeBack()
    // Somebody who is still reading the last page of a room that has gone is left in peace.
    become(newest?.stage === 'closed' ? state : { at: 'refused', code })
  }

  function stopHere(): void {
    if (isLeaving) return
    line.hangUp()
    holder.release()
    become({ at: 'other-tab' })
  }

  function hangUp(): void {
    line.hangUp()
    stopWatching()
    holder.release()
    standAt(null)
  }

  const send: RoomLink['send'] = (intent, isWanted) => sendIntent({ line, view: () => newest }, intent, isWanted)

  return {
    room,
    start(opened) {
      stopWatching = watchPage({ room, line, hasKnocked: () => state.at !== 'knocking' })
      stopAddress = secret.watch()
      if (!opened) return void begin()
      sweepDevice(room)
      if (opened.secret !== null) secret.made(opened.secret)
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
    sitDown: door.sitDown,
    moveHere() {
      const [known] = memory.seatsHere(room)
      if (state.at !== 'other-tab' || !known) return
      become({ at: 'knocking' })
      secret.choose(true)
      holdSeat(room, known.seat, 'steal').then(held => {
        hold(held)
        if (isEnded) return
        // Read only now: the other tab may have come back with a newer one since.
        line.start(memory.seatsHere(room).find(({ seat }) => seat === known.seat)?.token ?? known.token)
      })
    },
    tryNow() {
      if (state.at !== 'refused') return line.redial()
      newest = null
      tried = null
      isGone = false
      become({ at: 'knocking' })
      begin()
    },
    async leave() {
      if (isEnded || isLeaving) return
      isLeaving = true
      // First what is here, at once: whoever has to leave in a hurry may have no network, and no second to wait for one.
      const seat = newest?.you ?? tried
      if (seat) memory.forgetSeat(room, seat)
      secret.forget()
      become({ at: 'left' })
      const late = new Promise(resolve => setTimeout(resolve, LEAVE_MS))
      if (newest) await Promise.race([send({ do: 'leave' }), late])
      isEnded = true
      hangUp()
    },
    async letGo() {
      const answer: Done = isGone ? { ok: true } : await send({ do: 'leave' })
      // `closed`: an earlier call of ours had arrived.
      if (!answer.ok && !isGone && answer.code !== 'gone' && answer.code !== 'closed') return answer
      isEnded = true
      hangUp()
      forgetRoom(room)
      become({ at: 'let-go' })
      return { ok: true }
    },
    keys: () => keys,
    secret: secret.now,
    proven: secret.proven,
    release() {
      const wire = line.release()
      isEnded = true
      stopAddress()
      hangUp()
      forgetRoom(room)
      return wire
    },
    end() {
      stopAddress()
      // A farewell on its way hangs up by itself.
      if (isLeaving) return
      isEnded = true
      hangUp()
    },
  }
}
