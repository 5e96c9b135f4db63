// How does a test send what no well-made client would send? As text, below the library, on a connection that is open.
import type { Person } from './house.ts'

/** An event as the library would have written it, and what it was answered with. */
export function answerTo(person: Person, event: string): Promise<unknown> {
  const id = 1_000_000 + Math.floor(performance.now() * 1_000)
  const { engine } = person.socket.io
  const head = `3${id}`
  return new Promise(resolve => {
    const hear = (message: unknown) => {
      if (typeof message !== 'string' || !message.startsWith(head)) return
      engine.off('message', hear)
      resolve(JSON.parse(message.slice(head.length)))
    }
    engine.on('message', hear)
    engine.write(`2${id}${event}`)
  })
}

/** Text or bytes as they are, below even the packets of the connection. */
export function sendBare(person: Person, frame: string | Uint8Array): void {
  const socket: { send(frame: string | Uint8Array): void } = Reflect.get(person.socket.io.engine.transport, 'ws')
  socket.send(frame)
}
