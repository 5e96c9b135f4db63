// Is somebody told the truth of whom they met: that what they show opens nothing, or that nobody could look?
import { afterEach, expect, it } from 'vitest'
import { createMemoryStore } from '../store/memory.ts'
import { createFaultyStore } from '../testing/faulty-store.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { type House, openHouse, START } from '../testing/house.ts'
import { sitTogether, stranger } from '../testing/strangers.ts'
import { createLimits, LIMITS } from '../wire/limits.ts'

let house: House
afterEach(() => house.close())

it.each(['report', 'avoid', 'meet'] as const)(
  'a store that is away makes no wrong guess of the newest token, by which one asks to %s',
  async name => {
    const hand = createHandClock(START)
    const faulty = createFaultyStore(createMemoryStore(hand))
    // A wrong guess is the last that this address has.
    const guesses = { burst: 1, everyMs: 3_600_000 }
    house = await openHouse({ hand, store: faulty.store, limits: createLimits({ ...LIMITS, guesses }, hand) })
    const ann = await stranger(house, 'Ann')
    const ben = await stranger(house, 'Ben')
    const { room } = await sitTogether(ann, ben)
    const about = ann.view().you === 'a' ? 'b' : 'a'
    const token = ann.seated?.token
    const ask = { room, token, ...(name !== 'meet' && { about }), ...(name === 'report' && { reason: 'other' }) }
    // Nobody is here for whom the room would be kept in mind.
    for (const person of [ann, ben]) person.close()
    await house.connections(0)
    await house.app.director.idle()
    const other = await house.dial()
    faulty.fault = () => 'before'
    for (let tries = 0; tries < 3; tries++) {
      expect(await other.ask(name, ask)).toMatchObject({ ok: false, code: 'store-down' })
    }
    faulty.fault = () => null
    expect(await other.ask(name, ask)).toMatchObject({ ok: true })
  },
)
