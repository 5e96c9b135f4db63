// Who sees a sentence while it is still being written? Nobody, unless its writer lets it be seen as it grows; and whoever no
// longer lets it be seen takes back at once what was seen of it.
import type { Ms } from '../../../lib/protocol/room.ts'
import { isPassing } from '../line/passing.ts'
import type { RoomLink } from '../line/room-link.ts'
import type { SealedWords } from './sealing.ts'

export interface DraftPorts {
  ask: RoomLink['ask']
  /** Whether it could be said as it is. */
  fits(text: string): boolean
  /** Seals a draft for the others; null while there is nobody to seal for. */
  seal(draft: { phase: number; id: number; text: string }): Promise<SealedWords | null>
  /** The phase that runs, and whether we have the floor in it. */
  phase(): number
  mayWrite(): boolean
  /** The number of the utterance that is being written. */
  next(): number
  /** Whether this person lets others see a sentence as it grows, where a field does not say so itself. */
  typesLive(): boolean
}

/** A draft goes out at most four times a second. */
const DRAFT_MS: Ms = 250
/** How soon it is tried again to take one back. */
const AGAIN_MS: Ms = 1000

export function createDrafts({ ask, fits, seal, phase, mayWrite, next, typesLive }: DraftPorts) {
  let text = ''
  /** What the latest writing said of it; null where it goes by the setting. */
  let live: boolean | null = null
  /** Whether others may have something of it on their screens. */
  let isOut = false
  let isQueued = false
  let isOver = false
  let due: ReturnType<typeof setTimeout> | null = null
  let sending: Promise<unknown> = Promise.resolve()

  const isSeen = () => live ?? typesLive()

  function cancel(): void {
    if (due) clearTimeout(due)
    due = null
  }

  function later(ms: Ms): void {
    due ??= setTimeout(atOnce, ms)
  }

  function atOnce(): void {
    cancel()
    if (isQueued) return
    isQueued = true
    sending = sending.then(send).catch(() => {})
  }

  async function send(): Promise<void> {
    isQueued = false
    const draft = { phase: phase(), id: next(), text: isSeen() ? text : '' }
    if (isOver || !mayWrite() || (draft.text === '' && !isOut) || !fits(draft.text)) return
    const sealed = await seal(draft)
    // Said, hidden or gone on in the meantime: what was sealed is no longer to be seen.
    const isStale = phase() !== draft.phase || next() !== draft.id || (draft.text !== '' && !isSeen())
    if (sealed === null || isOver || isStale) return
    if (draft.text !== '') isOut = true
    const answer = await ask('words', { phase: draft.phase, id: draft.id, ...sealed })
    if (draft.text !== '' || next() !== draft.id) return
    if (answer.ok) isOut = false
    else if (isPassing(answer.code)) later(AGAIN_MS)
  }

  return {
    /** The field has changed. `seen`: whether others see it as it grows; left out, the setting says so. */
    write(written: string, seen?: boolean): void {
      text = written
      live = seen ?? null
      if (isSeen()) later(DRAFT_MS)
      else if (isOut) atOnce()
    },
    /** The setting, the floor or the connection has changed: what is no longer to be seen is taken back. */
    follow(): void {
      if (isOut && !isSeen()) atOnce()
    },
    /** It was said, or its phase is over: with that it is gone from every screen. */
    over(): void {
      cancel()
      text = ''
      isOut = false
    },
    end(): void {
      isOver = true
      cancel()
    },
  }
}

export type Drafts = ReturnType<typeof createDrafts>
