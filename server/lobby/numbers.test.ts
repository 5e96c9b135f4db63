// What does whoever waits read of the others? Only of people who are there at that moment: who wait, or sit; and never of themselves.
import { afterEach, describe, expect, it } from 'vitest'
import { SITS_MS } from '../../lib/lobby/queue.ts'
import { type House, openHouse } from '../testing/house.ts'
import { pairOff, type Stranger, sitTogether, stranger } from '../testing/strangers.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
let house: House
afterEach(() => house?.close())

async function come(...names: string[]): Promise<Stranger[]> {
  house = await openHouse()
  return Promise.all(names.map(name => stranger(house, name)))
}

const here = (who: Stranger | undefined) => who?.told.waiting.at(-1)?.here
const reads = (who: Stranger | undefined, count: number) => expect.poll(() => here(who)).toBe(count)

describe('[WA7] how many others are here', () => {
  it('is nobody for whoever is in front again since the other stepped back: neither is one of two who sit', async () => {
    const [ann, ben] = (await come('Ann', 'Ben')) as [Stranger, Stranger]
    await pairOff(ann, ben)
    const before = ann.told.waiting.length
    await ben.must('intent', { do: 'leave' })
    await expect.poll(() => ann.told.waiting.length).toBeGreaterThan(before)
    expect(here(ann)).toBe(0)
  })

  it('is two while two sit, one while one of them is away, and nobody once it is over', async () => {
    const [ann, ben, cleo] = (await come('Ann', 'Ben', 'Cleo')) as [Stranger, Stranger, Stranger]
    const { room } = await sitTogether(ann, ben)
    await cleo.wait()
    await reads(cleo, 2)
    ben.close()
    await reads(cleo, 1)
    const back = await stranger(house, 'Ben', undefined, ben.device)
    await back.must('enter', {
      room,
      token: ben.told.paired.at(-1)?.token ?? '',
    })
    await reads(cleo, 2)
    await ann.must('intent', { do: 'leave' })
    await reads(cleo, 0)
  })

  it('is nobody for whoever waits anew out of a sitting, which is over by it', async () => {
    const [ann, ben] = (await come('Ann', 'Ben')) as [Stranger, Stranger]
    await sitTogether(ann, ben)
    const again = await stranger(house, 'Ann', undefined, ann.device)
    expect(await again.wait()).toEqual({ ok: true })
    await again.caughtUp()
    expect(again.told.waiting.map(told => told.here)).toEqual([0])
  })

  it('goes on for as long as their sitting does, also past the time after which nobody who tells nothing is counted', async () => {
    const [ann, ben, cleo] = (await come('Ann', 'Ben', 'Cleo')) as [Stranger, Stranger, Stranger]
    await sitTogether(ann, ben)
    for (let at = 3 * MINUTE; at < SITS_MS; at += 3 * MINUTE) {
      await house.clock.advance(3 * MINUTE)
      if (ann.view().phase?.kind === 'speak' && !ann.view().held) await ann.must('intent', { do: 'hold' })
      else if (ann.view().held) for (const one of [ann, ben]) await one.must('intent', { do: 'resume' })
    }
    // Nothing is shown to them from here on.
    await ann.sees(view => view.held === null)
    await ann.must('intent', { do: 'hold' })
    await house.clock.advance(3 * MINUTE + SECOND)
    expect(ann.view().stage).toBe('sitting')
    await cleo.wait()
    await reads(cleo, 2)
  })
})
