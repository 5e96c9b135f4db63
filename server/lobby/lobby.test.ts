// Do strangers come together on the wire as LOBBY.md says: by each other's yes, never twice against a no, and free to go?
import { queryObjects } from 'node:v8'
import { Socket } from 'socket.io'
import { afterEach, describe, expect, it } from 'vitest'
import type { LobbyStore } from '../ports.ts'
import { createLobbyMemory } from '../store/lobby-memory.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { type House, type HouseOptions, openHouse, START } from '../testing/house.ts'
import { newDevice, pairOff, type Stranger, sitTogether, stranger } from '../testing/strangers.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
let house: House
afterEach(() => house?.close())
const open = async (options: HouseOptions = {}) => {
  house = await openHouse(options)
  return house
}
/** A site on a public address behind one proxy. */
const PUBLIC = { trustProxy: 1, contactEmail: 'keeper@clearing.example' }

describe('coming together', () => {
  it('[WA7] whoever waits alone is told so, and both are told of their room and seat when a second comes', async () => {
    await open()
    const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
    expect(await ann.wait()).toEqual({ ok: true })
    await ann.caughtUp()
    expect(ann.told.waiting).toEqual([{ ahead: 0, here: 0, usualMs: null }])
    const { room } = await pairOff(ann, ben)
    expect([ann.told.paired.at(-1)?.seat, ben.told.paired.at(-1)?.seat].sort()).toEqual(['a', 'b'])
    expect(ann.view()).toMatchObject({ room, kind: 'practice', stage: 'gathering', can: ['ready', 'leave'] })
  })

  it('[MA5] only within a language and a medium', async () => {
    await open()
    const people = [await stranger(house, 'Ann'), await stranger(house, 'Ben'), await stranger(house, 'Cleo')]
    await people[0]?.wait()
    await people[1]?.wait({ language: 'es' })
    await people[2]?.wait({ medium: 'voice' })
    for (const person of people) {
      await person.caughtUp()
      expect(person.told.paired).toEqual([])
    }
    const dora = await stranger(house, 'Dora')
    await dora.wait({ language: 'es' })
    expect((await people[1]?.pairing(1))?.room).toBe((await dora.pairing()).room)
  })

  it('[MA6] never oneself: a second window of the device takes the place of the first, which is told', async () => {
    await open()
    const device = newDevice()
    const [one, two] = [
      await stranger(house, 'Ann', undefined, device),
      await stranger(house, 'Ann', undefined, device),
    ]
    await one.wait()
    await two.wait()
    await two.caughtUp()
    expect(two.told.paired).toEqual([])
    await house.clock.advance(2 * SECOND)
    await expect.poll(() => one.told.moved).toEqual([{ why: 'waits-elsewhere' }])
  })

  it('[WA3] whoever waits keeps their place, for which the store is looked at often and written to seldom', async () => {
    const hand = createHandClock(START)
    const store = createLobbyMemory(hand)
    const written: string[] = []
    const counting: LobbyStore = {
      ...store,
      swap: (key, ...more) => {
        written.push(key)
        return store.swap(key, ...more)
      },
    }
    await open({ hand, lobbyStore: counting })
    const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
    await ann.wait()
    written.length = 0
    await house.clock.advance(9 * SECOND)
    expect(written).toEqual([])
    await house.clock.advance(51 * SECOND)
    expect(written).toHaveLength(6)
    await ben.wait()
    expect((await ann.pairing()).room).toBe((await ben.pairing()).room)
  })

  it('[WA8] whoever goes, by a word or by closing the page, waits no more', async () => {
    await open()
    const [ann, ben, cleo] = [await stranger(house, 'Ann'), await stranger(house, 'Ben'), await stranger(house, 'Cleo')]
    await ann.wait()
    await ann.must('unwait')
    await ben.wait()
    await ben.caughtUp()
    expect(ben.told.paired).toEqual([])
    ben.close()
    await house.connections(2)
    await cleo.wait()
    await cleo.caughtUp()
    expect([ann.told.paired, cleo.told.paired]).toEqual([[], []])
  })
})

