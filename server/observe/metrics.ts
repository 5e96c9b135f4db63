// What is counted here, in the words of Prometheus? The one file that knows its client. Names and labels are those of
// observe/measures.ts alone, beside what the client itself tells of the process.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { STAGES } from '../room/status.ts'
import { labelled, MEASURES, type Measure, type MeasureName } from './measures.ts'
import type { Meter, Present } from './meter.ts'

export interface Metrics extends Meter {
  /** Everything as it stands now, as Prometheus reads it, with the type of its text. */
  scrape(): Promise<{ type: string; text: string }>
}

type Labels = Record<string, string>

/** They count every open connection by walking through all of them, or name what they find by what libraries call it. */
const LEFT_OUT = ['handles', 'requests', 'resources'].flatMap(what => [
  `nodejs_active_${what}`,
  `nodejs_active_${what}_total`,
])

/** `now`: a monotonic instant in ms, from which durations are read. */
export function createMetrics(now: () => number = () => performance.now()): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  for (const name of LEFT_OUT) registry.removeSingleMetric(name)

  function shapeOf(name: MeasureName) {
    const measure: Measure = MEASURES[name]
    return {
      measure,
      config: { name, help: measure.help, labelNames: Object.keys(measure.labels), registers: [registry] },
    }
  }
  function fitted({ labels }: Measure, told: Labels): Labels {
    return Object.fromEntries(
      Object.entries(labels).map(([name, values]) => [name, labelled(values, told[name] ?? '')]),
    )
  }
  function each({ labels, isZeroed }: Measure, zero: (labels: Labels) => void): void {
    if (!isZeroed) return
    for (const [name, values] of Object.entries(labels)) for (const value of values) zero({ [name]: value })
  }
  function counter(name: MeasureName) {
    const { measure, config } = shapeOf(name)
    const counted = new Counter(config)
    each(measure, labels => counted.inc(labels, 0))
    return (labels: Labels, more = 1) => counted.inc(fitted(measure, labels), more)
  }
  function gauge(name: MeasureName) {
    const { measure, config } = shapeOf(name)
    const shown = new Gauge(config)
    each(measure, labels => shown.set(labels, 0))
    return (labels: Labels, value: number) => shown.set(fitted(measure, labels), value)
  }
  function histogram(name: MeasureName) {
    const { measure, config } = shapeOf(name)
    const { buckets = [] } = measure
    const timed = new Histogram({ ...config, buckets })
    return (labels: Labels, seconds: number) => timed.observe(fitted(measure, labels), seconds)
  }

  const facts = counter('clearing_facts_total')
  const opened = counter('clearing_rooms_opened_total')
  const closed = counter('clearing_rooms_closed_total')
  const holds = counter('clearing_holds_total')
  const asks = counter('clearing_asks_total')
  const refusals = counter('clearing_refusals_total')
  const askTook = histogram('clearing_ask_duration_seconds')
  const limits = counter('clearing_limits_reached_total')
  const storeTook = histogram('clearing_store_act_duration_seconds')
  const breakers = gauge('clearing_store_breaker_open')
  const faults = counter('clearing_faults_total')
  const stalls = counter('clearing_stalls_total')
  const relays = gauge('clearing_relay_up')
  const sockets = gauge('clearing_sockets')
  const rooms = gauge('clearing_rooms')
  const waiting = gauge('clearing_people_waiting')
  const circles = gauge('clearing_circles')
  const bus = gauge('clearing_bus_up')
  const draining = gauge('clearing_draining')

  /** Words that were handed on at once since the last look: thousands a second, for which a plain number must do. */
  let passed = 0
  let present: (() => Present) | null = null

  function show(here: Present): void {
    sockets({}, here.sockets)
    const counts = new Map(STAGES.map(stage => [stage, 0]))
    for (const stage of here.stages) counts.set(stage, (counts.get(stage) ?? 0) + 1)
    for (const [stage, count] of counts) rooms({ stage }, count)
    waiting({}, here.waiting)
    circles({}, here.circles)
    bus({}, here.isBusUp ? 1 : 0)
    draining({}, here.isDraining ? 1 : 0)
  }

  return {
    fact(fact) {
      facts({ fact: fact.fact })
      if (fact.fact === 'opened') opened({ kind: fact.kind, medium: fact.medium })
      if (fact.fact === 'held') holds({ why: fact.why })
      if (fact.fact === 'closed') closed({ why: fact.why })
    },
    fault: fault => faults({ fault }),
    asked(event) {
      const since = now()
      return answer => {
        asks({ event })
        askTook({ event }, (now() - since) / 1_000)
        if (!answer.ok) refusals({ event, code: answer.code })
      }
    },
    stood: () => stalls({}),
    passed() {
      passed++
    },
    reached: limit => limits({ limit }),
    acted: (store, act, outcome, seconds) => storeTook({ store, act, outcome }, seconds),
    breaker: (store, isOpen) => breakers({ store }, isOpen ? 1 : 0),
    relay: (transport, isUp) => relays({ transport }, isUp ? 1 : 0),
    look(at) {
      present = at
    },
    async scrape() {
      asks({ event: 'words' }, passed)
      passed = 0
      if (present) show(present())
      return { type: registry.contentType, text: await registry.metrics() }
    },
  }
}
