// For tests: how does a Redis of this machine answer over HTTP, as Upstash does? Through a small server in front of it,
// in a process of its own, because nothing but the end of its process ends its connection to Redis. It differs from the
// real one in three ways that matter here. It answers in plain text although base64 was asked for, so an answer must not
// look like base64. It looks at the token for single commands only, not for pipelines. And it waits for a
// Redis that is down or hangs, so that deadlines are the client's own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../../e2e/setup/free-port.mjs'

const PROGRAM = new URL('server.js', import.meta.resolve('@humanwhocodes/upstash-redis-server'))

export interface HttpRedis {
  address: { url: string; token: string }
  stop(): Promise<void>
}

export async function startHttpRedis(redisUrl: string): Promise<HttpRedis> {
  const token = 'a-token-for-tests'
  const port = await freePort()
  const child = spawn(process.execPath, [fileURLToPath(PROGRAM)], {
    env: { URS_TOKEN: token, PORT: String(port), REDIS_URL: redisUrl, NODE_ENV: 'test' },
    stdio: 'ignore',
  })
  const gone = once(child, 'exit')
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error('the HTTP server in front of Redis did not start')
  }
  return {
    address: { url: `http://127.0.0.1:${port}`, token },
    async stop() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** Whether somebody takes connections there, asked at most fifty times a second. */
function accepts(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => setTimeout(resolve, 20, false))
  })
}
