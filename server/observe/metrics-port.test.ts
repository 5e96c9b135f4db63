// Is what is counted read where it should be, and nowhere else?
import { request } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { openHouse, START } from '../testing/house.ts'
import { createMetrics } from './metrics.ts'
import { AGAIN_MS, type MetricsPort, openMetricsPort } from './metrics-port.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const AT = { port: 0, host: '127.0.0.1' }

async function open(at = AT, scrape = createMetrics().scrape) {
  const clock = createHandClock(START)
  const logged: string[] = []
  const log = createLog({ level: 'info', stream: { write: line => void logged.push(line) } })
  const opened = await openMetricsPort({ metrics: { scrape }, at, clock, log })
  ends.push(() => opened.close())
  return { opened, clock, logged }
}

function ask(port: MetricsPort, path: string, method = 'GET') {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: port.port() ?? 0, path, method, agent: false }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', more => {
        text += more
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    asked.once('error', reject).end()
  })
}

it('answers GET /metrics', async () => {
  const { opened } = await open()
  const { status, headers, text } = await ask(opened, '/metrics')
  expect(status).toBe(200)
  expect(headers['content-type']).toMatch(/^text\/plain/)
  expect(headers['cache-control']).toBe('no-store')
  expect(text).toContain('clearing_sockets 0')
})

it.each([
  ['GET', '/'],
  ['GET', '/metrics/'],
  ['GET', '/metrics?x=1'],
  ['GET', '/healthz'],
  ['GET', '/socket.io/?EIO=4&transport=polling'],
  ['POST', '/metrics'],
  ['OPTIONS', '/metrics'],
  ['DELETE', '/metrics'],
])('answers nothing else: %s %s', async (method, path) => {
  const { opened } = await open()
  expect(await ask(opened, path, method)).toMatchObject({ status: 404, text: '' })
})

it('is not read on the public port', async () => {
  const house = await openHouse({ meter: createMetrics() })
  ends.push(() => house.close())
  const response = await fetch(`http://127.0.0.1:${house.app.port}/metrics`)
  expect(response.status).toBe(404)
  expect(await response.text()).toBe('')
})

it('waits for a port that is taken, says so once, and ends nothing', async () => {
  const first = await open()
  const taken = { ...AT, port: first.opened.port() ?? 0 }
  const second = await open(taken)
  expect(second.opened.port()).toBe(null)
  await second.clock.advance(3 * AGAIN_MS)
  await expect.poll(() => second.clock.alarms).toBe(1)
  expect(second.logged).toHaveLength(1)
  expect(JSON.parse(second.logged[0] ?? '')).toMatchObject({ fault: 'metrics', code: 'EADDRINUSE' })
  await first.opened.close()
  await expect
    .poll(async () => {
      await second.clock.advance(AGAIN_MS)
      return second.opened.port()
    })
    .toBe(taken.port)
  expect((await ask(second.opened, '/metrics')).status).toBe(200)
})

it('can be closed while it waits', async () => {
  const first = await open()
  const second = await open({ ...AT, port: first.opened.port() ?? 0 })
  await second.opened.close()
  expect(second.clock.alarms).toBe(0)
})

it('says nothing of what went wrong to whoever asks', async () => {
  const { opened, logged } = await open(AT, () => Promise.reject(new Error('Kanarienvogel')))
  expect(await ask(opened, '/metrics')).toMatchObject({ status: 500, text: '' })
  expect(logged.map(line => JSON.parse(line).fault)).toEqual(['metrics'])
  expect(logged.join()).not.toContain('Kanarienvogel')
})
