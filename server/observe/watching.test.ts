// Do the dashboard and the alerts speak of numbers that there are, and does the example for Prometheus read them? A name that nobody
// counts draws an empty panel, and an alert that never comes: both look like all is well.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readQuery } from '../testing/promql.ts'
import { MEASURES, type Measure } from './measures.ts'
import { createMetrics } from './metrics.ts'

interface Panel {
  id: number
  type: string
  title: string
  description?: string
  gridPos: { x: number; y: number; w: number; h: number }
  datasource?: { type: string; uid: string }
  targets?: { refId: string; expr: string; legendFormat: string }[]
}
interface Dashboard {
  templating: { list: { name: string; query: string | { query: string } }[] }
  panels: Panel[]
}
interface Rule {
  alert: string
  expr: string
  for?: string
  labels: { severity: string }
  annotations: { summary: string; description: string }
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const dashboard: Dashboard = JSON.parse(read('grafana-dashboard.json'))
const { groups }: { groups: { name: string; rules: Rule[] }[] } = parse(read('alerts.yaml'))
const rules = groups.flatMap(group => group.rules)
const charts = dashboard.panels.filter(({ type }) => type !== 'row')
const drawn = charts.flatMap(({ targets = [] }) => targets)

interface Known {
  type: string
  labels: Record<string, readonly string[]>
}

/** Every number by the name under which it is read, the client's own among them. */
async function numbers(): Promise<Map<string, Known>> {
  const known = new Map<string, Known>()
  for (const [name, { type, labels }] of Object.entries<Measure>(MEASURES)) {
    if (type !== 'histogram') known.set(name, { type, labels })
    else for (const part of ['bucket', 'sum', 'count']) known.set(`${name}_${part}`, { type: 'counter', labels })
  }
  const { text } = await createMetrics().scrape()
  for (const [, name = '', type = ''] of text.matchAll(/^# TYPE (\S+) (\S+)$/gm))
    if (!name.startsWith('clearing_')) known.set(name, { type, labels: {} })
  // What Prometheus itself says of whom it asks.
  return known.set('up', { type: 'gauge', labels: {} })
}

/** What is wrong with a query; nothing, when it can be answered. */
function problems(expr: string, known: Map<string, Known>): string[] {
  const { reads, by } = readQuery(expr)
  const ofPrometheus = ['job', 'instance']
  const found = reads.flatMap(({ name, where, isRange }) => {
    const number = known.get(name)
    if (!number) return [`no number is called ${name}`]
    const wrong = where.flatMap(({ label, values }) => {
      if (ofPrometheus.includes(label)) return []
      const list = number.labels[label]
      if (!list) return [`${name} has no label ${label}`]
      return values.filter(value => !list.includes(value)).map(value => `${label} of ${name} is never ${value}`)
    })
    const kind = (number.type === 'counter') === isRange ? [] : [`${name} is a ${number.type}`]
    return [...wrong, ...kind]
  })
  const labels = new Set(reads.flatMap(({ name }) => Object.keys(known.get(name)?.labels ?? {})))
  const isBucket = reads.some(({ name }) => name.endsWith('_bucket'))
  const unknown = by.filter(
    label => !labels.has(label) && !ofPrometheus.includes(label) && !(label === 'le' && isBucket),
  )
  return [...found, ...unknown.map(label => `nothing has a label ${label}`)]
}

/** The labels that are left when a query has been answered; null where all are. */
const leftBy = (expr: string): string[] | null => {
  const { by } = readQuery(expr)
  if (by.length > 0) return by.filter(label => label !== 'le')
  return /^(sum|max|min|histogram_quantile)\b/.test(expr) ? [] : null
}

describe('the judgement', () => {
  it.each([
    ['sum(rate(clearing_facts[5m]))', 'no number is called clearing_facts'],
    ['sum(rate(clearing_facts_total{room="x"}[5m]))', 'clearing_facts_total has no label room'],
    ['sum(rate(clearing_facts_total{fact=~"opened|shut"}[5m]))', 'fact of clearing_facts_total is never shut'],
    ['sum(clearing_facts_total)', 'clearing_facts_total is a counter'],
    ['rate(clearing_sockets[5m])', 'clearing_sockets is a gauge'],
    ['sum by (code) (rate(clearing_facts_total[5m]))', 'nothing has a label code'],
    ['sum by (le) (rate(clearing_facts_total[5m]))', 'nothing has a label le'],
    ['rate(clearing_ask_duration_seconds[5m])', 'no number is called clearing_ask_duration_seconds'],
  ])('%s: %s', async (expr, problem) => {
    expect(problems(expr, await numbers())).toEqual([problem])
  })
})

describe('the dashboard', () => {
  it('asks for numbers that there are, by labels that they have', async () => {
    const known = await numbers()
    expect(drawn.length).toBeGreaterThan(25)
    for (const { expr } of drawn) expect([expr, problems(expr, known)]).toEqual([expr, []])
    for (const { query } of dashboard.templating.list) {
      const [, name] = /^label_values\((\w+)/.exec(typeof query === 'string' ? query : query.query) ?? []
      if (name !== undefined) expect(known.has(name)).toBe(true)
    }
  })

  it('names its lines by labels that are left', () => {
    for (const { expr, legendFormat } of drawn) {
      const left = leftBy(expr)
      const named = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label)
      if (left) expect([expr, named]).toEqual([expr, left])
      else expect(named).toEqual(['instance'])
    }
  })

  it('shows every number of ours', () => {
    const shown = new Set(drawn.flatMap(({ expr }) => readQuery(expr).reads.map(({ name }) => name)))
    const isShown = (name: string) => [name, `${name}_bucket`, `${name}_count`].some(one => shown.has(one))
    expect(Object.keys(MEASURES).filter(name => !isShown(name))).toEqual([])
  })

  it('says of each panel what it shows, from the source that was chosen, and none covers another', () => {
    const { panels } = dashboard
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
    for (const { title, description, datasource, targets } of charts) {
      expect([title, description]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\.$/)])
      expect(datasource).toEqual({ type: 'prometheus', uid: `\${${dashboard.templating.list[0]?.name}}` })
      expect(targets?.length).toBeGreaterThan(0)
    }
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, n) => `${x + (n % w)} ${y + Math.floor(n / w)}`),
    )
    expect(new Set(cells).size).toBe(cells.length)
    expect(Math.max(...panels.map(({ gridPos: { x, w } }) => x + w))).toBeLessThanOrEqual(24)
  })
})

