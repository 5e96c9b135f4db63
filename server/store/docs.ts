// How is a small document read and changed? As JSON under the mark of its last commit, by compare-and-swap:
// one change at a time for each key in this process, at most eight tries against other processes.
import type { Ms } from '../../lib/protocol/room.ts'
import { type Clock, type Ids, type LobbyStore, type Pair, StoreDown } from '../ports.ts'
import { createQueue } from '../queue.ts'
import { createTracked } from '../under-way.ts'

export interface Change<Doc> {
  next: Doc
  ttlMs: Ms
  /** Pairs that must not be kept apart at the moment of writing; with `anyway`, to have met keeps nobody apart. */
  check?: { fit: readonly Pair[]; anyway: boolean }
  /** The mark of this commit, when whoever decides wants to know it. */
  mark?: string
}

export interface Docs {
  read<Doc>(key: string): Promise<Doc | null>
  /** The document when it is not as the commit with this mark left it. In turn with this process's own changes of it. */
  readNewer<Doc>(key: string, mark: string | null): Promise<{ doc: Doc | null; mark: string | null } | 'same'>
  /**
   * Lets `decide` make the next document from the present one; null leaves it as it is. Asked again when others were
   * quicker, and with `isApart` when a pair turned out to be kept apart. Rejects with `StoreDown` or `DocsBusy`.
   */
  change<Doc>(
    key: string,
    decide: (doc: Doc | null, now: Ms, isApart: boolean) => Promise<Change<Doc> | null> | Change<Doc> | null,
  ): Promise<void>
  idle(): Promise<void>
}

/** Others changed the document each time first. */
export class DocsBusy extends Error {
  override readonly name = 'DocsBusy'
  readonly code = 'busy'
  constructor() {
    super('others were quicker each time')
  }
}

const TRIES = 8
/** Everybody who comes at the opening of a gathering may ask in the same second. */
const UNFINISHED_MOST = 5_000

export function createDocs(store: LobbyStore, clock: Pick<Clock, 'now'>, ids: Pick<Ids, 'commit'>): Docs {
  const queue = createQueue({ most: UNFINISHED_MOST })
  const { track, idle } = createTracked()

  async function tryToChange<Doc>(key: string, decide: Parameters<Docs['change']>[1]): Promise<void> {
    let isApart = false
    for (let tries = 0; tries < TRIES; tries++) {
      const { kept } = await store.load(key)
      const change = await decide(kept && parsed<Doc>(kept.body), clock.now(), isApart)
      if (change === null) return
      const next = { body: JSON.stringify(change.next), commit: change.mark ?? ids.commit() }
      const { result } = await store.swap(key, kept?.commit ?? null, next, change.ttlMs, change.check)
      if (result === 'swapped') return
      isApart ||= result === 'apart'
    }
    throw new DocsBusy()
  }

  return {
    async read(key) {
      const { kept } = await store.load(key)
      return kept && parsed(kept.body)
    },
    readNewer: <Doc>(key: string, mark: string | null) =>
      queue.run(key, async () => {
        const { kept } = await store.load(key)
        if (kept && kept.commit === mark) return 'same' as const
        return { doc: kept && parsed<Doc>(kept.body), mark: kept?.commit ?? null }
      }),
    change: (key, decide) => track(queue.run(key, () => tryToChange(key, decide as Parameters<Docs['change']>[1]))),
    idle,
  }
}

/** A document of another version is left alone: what this release can't read it must not write over. */
function parsed<Doc>(body: string): Doc {
  try {
    const doc = JSON.parse(body)
    if (doc?.v === 1) return doc
  } catch {}
  throw new StoreDown('bad-answer')
}
