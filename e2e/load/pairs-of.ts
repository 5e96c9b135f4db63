// How do pairs come to sit at each of the servers that are compared? One of each pair speaks, the other hears.
import type { Ack, OpenAsk } from '../../lib/wire/events.ts'
import { type Caller, dial, dialBare, inTurns, type Line } from './wire.ts'

export interface Duo<L extends Line = Line> {
  speaker: L
  listener: L
}

/** One turn that outlasts every run. */
const FORMAT: OpenAsk['format'] = {
  phases: [
    { kind: 'speak', seconds: 1_800, floor: 'first' },
    { kind: 'speak', seconds: 1_800, floor: 'second' },
    { kind: 'drop', seconds: 30, floor: 'none' },
    { kind: 'thanks', seconds: 10, floor: 'all' },
  ],
}
const AT_ONCE = 50

async function must(caller: Caller, event: string, payload: unknown): Promise<{ room?: string }> {
  const answer = await caller.ask<Ack<{ room?: string }>>(event, payload)
  if (!answer.ok) throw new Error(`${event} was refused: ${answer.code}`)
  return answer
}

/** Pairs in the first turn of a sitting at our own server; the listener may be at another process of the same site. */
export function clearingPairs(port: number, count: number, listenersPort = port): Promise<Duo<Caller>[]> {
  return inTurns(count, AT_ONCE, async () => {
    const [speaker, listener] = await Promise.all([dial(port), dial(listenersPort)])
    const opening: OpenAsk = { kind: 'friends', format: FORMAT, medium: 'text', name: 'Ann' }
    const { room } = await must(speaker, 'open', opening)
    await must(listener, 'enter', { room, name: 'Ben' })
    await must(speaker, 'intent', { do: 'ready', first: 'me' })
    await must(listener, 'intent', { do: 'ready', first: 'other' })
    return { speaker, listener }
  })
}

/** Pairs in a room of bare Socket.IO. */
export function barePairs(port: number, count: number): Promise<Duo<Caller>[]> {
  return inTurns(count, AT_ONCE, async n => {
    const [speaker, listener] = await Promise.all([dial(port), dial(port)])
    for (const one of [speaker, listener]) await must(one, 'enter', `room-${n}`)
    return { speaker, listener }
  })
}

/** Pairs of raw connections. */
export function rawPairs(port: number, count: number): Promise<Duo[]> {
  return inTurns(count, AT_ONCE, async n => {
    const speaker = await dialBare(port, `/${n}`)
    const listener = await dialBare(port, `/${n}`)
    return { speaker, listener }
  })
}

/** What a sealed sentence of up to 256 bytes looks like, and how long it is. */
export const SEALED = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_'.repeat(10).slice(0, 374)

/** The `n`th words of somebody, as the wire carries them. */
export const wordsPacket = (ack: number, n: number): string =>
  `42${ack}["words",{"phase":0,"id":${n},"sealed":"${SEALED}"}]`
export const rawWords = (n: number): string => `{"phase":0,"id":${n},"sealed":"${SEALED}"}`
