// What did a crowd see of what happened, in rows? Of everything that may not be, how much there was; and how long people were away.
import { percentile } from './arithmetic.ts'
import type { Row } from './row.ts'

export interface One {
  outages: number[]
  /** When they were back last, in epoch ms; 0 where they were never away. */
  backAt: number
  gone: string | null
  isUp: boolean
  said: number
  twice: number
  healed: number
  wrong: string[]
  holds: number
  boundaries: number
}

export interface Told {
  people: One[]
  stallMs: number
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
export const outagesOf = ({ people }: Told) => people.flatMap(({ outages }) => outages)
export const ms = (value: number) => `${value.toFixed(0)} ms`

export function turnsRow(people: One[]): Row {
  const wrong = people.flatMap(one => one.wrong)
  const why = wrong.length > 0 ? ` (${wrong[0]})` : ''
  const metric = '  turns skipped, shortened or lengthened'
  return { metric, ours: `${wrong.length}${why}`, value: wrong.length, target: 0 }
}

/** What nobody may lose, whatever happens. `lost`: people who never heard something that the other had said. */
export function exactly(told: Told, lost: number): Row[] {
  return [
    { metric: '  people who miss words of the other', ours: String(lost), value: lost, target: 0 },
    turnsRow(told.people),
    {
      metric: '  turns that ended meanwhile, on one screen each',
      ours: String(sum(told.people.map(one => one.boundaries))),
    },
    {
      metric: '  words said so far; asked for again; heard twice on the wire, of which a page shows one',
      ours: (['said', 'healed', 'twice'] as const).map(what => sum(told.people.map(one => one[what]))).join('; '),
    },
    {
      metric: '  screens on which the sitting was held',
      ours: String(told.people.filter(one => one.holds > 0).length),
    },
    { metric: '  the longest that the crowd itself stood still', ours: ms(told.stallMs) },
  ]
}

/** `peer`: what people were away who came back as Socket.IO's own client does. */
export function waysBack(
  what: string,
  told: Told,
  p99: Required<Pick<Row, 'target' | 'isExact'>>,
  peer: number[],
): Row[] {
  const outages = outagesOf(told)
  const compared = (metric: string, of: (values: number[]) => number): Row & { value: number } => ({
    metric,
    ours: ms(of(outages)),
    peer: ms(of(peer)),
    value: of(outages),
    ratio: (of(outages) / of(peer)).toFixed(2),
  })
  const missing = told.people.filter(({ isUp, gone }) => !isUp || gone !== null).length
  return [
    compared(`${what}: away, p50`, values => percentile(values, 0.5)),
    { ...compared('  p99', values => percentile(values, 0.99)), ...p99 },
    compared('  longest', values => Math.max(...values)),
    { metric: '  people who were', ours: String(outages.length), peer: String(peer.length) },
    { metric: '  people who are not back', ours: String(missing), value: missing, target: 0 },
  ]
}

/** `what`: happened; `inTime`: everybody at the end of the time in which they are to be back. */
export function inTimeRows(what: string, inTime: One[], later: One[]): Row[] {
  const isBack = ({ isUp, gone, backAt }: One) => isUp && gone === null && backAt > 0
  const share = (100 * inTime.filter(isBack).length) / inTime.length
  const untold = later.filter(one => !isBack(one) && one.gone === null).length
  return [
    {
      metric: `${what}: sitting again within 10 s`,
      ours: `${share.toFixed(2)} %`,
      value: 100 - share,
      target: 1,
      isExact: true,
    },
    { metric: '  told that their room is gone', ours: String(later.filter(({ gone }) => gone !== null).length) },
    { metric: '  neither back nor told', ours: String(untold), value: untold, target: 0 },
  ]
}
