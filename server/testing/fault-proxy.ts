// What can happen to a line between two programs? It is slow, it swallows what is sent and tells nobody, it is cut, or it leads to another
// place from now on.
import { connect, createServer, type Socket } from 'node:net'
import type { Ms } from '../../lib/protocol/room.ts'
import { portOf } from './house.ts'

export interface FaultProxy {
  port: number
  /** Everything takes so long, each way. */
  slow(ms: Ms): void
  /** Nothing arrives any more, and nobody is told; until false. What was swallowed is lost with its connection. */
  swallow(isSwallowing: boolean): void
  /** Ends all connections, and from then on leads to `port`. */
  lead(port: number): void
  close(): Promise<void>
}

/** Listens on a free port of the loopback, and leads to `port`. */
export async function faultProxy(port: number): Promise<FaultProxy> {
  const pairs = new Set<[Socket, Socket]>()
  const swallowed = new Set<[Socket, Socket]>()
  let leadsTo = port
  let slowMs = 0
  let isSwallowing = false

  const end = (pair: [Socket, Socket]) => {
    for (const socket of pair) socket.destroy()
    pairs.delete(pair)
    swallowed.delete(pair)
  }
  const server = createServer(near => {
    const far = connect(leadsTo, '127.0.0.1')
    const pair: [Socket, Socket] = [near.setNoDelay(true), far.setNoDelay(true)]
    pairs.add(pair)
    const pass = (from: Socket, to: Socket) => {
      from.on('data', piece => {
        if (isSwallowing) swallowed.add(pair)
        if (swallowed.has(pair)) return
        const send = () => !swallowed.has(pair) && !to.destroyed && to.write(piece)
        if (slowMs > 0) setTimeout(send, slowMs)
        else send()
      })
      from.on('close', () => {
        if (!isSwallowing && !swallowed.has(pair)) end(pair)
      })
      from.on('error', () => {})
    }
    pass(near, far)
    pass(far, near)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: portOf(server),
    slow: ms => {
      slowMs = ms
    },
    swallow(next) {
      isSwallowing = next
      if (next) for (const pair of pairs) swallowed.add(pair)
    },
    lead(to) {
      leadsTo = to
      for (const pair of [...pairs]) end(pair)
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const pair of [...pairs]) end(pair)
      }),
  }
}
