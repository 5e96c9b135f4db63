// Does the breaker spare a store that is down, and find out when it is back?
import { expect, it } from 'vitest'
import { StoreDown } from '../ports.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { createBreaker } from './breaker.ts'

function start(tell?: (isOpen: boolean) => void) {
  const clock = createHandClock(1_000_000)
  const breaker = createBreaker({ failures: 3, restMs: 1_000, ...(tell && { tell }) }, clock)
  let asked = 0
  const ask = (answer: () => Promise<string>) =>
    breaker.run(() => {
      asked++
      return answer()
    })
  return {
    clock,
    breaker,
    asked: () => asked,
    works: () => ask(async () => 'answer'),
    fails: (why: StoreDown['why'] = 'timeout') =>
      ask(async () => {
        throw new StoreDown(why)
      }).catch(error => error.why),
    ask,
  }
}

it('opens after so many failures in a row and then fails at once, without asking', async () => {
  const { breaker, fails, works, asked } = start()
  await fails()
  await fails()
  await works()
  await fails()
  await fails()
  expect(breaker.open).toBe(false)
  await fails()
  expect(breaker.open).toBe(true)
  const before = asked()
  await expect(works()).rejects.toMatchObject({ why: 'open-breaker' })
  expect(asked()).toBe(before)
})

it('lets one probe through after its rest, and closes when that is answered', async () => {
  const { clock, breaker, fails, works, ask } = start()
  for (let i = 0; i < 3; i++) await fails()
  await clock.advance(999)
  expect(await fails()).toBe('open-breaker')
  await clock.advance(1)
  let answer = (_text: string) => {}
  const probe = ask(() => new Promise(resolve => (answer = resolve)))
  expect(await fails()).toBe('open-breaker')
  answer('back')
  expect(await probe).toBe('back')
  expect(breaker.open).toBe(false)
  expect(await works()).toBe('answer')
})

it('rests again when the probe fails', async () => {
  const { clock, fails, works } = start()
  for (let i = 0; i < 3; i++) await fails()
  await clock.advance(1_000)
  expect(await fails()).toBe('timeout')
  expect(await fails()).toBe('open-breaker')
  await clock.advance(1_000)
  expect(await works()).toBe('answer')
})

it('tells when it opens and when it closes, and not each time that it is asked', async () => {
  const told: boolean[] = []
  const { clock, fails, works } = start(isOpen => void told.push(isOpen))
  await works()
  for (let i = 0; i < 5; i++) await fails()
  expect(told).toEqual([true])
  await clock.advance(1_000)
  await fails()
  await clock.advance(1_000)
  expect(told).toEqual([true])
  await works()
  await works()
  expect(told).toEqual([true, false])
})

it('does not count the refusals of a store that is well', async () => {
  const { breaker, fails } = start()
  for (let i = 0; i < 9; i++) await fails(i % 2 === 0 ? 'full' : 'too-big')
  expect(breaker.open).toBe(false)
})
