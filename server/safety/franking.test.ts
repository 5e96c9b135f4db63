// Does a report show what was written, and nothing that was not: whatever of it was changed, by whom, and wherever it goes?
import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { startRedis } from '../../e2e/setup/redis.mjs'
import { canary, disguises } from '../../e2e/traffic.ts'
import { chanceFrom } from '../../lib/protocol/testing/chance.ts'
import type { Written } from '../../lib/wire/marked.ts'
import { createClock } from '../clock.ts'
import { LOBBY_RATES } from '../lobby/limits.ts'
import { runSteward, stewardOn } from '../stewarding.ts'
import { connectStores } from '../store/connect.ts'
import { createLobbyMemory } from '../store/lobby-memory.ts'
import { createMemoryStore } from '../store/memory.ts'
import { firstFloor, showing, tells, written } from '../testing/franked.ts'
import { createHandClock, type HandClock } from '../testing/hand-clock.ts'
import { type House, type HouseOptions, openHouse, type Person, START } from '../testing/house.ts'
import { firstTurn, sealed } from '../testing/pair.ts'
import { redisWire } from '../testing/redis-wire.ts'
import { sitTogether, stranger } from '../testing/strangers.ts'
import { createFranking } from './franking.ts'

const SECRET = 'the secret of this site, and of no other'
const often = { burst: 1_000, everyMs: 1 }
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function open(options: HouseOptions = {}): Promise<House> {
  const device = { ...LOBBY_RATES.device, report: often }
  const lobbyRates = { ...LOBBY_RATES, device, address: { ...LOBBY_RATES.address, report: often } }
  const house = await openHouse({ secret: SECRET, lobbyRates, ...options })
  ends.push(() => house.close())
  return house
}

/** A site in memory, and whoever looks after it. */
async function site(hand: HandClock = createHandClock(START)) {
  const lobbyStore = createLobbyMemory(hand)
  const house = await open({ hand, lobbyStore })
  return { house, steward: stewardOn(lobbyStore, hand, 90, SECRET) }
}

/** Two strangers, one of whom has the floor. */
async function twoOf(house: House) {
  const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
  await sitTogether(ann, ben)
  return firstFloor(ann, ben)
}

