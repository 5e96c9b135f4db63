// Which types do the tests see of dockerfile.mjs?
export interface Step {
  what: string
  rest: string
  from?: string | null
  to?: string
  sources?: string[]
  name?: string
  value?: string
  command?: string[]
}

export interface Stage {
  image: string
  name: string | null
  steps: Step[]
}

export interface Ignored {
  isTaken: boolean
  matches: RegExp
}

export function readDockerfile(text: string): Stage[]
export function environmentOf(stage: Stage): Record<string, string>
export function lastStep(stage: Stage, kind: string): Step | undefined
export function readIgnored(text: string): Ignored[]
export function isIgnored(patterns: readonly Ignored[], path: string): boolean
export function contextFiles(top: string, path: string, patterns: readonly Ignored[]): string[]
