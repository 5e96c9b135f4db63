// Is whoever shows what is right answered, whatever somebody else at the same router tries? And is a code still not found by trying?
import { afterEach, expect, it } from 'vitest'
import type { LobbyStore } from '../ports.ts'
import { createLobbyMemory } from '../store/lobby-memory.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { type House, openHouse, type Person, START } from '../testing/house.ts'
import { opening } from '../testing/pair.ts'
import { sitTogether, stranger } from '../testing/strangers.ts'
import { convene, guest, PLAN } from '../testing/workshop.ts'
import { createLimits, LIMITS } from './limits.ts'

let house: House
afterEach(() => house?.close())

const guesses = { burst: 3, everyMs: 60_000 }
const NO_ROOM = 'r'.repeat(22)
const NO_TOKEN = 't'.repeat(43)
const TOO_FAST = { ok: false, code: 'too-fast' }

async function openWith(lobbyStore?: LobbyStore): Promise<void> {
  const hand = createHandClock(START)
  const limits = createLimits({ ...LIMITS, guesses }, hand)
  house = await openHouse({ hand, limits, ...(lobbyStore && { lobbyStore }) })
}

/** Somebody at the router has been wrong as often as anybody there may be. */
async function guessedOut(guesser: Person): Promise<void> {
  for (let n = 0; n < guesses.burst; n++)
    expect(await guesser.ask('peek', { room: NO_ROOM })).toMatchObject({ code: 'gone' })
  expect(await guesser.ask('peek', { room: NO_ROOM })).toMatchObject(TOO_FAST)
}

it('a good token, key or room is let in, though somebody at the same router has guessed as often as they may', async () => {
  await openWith()
  const ada = await convene(house)
  const { circle, code, key } = ada.convened
  const { joined } = await guest(house, code, 'Ana')
  const ann = await house.dial()
  const { room, token } = await ann.must('open', opening())
  ann.close()
  const [guesser, back] = [await house.dial(), await house.dial()]
  await guessedOut(guesser)

  expect(await back.ask('peek', { room })).toMatchObject({ ok: true })
  expect(await back.ask('enter', { room, token })).toMatchObject({ ok: true, seat: 'a' })
  expect(await (await house.dial()).ask('enter', { room, name: 'Ben' })).toMatchObject({ ok: true, seat: 'b' })
  expect(await back.ask('facilitate', { circle, key })).toMatchObject({ ok: true })
  expect(await back.ask('join', { code, token: joined.token })).toMatchObject({ ok: true, person: 'p1' })

  const wrong = [
    await back.ask('enter', { room, token: NO_TOKEN }),
    await back.ask('enter', { room: NO_ROOM, name: 'Eve' }),
    await back.ask('facilitate', { circle, key: NO_TOKEN }),
    // Neither of these tells which code is one.
    await back.ask('join', { code, token: NO_TOKEN }),
    await back.ask('join', { code: 'BBBB BBBB', token: NO_TOKEN }),
    await back.ask('join', { code, name: 'Eve' }),
    await back.ask('watch', { code }),
  ]
  expect(wrong.map(answer => (answer.ok ? 'ok' : answer.code))).toEqual(wrong.map(() => 'too-fast'))
  await house.clock.advance(guesses.everyMs)
  expect(await back.ask('watch', { code })).toMatchObject({ ok: true })
})

it('and so is whoever reports, avoids or would meet again the one they sat with', async () => {
  await openWith()
  const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
  const { room, token, seat } = await sitTogether(ann, ben)
  await guessedOut(await house.dial())
  const about = seat === 'a' ? 'b' : 'a'
  expect(await ann.ask('report', { room, token, about, reason: 'other' })).toMatchObject({ ok: true })
  expect(await ann.ask('avoid', { room, token, about })).toMatchObject({ ok: true })
  expect(await ann.ask('avoid', { room, token: NO_TOKEN, about })).toMatchObject(TOO_FAST)
  expect(await ann.ask('meet', { room, token: NO_TOKEN })).toMatchObject(TOO_FAST)
})

it('of codes that are tried all at once no more are told than one after the other', async () => {
  const kept = createLobbyMemory(createHandClock(START))
  const held: (() => void)[] = []
  let isSlow = false
  await openWith({
    ...kept,
    async load(key) {
      if (isSlow) await new Promise<void>(resolve => void held.push(resolve))
      return kept.load(key)
    },
  })
  // Nobody looks after this one here: it has to be found.
  const { code } = await (await house.dial()).must('convene', PLAN)
  const guesser = await house.dial()
  isSlow = true
  const wrong = ['BBBBBBBB', 'CCCCCCCC', 'DDDDDDDD'].map(other => guesser.ask('watch', { code: other }))
  const right = guesser.ask('watch', { code })
  await expect.poll(() => held.length).toBe(4)
  isSlow = false
  for (const letGo of held) letGo()
  expect((await Promise.all(wrong)).map(answer => !answer.ok && answer.code)).toEqual(['gone', 'gone', 'gone'])
  expect(await right).toMatchObject(TOO_FAST)
})
