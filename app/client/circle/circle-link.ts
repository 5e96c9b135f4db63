// How is a person in their circle? Under the code they say a name once; from then on they are the same person on this device,
// whatever happens to the page. When they are brought together with somebody, their seat is taken on this very connection,
// which then goes on to the page of the room.
import { createKeys } from '../../../lib/seal/own-keys.ts'
import type { CircleFace, CircleView, Joined } from '../../../lib/wire/circle.ts'
import type { PairedTold, RefusalCode } from '../../../lib/wire/events.ts'
import { nearCircle } from '../../../lib/wire/near.ts'
import { backoffMs } from '../line/backoff.ts'
import { askClock, learnAtLeast } from '../line/clock.ts'
import { createMovingWire, type MovingWire } from '../line/moving-wire.ts'
import { isPassing } from '../line/passing.ts'
import { dial, NO_ANSWER } from '../line/socket.ts'
import { onWakeUp } from '../line/wake-up.ts'
import type { CircleLink, CirclePorts } from './circle-link-ports.ts'
import { forgetCircle, rememberCircle, rememberedCircle } from './circle-memory.ts'
import { type CircleSnapshot, type CircleState, isLater, LOOKING } from './circle-state.ts'
import { createSaidLately } from './said-lately.ts'

const QUIET_MS = 3000
const TRIES = 6
const LEAVE_MS = 3000

