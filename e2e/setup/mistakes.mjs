// Would the tests notice? Each planted mistake is made in a copy of the project, one at a time, and the tests that should
// notice it are run: a mistake that they let pass is a failure of ours. First the copy must pass as it is.
// A mistake that was let pass is planted once more, and named: what is noticed only now and then is a matter of the machine once,
// and more often of the test.
// With an argument only those are planted whose file or sentence has it in it.
// Its last line is `N passed, N failed`: mistakes that were caught, and mistakes that were not.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endChildren, run } from '../../server/start/child.mjs'
import { MISTAKES } from './planted.mjs'
import { summaryLine } from './summary.mjs'

/** Two cores are the smallest machine that we promise. */
const AT_ONCE = 2
/** A mistake may make a test run for ever; that is noticed too, but not waited for. */
const LIMIT_MS = 150_000
/** A single test of them, which is given more where nothing is planted. */
const TEST_LIMIT_MS = 30_000
/** With nothing planted all of them run, in one go. */
const ALL_LIMIT_MS = 1_800_000
/** So many may be noticed at the second try alone; when more are, none of those were. */
const LATE_MOST = 2
const NEEDED = [
  'lib',
  'server',
  'app',
  'public',
  'e2e',
  '.npmrc',
  'README.md',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const asked = process.argv[2] ?? ''
const mistakes = MISTAKES.filter(({ file, wrong }) => file.includes(asked) || wrong.includes(asked))
const root = fileURLToPath(new URL('../../', import.meta.url))
const say = text => process.stdout.write(`${text}\n`)

const top = mkdtempSync(join(tmpdir(), 'clearing-mistakes-'))
process.on('exit', () => rmSync(top, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    endChildren()
    process.exit(1)
  })
}

const copies = Array.from({ length: AT_ONCE }, (_, i) => copyOf(join(top, String(i))))
if (mistakes.length === 0) say(`No mistake has “${asked}” in its file or its sentence.`)
const passed = mistakes.length > 0 && (await unplanted())
const late = []
const caught = passed ? await plantAll() : 0
process.exitCode = caught === mistakes.length && caught > 0 ? 0 : 1
say(summaryLine({ passed: caught, failed: mistakes.length - caught }))

function copyOf(to) {
  for (const name of NEEDED) {
    cpSync(join(root, name), join(to, name), { recursive: true, filter: path => !path.includes('node_modules') })
  }
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'), 'junction')
  return to
}

/** Whether the tests pass where nothing is wrong: otherwise a failure below would prove nothing. */
async function unplanted() {
  const { code, failed, lines } = await runTests(copies[0], [...new Set(mistakes.flatMap(({ tests }) => tests))], {
    limitMs: ALL_LIMIT_MS,
    workers: AT_ONCE,
  })
  if (code === 0) return true
  say(`The tests fail with nothing planted: ${failed[0] ?? lines.slice(-20).join('\n')}`)
  return false
}

async function plantAll() {
  const waiting = [...mistakes]
  const counts = await Promise.all(
    copies.map(async copy => {
      let caught = 0
      for (let mistake = waiting.shift(); mistake; mistake = waiting.shift()) {
        const isCaught = await plant(copy, mistake)
        if (isCaught) caught += 1
        else if (await plant(copy, mistake)) late.push(mistake)
      }
      return caught
    }),
  )
  for (const { wrong } of late) say(`CAUGHT LATE: ${wrong}`)
  return counts.reduce((sum, caught) => sum + caught, 0) + (late.length > LATE_MOST ? 0 : late.length)
}

/** Makes one mistake, runs its tests and takes it back. Returns whether a test failed. */
async function plant(copy, { wrong, file, text, instead, tests }) {
  const path = join(copy, file)
  const right = readFileSync(path, 'utf8')
  if (right.split(text).length !== 2) {
    say(`no longer there: ${wrong} (${file} has its text ${right.split(text).length - 1} times)`)
    return false
  }
  writeFileSync(
    path,
    right.replace(text, () => instead),
  )
  const { code, why, failed } = await runTests(copy, tests, { more: ['--retry=0', `--testTimeout=${TEST_LIMIT_MS}`] })
  writeFileSync(path, right)
  // A file that can't be loaded fails as well, but nobody has then looked at the mistake.
  if (code !== 0 && (failed.length > 0 || why === 'limit')) {
    say(`caught: ${wrong} (${failed[0] ?? 'a test did not come to an end'})`)
    return true
  }
  say(`NOT CAUGHT: ${wrong} (${file})`)
  return false
}

async function runTests(copy, tests, { limitMs = LIMIT_MS, workers = 1, more = [] } = {}) {
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const lines = []
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = ['run', '-c', 'e2e/setup/vitest.config.ts', '--bail=1', `--maxWorkers=${workers}`, ...more]
  const reporter = ['--reporter=json', `--outputFile=${report}`]
  const ended = await run(process.execPath, [vitest, ...args, ...reporter, ...tests], {
    cwd: copy,
    env: { ...process.env, NO_COLOR: '1' },
    line: text => lines.push(text),
    limitMs,
  })
  return { ...ended, lines, failed: failedIn(report) }
}

/** The names of the tests that failed; none when there is no report. */
function failedIn(report) {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
    return testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'failed').map(({ title }) => title),
    )
  } catch {
    return []
  }
}
