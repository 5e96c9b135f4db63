// How does somebody without a partner come to one? They wait, are brought together with a stranger, and both say yes in half a
// minute. One connection carries all of it, into the sitting: whoever said yes to somebody who did not is put back in front
// on that same connection, and a new one may have to ask for a place.
import type { Ms } from '../../../lib/protocol/room.ts'
import { ACCEPT_MS } from '../../../lib/protocol/where.ts'
import { createKeys, type OwnKeys } from '../../../lib/seal/own-keys.ts'
import type { BarredWhy, PairedTold, RoomView } from '../../../lib/wire/events.ts'
import { forgetMet, lastMet, type Met, ownDevice, rememberMet } from '../device/met.ts'
import { rememberSeat } from '../device/seat-memory.ts'
import { rememberWaitedIn } from '../device/waited-in.ts'
import { backoffMs } from '../line/backoff.ts'
import { learnAtLeast } from '../line/clock.ts'
import { createLinkKnown } from '../line/link-known.ts'
import { createMovingWire, type MovingWire } from '../line/moving-wire.ts'
import { isPassing } from '../line/passing.ts'
import { isNewer } from '../line/room-state.ts'
import { dial } from '../line/socket.ts'
import type { StrangerLink, StrangerPorts } from './stranger-link-ports.ts'
import type { Before, Seeking, StrangerSnapshot, StrangerState } from './stranger-state.ts'

type Want = { do: 'wait'; seeking: Seeking } | { do: 'meet'; met: Met }

const ACCEPT_TRIES = 3

