// How does a browser say again what it said, to one that missed it? In a few texts, each short enough to be sealed; the
// receiver takes nothing from them but what it can check.

export interface Said {
  phase: number
  id: number
  text: string
  /** Between strangers: of the commitment to it that goes beside the piece, 43 characters of base64url. */
  key?: string
}

/** What was answered to the closing question; only once it is open to everybody. */
export type SaidLine = { text: string; key?: string } | 'kept'

export interface Replay {
  said: Said[]
  line: SaidLine | null
  /** The number of the sender's last utterance, of whatever phase. */
  last: number
  /** No further piece follows. */
  isEnd: boolean
}

/** UTF-8 bytes of one piece: below what one sealing takes. */
const PIECE_BYTES = 3900
/** UTF-8 bytes of an utterance or a line, written as JSON, so that it fits in a piece of its own. */
export const TEXT_BYTES = 3700
/** The same where it is sealed for two others: both sealed texts together have to fit into what the server relays. */
export const TEXT_BYTES_FOR_TWO = 2800
/** The server relays this many pieces for one asking. */
const PIECES = 16

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length

/** Whether a text can be said in one piece to so many others. */
export function fits(text: string, others: number): boolean {
  return bytesOf(text) <= (others > 1 ? TEXT_BYTES_FOR_TWO : TEXT_BYTES)
}

/** At least one piece, even with nothing to say: that it opens proves that both seal alike. */
export function packReplay(said: readonly Said[], line: SaidLine | null, last: number): string[] {
  const groups: Said[][] = [[]]
  for (const one of said) {
    const group = groups.at(-1) ?? []
    if (group.length > 0 && bytesOf([...group, one]) > TEXT_BYTES) groups.push([one])
    else group.push(one)
  }
  const bodies: Partial<Replay>[] = groups.map(group => ({ said: group }))
  const end = bodies.at(-1)
  if (line !== null && end) {
    if (bytesOf({ ...end, line }) <= TEXT_BYTES) end.line = line
    else bodies.push({ line })
  }
  const kept = bodies.slice(-PIECES)
  return kept.map((body, i) => JSON.stringify({ said: [], line: null, last, isEnd: i === kept.length - 1, ...body }))
}

/** A piece that was opened, or null when it is not one. */
export function readReplay(text: string): Replay | null {
  const value = parsed(text)
  if (!isRecord(value) || text.length > PIECE_BYTES || !Array.isArray(value.said)) return null
  const { last, isEnd, line } = value
  if (!isCount(last) || typeof isEnd !== 'boolean') return null
  const said: Said[] = []
  for (const one of value.said) {
    if (!isRecord(one) || !isCount(one.phase) || !isCount(one.id) || typeof one.text !== 'string') return null
    said.push({ phase: one.phase, id: one.id, text: one.text, ...keyOf(one) })
  }
  if (line === null || line === 'kept') return { said, line, last, isEnd }
  if (!isRecord(line) || typeof line.text !== 'string') return null
  return { said, line: { text: line.text, ...keyOf(line) }, last, isEnd }
}

const keyOf = ({ key }: Record<string, unknown>): { key?: string } => (typeof key === 'string' ? { key } : {})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
