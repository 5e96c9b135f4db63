// Can anything that a person said reach the log?
import { afterEach, expect, it, vi } from 'vitest'
import type { Fact } from '../lib/protocol/facts.ts'
import { createLog } from './log.ts'
import { StoreDown } from './ports.ts'

const CANARY = 'Kanarienvogel in the mine'

afterEach(() => void vi.useRealTimers())

function start(level: 'info' | 'error' = 'info') {
  const lines: string[] = []
  const log = createLog({ level, stream: { write: line => void lines.push(line) } })
  /** The last line, without the time at which it was written. */
  const last = (): object => {
    const { time: _time, ...rest } = JSON.parse(lines.at(-1) ?? '{}')
    return rest
  }
  return { log, lines, last }
}

it('writes a fact with all of its own fields and nothing else', () => {
  const { log, last, lines } = start()
  const fact: Fact = { fact: 'opened', kind: 'friends', medium: 'voice', format: 'listening-28' }
  log.fact(fact)
  expect(last()).toEqual({ level: 'info', ...fact })
  const swollen = { ...fact, name: CANARY, seats: { a: CANARY }, line: 'short' }
  log.fact(swollen)
  expect(last()).toEqual({ level: 'info', ...fact, dropped: 3 })
  expect(lines.join()).not.toContain('Kanarienvogel')
})

it('writes a time and no process or host', () => {
  const { log, lines } = start()
  log.note('listening', { port: 3000 })
  expect(Object.keys(JSON.parse(lines[0] ?? '')).sort()).toEqual(['level', 'note', 'port', 'time'])
})

it.each([
  ['a sentence', CANARY],
  ['a token', 'Xk3mYp0Qb1rT8uVw2zA4cD6eF7gH9iJkLmNoPqRsTuV'],
  ['a room id', 'Xk3mYp0Qb1rT8uVw2zA4cD'],
  ['an IPv4 address', '203.0.113.77'],
  ['an IPv6 address', '2001:db8::7'],
  ['a name', 'Zoë'],
  ['a line break', 'a\nb'],
])('leaves out a value that is %s, even under a name that is allowed', (_what, value) => {
  const { log, last } = start()
  log.note('store', { what: value, ms: 7 })
  expect(last()).toEqual({ level: 'info', note: 'store', ms: 7, dropped: 1 })
})

it('leaves out a name that is not on the list, whatever its value', () => {
  const { log, last } = start()
  log.note('seated', { name: 'ann', ms: 7 })
  expect(last()).toEqual({ level: 'info', note: 'seated', ms: 7, dropped: 1 })
})

it('does not write an event that is no fixed word', () => {
  const { log, last } = start()
  log.note(CANARY)
  expect(last()).toEqual({ level: 'info', note: 'unnamed' })
})

it('writes of an error its name and code, and never its message, stack or cause', () => {
  const { log, last, lines } = start()
  const error = Object.assign(new TypeError(CANARY, { cause: new Error(CANARY) }), {
    code: 'ECONNREFUSED',
    body: CANARY,
  })
  log.fault('store', error, { tries: 2 })
  expect(last()).toEqual({ level: 'error', fault: 'store', tries: 2, error: 'TypeError', code: 'ECONNREFUSED' })
  log.fault('store', new StoreDown('timeout'))
  expect(last()).toEqual({ level: 'error', fault: 'store', error: 'StoreDown', why: 'timeout' })
  expect(lines.join()).not.toContain('Kanarienvogel')
  expect(lines.join()).not.toContain('.ts')
})

it.each([
  ['a name', Object.assign(new Error(), { name: CANARY }), { error: 'Error' }],
  ['a code', Object.assign(new Error(), { code: CANARY }), { error: 'Error' }],
  ['a thrown string', CANARY, { error: 'string' }],
  ['a thrown object', { why: CANARY, sentence: CANARY }, { error: 'object' }],
  ['nothing', undefined, { error: 'undefined' }],
])('is not talked into more by an error with %s of its own', (_what, error, told) => {
  const { log, last } = start()
  log.fault('ask', error)
  expect(last()).toEqual({ level: 'error', fault: 'ask', ...told })
})

it('survives an error that cannot be read', () => {
  const { log, last } = start()
  const error = new Error('x')
  Object.defineProperty(error, 'why', {
    get() {
      throw new Error(CANARY)
    },
  })
  log.fault('ask', error)
  expect(last()).toEqual({ level: 'error', fault: 'ask', error: 'Error' })
})

it('writes nothing below its level', () => {
  const { log, lines } = start('error')
  log.note('listening')
  expect(lines).toEqual([])
})

it('writes a fault that comes thousands of times once, and a second later how often it came again', () => {
  vi.useFakeTimers()
  const { log, lines, last } = start()
  for (let room = 0; room < 5_000; room++) log.fault('store', new StoreDown('timeout'))
  const line = { level: 'error', fault: 'store', error: 'StoreDown', why: 'timeout' }
  expect(last()).toEqual(line)
  // In other words it is another.
  log.fault('store', new StoreDown('refused'))
  log.fault('heard', new StoreDown('timeout'))
  expect(lines).toHaveLength(3)
  vi.advanceTimersByTime(1_000)
  expect(lines).toHaveLength(4)
  expect(last()).toEqual({ ...line, times: 4_999 })
  log.fault('store', new StoreDown('timeout'))
  expect(last()).toEqual(line)
  vi.advanceTimersByTime(1_000)
  expect(lines).toHaveLength(5)
})

it('writes what befalls ask after ask once as well, with the name of the first, and how often it came again', () => {
  vi.useFakeTimers()
  const { log, lines, last } = start()
  const told = {
    fault: { level: 'error', fault: 'ask', event: 'open', ask: 'c0-1', error: 'TypeError' },
    note: { level: 'info', note: 'refused', event: 'open', code: 'store-down', ask: 'c0-1' },
  }
  for (let n = 1; n <= 1_000; n++) log.fault('ask', new TypeError(), { event: 'open', ask: `c0-${n}` })
  expect(last()).toEqual(told.fault)
  for (let n = 1; n <= 1_000; n++) log.note('refused', { event: 'open', code: 'store-down', ask: `c0-${n}` })
  expect(last()).toEqual(told.note)
  // Of another kind it is another line.
  log.note('refused', { event: 'enter', code: 'store-down', ask: 'c0-1001' })
  expect(lines).toHaveLength(3)
  vi.advanceTimersByTime(1_000)
  const again = lines.slice(3).map(line => JSON.parse(line))
  expect(again).toEqual([
    { ...told.fault, times: 999, time: expect.any(Number) },
    { ...told.note, times: 999, time: expect.any(Number) },
  ])
})
