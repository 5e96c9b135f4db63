// Does the process live, and should anybody be sent to it?
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Ms } from '../../lib/protocol/room.ts'
import type { Clock } from '../ports.ts'

/** Something without which nobody can be served here. */
export interface Check {
  /** What is said while it is not well, such as `store-down`. */
  state: string
  /** Resolves when it is well, and rejects when it is not. */
  ask: () => Promise<unknown>
}

export interface HealthPorts {
  /** All are asked; of those that are not well the first is told. */
  checks: readonly Check[]
  clock: Clock
  isDraining: () => boolean
  /** Which doors to strangers are open, in words of a program. */
  practice: { text: string; voice: string }
}

/** Nothing is asked more often than this: anybody may ask us, and each question to the store may be billed. */
const FRESH_MS: Ms = 1000
/** What has not answered by now is not well: whoever asks us gives up soon as well. */
const PATIENCE_MS: Ms = 2000

/** Answers `/healthz` and `/readyz`; false when the request is for something else. */
export function createHealth({ checks, clock, isDraining, practice }: HealthPorts) {
  let asked: { at: Ms; failing: Promise<string | null> } | null = null

  /** The state to tell; null while all is well. */
  function failing(): Promise<string | null> {
    const now = clock.now()
    if (asked === null || now >= asked.at + FRESH_MS) {
      const states = Promise.all(checks.map(async check => ((await isWell(check)) ? null : check.state)))
      asked = { at: now, failing: states.then(all => all.find(state => state !== null) ?? null) }
    }
    return asked.failing
  }

  function isWell({ ask }: Check): Promise<boolean> {
    return new Promise(resolve => {
      const cancel = clock.at(clock.now() + PATIENCE_MS, () => resolve(false))
      const told = (well: boolean) => {
        cancel()
        resolve(well)
      }
      ask().then(
        () => told(true),
        () => told(false),
      )
    })
  }

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const path = request.url?.split('?', 1)[0]
    if (path === '/healthz') {
      send(response, 200, { state: 'alive' })
      return true
    }
    if (path !== '/readyz') return false
    const tell = (state: string | null) =>
      send(response, state === null ? 200 : 503, { state: state ?? 'ready', practice })
    if (isDraining()) tell('draining')
    // And again when all have answered: it may have begun meanwhile.
    else void failing().then(state => tell(isDraining() ? 'draining' : state))
    return true
  }
}

function send(response: ServerResponse, status: number, told: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(`${JSON.stringify(told)}\n`)
}
