// Who runs a sitting when two people share one phone? This small director, in their browser: the same engine as on a server,
// with the clock, the chance and the memory of this device as its ports. Nothing of it knows a network.
import { formatFor } from '../../../lib/formats/formats.ts'
import { AWAY_AFTER_MS, advance, nextDue } from '../../../lib/protocol/advance.ts'
import { sit, stoodStill } from '../../../lib/protocol/door.ts'
import { createRoom, type Format, type Ms, type Room } from '../../../lib/protocol/room.ts'
import { step } from '../../../lib/protocol/step.ts'
import { view } from '../../../lib/protocol/view.ts'
import type { Intent, RefusalCode, RoomView } from '../../../lib/wire/events.ts'
import type { Becoming } from '../writing/own-line.ts'
import { type Kept, NO_TEXTS, PAIR, type Person, readKept, type Texts } from './local-texts.ts'

export interface LocalPorts {
  clock: {
    now(): Ms
    /** Calls once at an instant, or as soon after it as this device can. Returns how to take that back. */
    at(at: Ms, call: () => void): () => void
  }
  /** What survives a reload of this tab. */
  memory: { read(): unknown; write(kept: Kept): void; drop(): void }
  /** Heads or tails. */
  coin(): boolean
  changed(): void
}

export interface LocalPlan {
  names: Record<Person, string>
  sitting: 'taste' | 'listening'
  minutes: number
  first: Person | 'coin'
}

/** A room as the two who share the phone may see it. What is for one pair of eyes stands under that person. */
export interface LocalSnapshot {
  views: Record<Person, RoomView>
  texts: Texts
}

/** More than this after its instant, and the phone was asleep: as for a server that stood still (rule T3). */
const LATE_MS = 5000
/** The engine learns that somebody has written, and not what: the words themselves stay beside it. */
const WRITTEN = 'written'

export interface LocalRoom {
  /** Null before a sitting, and after it was let go. The same object until something changes. */
  snapshot(): LocalSnapshot | null
  begin(plan: LocalPlan): void
  /** One person asks; what the engine does not allow is refused, and nothing changes. */
  act(who: Person, intent: Intent): RefusalCode | null
  /** Both look at one screen, so one press may speak for both: each who may still say it does. */
  both(intent: Intent): void
  write(who: Person, what: 'note' | 'line', text: string): void
  /** What is to become of their line. */
  choose(who: Person, becomes: Becoming): void
  /** Looks at the clock: whoever wakes the phone up sees at once what has become of the sitting. */
  look(): void
  /** The page is still there: an absence that comes later begins from here. */
  seen(): void
  /** Forgets everything. */
  letGo(): void
  end(): void
}

/**
 * The phases of a sitting on one phone. Writing goes from hand to hand there, so what is written has no end by time:
 * each says when they are ready.
 */
function onOnePhone(format: Format): Format {
  const phases = format.phases.map(phase =>
    phase.kind === 'picture' || phase.kind === 'drop' ? { ...phase, ms: null } : phase,
  )
  return { ...format, phases }
}

