// What does a panel of the room get? These shapes and no others: what is known of the room, its words, its lines and its
// bell, and what may be asked of them.
import type { Step } from '../../../lib/closeness/overlap.ts'
import type { Ms, SeatId } from '../../../lib/protocol/room.ts'
import type { RoomView, SeatView } from '../../../lib/wire/events.ts'
import type { AboardNow } from '../circle/circle-aboard.ts'
import type { Closeness, When } from '../device/closeness.ts'
import { shownNow } from '../line/clock.ts'
import type { Act, Done } from '../line/intents.ts'
import type { RoomState, Trouble } from '../line/room-state.ts'
import type { Link } from '../line/seat-line-ports.ts'
import { NO_VOICE, type RoomVoice } from '../media/voice.ts'
import type { RungBell } from '../sound/bell.ts'
import type { BellRings } from '../sound/bell-plan.ts'
import type { Sealing } from '../writing/again.ts'
import type { Becoming } from '../writing/own-line.ts'
import type { OpenedLine } from '../writing/revealed-lines.ts'
import type { Utterance } from '../writing/utterances.ts'

export interface Other extends SeatView {
  seat: SeatId
}

export interface RoomWords {
  /** The worst of all others. */
  sealing: Sealing
  sealingWith(seat: SeatId): Sealing
  /** What was said in this phase, in order of arrival, drafts last. Gone when the phase is over. */
  said: readonly Utterance[]
  /** True when the view says that we have the floor. */
  mayWrite: boolean
  /** What stands in our own field; survives a reload. */
  draft: string
  /** What we had written when our turn ended and could not be sent; shown to us alone, until the next phase is over. */
  unsent: string
  /** Call on every change of the field. Others see it as it grows only when live typing is on (or `live` says so). */
  write(text: string, live?: boolean): void
  /**
   * Says it and empties the draft. `not-now` without the floor, `too-big` above about 3,700 bytes of UTF-8, or 2,800 for two others. Tried again by
   * itself as long as it may be said, so this may settle late; until then it stands in `said` as not sent.
   */
  say(text: string): Promise<Done>
  /** Everything we have said ourselves on this page, for "copy my own words". */
  own(): readonly string[]
}

export interface RoomLines {
  /** Our own answer, as the server has it; survives a reload. */
  answered: 'line' | 'kept' | null
  /** What stands in our own field, also after it was kept; survives a reload, never leaves the device unsealed. */
  text: string
  write(text: string): void
  /** What was chosen for it, and null until something was; survives a reload as the text does. */
  becomes: Becoming | null
  choose(becomes: Becoming): void
  /** What stands there, or what is chosen for it, is another answer than the one that was given. */
  isChanged: boolean
  /** Seals `text` for the others and offers it. May be called again until the reveal. `too-big` as with words. */
  offer(): Promise<Done>
  /** Keeps it to oneself. May be called instead of or after `offer` until the reveal. */
  keep(): Promise<Done>
  /** Null before the reveal, then everybody's, our own too; stays until the end although the server forgets it. */
  opened: Partial<Record<SeatId, OpenedLine>> | null
}

export interface RoomBell {
  /** True when sound is wanted and this browser keeps it closed until the page is touched. */
  blocked: boolean
  /** What can be promised of it: that it rings on this phone, on another one in the same place, or not. */
  rings: BellRings
  /** Rings once now, for the settings. */
  hear(kind?: 'full' | 'half' | 'arrival'): void
  /** Tells each bell of the plan as it rings, sound or none: for the visual bell. Returns how to stop. */
  onRing(ring: (bell: RungBell) => void): () => void
}

export interface RoomCircle extends AboardNow {
  /** Goes on to the circle's page with the connection of this room, of which nothing stays on the device. */
  goBack(): void
  /** Reads on here; nothing but the next room leads back then. */
  stay(): void
}

export interface RoomHook {
  state: RoomState
  link: Link
  trouble: Trouble
  view: RoomView | null
  me: SeatId | null
  /** Who else sits here, in the order of the seats; empty seats are left out. */
  others: readonly Other[]
  /** The whole address to send to the other person, with the secret; null when it is not known. */
  invite: string | null
  /** True while this screen is kept from going dark. */
  awake: boolean
  shownNow(): Ms
  sitDown(name: string): Promise<Done>
  moveHere(): void
  /** Tries to connect at once, for "try now". */
  tryNow(): void
  act(act: Act): Promise<Done>
  /** Leaves for good, and wipes what this device had of the seat. Settles within 3 s whatever the network does. */
  leave(): Promise<void>
  /**
   * Lets a closed room go. {ok: true} only when the server has confirmed that the room is gone; until then nothing is
   * wiped, and it may be called again.
   */
  letGo(): Promise<Done>
  words: RoomWords
  voice: RoomVoice
  lines: RoomLines
  /** The picture I walk in with: on this device only. Of more than `most` characters the rest is not kept. */
  note: { text: string; most: number; write(text: string): void }
  /** How close this person feels to the other: on this device only, and wiped from it when the sitting is over. */
  closeness: Closeness & { choose(when: When, step: Step): void }
  bell: RoomBell
  /** The circle that has seated this person here; null in a room of any other kind. */
  circle: RoomCircle | null
}

const notNow = async (): Promise<Done> => ({ ok: false, code: 'not-now' })
const nothing = () => {}

/** What is shown before the page has looked at anything, and on the server. */
export const KNOCKING: RoomHook = {
  state: { at: 'knocking' },
  link: 'connecting',
  trouble: null,
  view: null,
  me: null,
  others: [],
  invite: null,
  awake: false,
  shownNow,
  sitDown: notNow,
  moveHere: nothing,
  tryNow: nothing,
  act: notNow,
  leave: async () => {},
  letGo: notNow,
  words: {
    sealing: 'waiting',
    sealingWith: () => 'waiting',
    said: [],
    mayWrite: false,
    draft: '',
    unsent: '',
    write: nothing,
    say: notNow,
    own: () => [],
  },
  voice: NO_VOICE,
  lines: {
    answered: null,
    text: '',
    becomes: null,
    isChanged: false,
    opened: null,
    write: nothing,
    choose: nothing,
    offer: notNow,
    keep: notNow,
  },
  note: { text: '', most: 0, write: nothing },
  closeness: { before: null, after: null, choose: nothing },
  bell: { blocked: false, rings: 'here', hear: nothing, onRing: () => nothing },
  circle: null,
}
