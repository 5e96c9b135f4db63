// Does a process know whether somebody whom it can't serve well would be served better by another one?
import { afterEach, expect, it } from 'vitest'
import { LONE_BUS } from '../store/lone-bus.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { START } from '../testing/house.ts'
import { createHub } from '../testing/hub.ts'
import { ALIVE_MS, type Company, createCompany } from './company.ts'

const WARY_MS = 30_000
const clock = createHandClock(START)
const companies: Company[] = []
afterEach(() => {
  for (const company of companies.splice(0)) company.close()
})

/** So many processes of one site, each of which can be said to have stood still until now. */
async function together(count: number) {
  const hub = createHub()
  const all = Array.from({ length: count }, () => {
    let stoodUntil = Number.NEGATIVE_INFINITY
    const since = () => clock.now() - stoodUntil
    const company = createCompany({
      bus: hub.join(),
      clock,
      lost: () => {},
      stalls: { since, isWary: () => since() < WARY_MS },
    })
    companies.push(company)
    return {
      company,
      stood() {
        stoodUntil = clock.now()
      },
    }
  })
  await clock.advance(2 * ALIVE_MS)
  const well = () => all.map(({ company }) => company.isAnotherWell())
  return { all, well }
}

it('there is none where it is alone', () => {
  const company = createCompany({ bus: LONE_BUS, clock, lost: () => {} })
  expect(company.isAnotherWell()).toBe(false)
})

it('one that stood still alone has another; and that one has none, for as long as it may do so again', async () => {
  const { all, well } = await together(2)
  expect(well()).toEqual([true, true])
  all[0]?.stood()
  // What was said before it stood still is no word of the other that is well now.
  expect(well()).toEqual([false, true])
  await clock.advance(2 * ALIVE_MS + 1)
  expect(well()).toEqual([true, false])
  await clock.advance(WARY_MS)
  expect(well()).toEqual([true, true])
})

it('where all stood still together none takes another for well, not for a moment', async () => {
  const { all, well } = await together(3)
  for (const one of all) one.stood()
  for (let passed = 0; passed < WARY_MS - ALIVE_MS; passed += ALIVE_MS / 4) {
    expect(well()).toEqual([false, false, false])
    await clock.advance(ALIVE_MS / 4)
  }
})

it('one that has ended, or has said nothing for a while, is not well', async () => {
  const { all, well } = await together(2)
  all[1]?.company.close()
  expect(well()[0]).toBe(true)
  await clock.advance(3 * ALIVE_MS)
  expect(well()[0]).toBe(false)
  const ended = await together(2)
  await ended.all[1]?.company.leave()
  expect(ended.well()[0]).toBe(false)
})