describe('the example for Prometheus', () => {
  const watched = parse(read('prometheus.yaml'))

  it('is one job of the name that the alerts look for, and reads them from where they lie', () => {
    expect(watched.scrape_configs.map(({ job_name }: { job_name: string }) => job_name)).toEqual(['clearing'])
    const jobs = rules.flatMap(({ expr }) => readQuery(expr).reads.flatMap(({ where }) => where))
    const named = jobs.filter(({ label }) => label === 'job').flatMap(({ values }) => values)
    expect(new Set(named)).toEqual(new Set(['clearing']))
    expect(watched.rule_files).toEqual(['alerts.yaml'])
  })

  it('asks often enough that every rule has two answers in the shortest time that it looks back, one missed', () => {
    const seconds = (text: string) => Number.parseInt(text, 10) * (text.endsWith('m') ? 60 : 1)
    const looks = rules.flatMap(({ expr }) => [...expr.matchAll(/\[(\d+[sm])\]/g)].map(([, at = '']) => at))
    expect(looks.length).toBeGreaterThan(5)
    for (const look of looks) expect(seconds(look)).toBeGreaterThanOrEqual(3 * seconds(watched.global.scrape_interval))
    expect(watched.global.evaluation_interval).toBe(watched.global.scrape_interval)
  })
})

describe('the alerts', () => {
  it('look at numbers that there are, by labels that they have', async () => {
    const known = await numbers()
    expect(rules.length).toBeGreaterThan(12)
    for (const { expr } of rules) expect([expr, problems(expr, known)]).toEqual([expr, []])
  })

  it('have a name of their own, say what is wrong and what to do, and whether somebody is woken', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length)
    for (const rule of rules) {
      expect(rule.alert).toMatch(/^Clearing[A-Z][A-Za-z]+$/)
      expect(rule.labels).toEqual({ severity: expect.stringMatching(/^(wake|look)$/) })
      expect(Object.keys(rule.annotations)).toEqual(['summary', 'description'])
      if (rule.for !== undefined) expect(rule.for).toMatch(/^\d+[sm]$/)
      expect(rule.expr).toMatch(/ (>|==) [\d.]+$/)
    }
  })

  it('tell of labels that are left', async () => {
    const known = await numbers()
    for (const { expr, annotations } of rules) {
      const left =
        leftBy(expr) ?? readQuery(expr).reads.flatMap(({ name }) => Object.keys(known.get(name)?.labels ?? {}))
      const told = [...`${annotations.summary} ${annotations.description}`.matchAll(/\{\{ \$labels\.(\w+) \}\}/g)]
      for (const [, label = ''] of told) expect([...left, 'instance']).toContain(label)
    }
  })
})
