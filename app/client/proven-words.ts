// Could what a stranger wrote be held up to them? Each of their texts comes with the key of a commitment and with the server's mark
// of that commitment; what has not both is not shown, or somebody could write what nobody can ever report.
import { fromBase64url, toBase64url } from '../../lib/seal/base64url.ts'
import { commitmentOf, FRANKING_BYTES, newFrankingKey } from '../../lib/seal/franking.ts'
import type { Session } from '../../lib/seal/session.ts'
import type { RoomView, Tellings } from '../../lib/wire/events.ts'
import type { CommittedTo, Mark, Written } from '../../lib/wire/marked.ts'
import { readReplay, type Said } from './replay.ts'
import { mineOf } from './sealing.ts'

type Told = Parameters<Tellings['words']>[0]

/** Words that opened; between strangers with what proves them. */
export interface OpenedWords {
  text: string
  proven: Written | null
}

/** Null where it does not open as this kind, or could not be proven. */
export async function openWords(
  session: Session,
  view: RoomView,
  kind: Written['kind'],
  { phase, id, sealed, commitment, at, tag }: Told,
): Promise<OpenedWords | null> {
  const label = { kind, phase, id }
  const mine = mineOf(sealed, view.you)
  if (view.kind !== 'practice') {
    const text = await session.open(mine, label).catch(() => null)
    return text === null ? null : { text, proven: null }
  }
  if (commitment === undefined || at === undefined || tag === undefined) return null
  const opened = await session.openFranked(mine, label, commitment).catch(() => null)
  return opened && { text: opened.text, proven: { ...label, kind, ...opened, at, tag } }
}

/** What is said again, and which commitments go beside a piece of it: between friends none. */
export interface CommittedAgain {
  told: Said[]
  commitments(piece: string): { said?: CommittedTo[] }
}

/** Between strangers each is committed to once more, under a key of its own. */
export async function commitAll({ kind, room, you }: RoomView, said: readonly Said[]): Promise<CommittedAgain> {
  const plain = said.map(({ phase, id, text }): Said => ({ phase, id, text }))
  if (kind !== 'practice') return { told: plain, commitments: () => ({}) }
  const made = new Map<string, CommittedTo>()
  const told: Said[] = []
  for (const one of plain) {
    const key = newFrankingKey()
    const { phase, id } = one
    const commitment = await commitmentOf({ room, from: you, ...one, kind: 'words' }, key)
    const franked = { ...one, key: toBase64url(key) }
    made.set(franked.key, { phase, id, commitment })
    told.push(franked)
  }
  /** Of those that stand in this piece. */
  const commitments = (piece: string) => {
    const list = (readReplay(piece)?.said ?? []).flatMap(({ key = '' }) => made.get(key) ?? [])
    return list.length > 0 ? { said: list } : {}
  }
  return { told, commitments }
}

/** Something that was said again with its proof; null where the server has marked no commitment that it fits. */
export async function provenAgain(
  room: string,
  from: Told['from'],
  { phase, id, text, key = '' }: Said,
  marked: readonly (CommittedTo & Mark)[],
): Promise<Written | null> {
  const opens = fromBase64url(key)
  const found = marked.find(one => one.phase === phase && one.id === id)
  if (!found || opens?.length !== FRANKING_BYTES) return null
  const commitment = await commitmentOf({ room, from, phase, id, kind: 'words', text }, opens)
  return commitment === found.commitment ? { phase, id, kind: 'words', text, key, at: found.at, tag: found.tag } : null
}
