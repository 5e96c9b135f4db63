// Which site do thousands of people move about in? Two processes as an operator runs them, each at a port that whoever comes after it takes
// too, as behind a proxy; and two of bare Socket.IO to compare with.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

export interface Process {
  port: number
  /** Starts it where there is none; resolves when it is open. */
  start(): Promise<void>
  /** Resolves with its exit code, or null, when it has ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
  /** The longest that its event loop stood since this was asked last, in ms. */
  stalledMs(): Promise<number>
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const LOOK_MS = 20

/** A free one below those that a system gives to whoever dials: thousands dial, and it is to be taken again. */
export async function lastingPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(10_000 * Math.random())
    const server = createServer()
    const isFree = await new Promise<boolean>(resolve => {
      server.once('error', () => resolve(false))
      server.listen(port, '127.0.0.1', () => resolve(true))
    })
    if (!isFree) continue
    await new Promise(resolve => server.close(resolve))
    return port
  }
}

const isOpen = (port: number) =>
  new Promise<boolean>(resolve => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

async function processOf(args: string[], env: Record<string, string>, port: number, metrics: number): Promise<Process> {
  let child: ChildProcess | null = null
  const { PATH = '', HOME = '' } = process.env
  return {
    port,
    async start() {
      child = spawn(process.execPath, args, {
        cwd: ROOT,
        env: { PATH, HOME, NODE_ENV: 'production', ...env },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      while (!(await isOpen(port))) {
        if (child.exitCode !== null) throw new Error('a process did not start')
        await new Promise(resolve => setTimeout(resolve, LOOK_MS))
      }
    },
    async end(signal) {
      if (!child || child.exitCode !== null || child.signalCode !== null) return null
      const ended = once(child, 'exit')
      child.kill(signal)
      const [code] = (await ended) as [number | null]
      return code
    },
    async stalledMs() {
      const told = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text()
      return 1_000 * Number(/^nodejs_eventloop_lag_max_seconds ([\d.e+-]+)/m.exec(told)?.[1])
    },
  }
}

/**
 * A process of ours, at this Redis or on memory alone. People say where they come from as they would through a proxy, and have their usual
 * shares.
 */
export async function ourProcess(built: string, redis?: string): Promise<Process> {
  const [port, metrics] = [await lastingPort(), await lastingPort()]
  const env = {
    HOST: '127.0.0.1',
    PORT: String(port),
    PAGES: 'elsewhere',
    TRUST_PROXY: '1',
    LOG_LEVEL: 'silent',
    CLEARING_SECRET: 'no more than this bench knows of it',
    METRICS_PORT: String(metrics),
    ...(redis && { REDIS_URL: redis }),
  }
  return processOf([`${built}server/index.js`], env, port, metrics)
}

export async function bareProcess(): Promise<Process> {
  const port = await lastingPort()
  const program = fileURLToPath(new URL('serve.mjs', import.meta.url))
  return processOf([program, 'bare', JSON.stringify({ port })], {}, port, 0)
}
