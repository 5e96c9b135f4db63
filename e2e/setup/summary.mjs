// How many tests passed and failed, by the runners' own reports? What did not run, could not be read or was skipped has
// failed: a part that is missing is never a part that is fine.

/** @typedef {{passed: number, failed: number}} Count */

/** A check that has no tests of its own: one passed or one failed. */
export const countCheck = code => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 })

/** A busy machine may be blamed for one test in so many; of more than that, something of ours is to blame. */
const ONE_IN = { vitest: 1000, playwright: 30 }

/**
 * From Vitest's JSON report, or null when it wrote none. A file that failed to load counts as one failed test. Where a further
 * try is given (in CI) and too many tests needed it, all of them have failed.
 */
export function countVitest(report, code) {
  if (!Array.isArray(report?.testResults)) return settle({ passed: 0, failed: 0 }, 1)
  const counts = report.testResults.map(({ assertionResults, status }) => {
    const again = assertionResults.filter(isLate).length
    const passed = assertionResults.filter(test => test.status === 'passed').length - again
    const failed = assertionResults.length - passed - again
    return { passed, again, failed: failed === 0 && status !== 'passed' ? 1 : failed }
  })
  const again = counts.reduce((all, count) => all + count.again, 0)
  return settle(sum([...counts, judged(again, sum(counts).passed, ONE_IN.vitest)]), code)
}

/** A test of Vitest's that passed after all keeps what was said of its first try. */
const isLate = ({ status, failureMessages = [] }) => status === 'passed' && failureMessages.length > 0

/** What passed at a further try has passed while it may be an accident. */
function judged(again, passed, oneIn) {
  const isAccident = again * oneIn <= passed + again
  return isAccident ? { passed: again, failed: 0 } : { passed: 0, failed: again }
}

/**
 * From Playwright's JSON report, or null when it wrote none. Where further tries are given (in CI), the runner names each test
 * that needed it; when too many did, all of them have failed.
 */
export function countPlaywright(report, code) {
  const stats = report?.stats
  if (!stats) return settle({ passed: 0, failed: 0 }, 1)
  const again = judged(stats.flaky, stats.expected, ONE_IN.playwright)
  const failed = stats.unexpected + again.failed + stats.skipped + (report.errors?.length ?? 0)
  return settle({ passed: stats.expected + again.passed, failed }, code)
}

/** From the last line of a runner that writes our own kind of summary. */
export function countLastLine(lines, code) {
  const last = lines.findLast(line => line.trim() !== '') ?? ''
  const found = /^\s*(\d+) passed, (\d+) failed\s*$/.exec(last)
  if (!found) return settle({ passed: 0, failed: 0 }, 1)
  return settle({ passed: Number(found[1]), failed: Number(found[2]) }, code)
}

/** Where one looks first, and what is cut of it: the whole is above, which whoever sees only the end of a run can't read. */
const SAID_LINES_MOST = 12
const SAID_CHARACTERS_MOST = 240
// biome-ignore lint/suspicious/noControlCharactersInRegex: what colours a terminal begins with one
const COLOURS = /\u001b\[[\d;]*m/g

/** The beginning of what was said of a failure, indented. */
const beginning = (what = 'nothing was said of it') =>
  what
    .replace(COLOURS, '')
    .split('\n')
    .filter(line => line.trim() !== '')
    .slice(0, SAID_LINES_MOST)
    .map(line => `  ${line.slice(0, SAID_CHARACTERS_MOST)}`)

/** The lines that say what failed in Vitest's JSON report, or needed another try, each test with the beginning of why. */
export function failedInVitest(report) {
  return (report?.testResults ?? []).flatMap(({ name, message, status, assertionResults }) => {
    const failed = assertionResults.filter(test => test.status !== 'passed')
    if (failed.length === 0 && status !== 'passed') return [`${name}`, ...beginning(message)]
    const late = assertionResults.filter(isLate)
    return [...failed, ...late].flatMap(test => [
      `${name}: ${isLate(test) ? 'at a further try: ' : ''}${test.fullName}`,
      ...beginning(test.failureMessages?.[0]),
    ])
  })
}

/** The same of Playwright's, with the tests that needed another try: of each what its first try ended with. */
export function failedInPlaywright(report) {
  const specs = suite => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)]
  const outside = (report?.errors ?? []).flatMap(({ message }) => beginning(message))
  const inside = (report?.suites ?? [])
    .flatMap(specs)
    .flatMap(({ file, line, title, tests }) =>
      tests
        .filter(({ status }) => status !== 'expected')
        .flatMap(({ status, results }) => [
          `${file}:${line} ${status}: ${title}`,
          ...beginning(results.find(({ errors }) => errors?.length > 0)?.errors[0].message),
        ]),
    )
  return [...outside, ...inside]
}

/** @param {Count[]} counts @returns {Count} */
export function sum(counts) {
  const total = { passed: 0, failed: 0 }
  for (const { passed, failed } of counts) {
    total.passed += passed
    total.failed += failed
  }
  return total
}

/** The line that `npm test` ends with. */
export const summaryLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`

/** A runner that ended badly, or ran nothing at all, has failed even when its report shows no failure. */
function settle({ passed, failed }, code) {
  const untold = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: untold ? 1 : failed }
}
