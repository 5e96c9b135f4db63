// Does the process live, and should anybody be sent to it?
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RoomStore } from './ports.ts'

/** Answers `/healthz` and `/readyz`; false when the request is for something else. */
export function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  { store, isDraining }: { store: RoomStore; isDraining: () => boolean },
): boolean {
  const path = request.url?.split('?', 1)[0]
  if (path === '/healthz') {
    send(response, 200, 'alive')
    return true
  }
  if (path !== '/readyz') return false
  if (isDraining()) send(response, 503, 'draining')
  else {
    store.ready().then(
      () => send(response, 200, 'ready'),
      () => send(response, 503, 'store-down'),
    )
  }
  return true
}

function send(response: ServerResponse, status: number, state: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(`${JSON.stringify({ state })}\n`)
}
