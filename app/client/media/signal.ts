// What do two browsers tell each other about sound and picture? One of these, and nothing that reads like none of them: it
// comes from the other person, who may run a program of their own.

export type OwnMicrophone = 'open' | 'closed' | 'none'

export type Signal =
  /** `turn`: which connection of these two pages it is about. */
  | { turn: number; description: { type: 'offer' | 'answer'; sdp: string } }
  | { turn: number; candidate: RTCIceCandidateInit | null }
  | { turn: number; wants: 'offer' }
  | { microphone: OwnMicrophone }
  | { camera: boolean }
  /** A step of the exchange by which strangers compare words (lib/seal/short-auth.ts), read by whoever compares. */
  | { same: object }
  | { captions: boolean }

/** What is about one connection. */
export type PathSignal = Extract<Signal, { turn: number }>

const TURNS_MOST = 1_000_000
const MICROPHONES = ['open', 'closed', 'none'] as const

export function readSignal(text: string): Signal | null {
  try {
    const said: unknown = JSON.parse(text)
    return typeof said === 'object' && said !== null ? read(said as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function read(said: Record<string, unknown>): Signal | null {
  const microphone = MICROPHONES.find(known => known === said.microphone)
  if (microphone) return { microphone }
  if (typeof said.camera === 'boolean') return { camera: said.camera }
  if (typeof said.same === 'object' && said.same) return { same: said.same }
  if (typeof said.captions === 'boolean') return { captions: said.captions }
  const { turn } = said
  if (!Number.isInteger(turn) || Number(turn) < 1 || Number(turn) > TURNS_MOST) return null
  return readOfPath(Number(turn), said)
}

function readOfPath(turn: number, { description, candidate, wants }: Record<string, unknown>): PathSignal | null {
  if (wants === 'offer') return { turn, wants }
  if (candidate === null) return { turn, candidate }
  if (typeof candidate === 'object' && candidate) return { turn, candidate: candidate as RTCIceCandidateInit }
  if (typeof description !== 'object' || description === null) return null
  const { type, sdp } = description as Record<string, unknown>
  const isKnown = type === 'offer' || type === 'answer'
  return isKnown && typeof sdp === 'string' ? { turn, description: { type, sdp } } : null
}
