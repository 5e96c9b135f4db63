// What of our microphone may leave this page? A track of our own, taken from the page's microphone and let go with it. And what
// its person wants of it, for as long as this tab lives: one that they closed is opened by nobody else.
import type { SeatId } from '../../../lib/protocol/room.ts'
import { readStored, writeStored } from '../device/device-storage.ts'
import { keyOf } from '../device/seat-memory.ts'
import { type Microphone, microphone as pages } from '../sound/microphone.ts'
import type { OwnMicrophone } from './signal.ts'

export interface OwnMicrophonePorts {
  room: string
  changed(): void
  /** The page's; another one in a test. */
  microphone?: Microphone
}

export function createOwnMicrophone({ room, changed, microphone = pages }: OwnMicrophonePorts) {
  let seat: SeatId | null = null
  let isResting = true
  let source: MediaStreamTrack | null = null
  let sent: MediaStreamTrack | null = null

  const wanted = () => (seat ? readStored('tab', keyOf(room, 'microphone', seat)) : undefined)
  const want = (how: 'open' | 'closed') => seat && writeStored('tab', keyOf(room, 'microphone', seat), how)

  function drop(): void {
    sent?.stop()
    sent = null
    source = null
  }

  function moved(): void {
    if (isResting) return
    if (microphone.track() !== source) drop()
    if (microphone.state() === 'open') want('open')
    changed()
  }

  const stop = microphone.onChange(moved)

  return {
    state: microphone.state,
    level: microphone.level,
    /** What is said of it to the others. */
    says(): OwnMicrophone {
      if (microphone.state() === 'open') return 'open'
      return wanted() === 'closed' ? 'closed' : 'none'
    },
    /** The seat is held by this page: a microphone that its person had open before the page was loaded is open again. */
    sit(own: SeatId): void {
      if (!isResting && seat === own) return
      seat = own
      isResting = false
      const state = microphone.state()
      if (state === 'open') want('open')
      else if (state === 'off' && wanted() === 'open') void microphone.open()
    },
    /** To be sent; the same one for as long as the microphone is the same. */
    track(): MediaStreamTrack | null {
      const now = microphone.state() === 'open' ? microphone.track() : null
      if (now !== source) drop()
      if (now && !sent) {
        source = now
        sent = now.clone()
        sent.enabled = false
      }
      return sent
    },
    allow(isHeard: boolean): void {
      if (sent) sent.enabled = isHeard
    },
    open: (): void => void microphone.open(),
    close(): void {
      want('closed')
      microphone.close()
    },
    /** The sitting is over here, or went on elsewhere. Nobody has wished anything by that. */
    rest(): void {
      if (isResting) return
      isResting = true
      drop()
      microphone.close()
    },
    end(): void {
      this.rest()
      stop()
    },
  }
}

export type OwnMicrophoneHere = ReturnType<typeof createOwnMicrophone>
