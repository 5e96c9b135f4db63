// Could what a stranger wrote be held up to them? Each of their texts comes with the key of a commitment and with the server's mark
// of that commitment; what has not both is not shown, or somebody could write what nobody can ever report.
import type { SeatId } from '../../../lib/protocol/room.ts'
import { fromBase64url, toBase64url } from '../../../lib/seal/base64url.ts'
import { commitmentOf, FRANKING_BYTES, newFrankingKey } from '../../../lib/seal/franking.ts'
import type { Session } from '../../../lib/seal/session.ts'
import type { RoomView, Tellings } from '../../../lib/wire/events.ts'
import type { CommittedTo, Mark, Written } from '../../../lib/wire/marked.ts'
import { dropPhase } from './heard-words.ts'
import { readReplay, type Said, type SaidLine } from './replay.ts'
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

/** The same for a closing line, before which its commitment and its mark stand with dots between. */
export function openLine(session: Session, view: RoomView, from: SeatId, kept: string): Promise<OpenedWords | null> {
  const told = { from, phase: dropPhase(view), id: 0 }
  const [commitment, at, tag, sealed = ''] = kept.split('.')
  const marked = { ...told, sealed, commitment, at: Number(at), ...(tag && { tag }) }
  return openWords(session, view, 'line', view.kind === 'practice' ? marked : { ...told, sealed: kept })
}

/** What is said again, and which commitments go beside a piece of it: between friends none. */
export interface CommittedAgain {
  told: Said[]
  line: SaidLine | null
  commitments(piece: string): { said?: CommittedTo[] }
}

/** Between strangers each is committed to once more, under a key of its own. */
export async function commitAll(
  view: RoomView,
  said: readonly Said[],
  line: SaidLine | null = null,
): Promise<CommittedAgain> {
  const { kind, room, you } = view
  const plain = said.map(({ phase, id, text }): Said => ({ phase, id, text }))
  if (kind !== 'practice') return { told: plain, line, commitments: () => ({}) }
  const made = new Map<string, CommittedTo>()

  async function keyOf(one: Said, as: Written['kind']): Promise<string> {
    const { phase, id } = one
    const bytes = newFrankingKey()
    const key = toBase64url(bytes)
    made.set(key, { phase, id, commitment: await commitmentOf({ room, from: you, ...one, kind: as }, bytes) })
    return key
  }

  const told: Said[] = []
  for (const one of plain) told.push({ ...one, key: await keyOf(one, 'words') })
  const asLine = line !== null && line !== 'kept' && { phase: dropPhase(view), id: 0, text: line.text }
  return {
    told,
    line: asLine ? { text: asLine.text, key: await keyOf(asLine, 'line') } : line,
    /** Of those that stand in this piece. */
    commitments(piece) {
      const read = readReplay(piece)
      const own = read?.line && read.line !== 'kept' ? [read.line] : []
      const list = [...(read?.said ?? []), ...own].flatMap(({ key = '' }) => made.get(key) ?? [])
      return list.length > 0 ? { said: list } : {}
    },
  }
}

/** Something that was said again with its proof; null where the server has marked no commitment that it fits. */
export async function provenAgain(
  room: string,
  from: SeatId,
  { kind, phase, id, text, key = '' }: Said & Pick<Written, 'kind'>,
  marked: readonly (CommittedTo & Mark)[],
): Promise<Written | null> {
  const opens = fromBase64url(key)
  const found = marked.find(one => one.phase === phase && one.id === id)
  if (!found || opens?.length !== FRANKING_BYTES) return null
  const commitment = await commitmentOf({ room, from, phase, id, kind, text }, opens)
  return commitment === found.commitment ? { phase, id, kind, text, key, at: found.at, tag: found.tag } : null
}
