// How can a server go away under a page that stays open? The page knows one door; behind it pages come from one site, and
// the connection leads to another, which may be there, be gone, or be a new one.
import { createServer, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'
import type { House } from './house.ts'

export interface FrontDoor {
  url: string
  /** Where connections lead from now on; nowhere with null. */
  lead(to: House | null): void
  close(): Promise<void>
}

export async function openFrontDoor(pages: House): Promise<FrontDoor> {
  let live: House | null = null
  const lines = new Set<Duplex>()
  const portFor = (from: IncomingMessage) => (from.url?.startsWith('/socket.io/') ? live : pages)?.app.port

  const door = createServer((from, to) => {
    const port = portFor(from)
    if (port === undefined) return to.writeHead(502).end()
    const { method, url, headers } = from
    const onward = request({ port, host: '127.0.0.1', method, path: url, headers }, answer => {
      to.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(to)
    })
    onward.on('error', () => to.destroy())
    from.pipe(onward)
  })
  door.on('upgrade', (from, line, head) => {
    const port = portFor(from)
    if (port === undefined) return line.destroy()
    const onward = connect(port, '127.0.0.1')
    lines.add(line)
    line.on('close', () => lines.delete(line))
    const headers = Object.entries(from.headers).map(([name, value]) => `${name}: ${value}\r\n`)
    onward.write(`GET ${from.url} HTTP/1.1\r\n${headers.join('')}\r\n`)
    onward.write(head)
    line.pipe(onward).pipe(line)
    for (const [one, other] of [
      [line, onward],
      [onward, line],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  await new Promise<void>(resolve => door.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(door.address() as AddressInfo).port}`,
    lead(to) {
      live = to
    },
    close: () =>
      new Promise(resolve => {
        door.close(() => resolve())
        door.closeAllConnections()
        for (const line of lines) line.destroy()
      }),
  }
}
