// What does `npm test` do on a fresh clone? It gets what is missing (packages, a Redis, a relay, a proxy, a browser) and runs every check,
// going on after one that failed, so that one run shows all. Its last line is the sum of what the runners reported.
import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dropDevTypes } from '../../server/start/build.mjs'
import { endChildren, run } from '../../server/start/child.mjs'
import { installPackages, packagesAreThere } from '../../server/start/packages.mjs'
import { endWithNpm } from '../../server/start/parent.mjs'
import { CHROMIUM_ADVICE, findWorkingChromium, installChromium } from './chromium.mjs'
import { findNginx, installNginx, NGINX_ADVICE } from './nginx.mjs'
import { findRedis, installRedis, REDIS_ADVICE } from './redis.mjs'
import { findRelay, installRelay, RELAY_ADVICE } from './relay.mjs'
import { steps } from './steps.mjs'
import { sum, summaryLine } from './summary.mjs'

/** What the test tools need, which is a little more than what the server does. */
const LEAST_NODE = [20, 19]
/** A runner that takes longer hangs. On two slow cores the browsers alone may need most of it. */
const LIMIT_MS = 75 * 60_000
/** What a server of ours would heed, and a shell may have set for another purpose. */
const OURS =
  /^(NODE_ENV|NODE_OPTIONS|FORCE_COLOR|NO_COLOR|PORT|HOST|ORIGINS|TRUST_PROXY|LOG_LEVEL|RELAY_ONLY|ICE_SERVERS|(REDIS|UPSTASH|ROOMS|SOCKETS|TURN|CLEARING)_.*)$/
/** What the tests run beside Node, and by which variable each of them is told where. */
const PROGRAMS = [
  { variable: 'REDIS_SERVER', name: 'Redis', find: findRedis, install: installRedis, advice: REDIS_ADVICE },
  { variable: 'TURNSERVER', name: 'coturn', find: findRelay, install: installRelay, advice: RELAY_ADVICE },
  { variable: 'NGINX', name: 'nginx', find: findNginx, install: installNginx, advice: NGINX_ADVICE },
  {
    variable: 'CHROMIUM',
    name: 'Chromium',
    find: findWorkingChromium,
    install: installChromium,
    advice: CHROMIUM_ADVICE,
  },
]

const root = fileURLToPath(new URL('../../', import.meta.url))
const say = text => process.stdout.write(`${text}\n`)
/** The runners write to us and can't know whether a person looks. */
const colours = Boolean(process.stdout.isTTY && process.env.NO_COLOR === undefined)
let interrupted = 0
/** What failed, step by step, said again at the end: a run is long, and some see only its last lines. */
const failures = []

process.chdir(root)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = 128 + constants.signals[signal]
    endChildren()
  })
}
endWithNpm()

const lack = nodeLack() ?? (await packagesLack())
/** Where each program is, or null; whatever is missing is told at once, so that nobody comes back for one after the other. */
const found = lack === null ? await findAll() : []
const advice = lack === null ? found.filter(({ path }) => path === null).map(({ advice }) => advice) : [lack]
if (advice.length === 0) finish(await runAll())
else {
  say(advice.join('\n'))
  finish({ passed: 0, failed: 1 })
}

function nodeLack() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return null
  return `The tests need Node ${LEAST_NODE.join('.')} or newer, and this is Node ${process.versions.node}.`
}

async function packagesLack() {
  if (packagesAreThere(root, { dev: true })) return null
  const lines = []
  say('Installing packages …')
  const code = await installPackages(root, { line: text => lines.push(`  ${text}`) })
  return code === 0 ? null : `${lines.join('\n')}\nThe packages could not be installed; the reason is above.`
}

async function findAll() {
  const all = []
  for (const { variable, name, find, install, advice } of PROGRAMS) {
    let path = find()
    if (path === null && !interrupted) {
      say(`Installing ${name} …`)
      path = await install()
    }
    all.push({ variable, path, advice })
  }
  return all
}

async function runAll() {
  const reports = mkdtempSync(join(tmpdir(), 'clearing-reports-'))
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name))),
    // Neither the machine's language nor its time zone has a say in what passes.
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    NEXT_TELEMETRY_DISABLED: '1',
    ...Object.fromEntries(found.map(({ variable, path }) => [variable, path])),
    ...(colours && { FORCE_COLOR: '1' }),
  }
  dropDevTypes(root)
  const counts = []
  for (const step of steps(reports, { colours })) if (!interrupted) counts.push(await runStep(step, env))
  rmSync(reports, { recursive: true, force: true })
  return sum(counts)
}

/** Shows what the step writes, indented: no line of it can be taken for our own last one. */
async function runStep({ name, commands, env, count, failed = () => [] }, common) {
  const began = performance.now()
  const lines = []
  const line = text => {
    lines.push(text)
    say(`  ${text}`)
  }
  say(`${name} …`)
  let ended = { code: 0, why: 'ended' }
  for (const [command, ...args] of commands) {
    if (ended.code === 0) ended = await run(command, args, { env: { ...common, ...env }, line, limitMs: LIMIT_MS })
  }
  if (ended.why === 'limit') line('This took longer than an hour and a quarter and was ended.')
  const counted = count(ended.code, lines)
  const said = failed(lines)
  if (counted.failed > 0 || said.length > 0) failures.push(`${name}: ${summaryLine(counted)}`, ...said)
  say(`  ${name}: ${summaryLine(counted)}, in ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
  return counted
}

function finish(total) {
  process.exitCode = interrupted || (total.failed === 0 ? 0 : 1)
  for (const line of failures) say(`  ${line}`)
  say(summaryLine(total))
}
