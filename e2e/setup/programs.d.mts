// Which types do the tests see of programs.mjs?
export function programPaths(names: readonly string[], env?: Readonly<Record<string, string | undefined>>): string[]
export function isProgram(path: string): boolean
export function isRoot(): boolean
export function hasApt(): boolean
export function install(command: string, args: readonly string[], options?: { env?: NodeJS.ProcessEnv; isSilent?: boolean }): Promise<boolean>
export function aptInstall(name: string): Promise<void>
