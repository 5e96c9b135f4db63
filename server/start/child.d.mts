// Which types do the tests see of child.mjs?
export interface RunOptions {
  cwd?: string
  env?: Readonly<Record<string, string | undefined>>
  line?: (text: string) => void
  limitMs?: number
}

export interface Ended {
  code: number
  why: 'ended' | 'signal' | 'limit' | 'missing'
}

export function run(command: string, args: readonly string[], options?: RunOptions): Promise<Ended>
export function endChildren(): void
export function npm(env?: Readonly<Record<string, string | undefined>>): [string, ...string[]]
