// Can whoever keeps a site find in its log what somebody met, without the log knowing who that was?
import { afterEach, expect, it } from 'vitest'
import { createMemoryStore } from '../store/memory.ts'
import { createFaultyStore } from '../testing/faulty-store.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { type House, openHouse, START } from '../testing/house.ts'
import { opening } from '../testing/pair.ts'

let house: House
afterEach(() => house.close())

async function start() {
  const hand = createHandClock(START)
  const faulty = createFaultyStore(createMemoryStore(hand))
  house = await openHouse({ hand, store: faulty.store })
  const lines = () => house.logged.map(line => JSON.parse(line) as Record<string, unknown>)
  return { faulty, refusals: () => lines().filter(({ note }) => note === 'refused'), lines }
}

const NAME = /^c[0-9a-f]{8}-\d+$/
const nameIn = (message: string) => /\((\S+)\)$/.exec(message)?.[1] ?? ''

it('names a refusal that is our own fault in the answer and in the log alike', async () => {
  const { faulty, refusals } = await start()
  const ann = await house.dial()
  await ann.caughtUp()
  faulty.fault = () => 'before'
  const answer = await ann.ask('open', opening({ name: 'Ann' }))
  if (answer.ok) throw new Error('it was not refused')
  const [line] = refusals()
  expect(line).toMatchObject({ level: 'info', event: 'open', code: 'store-down' })
  expect(Object.keys(line ?? {}).sort()).toEqual(['ask', 'code', 'event', 'level', 'note', 'time'])
  expect(line?.ask).toMatch(NAME)
  expect(nameIn(answer.message)).toBe(line?.ask)
})

it('gives the asks of one connection one name and a number each, and those of another another', async () => {
  const { faulty } = await start()
  const [ann, ben] = [await house.dial(), await house.dial()]
  await ann.caughtUp()
  faulty.fault = () => 'before'
  const names: string[][] = []
  for (const person of [ann, ann, ben]) {
    const answer = await person.ask('open', opening())
    if (answer.ok) throw new Error('it was not refused')
    names.push(nameIn(answer.message).split('-'))
  }
  expect(names.map(([, number]) => number)).toEqual(['2', '3', '1'])
  expect(names[0]?.[0]).toBe(names[1]?.[0])
  expect(names[2]?.[0]).not.toBe(names[0]?.[0])
})

it('names what should not have happened, and answers it all the same', async () => {
  const { faulty, lines } = await start()
  const ann = await house.dial()
  faulty.onAct = () => {
    throw new TypeError('Kanarienvogel')
  }
  const answer = await ann.ask('open', opening())
  if (answer.ok) throw new Error('it was not refused')
  // The wire has no code for it, and this one has whoever asked ask again; the sentence lays it on nobody else.
  expect(answer.code).toBe('busy')
  expect(answer.message).toMatch(/^Something went wrong here/)
  const fault = lines().find(line => line.fault === 'ask')
  expect(fault).toMatchObject({ level: 'error', event: 'open', error: 'TypeError', ask: nameIn(answer.message) })
  expect(house.logged.join()).not.toContain('Kanarienvogel')
})

it('writes nothing of refusals that are nobody’s fault, nor of what went well', async () => {
  const { lines } = await start()
  const ann = await house.dial()
  await ann.must('open', opening())
  await ann.ask('intent', { do: 'on', phase: 7 })
  await ann.ask('enter', { room: 'x'.repeat(22), name: 'Ann' })
  await ann.ask('unheard-of' as never, {})
  expect(lines().every(line => 'fact' in line)).toBe(true)
})