export function createCircleLink({
  code,
  dial: createWire = () => dial({ near: nearCircle(code) }),
  changed,
  rings,
  arrives,
  handOver,
}: CirclePorts): CircleLink {
  let state: CircleState = { at: 'looking' }
  let wire: MovingWire | null = null
  let newest: CircleView | null = null
  let over: string | null = null
  /** They were one of its people, as far as this device knows. */
  let wasIn = false
  let isQuiet = false
  let quietLater: ReturnType<typeof setTimeout> | undefined
  /** Counts what was begun: an answer to something older is no answer any more. */
  let round = 0
  /** How often in a row their seat was somebody else's by the time they came. */
  let rejoined = 0
  let current: CircleSnapshot = LOOKING
  let stopWaking = () => {}
  const said = createSaidLately({ changed: publish, rings })

  function publish(): void {
    current = { state, isQuiet, said: said.now() }
    changed()
  }

  function become(next: CircleState): void {
    state = next
    publish()
  }

  function lineIs(isUp: boolean): void {
    clearTimeout(quietLater)
    if (isUp && isQuiet) {
      isQuiet = false
      publish()
    }
    if (isUp) return
    quietLater = setTimeout(() => {
      isQuiet = true
      publish()
    }, QUIET_MS)
  }

  function follow(own: MovingWire): MovingWire {
    own.onLine(isUp => {
      if (own !== wire) return
      lineIs(isUp)
      if (isUp) void arrive(own)
    })
    own.on('circle', view => own === wire && learn(view))
    own.on('face', face => own === wire && stands(face))
    own.on('said', told => own === wire && said.told(told))
    own.on('paired', told => own === wire && void sit(own, told))
    own.on('moved', () => own === wire && stop({ at: 'elsewhere' }))
    return own
  }

  /** Asks again as long as what stands in the way is passing, and nothing newer was begun. `most`: where somebody may press again. */
  async function insist<Answer extends { ok: boolean; code?: RefusalCode | 'no-answer' }>(
    own: MovingWire,
    ask: () => Promise<Answer>,
    most = Number.POSITIVE_INFINITY,
  ): Promise<Answer | null> {
    const mine = round
    for (let failures = 1; ; failures++) {
      const answer = await ask()
      if (own !== wire || mine !== round) return null
      if (answer.ok || !answer.code || !isPassing(answer.code)) return answer
      // The next connection asks again by itself; on one that stands, however late its answers are, nobody else would.
      const isLeft = answer.code === 'no-answer' && (most < Number.POSITIVE_INFINITY || !own.isUp())
      if (isLeft || failures >= most) return answer
      await new Promise(resolve => setTimeout(resolve, backoffMs(failures, Math.random())))
      if (own !== wire || mine !== round) return null
    }
  }

  async function arrive(own: MovingWire): Promise<void> {
    round += 1
    const known = rememberedCircle(code)
    if (!known) {
      const answer = await insist(own, () => own.ask('watch', { code }))
      if (answer?.ok) stands(answer.face)
      else if (answer && answer.code !== 'no-answer') refused(answer.code)
      return
    }
    const answer = await insist(own, () => own.ask('join', { code, token: known.token }))
    if (answer?.ok) return came(own, answer)
    if (!answer || answer.code === 'no-answer') return
    forgetCircle(code)
    if (answer.code !== 'not-yours') return refused(answer.code)
    // They were taken out, or the circle was closed: its face tells which.
    wasIn = true
    void arrive(own)
  }

  function refused(why: RefusalCode): void {
    if (why === 'gone' || why === 'bad-request') stop({ at: 'unknown' })
    else stop({ at: 'refused', code: why })
  }

  function stands(face: CircleFace): void {
    learnAtLeast(face.now)
    const isClosed = face.stage === 'closed'
    // To its people their own view is told, and to nobody else.
    if (isClosed || state.at === 'in' || wasIn) {
      forgetCircle(code)
      stop(isClosed ? { at: 'closed', face } : { at: 'out' })
    } else if (state.at !== 'door' || isLater(face, state.face)) become({ at: 'door', face })
  }

  function learn(view: CircleView): void {
    learnAtLeast(view.now)
    if (!isLater(view, newest) || state.at === 'seated') return
    newest = view
    become({ at: 'in', view, over })
  }

  function came(own: MovingWire, { token, view, seat }: Pick<Joined, 'token' | 'view' | 'seat'>): void {
    rememberCircle(code, { token, room: rememberedCircle(code)?.room ?? null })
    // A room without a seat to go back to is over, though the round may not be: everybody was called back.
    if (view.place?.at === 'room' && !seat) over = view.place.room
    learn(view)
    if (seat) void sit(own, seat)
  }

  async function sit(own: MovingWire, { room, token }: PairedTold): Promise<void> {
    round += 1
    const mine = round
    // New ones for each room: what was sealed in one can't be taken for something of another.
    const keys = await createKeys().catch(() => null)
    if (own !== wire || mine !== round) return
    if (!keys) return stop({ at: 'refused', code: 'no-crypto' })
    const answer = await insist(own, () => own.ask('enter', { room, token, key: keys.public }))
    if (!answer || (!answer.ok && answer.code === 'no-answer')) return
    // A later token was handed to them elsewhere: by joining again they have the newest.
    if (!answer.ok && answer.code === 'not-yours' && rejoined++ < TRIES) return void arrive(own)
    rejoined = 0
    // A room that is over has nothing to go to; what comes next is told.
    if (!answer.ok || answer.view.stage === 'closed') {
      over = room
      if (newest) become({ at: 'in', view: newest, over })
      return
    }
    const known = rememberedCircle(code)
    if (known) rememberCircle(code, { ...known, room })
    wire = null
    clearTimeout(quietLater)
    arrives()
    handOver(room, { wire: own.release(), keys, secret: null, seated: answer })
    become({ at: 'seated', room })
  }

  function hangUp(): void {
    round += 1
    clearTimeout(quietLater)
    wire?.close()
    wire = null
  }

  function stop(next: CircleState): void {
    hangUp()
    isQuiet = false
    become(next)
  }

  return {
    snapshot: () => current,
    start(given) {
      hangUp()
      newest = null
      wasIn = false
      become({ at: 'looking' })
      stopWaking()
      stopWaking = onWakeUp(
        async () => !wire || askClock({ ask: wire.ask }),
        () => wire?.redial(),
      )
      wire = follow(createMovingWire(createWire, given ?? createWire()))
      if (wire.isUp()) void arrive(wire)
      else lineIs(false)
    },
    async comeIn(name) {
      const own = wire
      if (!own) return NO_ANSWER
      round += 1
      const answer = await insist(own, () => own.ask('join', { code, name }), TRIES)
      if (!answer) return NO_ANSWER
      if (answer.ok) {
        came(own, answer)
        return { ok: true }
      }
      if (answer.code === 'gone') refused('gone')
      return { ok: false, code: answer.code }
    },
    goToRoom() {
      if (wire?.isUp()) void arrive(wire)
      else wire?.redial()
    },
    async give(ask) {
      const own = wire
      if (!own) return NO_ANSWER
      const answer = await insist(own, () => own.ask('give', ask), TRIES)
      return !answer ? NO_ANSWER : answer.ok ? { ok: true } : { ok: false, code: answer.code }
    },
    async offer(ask) {
      const own = wire
      if (!own) return NO_ANSWER
      const answer = await insist(own, () => own.ask('offer', ask), TRIES)
      return !answer ? NO_ANSWER : answer.ok ? { ok: true } : { ok: false, code: answer.code }
    },
    async leave() {
      const own = wire
      // First what is here: the farewell may have no network to go by.
      forgetCircle(code)
      wire = null
      hangUp()
      become({ at: 'left' })
      const late = new Promise(resolve => setTimeout(resolve, LEAVE_MS))
      await Promise.race([own?.ask('unjoin'), late])
      own?.close()
    },
    end() {
      stopWaking()
      said.end()
      hangUp()
    },
  }
}