const other = (text: string) => (text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`)
const refused = (code: string) => ({ ok: false, code, message: expect.any(String) })

describe('what the server marks', () => {
  const franking = createFranking(SECRET)
  const room = 'r'.repeat(22)

  async function marked(): Promise<Written> {
    const what = { phase: 4, id: 7, kind: 'words', text: 'What was written.' } as const
    const { key, commitment } = await written(room, 'a', what)
    return { ...what, key, ...franking.mark(room, 'a', { phase: 4, id: 7, commitment }, START) }
  }

  it('is known again, also by another process of the site, and by no other site', async () => {
    const genuine = await marked()
    expect(await franking.isTrue(room, 'a', genuine)).toBe(true)
    expect(await createFranking(SECRET).isTrue(room, 'a', genuine)).toBe(true)
    expect(await createFranking(`${SECRET}.`).isTrue(room, 'a', genuine)).toBe(false)
  })

  it('is not known again when anything of it is another: each bit of it counts', async () => {
    const genuine = await marked()
    const { pick, whole } = chanceFrom(77)
    for (let n = 0; n < 400; n++) {
      const forged = { ...genuine }
      let [where, whose]: [string, 'a' | 'b'] = [room, 'a']
      const what = pick(['text', 'key', 'tag', 'phase', 'id', 'at', 'kind', 'room', 'seat'])
      if (what === 'key' || what === 'tag') {
        const bytes = Buffer.from(forged[what], 'base64url')
        const at = whole(0, 255)
        bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7))
        forged[what] = bytes.toString('base64url')
      } else if (what === 'text') {
        const at = whole(0, forged.text.length - 1)
        const changed = String.fromCharCode(forged.text.charCodeAt(at) ^ (1 << whole(0, 6)))
        forged.text = forged.text.slice(0, at) + changed + forged.text.slice(at + pick([0, 1]))
      } else if (what === 'kind') forged.kind = 'draft'
      else if (what === 'room') where = other(room)
      else if (what === 'seat') whose = 'b'
      else forged[what] += pick([-1, 1, 2 ** 32])
      expect(await franking.isTrue(where, whose, forged), what).toBe(false)
    }
    for (const key of ['', genuine.key.slice(0, 40), Buffer.alloc(32).toString('base64url')])
      expect(await franking.isTrue(room, 'a', { ...genuine, key }), key).toBe(false)
  })

  it('says nothing of what was written: the same text is committed to anew each time', async () => {
    const [one, two] = [await marked(), await marked()]
    expect(one.tag).not.toBe(two.tag)
  })
})

describe('what a stranger writes', () => {
  it('goes on with the mark of it, and is refused without a commitment, whichever way it is read', async () => {
    const { house } = await site()
    const { speaker, listener, phase, from } = await twoOf(house)
    const { room } = speaker.view()
    await house.clock.advance(1_234)
    const { ask, commitment } = await written(room, from, { phase, id: 1, kind: 'words', text: 'One.' })
    expect(await speaker.ask('words', ask)).toEqual({ ok: true })
    for (const bare of [
      { phase, id: 2, sealed: sealed('bare') },
      { id: 2, phase, sealed: sealed('bare') },
    ])
      expect(await speaker.ask('words', bare)).toEqual(refused('bad-request'))
    await listener.caughtUp()
    const mark = createFranking(SECRET).mark(room, from, { phase, id: 1, commitment }, house.clock.now())
    expect(listener.told.words).toEqual([{ ...ask, from, ...mark }])
    expect(mark.at).toBe(house.clock.now())
  })

  it('is marked anew where it is said again', async () => {
    const { house } = await site()
    const { speaker, listener, phase, from } = await twoOf(house)
    const { room } = speaker.view()
    const { commitment, key } = await written(room, from, { phase, id: 1, kind: 'words', text: 'Again.' })
    await listener.must('again', { to: from, since: 0 })
    await speaker.caughtUp()
    const to = listener.view().you
    await speaker.must('replay', { to, sealed: sealed('again'), said: [{ phase, id: 1, commitment }] })
    await speaker.must('replay', { to, sealed: sealed('empty') })
    await listener.caughtUp()
    const [said, empty] = listener.told.replay
    expect(empty).toEqual({ from, sealed: sealed('empty') })
    const { at = 0, tag = '' } = said?.said?.[0] ?? {}
    const shown = { phase, id: 1, kind: 'words', text: 'Again.', key, at, tag } as const
    expect(await listener.ask('report', showing(listener, [shown]))).toEqual({ ok: true })
  })

  it('and what friends write goes on as it came', async () => {
    const { house } = await site()
    const { ann, ben } = await firstTurn(house)
    await ann.must('words', { phase: 1, id: 1, sealed: sealed('plain') })
    await ben.caughtUp()
    expect(ben.told.words).toEqual([{ phase: 1, id: 1, sealed: sealed('plain'), from: 'a' }])
  })
})

describe('a closing line', () => {
  /** Resolves with the number of the phase in which lines are written. */
  async function drop(house: House, one: Person, other: Person): Promise<number> {
    for (;;) {
      for (const person of [one, other]) await person.caughtUp()
      const { phase, stage } = one.view()
      expect(stage).toBe('sitting')
      if (phase?.kind === 'drop') return phase.n
      await house.clock.advance(15_000)
    }
  }

  it('[RE12] between strangers opens with the mark of it, and can be shown; without a commitment it is refused', async () => {
    const { house, steward } = await site()
    const { speaker, listener, from } = await twoOf(house)
    const phase = await drop(house, speaker, listener)
    const { room } = speaker.view()
    const what = { phase, id: 0, kind: 'line', text: 'That you are nothing.' } as const
    const { ask, key, commitment } = await written(room, from, what)
    const line = { do: 'line', phase, sealed: ask.sealed } as const
    expect(await speaker.ask('intent', line)).toEqual(refused('bad-request'))
    const { at, tag } = createFranking(SECRET).mark(room, from, { phase, id: 0, commitment }, house.clock.now())
    await speaker.must('intent', { ...line, commitment })
    await listener.must('intent', { do: 'keep', phase })
    const view = await listener.sees(({ lines }) => lines !== null)
    expect(view.lines?.[from]).toEqual({ sealed: [commitment, at, tag, ask.sealed].join('.') })
    const shown = { ...what, key, at, tag }
    expect(await listener.ask('report', showing(listener, [{ ...shown, text: 'x' }]))).toEqual(refused('not-allowed'))
    expect(await listener.ask('report', showing(listener, [shown]))).toEqual({ ok: true })
    const [, listed] = (await runSteward(['list'], steward)).lines
    expect(listed).toContain('verified  their closing line  "That you are nothing."')
  })

  it('of a friend is kept as it came', async () => {
    const { house } = await site()
    const { ann, ben } = await firstTurn(house)
    const phase = await drop(house, ann, ben)
    await ann.must('intent', { do: 'line', phase, sealed: sealed('line') })
    await ben.must('intent', { do: 'keep', phase })
    const view = await ben.sees(({ lines }) => lines !== null)
    expect(view.lines?.a).toEqual({ sealed: sealed('line') })
  })
})

describe('a report', () => {
  it('[RE12] that shows what was written is taken, and read by a steward as verified', async () => {
    const { house, steward } = await site()
    const { speaker, listener, phase } = await twoOf(house)
    const words = await tells(speaker, listener, { phase, id: 1, kind: 'words', text: 'An unkind sentence.' })
    const draft = await tells(speaker, listener, { phase, id: 2, kind: 'draft', text: 'Taken\u009b2J back.' })
    await speaker.must('intent', { do: 'leave' })
    await house.clock.advance(60_000)
    expect(await listener.ask('report', showing(listener, [words, draft]))).toEqual({ ok: true })
    const [report] = await steward.reports.all()
    const said = [words, draft].map(({ key, tag, ...shown }) => ({ ...shown, verified: true }))
    expect(report?.said).toEqual(said)
    const listed = (await runSteward(['list'], steward)).lines
    const at = new Date(START).toISOString()
    expect(listed.slice(1)).toEqual([
      `    ${at}  verified  they said  "An unkind sentence."`,
      `    ${at}  verified  they wrote, and did not say  "Taken\\u009b2J back."`,
    ])
    const [exported = ''] = (await runSteward(['export'], steward)).lines
    expect(JSON.parse(exported).said).toEqual(said)
  })

  it('[RE12] that shows what was not written so, there, then or by them is refused, and nothing of it is kept', async () => {
    const { house, steward } = await site()
    const { speaker, listener, phase } = await twoOf(house)
    const words = await tells(speaker, listener, { phase, id: 1, kind: 'words', text: 'A kind sentence.' })
    const second = await tells(speaker, listener, { phase, id: 2, kind: 'words', text: 'Another.' })
    const elsewhere = await twoOf(house)
    const foreign = await tells(elsewhere.speaker, elsewhere.listener, { ...words, phase: elsewhere.phase })
    const forged: [string, Written[]][] = [
      ['another text', [{ ...words, text: 'An unkind sentence.' }]],
      ['another phase', [{ ...words, phase: phase + 1 }]],
      ['another number', [{ ...words, id: 2 }]],
      ['another time', [{ ...words, at: words.at + 1 }]],
      ['a draft as words', [{ ...words, kind: 'draft' }]],
      ['a key of one’s own', [{ ...words, key: randomBytes(32).toString('base64url') }]],
      ['a mark of one’s own', [{ ...words, tag: randomBytes(32).toString('base64url') }]],
      ['the mark of another sentence', [{ ...words, at: second.at, tag: second.tag }]],
      ['a sentence of another room', [foreign]],
      ['one forged among true ones', [words, { ...second, text: 'Another!' }]],
    ]
    for (const [what, said] of forged)
      expect(await listener.ask('report', showing(listener, said)), what).toEqual(refused('not-allowed'))
    // One's own words, shown as the other's, and the other way round.
    expect(await speaker.ask('report', showing(speaker, [words]))).toEqual(refused('not-allowed'))
    expect(await steward.reports.all()).toEqual([])
    expect(await listener.ask('report', showing(listener, [words, second]))).toEqual({ ok: true })
    expect(await steward.reports.all()).toHaveLength(1)
  })

  it('shows no more than twenty sentences, each as long as a sentence may be, and none that is empty', async () => {
    const { house, steward } = await site()
    const { speaker, listener, phase } = await twoOf(house)
    const words = await tells(speaker, listener, { phase, id: 1, kind: 'words', text: 'x' })
    for (const said of [[], Array(21).fill(words), [{ ...words, text: 'x'.repeat(4_001) }], [{ ...words, text: '' }]])
      expect(await listener.ask('report', showing(listener, said))).toEqual(refused('bad-request'))
    expect(await listener.ask('report', showing(listener, Array(20).fill(words)))).toEqual({ ok: true })
    expect((await steward.reports.all())[0]?.said).toHaveLength(20)
  })

  it('[RE13] lies in the store sealed, and is read by whoever has the secret alone', { timeout: 60_000 }, async () => {
    const redis = await startRedis()
    ends.push(() => redis.stop())
    const clock = createClock()
    const stores = connectStores({ kind: 'tcp', url: redis.url }, clock)
    ends.push(() => stores.close())
    const house = await open({ store: createMemoryStore(clock), clock, lobbyStore: stores.lobby })
    const { speaker, listener, phase } = await twoOf(house)
    const [shown, own] = [canary(1), canary(1)]
    const words = await tells(speaker, listener, { phase, id: 1, kind: 'words', text: `Of ${shown}.` })
    const ask = { ...showing(listener, [words]), text: `My ${own}.` }
    expect(await listener.ask('report', ask)).toEqual({ ok: true })

    const wire = redisWire(redis.port)
    ends.push(() => wire.close())
    const keys = (await wire.ask('KEYS', '*')) as string[]
    const lies = [...keys, ...(await Promise.all(keys.map(key => wire.ask('DUMP', key))))].join('\n')
    expect(keys.some(key => key.includes('report:'))).toBe(true)
    for (const word of [shown, own])
      for (const { form } of disguises(word)) expect(lies.toLowerCase()).not.toContain(form.toLowerCase())
    expect(house.logged.join('\n')).not.toContain(shown)

    const steward = stewardOn(stores.lobby, { ...house.clock, now: clock.now }, 90, SECRET)
    const read = (await runSteward(['list'], steward)).lines.join('\n')
    expect(read).toContain(own)
    expect(read).toContain(shown)
    const outsider = stewardOn(stores.lobby, { ...house.clock, now: clock.now }, 90, `${SECRET}.`)
    const unread = (await runSteward(['list'], outsider)).lines
    expect(unread).toHaveLength(1)
    expect(unread[0]).toContain('sealed under another secret')
    expect(await outsider.reports.all()).toMatchObject([{ reason: 'harassment', unreadable: true }])
  })
})
