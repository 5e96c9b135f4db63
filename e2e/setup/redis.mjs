// Which Redis do the tests run on? A real redis-server of this machine, installed when it is missing, and for each test
// that wants one a server of its own: empty, on a free port of the loopback, and never alive after the test.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.mjs'
import { findProgram, installProgram } from './programs.mjs'

export const REDIS_ADVICE =
  'The tests need a redis-server and none could be installed: install Redis, or set REDIS_SERVER to its path.'

/** The path of a redis-server, or null: what REDIS_SERVER names, else the first that this machine has. */
export const findRedis = env => findProgram('REDIS_SERVER', 'redis-server', env)

/** Installs it where that takes no password, and returns its path or null. */
export async function installRedis() {
  await installProgram({ debian: 'redis-server', brew: 'redis' })
  return findRedis()
}

const KEEPER = fileURLToPath(new URL('keeper.sh', import.meta.url))
const TRIES = 5
const STOP_MS = 3_000

/**
 * Starts a redis-server and resolves when it answers. Unless `args` say otherwise it writes nothing to disk.
 * @param {object} options `args` go behind ours and win; `port` to come back where another server was; `dir` to keep its
 * files beyond its life, and then that folder is the caller's to make and to remove
 * @returns {Promise<{port: number, url: string, pid: number, stop(): Promise<void>, kill(): Promise<void>}>} `stop` lets it
 * shut down, `kill` is a crash; both resolve when it is gone, and may be called again
 */
export async function startRedis({ args = [], port, dir } = {}) {
  const program = findRedis()
  if (program === null) throw new Error(REDIS_ADVICE)
  for (let left = port === undefined ? TRIES : 1; ; left--) {
    try {
      return await tryStart(program, args, port ?? (await freePort()), dir)
    } catch (error) {
      // Between our look and its start another program may have taken the port.
      if (left <= 1) throw error
    }
  }
}

async function tryStart(program, args, port, dir) {
  const folder = dir === undefined ? mkdtempSync(join(tmpdir(), 'clearing-redis-')) : ''
  const where = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    dir ?? folder,
    '--save',
    '',
    '--appendonly',
    'no',
  ]
  const child = spawn('/bin/sh', [KEEPER, folder, program, ...where, ...args], {
    // Not in the terminal's group: a Ctrl-C is for the tests, which then stop the server in their own order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const gone = once(child, 'close')
  // The server alone must not keep a test process alive; one that waits for its end must.
  const matter = yes => {
    for (const end of [child, ...child.stdio]) end?.[yes ? 'ref' : 'unref']()
  }
  const kill = async () => {
    matter(true)
    child.stdio[3].destroy()
    await gone
  }
  const stop = async () => {
    matter(true)
    const late = setTimeout(kill, STOP_MS)
    try {
      // A server that a test has frozen hears nothing until it is woken.
      for (const signal of ['SIGTERM', 'SIGCONT']) if (child.exitCode === null) process.kill(pid, signal)
    } catch {
      // It crashed, or a test killed it, and its keeper is about to notice.
    }
    await gone
    clearTimeout(late)
  }

  const pid = await readiness(child, port).catch(async error => {
    await kill()
    throw error
  })
  matter(false)
  return { port, url: `redis://127.0.0.1:${port}`, pid, stop, kill }
}

/** Resolves with the server's process id when it accepts connections and answers; rejects with what it said when it ended. */
async function readiness(child, port) {
  const pid = await new Promise((resolve, reject) => {
    let said = ''
    const hear = text => {
      if (said.length < 20_000) said += text
      const [, pid] = /^pid (\d+)$/m.exec(said) ?? []
      if (pid && said.includes('Ready to accept connections')) resolve(Number(pid))
    }
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear)
    child.once('close', () => reject(new Error(`redis-server did not start:\n${said}`)))
  })
  await pong(port)
  return pid
}

/** Resolves when the server answers PING: with PONG, or with its wish for a password. */
async function pong(port) {
  const socket = connect(port, '127.0.0.1')
  socket.setEncoding('utf8').write('PING\r\n')
  const [answer] = await once(socket, 'data')
  socket.destroy()
  if (!/^(\+PONG|-NOAUTH)/.test(answer)) throw new Error(`redis-server answered PING with ${answer.trim()}`)
}
