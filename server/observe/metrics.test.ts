// Does each number say what happened, and can none of them be made to say something else?
import { expect, it } from 'vitest'
import { refuse } from '../refusals.ts'
import { numberOf, samplesOf } from '../testing/scrape.ts'
import { MEASURES } from './measures.ts'
import { createMetrics } from './metrics.ts'

function start() {
  let now = 0
  const metrics = createMetrics(() => now)
  return {
    metrics,
    pass(ms: number) {
      now += ms
    },
    read: async () => samplesOf((await metrics.scrape()).text),
  }
}

it('is told in the text that Prometheus reads', async () => {
  const { type, text } = await start().metrics.scrape()
  expect(type).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(text).toContain('# TYPE clearing_facts_total counter\n')
  expect(text).toContain('\nclearing_sockets 0\n')
})

it('counts facts, and of those that have a reason the reason as well', async () => {
  const { metrics, read } = start()
  metrics.fact({ fact: 'opened', kind: 'friends', medium: 'voice', format: 'listening' })
  metrics.fact({ fact: 'held', why: 'away' })
  metrics.fact({ fact: 'held', why: 'asked' })
  metrics.fact({ fact: 'closed', why: 'complete' })
  const samples = await read()
  expect(numberOf(samples, 'clearing_facts_total')).toBe(4)
  expect(numberOf(samples, 'clearing_facts_total', { fact: 'held' })).toBe(2)
  expect(numberOf(samples, 'clearing_rooms_opened_total', { kind: 'friends', medium: 'voice' })).toBe(1)
  expect(numberOf(samples, 'clearing_holds_total', { why: 'away' })).toBe(1)
  expect(numberOf(samples, 'clearing_rooms_closed_total', { why: 'complete' })).toBe(1)
  expect(numberOf(samples, 'clearing_rooms_closed_total', { why: 'left' })).toBe(0)
})

it('times an ask from its coming to its answer, and counts a refusal by its code', async () => {
  const { metrics, pass, read } = start()
  const [fine, refused] = [metrics.asked('enter'), metrics.asked('enter')]
  pass(3)
  fine({ ok: true })
  pass(400)
  refused(refuse('full'))
  const samples = await read()
  const buckets = (le: string) => numberOf(samples, 'clearing_ask_duration_seconds_bucket', { event: 'enter', le })
  expect([buckets('0.0025'), buckets('0.005'), buckets('0.25'), buckets('0.5')]).toEqual([0, 1, 1, 2])
  expect(numberOf(samples, 'clearing_ask_duration_seconds_sum')).toBeCloseTo(0.406)
  expect(numberOf(samples, 'clearing_asks_total', { event: 'enter' })).toBe(2)
  expect(numberOf(samples, 'clearing_refusals_total')).toBe(1)
  expect(numberOf(samples, 'clearing_refusals_total', { event: 'enter', code: 'full' })).toBe(1)
})

it('counts words that pass at once with the others, and none of them twice', async () => {
  const { metrics, read } = start()
  metrics.passed()
  metrics.passed()
  metrics.asked('words')({ ok: true })
  expect(numberOf(await read(), 'clearing_asks_total', { event: 'words' })).toBe(3)
  metrics.passed()
  expect(numberOf(await read(), 'clearing_asks_total', { event: 'words' })).toBe(4)
})

it('shows how things stand at the moment of looking, and forgets how they stood', async () => {
  const { metrics, read } = start()
  let stages: ('speak' | 'held')[] = ['speak', 'speak', 'held']
  metrics.look(() => ({ sockets: 7, stages, waiting: 3, circles: 1, isBusUp: true, isDraining: true }))
  const first = await read()
  const names = [
    'clearing_sockets',
    'clearing_people_waiting',
    'clearing_circles',
    'clearing_bus_up',
    'clearing_draining',
  ]
  expect(names.map(name => numberOf(first, name))).toEqual([7, 3, 1, 1, 1])
  expect(numberOf(first, 'clearing_rooms', { stage: 'speak' })).toBe(2)
  expect(numberOf(first, 'clearing_rooms', { stage: 'held' })).toBe(1)
  stages = ['held']
  const next = await read()
  expect(numberOf(next, 'clearing_rooms', { stage: 'speak' })).toBe(0)
  expect(numberOf(next, 'clearing_rooms')).toBe(1)
})

it('counts a fault under the name that the log has for it', async () => {
  const { metrics, read } = start()
  const names = ['store', 'epoch', 'circle-farewell'] as const
  for (const name of names) metrics.fault(name)
  const samples = await read()
  for (const fault of names) expect(numberOf(samples, 'clearing_faults_total', { fault })).toBe(1)
})

it('calls what is on no list `other`, so that nobody can write into a label', async () => {
  const { metrics, read } = start()
  for (const word of ['a sentence', 'Xk3mYp0Qb1rT8uVw2zA4cD', '__proto__', 'constructor', '', '"\n'])
    metrics.asked(word)(refuse('bad-request'))
  metrics.fault('a sentence' as never)
  metrics.acted('rooms', 'swap', 'a sentence', 0.001)
  const samples = await read()
  expect(numberOf(samples, 'clearing_asks_total', { event: 'other' })).toBe(6)
  expect(numberOf(samples, 'clearing_refusals_total', { event: 'other', code: 'bad-request' })).toBe(6)
  expect(numberOf(samples, 'clearing_faults_total', { fault: 'other' })).toBe(1)
  expect(numberOf(samples, 'clearing_store_act_duration_seconds_count', { act: 'swap', outcome: 'other' })).toBe(1)
  expect(JSON.stringify(samples)).not.toContain('sentence')
})

it('knows every number that it has a name for, and the lag of the event loop beside them', async () => {
  const { metrics, read } = start()
  metrics.fact({ fact: 'opened', kind: 'friends', medium: 'voice', format: 'listening' })
  metrics.asked('enter')(refuse('full'))
  metrics.acted('rooms', 'swap', 'swapped', 0.001)
  metrics.relay('udp', true)
  const names = new Set((await read()).map(({ name }) => name.replace(/_(bucket|sum|count)$/, '')))
  for (const name of Object.keys(MEASURES)) expect(names).toContain(name)
  for (const name of ['nodejs_eventloop_lag_p99_seconds', 'process_open_fds', 'process_resident_memory_bytes'])
    expect(names).toContain(name)
})
