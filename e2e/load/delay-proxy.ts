// What lies between a browser and the server? A connection that takes its time: so long up, so long down, a little more or
// less for each piece, and now and then much more. Nothing is lost or overtaken, as in any TCP connection.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Ms } from '../../lib/protocol/room.ts'
import { chanceFrom } from '../../lib/protocol/testing/chance.ts'

export interface Path {
  upMs: Ms
  downMs: Ms
  /** The mean of what is added to each piece. */
  jitterMs: Ms
  /** How often a piece is this much later. */
  spikes: { share: number; ms: Ms }
}

/** As measured in homes; on the mobile path the way down takes 10 ms longer than the way up, which nobody can see. */
export const WIFI: Path = { upMs: 9, downMs: 9, jitterMs: 1.5, spikes: { share: 0.01, ms: 60 } }
export const LTE: Path = { upMs: 24, downMs: 34, jitterMs: 2, spikes: { share: 0.05, ms: 150 } }

export interface DelayProxy {
  url: string
  /** Keeps back what the server says, until it is told to let it through. */
  mute(isMute: boolean): void
  close(): Promise<void>
}

/** Listens on a free port and passes everything on to `port`, later. */
export async function delay(port: number, path: Path, seed: number): Promise<DelayProxy> {
  const { below, often } = chanceFrom(seed)
  const open = new Set<Socket>()
  const fromServer = new Set<Socket>()
  let isMute = false
  const pass = (from: Socket, to: Socket, ms: Ms) => {
    let lastAt = 0
    // Timers of nearly the same instant may change places, and what they let through must not.
    const waiting: (() => void)[] = []
    const later = (send: () => void) => {
      const spike = often(path.spikes.share) ? below(path.spikes.ms) : 0
      const at = performance.now() + ms - path.jitterMs * Math.log(1 - below(1)) + spike
      lastAt = Math.max(lastAt, at)
      waiting.push(send)
      setTimeout(() => waiting.shift()?.(), lastAt - performance.now())
    }
    from.on('close', () => fromServer.delete(from))
    from.on('data', piece => later(() => to.write(piece)))
    from.on('end', () => later(() => to.end()))
    from.on('error', () => to.destroy())
    from.on('close', () => open.delete(from))
  }
  const server = createServer(near => {
    const far = connect(port, '127.0.0.1')
    for (const socket of [near, far]) open.add(socket.setNoDelay(true))
    fromServer.add(far)
    if (isMute) far.pause()
    pass(near, far, path.upMs)
    pass(far, near, path.downMs)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    mute(next) {
      isMute = next
      for (const socket of fromServer) next ? socket.pause() : socket.resume()
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}
