// May the two see each other? Only while both say so, and each can take it back at any moment for both. The camera is opened
// when both have agreed, never before, and closed with the first no, with a hold, and with the page.
import { createConsent } from './consent.ts'

export interface CameraPorts {
  say(agrees: boolean): void
  /** What is sent from now on; null for nothing at all. */
  give(track: MediaStreamTrack | null): void
  changed(): void
}

export function createCamera({ say, give, changed }: CameraPorts) {
  let own: MediaStream | null = null
  let turn = 0

  const consent = createConsent({ say, begin: () => void open(), end: close, changed })

  function close(): void {
    turn += 1
    for (const track of own?.getTracks() ?? []) track.stop()
    own = null
    give(null)
  }

  async function open(): Promise<void> {
    turn += 1
    const asked = turn
    try {
      const wanted = { width: { ideal: 640 }, height: { ideal: 640 }, facingMode: 'user', frameRate: { max: 24 } }
      const stream = await navigator.mediaDevices.getUserMedia({ video: wanted })
      const [track] = stream.getVideoTracks()
      if (asked !== turn || !track) {
        for (const late of stream.getTracks()) late.stop()
        return
      }
      own = stream
      give(track)
      changed()
    } catch {
      if (asked === turn) consent.withdraw('refused')
    }
  }

  return {
    ...consent,
    /** Takes no reason: a button would give its event for one. */
    withdraw: (): void => consent.withdraw(),
    own: (): MediaStream | null => own,
  }
}

export type Camera = ReturnType<typeof createCamera>
