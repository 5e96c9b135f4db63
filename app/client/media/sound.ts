// How is the other's voice played, and when not at all? By an element of the page that is silenced, and whose track gives
// silence, until the view says that the other has the floor.
import { type Meter, measure } from '../sound/level.ts'

export interface Sound {
  take(track: MediaStreamTrack): void
  track(): MediaStreamTrack | null
  /** Whether it may be heard now. */
  allow(isHeard: boolean): void
  /** 0 to 1, smoothed; 0 while it may not be heard. */
  level(): number
  /** This browser keeps sound closed until the page is touched. */
  isBlocked(): boolean
  end(): void
}

/** A click alone is what some aids for reading make of a press. */
const GESTURES = ['pointerdown', 'keydown', 'touchend', 'click'] as const

export function createSound(changed: () => void): Sound {
  const element = document.createElement('audio')
  element.muted = true
  element.hidden = true
  // Some browsers play only what stands in the page.
  document.body.append(element)
  let track: MediaStreamTrack | null = null
  let meter: Meter | null = null
  let isAllowed = false
  let isBlocked = false

  const become = (next: boolean) => {
    if (isBlocked === next) return
    isBlocked = next
    changed()
  }

  function play(): void {
    if (!track) return
    element.play().then(
      () => become(false),
      (error: unknown) => error instanceof Error && error.name === 'NotAllowedError' && become(true),
    )
  }

  function follow(): void {
    element.muted = !isAllowed
    if (track) track.enabled = isAllowed
    // A browser may have stopped what it thought nobody hears.
    if (isAllowed && (element.paused || isBlocked)) play()
  }

  const touched = () => isBlocked && play()
  for (const gesture of GESTURES) document.addEventListener(gesture, touched, { capture: true, passive: true })

  return {
    take(next) {
      track = next
      meter?.end()
      const stream = new MediaStream([next])
      element.srcObject = stream
      meter = measure(stream, () => isAllowed)
      follow()
      play()
    },
    track: () => track,
    allow(isHeard) {
      if (isAllowed === isHeard) return
      isAllowed = isHeard
      follow()
    },
    level: () => (isAllowed ? (meter?.level() ?? 0) : 0),
    isBlocked: () => isBlocked && isAllowed,
    end() {
      for (const gesture of GESTURES) document.removeEventListener(gesture, touched, { capture: true })
      meter?.end()
      element.srcObject = null
      element.remove()
    },
  }
}
