// Which types do the tests see of packages.mjs?
export interface Locked {
  version?: string
  integrity?: string
  dev?: boolean
  optional?: boolean
  devOptional?: boolean
}

export interface Lock {
  packages: Record<string, Locked>
}

export function lacking(lock: Lock, record: Partial<Lock>, options: { dev: boolean }): string[]
export function packagesAreThere(root: string, options: { dev: boolean }): boolean
export function installPackages(root: string, options: { line: (text: string) => void }): Promise<number>
