// What is one room in this page, put together? Its link, its words and lines, its bell and the screen that stays on: made
// once however many parts look at it, and let go when none does any longer.
import type { Step } from '../../../lib/closeness/overlap.ts'
import type { RoomView } from '../../../lib/wire/events.ts'
import { giveBack } from '../circle/circle-line.ts'
import { type Closeness, NO_ANSWER, readCloseness, type When, writeCloseness } from '../device/closeness.ts'
import { NOTE_MOST, readNote, writeNote } from '../device/notes.ts'
import { onSettings, settings } from '../device/settings.ts'
import { shutOut } from '../device/shut-out.ts'
import { serverNow, shownNow } from '../line/clock.ts'
import { createRoomLink } from '../line/room-link.ts'
import type { Opened } from '../line/room-link-ports.ts'
import { type Bell, createBell } from '../sound/bell.ts'
import { bellsHere, isCalled } from '../sound/bell-plan.ts'
import { createLinesLink } from '../writing/lines-link.ts'
import { createWordsLink } from '../writing/words-link.ts'
import { forgetWritten } from '../writing/written.ts'
import { createLateAboard } from './late-aboard.ts'
import { createLateVoice } from './late-voice.ts'
import type { LiveRooms } from './live-rooms.ts'
import { othersOf } from './others.ts'
import { createRoomAwake } from './room-awake.ts'
import type { RoomHook } from './room-hook.ts'

interface Here {
  users: number
  snapshot(): RoomHook
  listeners: Set<() => void>
  leaving: ReturnType<typeof setTimeout> | null
  start(opened?: Opened): void
  end(): void
}

/** React takes a page's effects away and puts them back at once; a page that is really gone stays away. */
const LOOK_AWAY_MS = 500
/** How long an opened room waits for its page. */
const HANDED_OVER_MS = 30_000

const heres = new Map<string, Here>()

function lookAt(room: string, listener: () => void): () => void {
  const known = heres.get(room)
  const here = known ?? createHere(room)
  heres.set(room, here)
  here.users += 1
  here.listeners.add(listener)
  if (!known) here.start()
  if (here.leaving) clearTimeout(here.leaving)
  return () => {
    here.users -= 1
    here.listeners.delete(listener)
    if (here.users === 0) endLater(room, here, LOOK_AWAY_MS)
  }
}

export const rooms: LiveRooms = { lookAt, roomNow: room => heres.get(room)?.snapshot() ?? null }

/** Takes over a room that was just opened, and keeps it until its page is there. */
export function handOver(room: string, opened: Opened): void {
  const here = createHere(room, true)
  heres.set(room, here)
  here.start(opened)
  endLater(room, here, HANDED_OVER_MS)
}

function endLater(room: string, here: Here, ms: number): void {
  if (here.leaving) clearTimeout(here.leaving)
  here.leaving = setTimeout(() => {
    if (here.users > 0) return
    here.end()
    if (heres.get(room) === here) heres.delete(room)
  }, ms)
}