/** Takes up the sitting that this tab remembers, if there is one. */
export function createLocalRoom({ clock, memory, coin, changed }: LocalPorts): LocalRoom {
  let room: Room | null = null
  let texts = NO_TEXTS
  let current: LocalSnapshot | null = null
  /** The instant at which time alone changes something next, and how to disarm its alarm. */
  let due: Ms | null = null
  let disarm = () => {}
  takeUp()

  function takeUp(): void {
    const kept = readKept(memory.read())
    if (!kept) {
      memory.drop()
      return
    }
    const now = clock.now()
    texts = kept.texts
    // A page that was gone for a moment has missed nothing; one that was gone for longer holds from when it was last there.
    const missed = now - kept.seenAt > AWAY_AFTER_MS
    const next = advance(missed ? stoodStill(kept.room, kept.seenAt, now) : kept.room, now)
    // Its time may have been over while nobody was here.
    if (next.closed) letGo()
    else took(next, now)
  }

  /** The room by `now`; when a boundary was slept through, it holds there and nobody's turn is spent. */
  function caughtUp(from: Room, now: Ms): Room {
    const slept = due !== null && now > due + LATE_MS
    return advance(slept && due !== null ? stoodStill(from, due, now) : from, now)
  }

  /** `next` is the room from now on: everything that follows from it is made anew. */
  function took(next: Room, now: Ms): void {
    room = next
    const views = { a: view(next, 'a', now), b: view(next, 'b', now) }
    texts = afterReveal(texts, views.a)
    current = { views, texts }
    disarm()
    due = nextDue(next, now)
    // A closed room has nothing left to wait for: it stays on the screen until they let it go.
    if (next.closed) memory.drop()
    else {
      keep(now)
      if (due !== null) disarm = clock.at(due, look)
    }
  }

  function keep(now: Ms): void {
    if (room && !room.closed) memory.write({ room, texts, seenAt: now })
  }

  function look(): void {
    if (!room) return
    const now = clock.now()
    took(caughtUp(room, now), now)
    changed()
  }

  function wrote(change: Partial<Texts>): void {
    if (!room || room.closed || !current) return
    texts = { ...texts, ...change }
    current = { ...current, texts }
    keep(clock.now())
    changed()
  }

  function act(who: Person, intent: Intent): RefusalCode | null {
    if (!room) return 'gone'
    const now = clock.now()
    const stepped = step(caughtUp(room, now), who, intent, now)
    took(stepped.room, now)
    changed()
    return stepped.ok ? null : stepped.code
  }

  function letGo(): void {
    disarm()
    memory.drop()
    room = current = due = null
    texts = NO_TEXTS
    changed()
  }

  return {
    snapshot: () => current,
    look,
    act,
    letGo,
    begin(plan) {
      const now = clock.now()
      texts = NO_TEXTS
      due = null
      took(begun(plan, coin(), now), now)
      changed()
    },
    both(intent) {
      for (const who of PAIR) if (current?.views[who].can.includes(intent.do)) act(who, intent)
    },
    write: (who, what, text) => wrote({ [what]: { ...texts[what], [who]: text } }),
    choose: (who, becomes) => wrote({ becomes: { ...texts.becomes, [who]: becomes } }),
    seen: () => keep(clock.now()),
    end: () => disarm(),
  }
}

/** Both are here by being at the phone: they sit down, say who speaks first, and the sitting begins. */
function begun({ names, sitting, minutes, first }: LocalPlan, heads: boolean, now: Ms): Room {
  const format = onOnePhone(formatFor(sitting, 2, minutes))
  const coin: Person[] = heads ? ['a', 'b'] : ['b', 'a']
  // Unhurried: whoever sits here has nobody who could change the clock for them.
  const plan = { id: 'one-phone', kind: 'friends', medium: 'together', clock: 'unhurried', format, seats: 2 } as const
  const seated = PAIR.reduce(
    (room, who) => sit(room, { name: names[who], key: null, token: who }, now).room,
    createRoom({ ...plan, coin }, now),
  )
  return PAIR.reduce((room, who) => {
    const wish = first === 'coin' ? 'either' : first === who ? 'me' : 'other'
    return step(room, who, { do: 'ready', first: wish }, now).room
  }, seated)
}

/** At the one moment at which the lines open, what was offered is there for both, and the first pictures are gone. */
function afterReveal(texts: Texts, { lines }: RoomView): Texts {
  if (!lines || texts.opened) return texts
  const opened = { a: offered(lines.a, texts.line.a), b: offered(lines.b, texts.line.b) }
  return { ...NO_TEXTS, opened }
}

type OfLine = NonNullable<RoomView['lines']>[Person]

const offered = (line: OfLine, text: string): string | null => (line === 'kept' || !line ? null : text)

/** What somebody's answer to the closing question is to the engine. An empty line is a kept one. */
export function answer(offers: boolean, text: string, phase: number): Intent {
  return offers && text.trim() !== '' ? { do: 'line', phase, sealed: WRITTEN } : { do: 'keep', phase }
}
