// May what one of the two says be written down on the other's screen? Only while both say so. Then the listener's own browser
// writes it, from the sound that has come: nothing of it is sent or kept, and with the turn it is gone.
import { latestLines } from './caption-lines.ts'
import { createConsent } from './consent.ts'
import type { Listening, Recogniser } from './recogniser.ts'
import type { RoomCaptions } from './voice.ts'

export interface CaptionsPorts {
  say(agrees: boolean): void
  /** The browser's own recogniser; null where there is none that stays on the device. */
  find(): Promise<Recogniser | null>
  changed(): void
}

/** What may be written down now: the sound of whoever has the floor and may be heard here. */
export interface Floor {
  phase: number
  track: MediaStreamTrack | null
}

const NOBODY: Floor = { phase: -1, track: null }

export function createCaptions({ say, find, changed }: CaptionsPorts) {
  let recogniser: Recogniser | null = null
  /** The person of this page would read; whoever asked does so from the start. */
  let reads = false
  let hasAsked = false
  let isPrepared = false
  let floor = NOBODY
  let writing: Listening | null = null
  let lines: readonly string[] = []
  let isOver = false

  const consent = createConsent({
    say,
    begin: () => void prepare(),
    end() {
      reads &&= consent.state() === 'asked'
      stop()
    },
    changed,
  })

  find().then(
    found => {
      recogniser = found
      if (!isOver && found) changed()
    },
    () => {},
  )

  async function prepare(): Promise<void> {
    if (!recogniser || !reads || isPrepared) return write()
    const isReady = await recogniser.prepare().catch(() => false)
    if (isOver || !consent.isOn()) return
    isPrepared = isReady
    if (isReady) write()
    else fail()
  }

  /** It can't be had here. Where the other asked for it they may have it all the same. */
  function fail(): void {
    recogniser = null
    reads = false
    stop()
    if (hasAsked) consent.withdraw('refused')
    else changed()
  }

  function stop(): void {
    writing?.stop()
    writing = null
    lines = []
  }

  function write(): void {
    const { track } = floor
    if (writing || !track || !recogniser || !consent.isOn() || !reads || !isPrepared) return
    // Begun anew it knows nothing of what it wrote before.
    const before = lines
    let isGone = false
    const started = recogniser.hear(track, {
      heard(stretches) {
        lines = latestLines([...before, ...stretches])
        changed()
      },
      over(isHopeless) {
        isGone = true
        writing = null
        if (isHopeless) fail()
      },
    })
    if (!isGone) writing = started
  }

  return {
    heard: consent.heard,
    repeat: consent.repeat,
    settle: consent.settle,
    rest: consent.rest,
    /** Call it with each change, and about twice a second: a recogniser that has stopped by itself begins anew. */
    follow(next: Floor): void {
      const isAnother = next.track !== floor.track || next.phase !== floor.phase
      const hadWords = lines.length > 0
      floor = next
      if (isAnother) stop()
      write()
      if (isAnother && hadWords) changed()
    },
    snapshot: (): RoomCaptions => ({
      state: consent.state(),
      canRead: recogniser !== null,
      reads,
      lines,
      agree() {
        hasAsked = consent.state() !== 'wanted'
        reads = hasAsked && recogniser !== null
        consent.agree()
      },
      withdraw: () => consent.withdraw(),
      read(wish) {
        reads = wish && recogniser !== null
        if (!reads) stop()
        else if (consent.isOn()) void prepare()
        changed()
      },
    }),
    end(): void {
      isOver = true
      consent.rest()
    },
  }
}

export type Captions = ReturnType<typeof createCaptions>
