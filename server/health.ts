// Does the process live, and should anybody be sent to it?
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Ms } from '../lib/protocol/room.ts'
import type { Clock, RoomStore } from './ports.ts'

export interface HealthPorts {
  store: RoomStore
  clock: Clock
  isDraining: () => boolean
  /** Which doors to strangers are open, in words of a program. */
  practice: { text: string; voice: string }
}

/** The store is asked no more often than this: anybody may ask us, and each question to the store may be billed. */
const FRESH_MS: Ms = 1000

/** Answers `/healthz` and `/readyz`; false when the request is for something else. */
export function createHealth({ store, clock, isDraining, practice }: HealthPorts) {
  let asked: { at: Ms; answers: Promise<boolean> } | null = null

  function answers(): Promise<boolean> {
    const now = clock.now()
    if (asked === null || now >= asked.at + FRESH_MS) {
      const answer = store.ready().then(
        () => true,
        () => false,
      )
      asked = { at: now, answers: answer }
    }
    return asked.answers
  }

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const path = request.url?.split('?', 1)[0]
    if (path === '/healthz') {
      send(response, 200, { state: 'alive' })
      return true
    }
    if (path !== '/readyz') return false
    if (isDraining()) send(response, 503, { state: 'draining', practice })
    else {
      void answers().then(well =>
        well
          ? send(response, 200, { state: 'ready', practice })
          : send(response, 503, { state: 'store-down', practice }),
      )
    }
    return true
  }
}

function send(response: ServerResponse, status: number, told: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(`${JSON.stringify(told)}\n`)
}