describe('saying yes', () => {
  it('[OF6] the sitting begins when both have said so', async () => {
    await open()
    const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
    await sitTogether(ann, ben)
    expect(ann.view()).toMatchObject({ stage: 'sitting', format: { id: 'practice' }, phase: { kind: 'agree' } })
  })

  it('[OF7] a decline puts the other back in front, and the two do not meet again', async () => {
    await open()
    const [ann, ben, cleo] = [await stranger(house, 'Ann'), await stranger(house, 'Ben'), await stranger(house, 'Cleo')]
    await pairOff(ann, ben)
    await ann.must('intent', { do: 'leave' })
    await ben.sees(view => view.closed?.why === 'left')
    await expect.poll(() => ben.told.waiting.at(-1)).toMatchObject({ ahead: 0 })
    await ann.wait()
    await ann.caughtUp()
    expect(ann.told.paired).toHaveLength(1)
    await cleo.wait()
    expect((await cleo.pairing()).room).toBe((await ben.pairing(2)).room)
  })

  it('[OF8] silence for half a minute puts back in front whoever said yes, and them alone', async () => {
    await open()
    const [ann, ben, cleo] = [await stranger(house, 'Ann'), await stranger(house, 'Ben'), await stranger(house, 'Cleo')]
    await pairOff(ann, ben)
    await ann.must('intent', { do: 'ready' })
    await house.clock.advance(30 * SECOND)
    await ann.sees(view => view.closed?.why === 'expired')
    await expect.poll(() => ann.told.waiting.length).toBe(2)
    await cleo.wait()
    expect((await cleo.pairing()).room).toBe((await ann.pairing(2)).room)
    await ben.caughtUp()
    expect(ben.told.paired).toHaveLength(1)
  })

  it('[OF9] whoever never comes in loses nobody else their place', async () => {
    await open()
    const [ann, ben, cleo] = [await stranger(house, 'Ann'), await stranger(house, 'Ben'), await stranger(house, 'Cleo')]
    await ann.wait()
    await ben.wait()
    await ben.pairing()
    await ann.comeIn()
    await ann.must('intent', { do: 'ready' })
    ben.close()
    await house.clock.advance(31 * SECOND)
    await cleo.wait()
    expect((await cleo.pairing()).room).toBe((await ann.pairing(2)).room)
  })
})

describe('being over', () => {
  it('meetings that are over leave nothing behind for which a process waits', async () => {
    await open()
    const alarms: number[] = []
    for (let n = 0; n < 4; n++) {
      const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
      await sitTogether(ann, ben)
      await ann.must('intent', { do: 'leave' })
      await ben.sees(view => view.stage === 'closed')
      for (const one of [ann, ben]) one.close()
      await house.connections(0)
      await house.clock.advance(2 * MINUTE)
      alarms.push(house.clock.alarms)
    }
    expect(new Set(alarms).size, alarms.join()).toBe(1)
  })

  it('nobody who has hung up is held on to by what is remembered of their meeting', async () => {
    const before = queryObjects(Socket, { format: 'count' })
    await open()
    for (let n = 0; n < 4; n++) {
      const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
      await sitTogether(ann, ben)
      for (const one of [ann, ben]) one.close()
      await house.connections(0)
    }
    await expect.poll(() => queryObjects(Socket, { format: 'count' }), { timeout: 10_000 }).toBeLessThanOrEqual(before)
  })
})

describe('leaving', () => {
  it('[LE1] is free: the other reads that the connection ended, and both may wait again', async () => {
    await open()
    const [ann, ben, cleo] = [await stranger(house, 'Ann'), await stranger(house, 'Ben'), await stranger(house, 'Cleo')]
    await sitTogether(ann, ben)
    await house.clock.advance(61 * SECOND)
    await ann.must('intent', { do: 'leave' })
    await ben.sees(view => view.closed?.why === 'left')
    expect(await ann.wait()).toMatchObject({ ok: true })
    expect(await ben.wait()).toMatchObject({ ok: true })
    await cleo.wait()
    expect((await cleo.pairing()).room).toBe((await ann.pairing(2)).room)
  })

  it('[LE2] within a minute, three times in an hour, is a quarter of an hour’s rest', async () => {
    await open()
    const ann = await stranger(house, 'Ann')
    for (const name of ['Ben', 'Cleo', 'Dora']) {
      const other = await stranger(house, name)
      await house.clock.advance(SECOND)
      await pairOff(ann, other)
      await ann.must('intent', { do: 'leave' })
      await other.sees(view => view.stage === 'closed')
      await other.must('unwait')
    }
    await expect.poll(async () => (await ann.wait()).ok).toBe(false)
    const until = house.clock.now() + 15 * MINUTE
    expect(await ann.wait()).toMatchObject({ ok: false, code: 'not-allowed', why: 'rest', until })
    await house.clock.advance(15 * MINUTE)
    expect(await ann.wait()).toEqual({ ok: true })
  })

  it('[LE3] whoever waits anew out of a sitting has left it: the other is free at once', async () => {
    await open()
    const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
    await sitTogether(ann, ben)
    await house.clock.advance(12 * MINUTE)
    const again = await stranger(house, 'Ann', undefined, ann.device)
    await again.wait()
    await ben.sees(view => view.closed?.why === 'left')
  })
})

