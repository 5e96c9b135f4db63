// What does a process hold that serves a house, and would it still be there when everybody has gone? A house in a process of its own,
// on a real Redis, whose clock and whose heap the test that started it has in its hand. Run it with an address of a Redis.
import { writeHeapSnapshot } from 'node:v8'
import { createApp } from '../app.ts'
import { createClock } from '../clock.ts'
import { createIds } from '../ids.ts'
import { createLog } from '../log.ts'
import { createMetrics } from '../observe/metrics.ts'
import { openMetricsPort } from '../observe/metrics-port.ts'
import { connectStore } from '../store/connect.ts'
import { createHandClock } from './hand-clock.ts'
import type { Told, Wanted } from './watching.ts'

const [, , redis = ''] = process.argv
// As in house.ts, which a test's runner must have loaded.
const clock = createHandClock(1_700_000_000_000)
const store = connectStore({ kind: 'tcp', url: redis }, createClock())
await store.ready()
const log = createLog({ level: 'info' })
const meter = createMetrics()
const app = await createApp({
  config: {
    port: 0,
    host: '127.0.0.1',
    dev: false,
    store: { kind: 'memory' },
    pages: false,
    origins: [],
    trustProxy: 0,
    logLevel: 'info',
    socketsPerAddress: 1_000,
    roomsPerAddress: 1_000,
    contactEmail: null,
    reportWebhook: null,
    ...{
      reportDays: 90,
      practiceHours: [],
      metrics: null,
      secret: null,
      ice: { servers: [], turn: null, relayOnly: false },
    },
  },
  store,
  clock,
  ids: createIds(),
  log,
  meter,
  // It stands still while its heap is written down, and nobody is to be taken for gone by it.
  heartbeatMs: 120_000,
})
const metrics = await openMetricsPort({ metrics: meter, at: { port: 0, host: '127.0.0.1' }, clock, log })

const tell = (told: Told) => process.send?.(told)

process.on('message', async (wanted: Wanted) => {
  if ('advance' in wanted) {
    await clock.advance(wanted.advance)
    await app.director.idle()
    tell({ advanced: wanted.advance })
  } else tell({ written: writeHeapSnapshot(wanted.heapTo) })
})
// Its test is gone: nobody would end it.
process.on('disconnect', () => process.exit(0))
tell({ port: app.port, metrics: metrics.port() ?? 0 })
