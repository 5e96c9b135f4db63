// What does `npm start` do on a fresh clone? It installs the packages and builds, each only when needed, and becomes the
// server. `--dev` runs the sources instead, and again after each change. Everything here must work with nothing installed.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isBuilt } from './start/build.mjs'
import { endChildren, npm, run } from './start/child.mjs'
import { installPackages, packagesAreThere } from './start/packages.mjs'
import { endWithNpm } from './start/parent.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const dev = process.argv.includes('--dev')
const say = text => process.stdout.write(`${text}\n`)

process.chdir(root)
process.env.NODE_ENV = dev ? 'development' : 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'

checkNode()
endWithNpm()
await prepare()
if (dev) runSources()
else await import('../dist/server/index.js')

function checkNode() {
  const needed = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.match(/[\d.]+/)[0]
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [least, leastMinor = 0] = needed.split('.').map(Number)
  if (major > least || (major === least && minor >= leastMinor)) return
  giveUp(`Clearing needs Node ${needed} or newer, and this is Node ${process.versions.node}: see https://nodejs.org`)
}

/** Until the server takes over, an interruption ends npm too and leaves with the usual code. */
async function prepare() {
  const stops = ['SIGINT', 'SIGTERM', 'SIGHUP'].map(signal => {
    const stop = () => {
      process.exitCode = 128 + constants.signals[signal]
      endChildren()
    }
    process.on(signal, stop)
    return () => process.off(signal, stop)
  })
  const builds = !dev && !isBuilt(root)
  if (!packagesAreThere(root, { dev: dev || builds })) {
    await quietly(
      'Installing packages …',
      line => installPackages(root, { line }),
      'The packages could not be installed',
    )
  }
  if (builds) await quietly('Building …', build, 'The build failed')
  for (const off of stops) off()
}

async function build(line) {
  const [command, ...first] = npm()
  // A machine set to ignore scripts would skip the two that mark a build as done, and build again at every start.
  const { code } = await run(command, [...first, 'run', 'build', '--silent', '--ignore-scripts=false'], {
    cwd: root,
    line,
  })
  return code
}

/** Says one line, and shows what the program wrote only when it failed. */
async function quietly(saying, act, failure) {
  const lines = []
  say(saying)
  const code = await act(line => lines.push(line))
  if (process.exitCode) process.exit()
  if (code !== 0) giveUp(`${lines.join('\n')}\n\n${failure}; the reason is above.`)
}

function runSources() {
  // In a group of its own: a terminal's Ctrl-C would else arrive twice, and at the second tsx kills without a farewell.
  const child = spawn(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/index.ts'],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
  child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}

function giveUp(text) {
  process.stderr.write(`${text}\n`)
  process.exit(1)
}
