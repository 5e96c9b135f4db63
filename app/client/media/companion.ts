// What is one other person to our ears and eyes? The path to their browser, their voice, what they say of their microphone, and
// whether any of it may have been missed. It lives as long as the two pages do: new keys, a new companion.
import type { Ms } from '../../../lib/protocol/room.ts'
import { LOST_MS, missedAfter, NOTHING_MISSED } from './missed.ts'
import { createPeer, type PeerPorts } from './peer.ts'
import type { OwnMicrophone, PathSignal } from './signal.ts'
import { createSound } from './sound.ts'
import type { PathState, VoiceWith } from './voice.ts'

export interface CompanionPorts extends Omit<PeerPorts, 'came'> {
  /** Tells two pages from any other two. */
  pages: string
}

/** What should pass between us now. */
export interface Passing {
  phase: number
  /** We may hear them. */
  hears: boolean
  /** We are heard: we have the floor and an open microphone. */
  speaks: boolean
  /** Somebody waits for the path: the sitting has begun, and both are here. */
  isNeeded: boolean
}

/** So long nothing is said of a path that does not come, or does not come again. */
const PATIENCE_MS = 12_000
const MEND_PATIENCE_MS = 20_000

export function createCompanion({ pages, ...ports }: CompanionPorts) {
  const sound = createSound(ports.changed)
  let picture: MediaStream | null = null
  let microphone: OwnMicrophone | null = null
  let wasThere = false
  let goneSince: Ms | null = null
  let lookedAt: Ms | null = null
  let pieces = 0
  let missedHere = NOTHING_MISSED
  let missedThere = NOTHING_MISSED

  const peer = createPeer({
    ...ports,
    came(track, kind) {
      if (kind === 'audio') sound.take(track)
      else picture = new MediaStream([track])
      ports.changed()
    },
    changed() {
      wasThere ||= peer.isThere()
      ports.changed()
    },
  })

  function path(now: Ms): PathState {
    if (peer.isThere()) return 'there'
    const goneMs = goneSince === null ? 0 : now - goneSince
    if (wasThere) return goneMs > MEND_PATIENCE_MS ? 'none' : 'mending'
    return goneMs > PATIENCE_MS ? 'none' : 'coming'
  }

  function missed(phase: number): VoiceWith['missed'] {
    if (missedHere.phase === phase && missedHere.isMissed && microphone !== 'none') return 'here'
    return missedThere.phase === phase && missedThere.isMissed ? 'there' : null
  }

  /** Nobody is lost who was never there: of a path that is not found something else is said. */
  const isLost = () => wasThere && (missedHere.goneMs ?? 0) >= LOST_MS

  async function look(now: Ms, { phase, hears, speaks, isNeeded }: Passing): Promise<void> {
    const there = peer.isThere()
    goneSince = there || !isNeeded ? null : (goneSince ?? now)
    const ms = lookedAt === null ? 0 : now - lookedAt
    lookedAt = now
    const should = hears && (microphone === 'open' || (microphone === null && !there))
    const count = should && there ? await peer.pieces() : pieces
    const come = count > pieces
    pieces = count
    missedHere = missedAfter(missedHere, { phase, shouldPass: should, passes: there && come, ms })
    missedThere = missedAfter(missedThere, { phase, shouldPass: speaks, passes: there, ms })
  }

  return {
    pages,
    sound,
    take: (signal: PathSignal) => peer.take(signal),
    give: peer.give,
    mend: peer.mend,
    isThere: peer.isThere,
    heard(says: OwnMicrophone): void {
      microphone = says
    },
    microphone: () => microphone,
    picture: () => picture,
    /** Their voice, while there is a path. */
    playing: () => (peer.isThere() ? sound.track() : null),
    look,
    tend: peer.tend,
    path,
    missed,
    isLost,
    snapshot: (now: Ms, phase: number): Omit<VoiceWith, 'isUnchecked'> => ({
      theirs: microphone,
      path: path(now),
      isBlocked: sound.isBlocked(),
      missed: missed(phase),
      isLost: isLost(),
    }),
    renew(): void {
      goneSince = null
      peer.renew()
    },
    end(): void {
      peer.end()
      sound.end()
    },
  }
}

export type Companion = ReturnType<typeof createCompanion>
