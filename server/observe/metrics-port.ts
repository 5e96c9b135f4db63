// Where are the metrics read? On a port of their own, which is not the public one, by GET /metrics and nothing else.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Ms } from '../../lib/protocol/room.ts'
import type { Cancel, Clock, Log } from '../ports.ts'
import type { Metrics } from './metrics.ts'

export interface MetricsPortPorts {
  metrics: Pick<Metrics, 'scrape'>
  /** Port 0 takes any that is free. */
  at: { port: number; host: string }
  clock: Clock
  log: Log
}

export interface MetricsPort {
  /** Where it listens; null while somebody else does. */
  port(): number | null
  close(): Promise<void>
}

/** A process that is about to end keeps its port until it has, and the next one waits for it. */
export const AGAIN_MS: Ms = 1_000
/** More than all that read metrics; what is beyond it is let go at once. */
const CONNECTIONS_MOST = 20

/** Resolves when it listens, or when the port turned out to be taken: then it is tried again until it is free. */
export async function openMetricsPort({ metrics, at, clock, log }: MetricsPortPorts): Promise<MetricsPort> {
  let isClosed = false
  let cancel: Cancel = () => {}
  const http = createServer((request, response) => void answer(metrics, log, request, response))
  http.maxConnections = CONNECTIONS_MOST

  async function open(isFirst: boolean): Promise<void> {
    try {
      await listen(http, at)
      // A site that can't be measured is a site all the same: what goes wrong here ends nothing.
      http.on('error', error => log.fault('metrics', error))
    } catch (error) {
      if (isFirst) log.fault('metrics', error)
      if (!isClosed) cancel = clock.at(clock.now() + AGAIN_MS, () => void open(false))
    }
  }

  await open(true)
  return {
    port: () => (http.address() as AddressInfo | null)?.port ?? null,
    async close() {
      isClosed = true
      cancel()
      http.closeAllConnections()
      await new Promise<void>(resolve => void http.close(() => resolve()))
    },
  }
}

async function answer(
  metrics: Pick<Metrics, 'scrape'>,
  log: Log,
  { method, url }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (method !== 'GET' || url !== '/metrics') {
    response.writeHead(404).end()
    return
  }
  try {
    const { type, text } = await metrics.scrape()
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
    response.end(text)
  } catch (error) {
    log.fault('metrics', error)
    response.writeHead(500).end()
  }
}

function listen(http: Server, { port, host }: MetricsPortPorts['at']): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve()
    })
  })
}
