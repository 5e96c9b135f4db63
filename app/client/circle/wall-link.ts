// What does a projector know of a circle? Its face, again and again: what anybody may know who has the code. It asks for nothing else.
import type { CircleFace } from '../../../lib/wire/circle.ts'
import { nearCircle } from '../../../lib/wire/near.ts'
import { backoffMs } from '../line/backoff.ts'
import { askClock, keepTime, learnAtLeast } from '../line/clock.ts'
import { createMovingWire } from '../line/moving-wire.ts'
import { isPassing } from '../line/passing.ts'
import { dial, type Wire } from '../line/socket.ts'
import { onWakeUp } from '../line/wake-up.ts'
import { isLater } from './circle-state.ts'
import { NOTHING, type WallSnapshot } from './wall-state.ts'

const QUIET_MS = 5000
/** A circle that is not there yet may be in a while: a wall is put up early. */
const AGAIN_MS = 10_000

export interface WallPorts {
  code: string
  dial?: () => Wire
  changed(next: WallSnapshot): void
}

/** Returns how to stop. */
export function watchWall({
  code,
  dial: createWire = () => dial({ near: nearCircle(code) }),
  changed,
}: WallPorts): () => void {
  const wire = createMovingWire(createWire)
  let now = NOTHING
  let round = 0
  let later: ReturnType<typeof setTimeout> | undefined
  let stopTime = () => {}
  // A laptop that was closed for a while looks connected, and shows the round that was.
  const stopWaking = onWakeUp(() => askClock(wire), wire.redial)

  function become(next: Partial<WallSnapshot>): void {
    now = { ...now, ...next }
    changed(now)
  }

  function learn(face: CircleFace): void {
    learnAtLeast(face.now)
    if (isLater(face, now.face)) become({ face, isUnknown: false })
  }

  async function watch(): Promise<void> {
    const mine = ++round
    for (let failures = 1; mine === round && wire.isUp(); failures++) {
      const answer = await wire.ask('watch', { code })
      if (mine !== round) return
      if (answer.ok) {
        become({ lines: answer.lines })
        return learn(answer.face)
      }
      if (answer.code === 'no-answer') return
      const isOver = !isPassing(answer.code)
      // What was on the wall stays there when its circle is gone.
      if (isOver && !now.face) become({ isUnknown: true })
      await new Promise(resolve => setTimeout(resolve, isOver ? AGAIN_MS : backoffMs(failures, Math.random())))
    }
  }

  wire.on('face', learn)
  wire.on('offered', ({ lines }) => become({ lines }))
  wire.onLine(isUp => {
    clearTimeout(later)
    stopTime()
    if (isUp) {
      stopTime = keepTime(wire)
      if (now.isQuiet) become({ isQuiet: false })
      void watch()
    } else later = setTimeout(() => become({ isQuiet: true }), QUIET_MS)
  })
  later = setTimeout(() => become({ isQuiet: true }), QUIET_MS)

  return () => {
    round += 1
    clearTimeout(later)
    stopTime()
    stopWaking()
    wire.close()
  }
}