describe('avoiding, reporting and meeting again', () => {
  it('[RE1] avoid keeps two apart at once, whoever asked, and says nothing to the other', async () => {
    await open()
    const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
    const { room, token } = await sitTogether(ann, ben)
    const before = ben.told.view.length
    const about = ann.view().you === 'a' ? 'b' : 'a'
    expect(await ann.ask('avoid', { room, token, about })).toEqual({ ok: true })
    await ben.caughtUp()
    expect(ben.told.view).toHaveLength(before)
    await ann.must('intent', { do: 'leave' })
    await house.clock.advance(25 * 60 * MINUTE)
    await ben.wait()
    await ann.wait()
    await ann.caughtUp()
    expect([ann.told.paired.length, ben.told.paired.length]).toEqual([1, 1])
  })

  it('[RE2] a day later two who only met may meet again', async () => {
    await open()
    const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
    await sitTogether(ann, ben)
    await ann.must('intent', { do: 'leave' })
    await house.clock.advance(23 * 60 * MINUTE)
    await ben.wait()
    await ann.wait()
    await ann.caughtUp()
    expect(ann.told.paired).toHaveLength(1)
    await house.clock.advance(61 * MINUTE)
    expect((await ann.pairing(2)).room).toBe((await ben.pairing(2)).room)
  })

  it('[RE3] once more with the same person takes both of them, and until then tells neither of the other', async () => {
    await open()
    const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
    const one = await sitTogether(ann, ben)
    const other = ben.told.paired.at(-1)
    await ann.must('intent', { do: 'leave' })
    const before = ben.told.view.length
    expect(await ann.ask('meet', { room: one.room, token: one.token })).toEqual({ ok: true })
    await ann.caughtUp()
    await ben.caughtUp()
    expect([ann.told.waiting.length, ben.told.view.length, ben.told.waiting.length]).toEqual([1, before, 0])
    expect(await ben.ask('meet', { room: one.room, token: other?.token })).toEqual({ ok: true })
    const fresh = await ann.pairing(2)
    expect(fresh.room).toBe((await ben.pairing(2)).room)
    expect(fresh.room).not.toBe(one.room)
  })

  it('[RE4] who avoids is not met again, whatever the other would like', async () => {
    await open()
    const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
    const one = await sitTogether(ann, ben)
    const other = ben.told.paired.at(-1)
    await ann.must('meet', { room: one.room, token: one.token })
    await ann.must('avoid', { room: one.room, token: one.token, about: one.seat === 'a' ? 'b' : 'a' })
    await ben.must('meet', { room: one.room, token: other?.token })
    await ben.caughtUp()
    expect([ann.told.paired.length, ben.told.paired.length]).toEqual([1, 1])
  })

  it('[RE5] three different reporters pause a device; one who reports three times does not', async () => {
    await open()
    const bad = await stranger(house, 'Bad')
    for (const [n, name] of ['Ann', 'Ben', 'Cleo'].entries()) {
      const other = await stranger(house, name)
      await sitTogether(bad, other)
      const { room, token, seat } = other.told.paired.at(-1) ?? { room: '', token: '', seat: 'a' }
      const ask = { room, token, about: seat === 'a' ? 'b' : 'a', reason: 'harassment' }
      for (let i = 0; i < 3; i++) expect(await other.ask('report', ask)).toEqual({ ok: true })
      await house.clock.advance(2 * MINUTE)
      await other.must('intent', { do: 'leave' })
      await bad.sees(view => view.stage === 'closed')
      const answer = await bad.wait()
      expect(answer, `after ${n + 1}`).toMatchObject(
        n < 2 ? { ok: true } : { ok: false, code: 'not-allowed', why: 'paused' },
      )
      await bad.must('unwait')
    }
  })

  it('[RE6] a report can be made after the close, and by nobody who was not there', async () => {
    await open()
    const [ann, ben, eve] = [await stranger(house, 'Ann'), await stranger(house, 'Ben'), await stranger(house, 'Eve')]
    const { room, token, seat } = await sitTogether(ann, ben)
    await ben.must('intent', { do: 'leave' })
    await ann.must('intent', { do: 'leave' })
    await house.clock.advance(30 * MINUTE)
    const ask = { room, token, about: seat === 'a' ? 'b' : 'a', reason: 'other', text: 'It felt wrong.' }
    expect(await ann.ask('report', ask)).toEqual({ ok: true })
    const stolen = { ...ask, token: 'A'.repeat(43) }
    expect(await eve.ask('report', stolen)).toMatchObject({ ok: false, code: 'not-yours' })
    expect(await ann.ask('report', { ...ask, about: seat })).toMatchObject({ ok: false, code: 'not-yours' })
    expect(house.logged.join('\n')).not.toContain('felt wrong')
  })
})

