// Which types do the tests see of summary.mjs?
export interface Count {
  passed: number
  failed: number
}

export function countCheck(code: number): Count
export function countVitest(report: unknown, code: number): Count
export function countPlaywright(report: unknown, code: number): Count
export function countLastLine(lines: readonly string[], code: number): Count
export function failedInVitest(report: unknown): string[]
export function failedInPlaywright(report: unknown): string[]
export function sum(counts: readonly Count[]): Count
export function summaryLine(count: Count): string
