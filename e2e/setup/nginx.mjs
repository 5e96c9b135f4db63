// Which proxy do the tests put before a site? A real nginx of this machine, installed when it is missing, on free ports of the
// loopback, with the configuration that operators are given, and never alive after the test.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from '../../server/start/child.mjs'
import { freePort } from './free-port.mjs'
import { findProgram, installProgram } from './programs.mjs'

export const NGINX_ADVICE = 'The tests need nginx and none could be installed: install nginx, or set NGINX to its path.'

const OPERATORS = fileURLToPath(new URL('../../server/deploy/nginx.conf', import.meta.url))
const KEEPER = fileURLToPath(new URL('keeper.sh', import.meta.url))
const HERE = '127.0.0.1'
const TRIES = 5
const ANSWER_MS = 10_000

/** The path of nginx, or null: what NGINX names, else the first that this machine has. */
export const findNginx = env => findProgram('NGINX', 'nginx', env)

/** Installs it where that takes no password, and returns its path or null. */
export async function installNginx() {
  await installProgram({ debian: 'nginx', brew: 'nginx' })
  return findNginx()
}

/** The operators' configuration with ports, certificate and folders of a test in it, and on the loopback's IPv4 alone. */
export function operatorsConfiguration({ folder, port, plainPort, sites: [first, ...others] }) {
  const changed = [
    [/^ *listen \[::\]:.*\n/gm, ''],
    [/listen 80;/, `listen ${HERE}:${plainPort};`],
    [/listen 443 /, `listen ${HERE}:${port} `],
    [/127\.0\.0\.1:3000/g, `${HERE}:${first}`],
    [/^( *server )127\.0\.0\.1:3001(.*\n)/gm, others.map(site => `$1${HERE}:${site}$2`).join('')],
    [/\/etc\/clearing\/tls\//g, `${folder}/`],
    [/\/var\/www\/acme/, `${folder}/acme`],
    // Where it lays what is too large for its memory: else in places that only root can write.
    [
      /access_log off;/,
      ['access_log off;', ...TEMPORARY.map(kind => `${kind}_temp_path ${folder}/${kind};`)].join('\n'),
    ],
  ]
  let text = readFileSync(OPERATORS, 'utf8')
  for (const [what, instead] of changed) {
    if (text.search(what) < 0) throw new Error(`the configuration of nginx has no ${what}`)
    text = text.replace(what, instead)
  }
  return text
}

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']

/**
 * Starts nginx before the processes of a site, and resolves when it takes connections.
 * @param {object} options `sites` are their ports; `certificate` and `key` in PEM; `change` makes of the configuration what a test is about
 * @returns {Promise<{port: number, plainPort: number, folder: string, said(): string, stop(): Promise<void>}>} `folder` holds
 * all that it may write; `stop` resolves when it is gone, and may be called again
 */
export async function startNginx({ sites, certificate, key, change = text => text }) {
  const program = findNginx()
  if (program === null) throw new Error(NGINX_ADVICE)
  for (let left = TRIES; ; left--) {
    try {
      const ports = { port: await freePort(), plainPort: await freePort() }
      return await tryStart(program, { sites, certificate, key, change, ...ports })
    } catch (error) {
      // Between our look and its start another program may have taken a port.
      if (left <= 1) throw error
    }
  }
}

/** What `nginx -t` says of a configuration, and whether it is content. */
export async function checkNginx(file, folder) {
  const program = findNginx()
  if (program === null) throw new Error(NGINX_ADVICE)
  const lines = []
  const args = ['-t', '-e', 'stderr', '-p', folder, '-c', file, '-g', `pid ${folder}/pid;`]
  const { code } = await run(program, args, { line: line => lines.push(line) })
  return { ok: code === 0, lines }
}

async function tryStart(program, { sites, certificate, key, change, port, plainPort }) {
  const folder = mkdtempSync(join(tmpdir(), 'clearing-nginx-'))
  mkdirSync(join(folder, 'acme'))
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, change(operatorsConfiguration({ folder, port, plainPort, sites })))
  writeFileSync(join(folder, 'fullchain.pem'), certificate)
  writeFileSync(join(folder, 'privkey.pem'), key)
  // One process, so that nothing of it is left behind when it is killed.
  const alone = `daemon off; master_process off; pid ${folder}/pid;`
  const args = ['-e', 'stderr', '-p', folder, '-c', file, '-g', alone]
  const child = spawn('/bin/sh', [KEEPER, folder, program, ...args], {
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
  await Promise.race([answers(plainPort), gone.then(() => Promise.reject(new Error('it ended')))]).catch(
    async error => {
      await stop()
      throw new Error(`nginx did not start (${error.message}):\n${said}`)
    },
  )
  matter(false)
  return { port, plainPort, folder, said: () => said, stop }
}

/** Resolves when it sends whoever comes without TLS to where there is some. */
async function answers(port) {
  const until = performance.now() + ANSWER_MS
  for (;;) {
    const found = await fetch(`http://${HERE}:${port}/`, { redirect: 'manual' }).catch(() => null)
    if (found?.status === 308) return
    if (performance.now() > until) throw new Error('it does not answer')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
