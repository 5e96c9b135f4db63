// Do two honest people sit undisturbed while somebody does all that a program can do to a place where strangers wait?
import { randomBytes } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { stewardOn } from '../stewarding.ts'
import { createLobbyMemory } from '../store/lobby-memory.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { type House, openHouse, type Person, START } from '../testing/house.ts'
import { newDevice, pairOff, type Stranger, sitTogether, stranger } from '../testing/strangers.ts'
import { createLimits, LIMITS } from '../wire/limits.ts'

let house: House
afterEach(() => house?.close())

async function publicHouse(): Promise<House> {
  const hand = createHandClock(START)
  const limits = createLimits(LIMITS, hand)
  house = await openHouse({ hand, limits, config: { trustProxy: 1, contactEmail: 'keeper@clearing.example' } })
  return house
}

const BOT = '203.0.113.9'
const randomRoom = () => randomBytes(16).toString('base64url')
const randomToken = () => randomBytes(32).toString('base64url')
const codeOf = (answer: { ok: boolean; code?: string }) => (answer.ok ? 'ok' : String(answer.code))

it('[AB2] re-joining, flooding, reporting, guessing and a hundred connections disturb no sitting of two others', async () => {
  await publicHouse()
  const ann = await stranger(house, 'Ann', '198.51.100.1')
  const ben = await stranger(house, 'Ben', '198.51.100.2')
  const { room } = await sitTogether(ann, ben)
  const answers: Record<string, number> = {}
  const count = (what: string, answer: { ok: boolean; code?: string }) => {
    const name = `${what} ${codeOf(answer)}`
    answers[name] = (answers[name] ?? 0) + 1
  }
  const bots: Person[] = []
  for (let n = 0; n < 100; n++) bots.push(await stranger(house, 'Bot', BOT))
  const ask = (what: 'wait' | 'report' | 'avoid' | 'enter' | 'meet', payload: object, n: number) =>
    bots[n % bots.length]?.ask(what, payload).then(answer => count(what, answer))
  const waitAsk = () => ({ name: 'Bot', medium: 'text', language: 'en', device: newDevice() })
  const guess = () => ({ room: randomRoom(), token: randomToken() })
  await Promise.all(Array.from({ length: 300 }, (_, n) => ask('wait', waitAsk(), n)))
  // All that is known of the honest two is, at the very worst, their room.
  await Promise.all(
    Array.from({ length: 300 }, (_, n) => ask('report', { room, token: randomToken(), about: 'a', reason: 'hate' }, n)),
  )
  await Promise.all(Array.from({ length: 100 }, (_, n) => ask('avoid', { room, token: randomToken(), about: 'b' }, n)))
  await Promise.all(Array.from({ length: 100 }, (_, n) => ask('enter', guess(), n)))
  await Promise.all(Array.from({ length: 100 }, (_, n) => ask('meet', guess(), n)))

  expect(answers['wait ok'] ?? 0).toBeLessThanOrEqual(60)
  expect(answers['wait too-fast'] ?? 0).toBeGreaterThan(200)
  expect([answers['report ok'], answers['avoid ok'], answers['enter ok'], answers['meet ok']]).toEqual(
    Array(4).fill(undefined),
  )
  expect(answers['enter too-fast'] ?? 0).toBeGreaterThan(60)

  // The honest two: to the end of their sitting, phase after phase, at its own time.
  for (let steps = 0; ann.view().stage === 'sitting'; steps++) {
    expect(steps).toBeLessThan(40)
    expect(ben.view()).toMatchObject({ room, held: null, stage: 'sitting' })
    await house.clock.to(ann.view().phase?.endsAt ?? Number.NaN)
    const now = house.clock.now()
    await ann.sees(view => view.now >= now)
    await ben.sees(view => view.now >= now)
  }
  expect([ann.view().closed, ben.view().closed]).toEqual([{ why: 'complete' }, { why: 'complete' }])
  await ann.must('intent', { do: 'leave' })
  await house.clock.advance(86_400_000)
  expect(await ann.wait()).toEqual({ ok: true })
})

it('[AB1] waiting is counted by device and by address, whatever the other of them is', async () => {
  await publicHouse()
  const device = newDevice()
  let ok = 0
  for (let n = 0; n < 15; n++) {
    const one = await stranger(house, 'Bot', `198.51.100.${n}`, device)
    if ((await one.wait({ language: 'xx' })).ok) ok++
    one.close()
  }
  expect(ok).toBe(10)
  const same: Person[] = []
  for (let n = 0; n < 30; n++) same.push(await stranger(house, 'Bot', BOT))
  const answers = await Promise.all(
    same.map((one, n) =>
      one.ask('wait', {
        name: 'Bot',
        medium: 'text',
        language: `x${'abcdefghijklmnopqrstuvwxyzabcd'[n]}`,
        device: newDevice(),
      }),
    ),
  )
  expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(20 + 4)
})

it('[AB1] an honest report is one of few: beyond them a device is told to wait', async () => {
  await publicHouse()
  const ann = await stranger(house, 'Ann', '198.51.100.1')
  const ben = await stranger(house, 'Ben', '198.51.100.2')
  const { room, token, seat } = await sitTogether(ann, ben)
  const ask = { room, token, about: seat === 'a' ? 'b' : 'a', reason: 'other' }
  const codes: string[] = []
  for (let n = 0; n < 8; n++) codes.push(codeOf(await ann.ask('report', ask)))
  expect(codes).toEqual([...Array(5).fill('ok'), ...Array(3).fill('too-fast')])
})

it('[RE5] what is reported of a sitting that never began pauses nobody, and a steward reads it', async () => {
  const hand = createHandClock(START)
  const lobbyStore = createLobbyMemory(hand)
  house = await openHouse({ hand, lobbyStore })
  const steward = stewardOn(lobbyStore, hand, 90, 'a secret of this site and of no other')
  const victim = await stranger(house, 'Ann')
  async function report(by: Stranger) {
    const { room, token, seat } = by.told.paired.at(-1) ?? { room: '', token: '', seat: 'a' }
    await by.must('report', { room, token, about: seat === 'a' ? 'b' : 'a', reason: 'sexual' })
  }
  // Three devices of one person: before anybody came in, or when both were there and had not said yes.
  for (let n = 1; n <= 3; n++) {
    const eve = await stranger(house, 'Eve')
    if (n === 1) {
      await victim.wait()
      await eve.wait()
      await eve.pairing()
    } else await pairOff(victim, eve)
    await report(eve)
    await eve.must('unwait')
    eve.close()
    await hand.advance(70_000)
    await house.connections(1)
    expect(await victim.wait(), `after ${n}`).toMatchObject({ ok: true })
    await victim.must('unwait')
    await hand.advance(3_600_000)
  }
  expect(await steward.reports.all()).toHaveLength(3)
})