export function createStrangerLink({ dial: createWire = dial, changed, handOver }: StrangerPorts): StrangerLink {
  let state: StrangerState = { at: 'door' }
  let wire: MovingWire | null = null
  let keys: OwnKeys | null = null
  let want: Want | null = null
  let met: Met | null = null
  let newest: RoomView | null = null
  let before: Before = null
  /** Counts what was begun: an answer to something older is no answer any more. */
  let round = 0
  /** Counts how often a connection came up; and which of them told of the one who was met. */
  let ups = 0
  let pairedOn: number | null = null
  let current: StrangerSnapshot = { state, isQuiet: false }
  const known = createLinkKnown(publish)

  function publish(): void {
    current = { state, isQuiet: known.link() === 'quiet' }
    changed()
  }

  function become(next: StrangerState): void {
    state = next
    publish()
  }

  async function begin(next: Want): Promise<void> {
    hangUp()
    want = next
    before = null
    pairedOn = null
    known.quietLater(0)
    become({ at: next.do === 'meet' ? 'hoping' : 'joining' })
    const mine = round
    keys ??= await createKeys().catch(() => null)
    if (mine !== round) return
    if (!keys) return become({ at: 'barred', why: 'no-crypto', until: null })
    wire = follow(createMovingWire(createWire))
  }

  function follow(own: MovingWire): MovingWire {
    own.onLine(isUp => {
      if (own !== wire) return
      if (!isUp) return known.quietLater(0)
      ups += 1
      void (met ? enter(own) : ask(own))
    })
    own.on('waiting', told => {
      if (own !== wire || met || want?.do !== 'wait') return
      known.live()
      become({ at: 'waiting', told, before })
    })
    own.on('paired', told => own === wire && paired(own, told))
    own.on('view', view => own === wire && learn(view))
    own.on('moved', () => {
      if (own !== wire) return
      hangUp()
      become({ at: 'elsewhere' })
    })
    return own
  }

  /** Asks to wait, as long as what stands in the way is passing. A lost connection asks again when it is back. */
  async function ask(own: MovingWire): Promise<void> {
    const mine = ++round
    known.quietLater(0)
    for (let failures = 1; want && mine === round && own.isUp(); failures++) {
      const answer =
        want.do === 'wait'
          ? await own.ask('wait', { ...want.seeking, device: ownDevice(), ...(keys ? { key: keys.public } : {}) })
          : await own.ask('meet', { room: want.met.room, token: want.met.token })
      if (mine !== round || own !== wire) return
      if (answer.ok) return waits()
      if (answer.code !== 'no-answer' && (!isPassing(answer.code) || answer.code === 'too-fast')) {
        hangUp()
        const { why = answer.code, until = null } = answer as { why?: BarredWhy; until?: Ms | null }
        return become({ at: 'barred', why, until })
      }
      await new Promise(resolve => setTimeout(resolve, backoffMs(failures, Math.random())))
    }
  }

  function waits(): void {
    known.live()
    if (state.at === 'joining') become({ at: 'waiting', told: null, before })
  }

  function paired(own: MovingWire, { room, seat, token }: PairedTold): void {
    remember({ room, seat, token, newest: token, name: null, at: Date.now(), began: false })
    newest = null
    pairedOn = ups
    void enter(own)
  }

  function remember(next: Met): void {
    met = next
    rememberMet(next)
  }

  async function enter(own: MovingWire): Promise<void> {
    const mine = ++round
    for (let failures = 1; met && mine === round && own.isUp(); failures++) {
      const { room, newest: token } = met
      const answer = await own.ask('enter', { room, token, ...(keys ? { key: keys.public } : {}) })
      if (mine !== round || own !== wire || !met) return
      if (answer.ok) {
        known.live()
        remember({ ...met, newest: answer.token })
        return learn(answer.view)
      }
      if (!isPassing(answer.code)) {
        // The room is gone: nobody is there any more, and the place in the line has to be asked for.
        met = null
        return void ask(own)
      }
      await new Promise(resolve => setTimeout(resolve, backoffMs(failures, Math.random())))
    }
  }

  function learn(view: RoomView): void {
    if (!met || view.room !== met.room || !isNewer(view, newest)) return
    newest = view
    learnAtLeast(view.now)
    const other = view.seats[view.you === 'a' ? 'b' : 'a']
    if (other && other.name !== met.name) remember({ ...met, name: other.name })
    if (view.stage === 'gathering') become({ at: 'meeting', view, until: met.at + ACCEPT_MS })
    else if (view.stage === 'sitting') sit(met, view)
    else unmet(view)
  }

  function sit(own: Met, view: RoomView): void {
    remember({ ...own, began: true })
    if (want?.do === 'wait') rememberWaitedIn(own.room, want.seeking.language)
    const { room, seat, newest: token } = own
    if (wire?.isUp() && keys) {
      const seated = { seat, token, rev: view.rev, view }
      handOver(room, { wire: wire.release(), keys, secret: null, seated })
      wire = null
    } else {
      // The page of the room finds the seat by itself.
      rememberSeat(room, seat, token)
    }
    hangUp()
    become({ at: 'sitting', room })
  }

  function unmet(view: RoomView): void {
    const own = view.seats[view.you]
    met = null
    newest = null
    forgetMet()
    const isDeclined = view.closed?.why === 'left'
    if (want?.do === 'wait' && (isDeclined || own?.ready)) {
      before = isDeclined ? 'declined' : 'silent'
      become({ at: 'waiting', told: null, before })
      // Whom the server puts back in front it tells so, on the connection that told of the other. For one that came after it, at another
      // process or too late, it may do nothing; and where it has, asking changes nothing.
      if (wire && pairedOn !== ups) void ask(wire)
      return
    }
    hangUp()
    become({ at: 'missed' })
  }

  function hangUp(): void {
    round += 1
    wire?.close()
    wire = null
    want = null
    met = null
    newest = null
    known.end()
  }

  return {
    snapshot: () => current,
    wait: seeking => void begin({ do: 'wait', seeking }),
    meetAgain: known => void begin({ do: 'meet', met: known }),
    comeBack(seeking) {
      const known = lastMet()
      if (!known || known.began || Date.now() > known.at + ACCEPT_MS) return false
      void begin({ do: 'wait', seeking })
      met = known
      return true
    },
    async accept() {
      const own = wire
      for (let tries = 1; own && own === wire && state.at === 'meeting' && tries <= ACCEPT_TRIES; tries++) {
        const answer = await own.ask('intent', { do: 'ready', first: 'either' })
        if (answer.ok || !isPassing(answer.code)) return
        await new Promise(resolve => setTimeout(resolve, backoffMs(tries, Math.random())))
      }
    },
    decline() {
      const own = wire
      wire = null
      hangUp()
      forgetMet()
      become({ at: 'stepped-back' })
      // The farewell goes out before the connection does; one that is lost is silence, which is a no as well.
      void own?.ask('intent', { do: 'leave' }).then(() => own.close())
    },
    stop() {
      // The end of the connection says it.
      hangUp()
      become({ at: 'door' })
    },
    end() {
      hangUp()
      state = { at: 'door' }
      current = { state, isQuiet: false }
    },
  }
}
