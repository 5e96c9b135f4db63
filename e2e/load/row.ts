// How is something that was measured said? As one line of the table that every part of the bench adds to.
import { type Compared, judge, type Verdict } from './arithmetic.ts'

export interface Row {
  metric: string
  ours: string
  peer?: string
  /** What is held to the target: a ratio, or the number itself where there is no peer. */
  value?: number
  ratio?: string
  target?: number
  /** The target is promised: what is beyond it by anything has missed it. */
  isExact?: boolean
}

export interface Options {
  /** Less of everything: for a look, not for a judgement. */
  quick: boolean
  /** Pairs that are connected at a time where that is the question. */
  pairs: number
  /** A line for whoever waits. */
  say: (text: string) => void
  /** Where the compiled server lies. */
  built: string
}

/** A part of the bench: one question, measured. */
export type Part = (options: Options) => Promise<Row[]>

export function comparedRow(metric: string, unit: string, found: Compared, target?: number, digits = 1): Row {
  const row = {
    metric,
    ours: `${found.ours.toFixed(digits)} ${unit}`,
    peer: `${found.peer.toFixed(digits)} ${unit}`,
    value: found.ratio,
    ratio: `${found.ratio.toFixed(2)} (best ${found.best.toFixed(2)})`,
  }
  return target === undefined ? row : { ...row, target }
}

export function verdictOf({ value, target, isExact }: Row): Verdict | null {
  return value === undefined || target === undefined ? null : judge(value, target, isExact)
}

export function tableOf(rows: readonly Row[]): string {
  const head = ['metric', 'ours', 'peer', 'ratio', 'target', '']
  const lines = rows.map(row => [
    row.metric,
    row.ours,
    row.peer ?? '',
    row.ratio ?? '',
    row.target === undefined ? '' : `<= ${row.target}`,
    verdictOf(row) ?? '',
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map(line => line[column]?.length ?? 0)))
  const drawn = (line: string[]) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [drawn(head), drawn(widths.map(width => '-'.repeat(width))), ...lines.map(drawn)].join('\n')
}