describe('[RE6] who sat with whom is known', () => {
  const report = (by: Stranger) => {
    const { room, token, seat } = by.told.paired.at(-1) ?? { room: '', token: '', seat: 'a' }
    return by.ask('report', { room, token, about: seat === 'a' ? 'b' : 'a', reason: 'other' })
  }
  const HOUR = 60 * MINUTE

  it('for as long as they sit, however long they hold, and for six hours after', async () => {
    await open()
    const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
    await sitTogether(ann, ben)
    await ann.must('intent', { do: 'hold' })
    for (let times = 0; times < 4; times++) {
      await house.clock.advance(2.5 * HOUR)
      expect(await report(ann), `after ${times + 1}`).toEqual({ ok: true })
      await ben.must('intent', { do: 'resume' })
      await ann.must('intent', { do: 'resume' })
      await ann.sees(view => view.held === null)
      await ben.must('intent', { do: 'hold' })
      await ann.sees(view => view.held !== null)
    }
    await house.clock.advance(20 * MINUTE)
    await ben.must('intent', { do: 'leave' })
    await ann.sees(view => view.closed?.why === 'left')
    await house.clock.advance(6 * HOUR - SECOND)
    expect(await report(ann)).toEqual({ ok: true })
    await house.clock.advance(SECOND)
    expect(await report(ann)).toMatchObject({ code: 'not-yours' })
  })

  it('for two hours at least where both had gone before the end, and nobody saw it', async () => {
    await open()
    const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
    await sitTogether(ann, ben)
    await ann.must('intent', { do: 'hold' })
    await house.clock.advance(2.9 * HOUR)
    for (const one of [ann, ben]) one.close()
    await house.connections(0)
    await house.clock.advance(15 * MINUTE + 2 * HOUR)
    const back = await stranger(house, 'Ann')
    back.told.paired.push(...ann.told.paired)
    expect(await report(back)).toEqual({ ok: true })
  })
})

describe('the doors', () => {
  it('[DO1] on localhost all are open', async () => {
    await open()
    const ann = await stranger(house, 'Ann')
    expect(await ann.ask('practice')).toEqual({
      ok: true,
      text: null,
      voice: null,
      relayed: false,
      contact: null,
      hours: [],
    })
  })

  it('[DO2] on a public address none is open without somebody to write to', async () => {
    await open({ config: { ...PUBLIC, contactEmail: null } })
    const ann = await stranger(house, 'Ann', '203.0.113.7')
    expect(await ann.ask('practice')).toMatchObject({ text: 'no-contact', voice: 'no-contact' })
    expect(await ann.wait()).toMatchObject({ ok: false, code: 'not-allowed', why: 'no-contact' })
    const [ready] = [await (await fetch(`${house.app.url}/readyz`)).json()]
    expect(ready).toEqual({ state: 'ready', practice: { text: 'no-contact', voice: 'no-contact' } })
  })

  it('[DO3] voices are heard only through a relay', async () => {
    for (const hasRelay of [false, true]) {
      await open({ config: PUBLIC, hasRelay })
      const ann = await stranger(house, 'Ann', '203.0.113.7')
      const voice = await ann.wait({ medium: 'voice' })
      expect(await ann.ask('practice')).toMatchObject({ relayed: hasRelay, voice: hasRelay ? null : 'no-relay' })
      expect(voice).toMatchObject(hasRelay ? { ok: true } : { ok: false, why: 'no-relay' })
      expect(await ann.wait()).toMatchObject({ ok: true })
      if (!hasRelay) await house.close()
    }
  })
})
