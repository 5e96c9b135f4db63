// What does a Redis really hold, and what was it really asked? Read over a bare connection, beside the client under test.
import { connect, type Socket } from 'node:net'

type Reply = string | number | null | Reply[]

export interface RedisWire {
  ask(...words: string[]): Promise<Reply>
  close(): void
}

/** One command at a time, in RESP 2. An error of the server rejects. */
export function redisWire(port: number): RedisWire {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1')
  let heard = ''
  let wake = () => {}
  socket.on('data', text => {
    heard += text
    wake()
  })
  let last: Promise<unknown> = Promise.resolve()
  const more = () => new Promise<void>(resolve => (wake = resolve))

  async function line(): Promise<string> {
    for (;;) {
      const end = heard.indexOf('\r\n')
      if (end >= 0) {
        const read = heard.slice(0, end)
        heard = heard.slice(end + 2)
        return read
      }
      await more()
    }
  }

  async function reply(): Promise<Reply> {
    const head = await line()
    const rest = head.slice(1)
    if (head[0] === '-') throw new Error(rest)
    if (head[0] === ':') return Number(rest)
    if (head[0] === '$') {
      const length = Number(rest)
      if (length < 0) return null
      while (heard.length < length + 2) await more()
      const read = heard.slice(0, length)
      heard = heard.slice(length + 2)
      return read
    }
    if (head[0] === '*') {
      const items: Reply[] = []
      for (let left = Number(rest); left > 0; left--) items.push(await reply())
      return items
    }
    return rest
  }

  return {
    ask(...words) {
      const asked = last.then(() => {
        socket.write(`*${words.length}\r\n${words.map(word => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`)
        return reply()
      })
      last = asked.catch(() => {})
      return asked
    },
    close: () => socket.destroy(),
  }
}

/** Everything that a Redis is asked from now on, commands inside scripts among it. */
export async function monitor(port: number): Promise<{ heard(): string; close(): void }> {
  const socket: Socket = connect(port, '127.0.0.1').setEncoding('latin1')
  let heard = ''
  await new Promise<void>(resolve => {
    socket.on('data', text => {
      heard += text
      if (heard.startsWith('+OK')) resolve()
    })
    socket.write('MONITOR\r\n')
  })
  return { heard: () => heard, close: () => void socket.destroy() }
}

/** How many commands were billed, scripts and what they run, since the last `CONFIG RESETSTAT`. */
export async function billed(wire: RedisWire): Promise<Record<string, number>> {
  const stats = String(await wire.ask('INFO', 'commandstats'))
  const calls = [...stats.matchAll(/cmdstat_(\w+):calls=(\d+)/g)].map(([, name = '', count]) => [name, Number(count)])
  return Object.fromEntries(
    calls.filter(([name]) => ['evalsha', 'eval', 'get', 'set', 'getrange', 'time'].includes(String(name))),
  )
}

/** Every key with its value. */
export async function contents(wire: RedisWire): Promise<Record<string, string>> {
  const keys = (await wire.ask('KEYS', '*')) as string[]
  const pairs = await Promise.all(keys.map(async key => [key, String(await wire.ask('GET', key))] as const))
  return Object.fromEntries(pairs)
}
