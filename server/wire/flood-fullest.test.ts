// Is a page that sends all that pages ever send, at one instant, never taken for somebody who pours in; and is nobody let pour in much
// more than that?
import { expect, it } from 'vitest'
import { asks, SEALED_MOST, SIGNAL_MOST } from '../../lib/wire/schemas.ts'
import { openHouse, type Person } from '../testing/house.ts'
import { firstTurn } from '../testing/pair.ts'
import { BYTES } from './flood.ts'
import { FRAME_MOST } from './sockets.ts'

/** As much at once as the rates of the asks allow (doorman.ts). */
const WORDS = 30
const REPLAYS = 30
const SIGNALS = 150
/** Of these with two others: an offer and an answer to each, and both once more as the network changed, each as large as may be. */
const DESCRIPTIONS = 8
/** An address where a browser may be reached, as it is sealed. */
const CANDIDATE = 1024
/** A line that came and went comes back with what its page keeps of the room. */
const RETURNS = 4
const CAPSULE = 16 * 1024
const BITS = 'x'.repeat(43)

const sealed = 'x'.repeat(SEALED_MOST)
const of = (length: number, one: (i: number) => unknown) => Array.from({ length }, (_, i) => one(i))
const signal = (most: number) => ({ to: 'b', data: 'x'.repeat(most - '{"to":"b","data":""}'.length) })
const committed = (id: number) => ({ phase: 500, id: 999_000 + id, commitment: BITS })

/** Each text takes three bytes for a character; all of it is as long as an ask may be, to within one more of its sentences. */
const REPORT = {
  room: 'r'.repeat(22),
  token: BITS,
  about: 'b',
  reason: 'other',
  text: '€'.repeat(500),
  said: of(9, id => ({ phase: 500, id, kind: 'words', text: '€'.repeat(4_000), key: BITS, at: 1e15, tag: BITS })),
}

it('a page at its fullest is answered to the end, camera, words, replays, returns and a report at one instant', async () => {
  const house = await openHouse()
  try {
    const { ann, ben, room } = await firstTurn(house)
    let sent = 0
    const ask = async (name: keyof typeof asks, payloads: unknown[]) => {
      expect(asks[name].safeParse(payloads[0]).error).toBeUndefined()
      sent += payloads.reduce<number>((sum, payload) => sum + Buffer.byteLength(JSON.stringify([name, payload])), 0)
      return Promise.all(payloads.map(payload => (ann as Person).ask(name, payload)))
    }
    const isFine = (answers: unknown[]) => answers.every(answer => (answer as { ok: boolean }).ok)

    const words = of(WORDS, i => ({ phase: 1, id: i + 1, sealed }))
    for (const word of words) expect(isFine(await ask('words', [word]))).toBe(true)
    for (let n = 0; n < REPLAYS; n++) {
      if (n % 16 === 0) await ben.must('again', { to: 'a', since: 0 })
      expect(isFine(await ask('replay', [{ to: 'b', sealed, said: of(64, committed) }]))).toBe(true)
    }
    const described = of(DESCRIPTIONS, () => signal(SIGNAL_MOST))
    for (const one of described) expect(isFine(await ask('signal', [one]))).toBe(true)
    const found = of(SIGNALS - DESCRIPTIONS, () => signal(CANDIDATE))
    for (const one of found) expect(isFine(await ask('signal', [one]))).toBe(true)
    await ask('report', [REPORT])
    const token = ann.seated?.token ?? ''
    await ask(
      'enter',
      of(RETURNS, () => ({ room, token, capsule: 'x'.repeat(CAPSULE) })),
    )

    expect(await ann.ask('clock')).toMatchObject({ ok: true })
    await ben.caughtUp()
    expect(ben.told.words).toHaveLength(WORDS)
    expect(ben.told.signal).toHaveLength(SIGNALS)
    expect(BYTES.burst).toBeGreaterThan(1.5 * sent)
    expect(BYTES.burst).toBeLessThan(2 * sent)
  } finally {
    await house.close()
  }
})

it('the longest ask that is good, each of its characters written as six, is answered', async () => {
  const house = await openHouse()
  try {
    const { ann } = await firstTurn(house)
    expect(JSON.stringify(REPORT).length).toBeGreaterThan(36 * 1024)
    expect(6 * 40 * 1024).toBeLessThan(FRAME_MOST)
    const answered = new Promise(resolve => ann.socket.io.engine.on('data', resolve))
    const escaped = JSON.stringify(['report', REPORT]).replaceAll('€', '\\u20ac')
    ann.socket.io.engine.write(`298765${escaped}`)
    expect(await answered).toMatch(/^398765\[\{"ok":false,"code":"(?!too-big|bad-request)/)
  } finally {
    await house.close()
  }
})
