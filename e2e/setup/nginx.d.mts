// Which types do the tests see of nginx.mjs?
export interface Nginx {
  /** With TLS. */
  port: number
  /** Without, from where everybody is sent to the other. */
  plainPort: number
  /** Everything that it may write is in here. */
  folder: string
  said(): string
  /** Resolves when it is gone; may be called again. */
  stop(): Promise<void>
}

export interface Before {
  /** The ports of the processes, of which there are two or more. */
  sites: readonly [number, number, ...number[]]
}

export const NGINX_ADVICE: string
export function findNginx(env?: Readonly<Record<string, string | undefined>>): string | null
export function installNginx(): Promise<string | null>
export function operatorsConfiguration(options: Before & { folder: string; port: number; plainPort: number }): string
export function startNginx(
  options: Before & { certificate: string; key: string; change?: (configuration: string) => string },
): Promise<Nginx>
export function checkNginx(file: string, folder: string): Promise<{ ok: boolean; lines: string[] }>
