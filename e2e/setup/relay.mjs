// Which relay do the tests send voices through? A real coturn of this machine, installed when it is missing, on a free port
// of the loopback, with the configuration that operators are given, and never alive after the test.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.mjs'
import { findProgram, installProgram } from './programs.mjs'

export const RELAY_ADVICE =
  'The tests need the relay coturn and none could be installed: install coturn, or set TURNSERVER to the path of turnserver.'

const CLOSED = fileURLToPath(new URL('../../server/relay/turnserver.conf', import.meta.url))
const KEEPER = fileURLToPath(new URL('keeper.sh', import.meta.url))
const HERE = '127.0.0.1'
const TRIES = 5
const ANSWER_MS = 10_000

/** The path of a turnserver, or null: what TURNSERVER names, else the first that this machine has. */
export const findRelay = env => findProgram('TURNSERVER', 'turnserver', env)

/** Installs it where that takes no password, and returns its path or null. */
export async function installRelay() {
  await installProgram({ debian: 'coturn', brew: 'coturn' })
  return findRelay()
}

/**
 * The operators' configuration with this machine's address, port and secret in it. Left out are the certificate, which a
 * loopback has none of, and added is that a loopback may be a peer at all, since the relay itself is one here.
 */
export function closedConfiguration({ port, secret, more = [] }) {
  const changed = [
    [/203\.0\.113\.10/g, HERE],
    [/^listening-port=.*$/m, `listening-port=${port}`],
    [/^static-auth-secret=.*$/m, `static-auth-secret=${secret}`],
    [/^tls-listening-port=.*$/m, 'no-tls\nno-dtls'],
    [/^(cert|pkey)=.*\n/gm, ''],
  ]
  let text = readFileSync(CLOSED, 'utf8')
  for (const [what, instead] of changed) {
    if (text.search(what) < 0) throw new Error(`the relay's configuration has no ${what}`)
    text = text.replace(what, instead)
  }
  return [text, 'allow-loopback-peers', ...more, ''].join('\n')
}

/**
 * Starts a relay and resolves when it takes connections.
 * @param {object} options `port` to come back where another one was; `more` are lines that go behind the operators'
 * @returns {Promise<{port: number, address: string, urls: string[], secret: string, stop(): Promise<void>}>} `stop`
 * resolves when it is gone, and may be called again
 */
export async function startRelay({ port, secret, more } = {}) {
  const program = findRelay()
  if (program === null) throw new Error(RELAY_ADVICE)
  for (let left = port === undefined ? TRIES : 1; ; left--) {
    try {
      return await tryStart(program, port ?? (await freePort()), secret ?? 'a secret of the tests alone', more)
    } catch (error) {
      // Between our look and its start another program may have taken the port.
      if (left <= 1) throw error
    }
  }
}

async function tryStart(program, port, secret, more) {
  const folder = mkdtempSync(join(tmpdir(), 'clearing-relay-'))
  const file = join(folder, 'turnserver.conf')
  writeFileSync(file, closedConfiguration({ port, secret, more }))
  const where = ['-c', file, '--pidfile', join(folder, 'pid'), '--userdb', join(folder, 'db')]
  const child = spawn('/bin/sh', [KEEPER, folder, program, ...where], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const gone = once(child, 'close')
  const matter = yes => {
    for (const end of [child, ...child.stdio]) end?.[yes ? 'ref' : 'unref']()
  }
  const stop = async () => {
    matter(true)
    child.stdio[3].destroy()
    await gone
  }
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (said += text))
  await Promise.race([answers(port), gone.then(() => Promise.reject(new Error('it ended')))]).catch(async error => {
    await stop()
    throw new Error(`turnserver did not start (${error.message}):\n${said}`)
  })
  matter(false)
  return { port, address: HERE, urls: [`turn:${HERE}:${port}?transport=udp`], secret, stop }
}

/** Resolves when somebody takes connections at the port: coturn opens it for UDP before. */
async function answers(port) {
  const until = performance.now() + ANSWER_MS
  for (;;) {
    const socket = connect(port, HERE)
    const came = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (came) return
    if (performance.now() > until) throw new Error('it takes no connection')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
