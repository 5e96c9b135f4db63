// Can an orchestrator tell a process that lives from one that people should be sent to?
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { createMemoryStore } from '../store/memory.ts'
import { createFaultyStore } from '../testing/faulty-store.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { type House, openHouse, portOf, START } from '../testing/house.ts'
import { opening } from '../testing/pair.ts'
import { type Check, createHealth } from './health.ts'

let house: House | undefined
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  await house?.close()
  house = undefined
})

const practice = { text: 'no-contact', voice: 'no-contact' }

async function get(path: string): Promise<[number, unknown]> {
  const response = await fetch(`http://127.0.0.1:${house?.app.port}${path}`)
  expect(response.headers.get('cache-control')).toBe('no-store')
  return [response.status, await response.json()]
}

it('lives, and is ready while its store answers', async () => {
  const hand = createHandClock(START)
  const faulty = createFaultyStore(createMemoryStore(hand))
  house = await openHouse({ hand, store: faulty.store })
  expect(await get('/healthz')).toEqual([200, { state: 'alive' }])
  expect(await get('/readyz')).toEqual([200, { state: 'ready', practice }])
  expect(await get('/readyz?from=probe')).toEqual([200, { state: 'ready', practice }])
  faulty.fault = () => 'before'
  await hand.advance(1_000)
  expect(await get('/readyz')).toEqual([503, { state: 'store-down', practice }])
  expect(await get('/healthz')).toEqual([200, { state: 'alive' }])
  faulty.fault = () => null
  await hand.advance(1_000)
  expect(await get('/readyz')).toEqual([200, { state: 'ready', practice }])
})

it('asks the store once a second however often it is asked itself: somebody else’s probes cost nothing', async () => {
  const hand = createHandClock(START)
  const faulty = createFaultyStore(createMemoryStore(hand))
  house = await openHouse({ hand, store: faulty.store })
  let asked = 0
  faulty.onAct = () => void asked++
  for (let i = 0; i < 20; i++) expect(await get('/readyz')).toEqual([200, { state: 'ready', practice }])
  expect(asked).toBe(1)
  await hand.advance(1_000)
  await Promise.all(Array.from({ length: 20 }, () => get('/readyz')))
  expect(asked).toBe(2)
})

/** A server that answers for its health alone. */
function serve(checks: readonly Check[], clock = createHandClock(START)) {
  let isDraining = false
  const answer = createHealth({ checks, clock, isDraining: () => isDraining, practice })
  const http = createServer((request, response) => void answer(request, response)).listen(0)
  ends.push(() => http.close())
  return {
    clock,
    drain() {
      isDraining = true
    },
    async ask(path: string) {
      const response = await fetch(`http://127.0.0.1:${portOf(http)}${path}`)
      return [response.status, ((await response.json()) as { state: string }).state]
    },
  }
}

it('is not ready while one of several things is not well, and says which', async () => {
  const well = { store: true, bus: true }
  const check = (name: keyof typeof well): Check => ({
    state: `${name}-down`,
    ask: () => (well[name] ? Promise.resolve() : Promise.reject(new Error('Kanarienvogel'))),
  })
  const { ask, clock } = serve([check('store'), check('bus')])
  expect(await ask('/readyz')).toEqual([200, 'ready'])
  well.bus = false
  expect(await ask('/readyz')).toEqual([200, 'ready'])
  await clock.advance(1_000)
  expect(await ask('/readyz')).toEqual([503, 'bus-down'])
  well.store = false
  await clock.advance(1_000)
  expect(await ask('/readyz')).toEqual([503, 'store-down'])
  expect(await ask('/healthz')).toEqual([200, 'alive'])
  Object.assign(well, { store: true, bus: true })
  await clock.advance(1_000)
  expect(await ask('/readyz')).toEqual([200, 'ready'])
})

it('is not ready when something does not answer: whoever asks is not kept waiting', async () => {
  const { ask, clock } = serve([{ state: 'bus-down', ask: () => new Promise(() => {}) }])
  const asked = ask('/readyz')
  await expect.poll(() => clock.alarms).toBe(1)
  await clock.advance(2_000)
  expect(await asked).toEqual([503, 'bus-down'])
  expect(clock.alarms).toBe(0)
})

it('is not ready any more once it drains, although all is well', async () => {
  const { ask, drain } = serve([])
  expect(await ask('/readyz')).toEqual([200, 'ready'])
  drain()
  expect(await ask('/readyz')).toEqual([503, 'draining'])
  expect(await ask('/healthz')).toEqual([200, 'alive'])
})

it('says that it drains also to whoever asked before and is answered after', async () => {
  let tell = () => {}
  const asking = new Promise<void>(resolve => {
    tell = resolve
  })
  let isAsked = false
  const slow = {
    state: 'store-down',
    ask() {
      isAsked = true
      return asking
    },
  }
  const { ask, drain } = serve([slow])
  const asked = ask('/readyz')
  await expect.poll(() => isAsked).toBe(true)
  drain()
  tell()
  expect(await asked).toEqual([503, 'draining'])
})

it('says so while it lets its people go, to a balancer that is connected still', async () => {
  house = await openHouse()
  const ann = await house.dial()
  await ann.must('open', opening())
  // A request that has begun is no idle connection, and is served to its end.
  const line = connect(house.app.port, '127.0.0.1')
  ends.push(() => line.destroy())
  let heard = ''
  line.setEncoding('utf8').on('data', text => {
    heard += text
  })
  line.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /readyz HTTP/1.1\r\n')
  await expect.poll(() => heard).toContain('alive')
  const drained = house.app.drain()
  await expect.poll(() => ann.told.moved.length).toBe(1)
  line.write('Host: x\r\n\r\n')
  await expect.poll(() => heard).toContain('"state":"draining"')
  expect(heard).toContain('503')
  ann.close()
  await drained
})
