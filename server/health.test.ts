// Can an orchestrator tell a process that lives from one that people should be sent to?
import { createServer } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { createHealth } from './health.ts'
import { createMemoryStore } from './store/memory.ts'
import { createFaultyStore } from './testing/faulty-store.ts'
import { createHandClock } from './testing/hand-clock.ts'
import { type House, openHouse, portOf, START } from './testing/house.ts'

let house: House | undefined
afterEach(() => house?.close())

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

it('is not ready any more once it drains, although its store is well', async () => {
  const clock = createHandClock(START)
  let isDraining = false
  const answer = createHealth({ store: createMemoryStore(clock), clock, isDraining: () => isDraining, practice })
  const http = createServer((request, response) => void answer(request, response)).listen(0)
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:${portOf(http)}${path}`)).status
  expect(await ask('/readyz')).toBe(200)
  isDraining = true
  expect(await ask('/readyz')).toBe(503)
  expect(await ask('/healthz')).toBe(200)
  http.close()
})
