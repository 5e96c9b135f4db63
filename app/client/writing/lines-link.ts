// How does a closing line stay sealed until it opens for both at once? It is sealed here for the keys that the others have
// now, sealed anew when those change, and opened here after the reveal; the text itself leaves this tab in no other way.
// Whatever was answered last counts: nothing that is still on its way for an earlier answer may come after it.
import type { SeatId } from '../../../lib/protocol/room.ts'
import type { RoomView } from '../../../lib/wire/events.ts'
import type { Done } from '../line/intents.ts'
import { isUnknown } from '../line/passing.ts'
import type { RoomLink } from '../line/room-link.ts'
import { dropPhase, isRevealed } from './heard-words.ts'
import { type Becoming, isChanged, NO_LINE, type OwnLine, readOwnLine, writeOwnLine } from './own-line.ts'
import { fits, type SaidLine } from './replay.ts'
import { createRevealed } from './revealed-lines.ts'
import { countOthers, type Keyring, keysNow, sealWords } from './sealing.ts'

export interface LinesPorts {
  link: Keyring & Pick<RoomLink, 'send'>
  /** Asks the other browser for its line. */
  askAgain(from: SeatId): void
  /** Whether the texts of this one do not open at all. */
  isHopeless(from: SeatId): boolean
  changed(): void
}

const KEPT: Partial<OwnLine> = { offered: null, isKept: true, wantsKept: false }
const NOT_NOW: Done = { ok: false, code: 'not-now' }

export function createLinesLink({ link, askAgain, isHopeless, changed }: LinesPorts) {
  let own: OwnLine = NO_LINE
  let seat: SeatId | null = null
  /** The keys for which the line at the server was sealed. */
  let sealedFor = ''
  /** Counts what this person has answered: a sending for an earlier answer stops. */
  let wish = 0
  let inHand = 0
  let answering: Promise<unknown> = Promise.resolve()
  /** The others can open a line of ours that this tab does not know any more. */
  let isLost = false
  let isOver = false
  const revealed = createRevealed({ link, askAgain, isHopeless, changed })

  function keep(change: Partial<OwnLine>): void {
    own = { ...own, ...change }
    if (seat && !isOver) writeOwnLine(link.room, seat, own)
    changed()
  }

  function seen(view: RoomView): void {
    if (seat !== view.you) {
      seat = view.you
      own = readOwnLine(link.room, seat)
    }
    revealed.learn(view)
    if (isRevealed(view)) reveal(view)
    else follow(view)
  }

  function reveal(view: RoomView): void {
    const mine = view.lines?.[view.you]
    // The server has the last word on whether it opens: what it keeps is kept in every later answer of ours too.
    if (mine === 'kept' && !own.isKept) keep(KEPT)
    if (mine && mine !== 'kept' && own.offered === null) isLost = true
    revealed.show(view, line())
  }

  /** Before the reveal: does the server hold what was meant, sealed so that it will open? */
  function follow(view: RoomView): void {
    if (inHand > 0 || isOver || view.phase?.n !== dropPhase(view)) return
    const { offered, wantsKept } = own
    const isOffered = view.answered === 'line'
    if (wantsKept) {
      if (view.answered === 'kept') keep(KEPT)
      // It was said that the line stays here, and that was not heard.
      else if (isOffered && view.can.includes('keep')) keepBack()
    } else if (isOffered && offered !== null && view.can.includes('line') && keysNow(link) !== sealedFor) {
      // The other's page, or this one, was loaded again since: what was sealed for the earlier keys won't open.
      answer(isWanted => offer(offered, isWanted))
    }
  }

  /** One answer after the other, and none that is no longer wanted when its turn comes. */
  function answer(work: (isWanted: () => boolean) => Promise<Done>): Promise<Done> {
    const mine = wish
    const isWanted = () => mine === wish && !isOver
    inHand += 1
    const result = answering
      .then(() => (isWanted() ? work(isWanted) : NOT_NOW))
      .catch(() => NOT_NOW)
      .then(done => {
        inHand -= 1
        const view = link.view()
        // Keys may have changed meanwhile. After a failure the next view decides, or this would never rest.
        if (done.ok && view && !isRevealed(view)) follow(view)
        return done
      })
    answering = result
    return result
  }

  async function offer(text: string, isWanted: () => boolean): Promise<Done> {
    const view = link.view()
    const phase = view?.phase
    if (!view || !phase || phase.n !== dropPhase(view)) return NOT_NOW
    const keys = keysNow(link)
    const sealed = await sealWords(link, { kind: 'line', phase: phase.n, id: 0, text })
    if (!sealed) return NOT_NOW
    const done = await link.send({ do: 'line', phase: phase.n, ...sealed }, isWanted)
    if (done.ok) sealedFor = keys
    return done
  }

  function keepBack(): Promise<Done> {
    return answer(async isWanted => {
      const phase = link.view()?.phase
      const done = phase ? await link.send({ do: 'keep', phase: phase.n }, isWanted) : NOT_NOW
      if (done.ok && isWanted()) keep(KEPT)
      return done
    })
  }

  /** After the reveal, the same for whoever pressed "keep" and whoever wrote nothing; null when we lost what we offered. */
  function line(): SaidLine | null {
    if (own.offered !== null && !own.isKept) return { text: own.offered }
    return isLost ? null : 'kept'
  }

  return {
    seen,
    /** The other has sent its line again, after the reveal. */
    came: revealed.came,
    /** All that the other had to say again has come, and its line may not have been among it. */
    replayed: revealed.replayed,
    /** What may be said again once the lines are open. */
    own: line,
    /** Our own, as it stands before the reveal. */
    written: () => ({ text: own.text, becomes: own.becomes, isChanged: isChanged(own) }),
    write: (text: string): void => keep({ text }),
    choose: (becomes: Becoming): void => keep({ becomes }),
    async offer(): Promise<Done> {
      const text = own.text.trim()
      if (!fits(text, countOthers(link))) return { ok: false, code: 'too-big' }
      const before = own
      const mine = ++wish
      // Before the ack: when both have answered, the lines open before it is here.
      keep({ offered: text, isKept: false, wantsKept: false })
      const done = await answer(isWanted => offer(text, isWanted))
      // What may have been heard all the same is still ours: whether it opens is then for the view to say.
      if (!done.ok && !isUnknown(done.code) && mine === wish) keep({ ...before, text: own.text })
      return done
    },
    async keep(): Promise<Done> {
      wish += 1
      keep({ wantsKept: true })
      return keepBack()
    },
    /** From now on nothing is sent and nothing is written down. */
    end(): void {
      isOver = true
      revealed.end()
    },
    opened: revealed.opened,
  }
}

export type LinesLink = ReturnType<typeof createLinesLink>
