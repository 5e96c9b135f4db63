// Does the site run on every Node that is promised? `npm run nodes`: gets each as a package of npm, starts the built site with it,
// lets two people sit through a whole sitting, and runs the tests of lib and server. One line a version, and its last is
// `N passed, N failed`. Not among `npm test`, since it downloads some hundred megabytes. `npm run nodes -- 24` asks one alone.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isBuilt } from '../../server/start/build.mjs'
import { endChildren, npm, run } from '../../server/start/child.mjs'
import { countVitest, summaryLine } from './summary.mjs'

const MAJORS = ['20', '22', '24']
const LIMIT_MS = 30 * 60_000
const root = fileURLToPath(new URL('../../', import.meta.url))
const say = text => process.stdout.write(`${text}\n`)
const asked = process.argv.slice(2)
const top = mkdtempSync(join(tmpdir(), 'clearing-nodes-'))

process.chdir(root)
process.on('exit', () => rmSync(top, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    endChildren()
    process.exit(1)
  })
}

if (!isBuilt(root)) {
  const [command, ...first] = npm()
  const { code, lines } = await ran(command, [...first, 'run', 'build', '--silent', '--ignore-scripts=false'], {
    ...process.env,
    NODE_ENV: 'production',
  })
  if (code !== 0) {
    say(lines.join('\n'))
    process.exit(1)
  }
}
const total = { passed: 0, failed: 0 }
for (const major of asked.length > 0 ? asked : MAJORS) {
  const { ok, line } = await judge(major).catch(error => ({ ok: false, line: error.message }))
  total[ok ? 'passed' : 'failed']++
  say(`Node ${line}`)
}
process.exitCode = total.failed === 0 ? 0 : 1
say(summaryLine(total))

/** Whether all is well with one version, and in a line what was seen of it. */
async function judge(major) {
  const node = await get(major)
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` }
  const {
    lines: [version = major],
  } = await ran(node, ['--version'], env)
  const site = await start(node, env)
  const sitting = await ran(node, ['e2e/setup/sitting.mjs', site.url], env)
  const ended = await site.end()
  const said = sitting.code === 0 ? sitting.lines.at(-1) : `no sitting (${sitting.lines.join(' ')})`
  const left = ended.code === 0 ? 'ends as it is told to' : `ended with ${ended.code}`
  const report = join(top, `${major}.json`)
  const args = [
    'run',
    '-c',
    'e2e/setup/vitest.config.ts',
    '--reporter=json',
    `--outputFile=${report}`,
    'lib/',
    'server/',
  ]
  const tests = await ran(node, ['node_modules/vitest/vitest.mjs', ...args], env)
  const results = readJson(report)
  const count = countVitest(results, tests.code)
  const ok = sitting.code === 0 && ended.code === 0 && count.failed === 0
  const failures = namesOf(results, tests).map(name => `\n  ${name}`)
  return { ok, line: `${version}: starts, ${said}, ${left}; tests: ${summaryLine(count)}${failures.join('')}` }
}

/** The path of the newest release of that major version, for this machine. */
async function get(major) {
  const folder = join(top, major)
  const name = `node-${process.platform}-${process.arch}`
  const [command, ...first] = npm()
  const args = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-progress', `${name}@${major}`]
  const { code, lines } = await ran(command, [...first, ...args], process.env)
  if (code !== 0) throw new Error(`${major}: it could not be had\n${lines.join('\n')}`)
  return join(folder, 'node_modules', name, 'bin', 'node')
}

/** The built site, as the image and the unit start it. */
async function start(node, env) {
  const own = { PATH: env.PATH, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', HOST: '127.0.0.1', PORT: '0' }
  const child = spawn(node, ['dist/server/index.js'], { env: own, stdio: ['ignore', 'pipe', 'pipe'] })
  const gone = once(child, 'close').then(([code]) => ({ code }))
  let said = ''
  const url = await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', text => {
        said += text
        const [found] = /http:\/\/[\w.]+:\d+/.exec(said) ?? []
        if (found) resolve(found)
      })
    }
    gone.then(({ code }) => reject(new Error(`${node} did not start the site (${code}):\n${said}`)))
  })
  const page = await fetch(url)
  if (!page.ok) throw new Error(`${node}: the first page answered ${page.status}`)
  return {
    url,
    end: () => {
      child.kill('SIGTERM')
      return gone
    },
  }
}

async function ran(command, args, env) {
  const lines = []
  const { code } = await run(command, args, { env, line: text => lines.push(text), limitMs: LIMIT_MS })
  return { code, lines }
}

function namesOf(results, { code, lines }) {
  if (results === null) return lines.slice(-10)
  const failed = results.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const names = assertionResults
      .filter(one => one.status === 'failed')
      .map(one => `${one.fullName}: ${one.failureMessages?.[0]?.split('\n')[0]}`)
    return names.length === 0 && status === 'failed' ? [`${name}: ${message.split('\n')[0]}`] : names
  })
  return failed.length === 0 && code !== 0 ? lines.slice(-10) : failed
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
