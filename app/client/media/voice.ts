// What does a panel know of the sound and the picture of a room, and what may it ask of them? These shapes and no others; they
// hold nothing that runs, so that a room in writing carries none of it.
import type { SeatId } from '../../../lib/protocol/room.ts'
import type { MicrophoneState } from '../sound/microphone.ts'
import type { ConsentState } from './consent.ts'
import type { OwnMicrophone } from './signal.ts'

/** `coming`: for the first time. `mending`: it was there, and is quietly looked for. `none`: not found, and still looked for. */
export type PathState = 'coming' | 'there' | 'mending' | 'none'

export interface RoomCamera {
  state: ConsentState
  /** Asks the other, or says yes to them. */
  agree(): void
  /** Not now, or not any longer. */
  withdraw(): void
  /** What the other shows, only while both agree. */
  theirs: MediaStream | null
  own: MediaStream | null
}

export interface Compared {
  /** `differs`: the exchange itself shows that somebody is in the way. That the words are others, only the two can hear. */
  at: 'waiting' | 'words' | 'differs'
  /** Four of them, the same at both ends; none unless `at` is `words`. */
  words: readonly string[]
  /** Of the words; the same at both ends, whatever the pages speak. */
  language: 'en' | 'es'
}

export interface RoomCaptions {
  state: ConsentState
  /** This browser can write down speech without sending it anywhere. */
  canRead: boolean
  /** This person reads along, or will when both agree. */
  reads: boolean
  /** On this screen alone; once both agree, nobody has to be asked. */
  read(wish: boolean): void
  agree(): void
  withdraw(): void
  /** The latest two lines of whoever has the floor; none where nobody is written down. */
  lines: readonly string[]
}

/** What is between this page and one other person. */
export interface VoiceWith {
  /** What they say of their microphone; null before they have. */
  theirs: OwnMicrophone | null
  path: PathState
  /** Something that settles the path was changed on the way, and the path has not come about. */
  isUnchecked: boolean
  /** This browser keeps their sound closed until the page is touched. */
  isBlocked: boolean
  /** Some of what was said in this phase may not have arrived, with us or with them. */
  missed: 'here' | 'there' | null
  /** Nothing has been heard of them for long, and the path is not well. */
  isLost: boolean
}

export const NOT_MET: VoiceWith = {
  theirs: null,
  path: 'coming',
  isUnchecked: false,
  isBlocked: false,
  missed: null,
  isLost: false,
}

export interface RoomVoice {
  /** Whether people of this room speak: false where they write or sit in one place. */
  isOn: boolean
  microphone: MicrophoneState
  /** Opens it, from a person's act. */
  open(): void
  /** Closes it for good: only its person opens it again. */
  close(): void
  /** Of everybody else who sits here. */
  with: Partial<Record<SeatId, VoiceWith>>
  /** Voice can't be had now, from here or between us and somebody: whoever has the floor writes. */
  mustWrite: boolean
  /** Looks anew for each path that is not well. */
  tryAgain(): void
  /** How loud somebody is who may be heard now, 0 to 1: our own seat's microphone, or the other's voice. */
  level(seat: SeatId): number
  camera: RoomCamera
  /** By which two strangers find out that nobody is between them; null where nothing is compared. */
  same: Compared | null
  /** Absent until the room has its sound. */
  captions?: RoomCaptions
}

const nothing = () => {}

export const NO_VOICE: RoomVoice = {
  isOn: false,
  microphone: 'off',
  open: nothing,
  close: nothing,
  with: {},
  mustWrite: false,
  tryAgain: nothing,
  level: () => 0,
  camera: { state: 'off', agree: nothing, withdraw: nothing, theirs: null, own: null },
  same: null,
}
