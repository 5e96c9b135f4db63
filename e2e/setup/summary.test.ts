// Does the last line of `npm test` tell the truth? Above all: can anything that did not pass go uncounted?
import { expect, test } from 'vitest'
import {
  countCheck,
  countLastLine,
  countPlaywright,
  countVitest,
  failedInPlaywright,
  failedInVitest,
  sum,
  summaryLine,
} from './summary.mjs'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map(state => ({ status: state })),
})
const vitest = (...testResults: object[]) => ({ testResults })
const playwright = (stats: object, errors: string[] = []) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
})

test('a check counts one', () => {
  expect(countCheck(0)).toEqual({ passed: 1, failed: 0 })
  expect(countCheck(2)).toEqual({ passed: 0, failed: 1 })
})

test('tests of all files are counted', () => {
  const report = vitest(file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed', 'failed'))
  expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 2 })
})

test('a test that is skipped, pending or still to be written has failed', () => {
  const report = vitest(file('passed', 'passed', 'skipped', 'pending', 'todo'))
  expect(countVitest(report, 0)).toEqual({ passed: 1, failed: 3 })
})

test('each file that failed to load is one failed test', () => {
  const report = vitest(file('passed', 'passed'), file('failed'), file('failed', 'passed'))
  expect(countVitest(report, 1)).toEqual({ passed: 2, failed: 2 })
})

test('an error outside of any test is one failed test', () => {
  expect(countVitest(vitest(file('passed', 'passed')), 1)).toEqual({ passed: 1, failed: 1 })
  expect(countPlaywright(playwright({ expected: 4 }), 1)).toEqual({ passed: 4, failed: 1 })
})

test('of browser tests one in thirty may pass at a further try; more are no accident, and all of them have failed', () => {
  expect(countPlaywright(playwright({ expected: 232, flaky: 8 }), 0)).toEqual({ passed: 240, failed: 0 })
  expect(countPlaywright(playwright({ expected: 231, flaky: 8 }), 0)).toEqual({ passed: 231, failed: 8 })
})

test('of the others one in a thousand may pass at a further try; more are no accident, and all of them have failed', () => {
  const report = (passed: number) => {
    const once = { status: 'passed', failureMessages: [] }
    const late = { status: 'passed', failureMessages: ['not yet'] }
    return vitest({ status: 'passed', assertionResults: [...Array(passed).fill(once), late, late] })
  }
  expect(countVitest(report(1998), 0)).toEqual({ passed: 2000, failed: 0 })
  expect(countVitest(report(1997), 0)).toEqual({ passed: 1997, failed: 2 })
})

test('a browser test that was skipped has failed', () => {
  expect(countPlaywright(playwright({ expected: 5, unexpected: 1, skipped: 3 }), 1)).toEqual({ passed: 5, failed: 4 })
})

test('each error of the browser run itself counts beside its tests', () => {
  expect(countPlaywright(playwright({ expected: 5 }, ['one', 'two']), 1)).toEqual({ passed: 5, failed: 2 })
})

test.each([
  ['no report', countVitest(null, 0)],
  ['no report of the browsers', countPlaywright(null, 0)],
  ['a report of something else', countVitest({ success: true }, 0)],
  ['a report without a test', countVitest(vitest(), 0)],
  ['a report of the browsers without a test', countPlaywright(playwright({}), 0)],
  ['no last line', countLastLine([], 0)],
  ['a last line that is none', countLastLine(['1 passed, 0 failed', 'done'], 0)],
  ['a last line of nothing', countLastLine(['0 passed, 0 failed'], 0)],
])('%s is one failed test', (_what, count) => {
  expect(count).toEqual({ passed: 0, failed: 1 })
})

test('a last line is read through blank ones after it, and a bad end is not overlooked', () => {
  expect(countLastLine(['caught', '7 passed, 2 failed', ''], 1)).toEqual({ passed: 7, failed: 2 })
  expect(countLastLine(['7 passed, 0 failed'], 1)).toEqual({ passed: 7, failed: 1 })
})

test('of each test that failed, and of each file that could not be loaded, the beginning of why is said', () => {
  const long = Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n')
  const tests = [
    { status: 'passed', fullName: 'fine' },
    {
      status: 'failed',
      fullName: 'not fine',
      failureMessages: ['\u001b[31mexpected 1\u001b[39m\n\n  got 2', 'and more'],
    },
    { status: 'failed', fullName: 'much to say', failureMessages: [long] },
    { status: 'skipped', fullName: 'left out' },
    { status: 'passed', fullName: 'late', failureMessages: ['not yet'] },
  ]
  const said = failedInVitest({
    testResults: [
      { name: 'a.test.ts', status: 'failed', assertionResults: tests },
      { name: 'b.test.ts', status: 'failed', message: 'no such file', assertionResults: [] },
      { name: 'c.test.ts', status: 'passed', assertionResults: [tests[0]] },
    ],
  })
  expect(said.slice(0, 4)).toEqual(['a.test.ts: not fine', '  expected 1', '    got 2', 'a.test.ts: much to say'])
  expect(said.slice(4, 16)).toEqual(Array.from({ length: 12 }, (_, i) => `  line ${i}`))
  expect(said.slice(16)).toEqual([
    ...['a.test.ts: left out', '  nothing was said of it'],
    ...['a.test.ts: at a further try: late', '  not yet'],
    ...['b.test.ts', '  no such file'],
  ])
  expect(failedInVitest(null)).toEqual([])
})

test('of each browser test that failed, or passed only at a further try, the first error is said', () => {
  const spec = (title: string, status: string, ...messages: string[]) => ({
    title,
    file: 'a.spec.ts',
    line: 7,
    tests: [{ status, results: [{ errors: messages.map(message => ({ message })) }, { errors: [] }] }],
  })
  const suites = [
    { specs: [spec('fine', 'expected')], suites: [{ specs: [spec('late', 'flaky', 'Error: not yet', 'second')] }] },
    { specs: [spec('wrong', 'unexpected', 'Error: never'), spec('left out', 'skipped')] },
  ]
  expect(failedInPlaywright({ suites, errors: [{ message: 'the runner itself' }] })).toEqual([
    '  the runner itself',
    ...['a.spec.ts:7 flaky: late', '  Error: not yet'],
    ...['a.spec.ts:7 unexpected: wrong', '  Error: never'],
    ...['a.spec.ts:7 skipped: left out', '  nothing was said of it'],
  ])
  expect(failedInPlaywright(null)).toEqual([])
})

test('everything together is one line', () => {
  const all = sum([countCheck(0), countCheck(1), { passed: 10, failed: 3 }])
  expect(summaryLine(all)).toBe('11 passed, 4 failed')
})