function createHere(room: string, isOpened = false): Here {
  const listeners = new Set<() => void>()
  let view: RoomView | null = null
  let note = ''
  let closeness = NO_ANSWER
  let isTaking = false
  let current: RoomHook | null = null

  const bell: Bell = createBell(changed, isOpened)
  const awake = createRoomAwake(changed)
  const link = createRoomLink(room, {
    changed: took,
    entered: () => {
      words.entered()
      voice.entered()
      if (link.view()?.kind === 'workshop') void aboard.entered()
    },
    told: {
      words: told => words.told.words(told),
      again: told => words.told.again(told),
      replay: told => words.told.replay(told),
      signal: told => voice.signal(told),
      circle: told => aboard.told.circle(told),
      said: told => aboard.told.said(told),
      paired: told => aboard.told.paired(told),
    },
  })
  const words = createWordsLink({
    link,
    typesLive: () => settings().liveTyping,
    ownLine: () => lines.own(),
    lineCame: (from, line) => lines.came(from, line),
    replayed: from => lines.replayed(from),
    changed,
  })
  const lines = createLinesLink({
    link,
    askAgain: words.wantAgain,
    isHopeless: from => ['unreadable', 'different-link'].includes(words.sealingWith(from)),
    changed,
  })
  const voice = createLateVoice({ link, serverNow, changed })
  const aboard = createLateAboard({ room, ask: link.ask, rings: () => bell.hear('full'), changed })
  const planBells = () => bell.schedule(bellsHere(view, link.snapshot(), settings().warnMs, bell.armed()))
  const stopSettings = onSettings(() => {
    planBells()
    words.chose()
  })

  /** The link has changed; when it has a newer view, everything follows it before anybody is told. */
  function took(): void {
    const next = link.view()
    isTaking = true
    if (next && next !== view) {
      if (view?.you !== next.you) {
        note = readNote(room, next.you)
        closeness = readCloseness(room, next.you)
      }
      // It was said of somebody who is no longer here.
      if (next.stage === 'gathering' && view && othersOf(next).length < othersOf(view).length) keep(NO_ANSWER, next)
      if (view?.stage === 'gathering' && othersOf(next).length > othersOf(view).length) bell.hear('arrival')
      if (view && isCalled(view, next)) bell.hear('half')
      view = next
      words.seen(next)
      lines.seen(next)
      voice.seen(next)
      awake.seen(next.stage)
      // Nobody comes back to it: it stays on the screen for as long as this page does.
      if (next.stage === 'closed') {
        writeNote(room, next.you, '')
        writeCloseness(room, next.you, NO_ANSWER)
      }
    }
    const { at } = link.snapshot().state
    planBells()
    if (at !== 'in') {
      awake.rest()
      voice.rest()
    }
    if (at === 'refused' || at === 'other-tab') shutOut()
    if (at === 'left' || at === 'let-go') {
      words.end()
      lines.end()
    }
    isTaking = false
    changed()
  }

  function changed(): void {
    if (isTaking) return
    current = null
    for (const listener of listeners) listener()
  }

  const fixed = {
    shownNow,
    sitDown: link.sitDown,
    moveHere: link.moveHere,
    tryNow: link.tryNow,
    act: link.act,
    leave: link.leave,
    letGo: link.letGo,
  }
  const goBack = () => {
    const code = aboard.now()?.code
    const wire = link.release()
    if (wire && code) giveBack(code, wire)
    else wire?.close()
    const own = view && lines.opened()?.[view.you]
    aboard.goBack(closeness, own?.as === 'open' ? own.text : null)
  }
  const writing = { write: words.write, say: words.say, own: words.own, sealingWith: words.sealingWith }
  const lining = { write: lines.write, choose: lines.choose, offer: lines.offer, keep: lines.keep }
  const ringing = { hear: (kind: 'full' | 'half' | 'arrival' = 'full') => bell.hear(kind, true), onRing: bell.onRing }
  const noting = (text: string) => {
    note = text
    const isIn = link.snapshot().state.at === 'in'
    if (view && isIn && view.stage !== 'closed') writeNote(room, view.you, text)
    changed()
  }

  function keep(next: Closeness, { you, stage }: RoomView): void {
    closeness = next
    if (stage !== 'closed') writeCloseness(room, you, next)
  }
  const choose = (when: When, step: Step) => {
    if (view && link.snapshot().state.at === 'in') keep({ ...closeness, [when]: step }, view)
    changed()
  }

  function snapshot(): RoomHook {
    const { state, link: quality, trouble, invite } = link.snapshot()
    const around = aboard.now()
    return {
      ...fixed,
      state,
      link: quality,
      trouble,
      invite,
      view,
      me: view?.you ?? null,
      others: view ? othersOf(view) : [],
      awake: awake.isKept(),
      words: {
        ...writing,
        sealing: words.sealing(),
        said: words.said(),
        mayWrite: words.mayWrite(),
        draft: words.draft(),
        unsent: words.unsent(),
      },
      voice: voice.snapshot(),
      lines: { ...lining, ...lines.written(), answered: view?.answered ?? null, opened: lines.opened() },
      note: { text: note, most: NOTE_MOST, write: noting },
      closeness: { ...closeness, choose },
      bell: { ...ringing, blocked: bell.isBlocked(), rings: bell.rings() },
      circle: around && { ...around, goBack, stay: aboard.stay },
    }
  }

  return {
    users: 0,
    leaving: null,
    listeners,
    snapshot: () => {
      current ??= snapshot()
      return current
    },
    start: link.start,
    end() {
      forgetWritten(room)
      link.end()
      words.end()
      lines.end()
      voice.end()
      aboard.end()
      bell.end()
      awake.end()
      stopSettings()
    },
  }
}
