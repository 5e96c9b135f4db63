// What does a part of a room stand on in a test? One seat of a sitting of two, or of three, with real keys, whose server is a list of what
// was asked of it and a function that answers.
import { createKeys, type OwnKeys } from '../../../lib/seal/own-keys.ts'
import { type Label, openSession, type Session } from '../../../lib/seal/session.ts'
import type { Intent, RoomView } from '../../../lib/wire/events.ts'
import type { Done } from '../line/intents.ts'
import type { RoomLink } from '../line/room-link.ts'
import { viewWith } from './view-with.ts'

export interface Asked {
  name: string
  payload: Record<string, unknown>
}

export interface FakeLink extends Pick<RoomLink, 'room' | 'view' | 'keys' | 'secret' | 'ask' | 'send' | 'proven'> {
  asked: Asked[]
  /** What the server answers; `{ok: true}` unless it is replaced. */
  answer(name: string, payload: Record<string, unknown>): Done | Promise<Done>
  sent: Intent[]
  /** What becomes of an intent; `isWanted` as the sender gave it. */
  taking(intent: Intent, isWanted: () => boolean): Promise<Done>
  proofs: number
  /** The newest view from now on, with the keys of both. */
  see(change: Partial<RoomView>): RoomView
  /** Seals as the other would, for this seat. */
  sealedByOther(what: Label & { text: string }): Promise<string>
  /** Opens as the other would what this seat has sealed. */
  openedByOther(sealed: string, label: Label): Promise<string>
  /** The session of the other, with this seat. */
  other(): Promise<Session>
  /** The other's page is loaded again. */
  otherReloads(): Promise<void>
  /** Somebody sits in `c` from now on, with the keys of a page that was just loaded. */
  thirdSits(): Promise<void>
  thirdLeaves(): void
  sealedByThird(what: Label & { text: string }): Promise<string>
  openedByThird(sealed: string, label: Label): Promise<string>
}

/** The seat `b`; the other is `a`. */
export async function fakeLink(change: Partial<RoomView> = {}): Promise<FakeLink> {
  const own: OwnKeys = await createKeys()
  let other: OwnKeys = await createKeys()
  let third: OwnKeys | null = null
  let latest: Partial<RoomView> = change
  let view = shown()

  function shown(): RoomView {
    const seats: RoomView['seats'] = {
      a: { name: 'Ana', here: true, ready: true, key: other.public },
      b: { name: 'Bo', here: true, ready: true, key: own.public },
      ...(third && { c: { name: 'Cy', here: true, ready: true, key: third.public } }),
    }
    return viewWith({ seats, ...latest })
  }

  const theirs = () => {
    const { room } = view
    return openSession({ room, own: other, mine: 'a', theirs: 'b', theirKey: own.public, secret: null })
  }
  const thirds = () => {
    if (!third) throw new Error('nobody sits there')
    return openSession({ room: view.room, own: third, mine: 'c', theirs: 'b', theirKey: own.public, secret: null })
  }

  const link: FakeLink = {
    room: view.room,
    view: () => view,
    keys: () => own,
    secret: () => null,
    asked: [],
    sent: [],
    proofs: 0,
    proven: () => {
      link.proofs += 1
    },
    answer: () => ({ ok: true }),
    taking: async () => ({ ok: true }),
    ask: (async (name: string, payload: Record<string, unknown>) => {
      link.asked.push({ name, payload })
      return link.answer(name, payload)
    }) as RoomLink['ask'],
    send(intent, isWanted = () => true) {
      link.sent.push(intent)
      return link.taking(intent, isWanted)
    },
    see(next) {
      latest = next
      view = shown()
      return view
    },
    sealedByOther: async what => (await theirs()).seal(what),
    openedByOther: async (sealed, label) => (await theirs()).open(sealed, label),
    other: theirs,
    async otherReloads() {
      other = await createKeys()
      view = shown()
    },
    async thirdSits() {
      third = await createKeys()
      view = shown()
    },
    thirdLeaves() {
      third = null
      view = shown()
    },
    sealedByThird: async what => (await thirds()).seal(what),
    openedByThird: async (sealed, label) => (await thirds()).open(sealed, label),
  }
  return link
}
