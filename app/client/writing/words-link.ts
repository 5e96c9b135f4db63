// What is a sitting in writing, put together? What we say, what is seen of it while we write, and what we hear.
import type { SeatId } from '../../../lib/protocol/room.ts'
import type { RoomView, Tellings } from '../../../lib/wire/events.ts'
import type { Done } from '../line/intents.ts'
import type { RoomLink } from '../line/room-link.ts'
import type { Sealing } from './again.ts'
import { createDrafts } from './drafts.ts'
import { createHearing } from './hearing.ts'
import { fits, type SaidLine } from './replay.ts'
import { createSaying } from './saying.ts'
import { countOthers, type Keyring, sealWords } from './sealing.ts'
import { inOrder, type Utterance } from './utterances.ts'

export interface WordsPorts {
  link: Keyring & Pick<RoomLink, 'ask' | 'proven'>
  typesLive(): boolean
  ownLine(): SaidLine | null
  lineCame(from: SeatId, line: SaidLine): void
  /** All that another had to say again has come. */
  replayed(from: SeatId): void
  changed(): void
}

export function createWordsLink({ link, typesLive, ownLine, lineCame, replayed, changed }: WordsPorts) {
  let view: RoomView | null = null
  const phase = () => view?.phase?.n ?? -1

  const mayWrite = (): boolean => {
    const floor = view?.phase?.floor
    return view?.stage === 'sitting' && (floor === view.you || floor === 'all')
  }

  const saying = createSaying({ link, mayWrite, ownLine, changed })
  const hearing = createHearing({ link, lineCame, replayed, changed })
  const drafts = createDrafts({
    ask: link.ask,
    fits: text => fits(text, countOthers(link)),
    seal: draft => sealWords(link, { ...draft, kind: 'draft' }),
    phase,
    mayWrite,
    next: () => saying.count() + 1,
    typesLive,
  })

  return {
    seen(next: RoomView): void {
      if (next.phase?.n !== view?.phase?.n) drafts.over()
      view = next
      saying.seen(next)
      hearing.seen(next)
      drafts.follow()
    },
    /** The seat was entered on a connection: whatever was said meanwhile, on either side, is asked for or sent again. */
    entered(): void {
      hearing.entered()
      saying.entered()
      drafts.follow()
    },
    told: {
      words: hearing.words,
      again: (told: Parameters<Tellings['again']>[0]) => void saying.tellAgain(told).catch(() => {}),
      replay: hearing.replay,
    },
    wantAgain: hearing.wantAgain,
    sealing: (): Sealing => hearing.sealing(),
    sealingWith: (from: SeatId): Sealing => hearing.sealingWith(from),
    said(): Utterance[] {
      const from = saying.seat()
      const mine = from ? saying.all().map(one => ({ ...one, from, draft: false })) : []
      return inOrder([...mine.filter(one => one.phase === phase()), ...hearing.all()])
    },
    mayWrite,
    draft: saying.draft,
    unsent: saying.unsent,
    write(text: string, live?: boolean): void {
      saying.write(text)
      drafts.write(text, live)
    },
    /** Whether sentences are seen as they grow may have been chosen anew. */
    chose: drafts.follow,
    say(text: string): Promise<Done> {
      const done = saying.say(text)
      // What it was refused for still stands in the field, and may still be seen.
      if (saying.draft() === '') drafts.over()
      return done
    },
    own: (): string[] => saying.all().map(({ text }) => text),
    /** From now on nothing is sent and nothing is written down. */
    end(): void {
      saying.end()
      drafts.end()
      hearing.end()
    },
  }
}

export type WordsLink = ReturnType<typeof createWordsLink>
