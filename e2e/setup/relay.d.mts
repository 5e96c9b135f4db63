// Which types do the tests see of relay.mjs?
export interface Relay {
  port: number
  /** Where it listens, and where what it relays comes from. */
  address: string
  /** For `TURN_URLS`. */
  urls: string[]
  /** For `TURN_SECRET`. */
  secret: string
  /** Resolves when it is gone; may be called again. */
  stop(): Promise<void>
}

export interface RelayOptions {
  /** Where another one was. */
  port?: number
  secret?: string
  /** Lines that go behind the operators' configuration. */
  more?: readonly string[]
}

export const RELAY_ADVICE: string
export function findRelay(env?: Readonly<Record<string, string | undefined>>): string | null
export function installRelay(): Promise<string | null>
export function closedConfiguration(options: { port: number; secret: string; more?: readonly string[] }): string
export function startRelay(options?: RelayOptions): Promise<Relay>
