// How does one machine play many people? With connections that speak the wire's text themselves: a browser's library
// would cost more than the server that is measured.
import { WebSocket } from 'ws'

export interface Line {
  send(text: string): void
  /** Called with every text that arrives, once the connection is open. */
  hear: (text: string) => void
  close(): void
}

const OPEN_MS = 20_000

/** A bare connection, from a page of that very place: to whoever names none not all is open. */
export async function dialBare(port: number, path: string): Promise<Line> {
  const at = `127.0.0.1:${port}`
  const socket = new WebSocket(`ws://${at}${path}`, { perMessageDeflate: false, origin: `http://${at}` })
  const line: Line = { send: text => socket.send(text), hear: () => {}, close: () => socket.terminate() }
  socket.on('message', data => line.hear(String(data)))
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('no connection')), OPEN_MS)
    socket.once('open', () => {
      clearTimeout(late)
      resolve()
    })
    socket.once('error', reject)
  })
  return line
}

export interface Caller extends Line {
  /** Asks as Socket.IO does, and resolves with what was answered. */
  ask<Answer = unknown>(event: string, payload: unknown): Promise<Answer>
}

/** A connection that has begun to speak Socket.IO. Heartbeats are answered, and asks; everything else is for `hear`. */
export async function dial(port: number): Promise<Caller> {
  const line = await dialBare(port, '/socket.io/?EIO=4&transport=websocket')
  const waiting = new Map<number, (answer: unknown) => void>()
  let asked = 0
  let begun = () => {}
  const caller: Caller = {
    send: line.send,
    close: line.close,
    hear: () => {},
    ask: <Answer>(event: string, payload: unknown) =>
      new Promise<Answer>(resolve => {
        const id = asked++
        waiting.set(id, resolve as (answer: unknown) => void)
        line.send(`42${id}${JSON.stringify(payload === undefined ? [event] : [event, payload])}`)
      }),
  }
  line.hear = text => {
    const kind = text.slice(0, 2)
    if (text === '2') line.send('3')
    else if (kind === '42') caller.hear(text)
    else if (kind === '43') {
      const body = text.indexOf('[')
      const id = Number(text.slice(2, body))
      const resolve = waiting.get(id)
      if (!resolve) return caller.hear(text)
      waiting.delete(id)
      resolve(JSON.parse(text.slice(body))[0])
    } else if (kind === '40') begun()
  }
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('nobody greets')), OPEN_MS)
    begun = () => {
      clearTimeout(late)
      resolve()
    }
    line.send('40')
  })
  return caller
}

/** Does `work` for each number below `count`, so many at a time. */
export async function inTurns<T>(count: number, atOnce: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const done: T[] = []
  let next = 0
  const one = async () => {
    for (let n = next++; n < count; n = next++) done[n] = await work(n)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, one))
  return done
}
