// Do those sit together again who did, and is nobody forgotten who is left over? Single cases, and workshops that wish for the
// same rooms every other round while people come and go.
import { describe, expect, test } from 'vitest'
import { chanceFrom } from '../protocol/testing/chance.ts'
import { pairName, pairsIn } from './pair-name.ts'
import type { Paired } from './pairing.ts'
import type { PairingAsk } from './pairing-ask.ts'
import { nothingYet, withRound } from './remembered.ts'
import { samePairsAgain } from './same-again.ts'
import { named, workshop } from './testing/random-workshop.ts'

const ask = (people: readonly string[], over: Partial<PairingAsk> = {}): PairingAsk => ({
  people,
  met: {},
  odd: {},
  mode: 'trio',
  fixed: [],
  apart: [],
  seed: 1,
  ...over,
})
function again(rooms: readonly string[][], asked: PairingAsk): Paired {
  const found = samePairsAgain(rooms, asked)
  if (!found.ok) throw new Error(`refused: ${found.why} ${found.who}`)
  return found
}
const LAST = [
  ['p0', 'p3'],
  ['p1', 'p2'],
]

describe('[PA13] the same rooms again', () => {
  test('for everybody who is still here, and they are no repeats', () => {
    const found = again(LAST, ask(named(4), { met: { 'p0 p3': 1, 'p1 p2': 1 } }))
    expect(found).toEqual({ ok: true, rooms: LAST, alone: null, odd: null, repeats: 0 })
  })

  test('whose partners have gone are paired with each other and with whoever has come', () => {
    const found = again([...LAST, ['p4', 'p5']], ask(['p0', 'p1', 'p2', 'p4', 'new', 'newer']))
    expect(found.rooms).toContainEqual(['p1', 'p2'])
    expect(new Set(found.rooms.flat()).size).toBe(6)
    const fewer = again([...LAST, ['p4', 'p5']], ask(['p0', 'p1', 'p2', 'p4'], { met: { 'p0 p4': 3 } }))
    expect([fewer.rooms, fewer.repeats]).toEqual([
      [
        ['p0', 'p4'],
        ['p1', 'p2'],
      ],
      3,
    ])
  })

  test('a room of three is the same again where three are needed, and the same person its third', () => {
    const found = again(
      [
        ['p3', 'p1'],
        ['p4', 'p0', 'p2'],
      ],
      ask(named(5)),
    )
    expect(found.rooms).toEqual([
      ['p1', 'p3'],
      ['p4', 'p0', 'p2'],
    ])
    expect(found.odd).toBe('p2')
    expect(again([['p2', 'p0', 'p1']], ask(named(3)))).toMatchObject({ rooms: [['p2', 'p0', 'p1']], odd: 'p1' })
  })

  test('a room of three is the first two of it where an even number is here, or nobody sits as a third', () => {
    const even = again(
      [
        ['p3', 'p1'],
        ['p4', 'p0', 'p2'],
      ],
      ask([...named(5), 'new']),
    )
    expect(even.rooms.map(room => [...room].sort().join()).sort()).toEqual(['new,p2', 'p0,p4', 'p1,p3'])
    const rest = again([['p0', 'p1', 'p2']], ask(named(3), { mode: 'rest' }))
    expect([rest.rooms, rest.alone]).toEqual([[['p0', 'p1']], 'p2'])
    const gone = again([['gone', 'p0', 'p1']], ask(named(2)))
    expect(gone.rooms).toEqual([['p0', 'p1']])
  })

  test('one alone who is left over joins two, or has the odd seat', () => {
    const trio = again(
      [
        ['p0', 'p1'],
        ['p2', 'gone'],
      ],
      ask(named(3)),
    )
    expect([trio.rooms, trio.odd]).toEqual([[['p0', 'p1', 'p2']], 'p2'])
    const rest = again(
      [
        ['p0', 'p1'],
        ['p2', 'gone'],
      ],
      ask(named(3), { mode: 'facilitator', odd: { p0: 0, p1: 0, p2: 5 } }),
    )
    expect(rest.alone).toBe('p2')
  })

  test('yields to what is wished now', () => {
    const apart = again(LAST, ask(named(4), { apart: [['p3', 'p0']], met: { 'p0 p1': 1, 'p2 p3': 1 } }))
    expect(apart.rooms.map(room => room.join())).not.toContain('p0,p3')
    const fixed = again(LAST, ask(named(4), { fixed: [['p0', 'p1']] }))
    expect(fixed.rooms).toEqual([
      ['p0', 'p1'],
      ['p2', 'p3'],
    ])
    const torn = again(
      [
        ['p0', 'p1', 'p2'],
        ['p3', 'p4'],
      ],
      ask(named(5), { fixed: [['p1', 'p3']] }),
    )
    expect(torn.rooms.map(room => [...room].sort())).toEqual([
      ['p0', 'p2', 'p4'],
      ['p1', 'p3'],
    ])
    expect(samePairsAgain(LAST, ask(named(2), { apart: [['p0', 'p1']] }))).toMatchObject({ why: 'apart-impossible' })
    expect(samePairsAgain(LAST, ask(named(4), { fixed: [['p0', 'gone']] }))).toMatchObject({ why: 'unknown-person' })
  })

  test('yet no more rooms are parted for that than one where one is enough', () => {
    const last = [...LAST, ['p4', 'p5'], ['p6', 'p7']]
    const found = again(
      last,
      ask(named(8), { apart: [['p0', 'p3'], ...named(2, 4).map(other => ['p0', other] as const)] }),
    )
    const same = last.filter(room => found.rooms.some(one => one.join() === room.join()))
    expect(same).toHaveLength(2)
    // Parting one room is not enough for two people whom all but each other's partner are kept apart from.
    const all = again(LAST, ask(named(5), { mode: 'rest', apart: [['p0', 'p3']], odd: { p4: 1 } }))
    expect(all.rooms).toContainEqual(['p1', 'p2'])
  })

  test('every other round of random workshops, nobody who could sit as before sits with anybody else', () => {
    const tally = { kept: 0, three: 0, 'joined by a third': 0, 'left over': 0, alone: 0 }
    for (let seed = 0; seed < 100; seed++) {
      const chance = chanceFrom(seed)
      const mode = chance.pick(['trio', 'rest'] as const)
      const how = { mode, size: chance.whole(2, 14), rounds: 8, restless: 8 }
      let last: string[][] = []
      let remembered = nothingYet()
      for (const { n, ask: asked, paired } of workshop(chance, how)) {
        const found = n % 2 ? paired : again(last, { ...asked, ...remembered })
        const here = new Set(asked.people)
        expect([...found.rooms.flat(), ...(found.alone ? [found.alone] : [])].sort()).toEqual([...here].sort())
        const isOdd = here.size % 2 === 1
        expect(found.rooms.filter(room => room.length === 3)).toHaveLength(isOdd && mode === 'trio' ? 1 : 0)
        if (n % 2 === 0) {
          const together = new Set(found.rooms.flatMap(pairsIn).map(pair => pairName(...pair)))
          for (const room of last.map(one => one.filter(person => here.has(person)))) {
            const still = pairsIn(room).filter(pair => together.has(pairName(...pair)))
            expect(still.length, `seed ${seed}, round ${n}`).toBeGreaterThanOrEqual(room.length > 1 ? 1 : 0)
            if (room.length === 2) tally.kept++
            if (still.length === 3) tally.three++
            const joined = found.rooms.find(one => one.length === 3 && room.length === 2 && one.includes(room[0] ?? ''))
            if (joined) tally['joined by a third']++
            if (room.length === 1) tally['left over']++
          }
          if (found.alone) tally.alone++
        }
        last = found.rooms
        remembered = withRound(remembered, asked, found)
      }
    }
    for (const [what, count] of Object.entries(tally)) expect(count, what).toBeGreaterThan(10)
  })
})

test('[PA14] what is remembered is who met whom, how often and when last, who had the odd seat, and nothing else', () => {
  const people = named(5)
  const trio: Paired = {
    ok: true,
    rooms: [
      ['p0', 'p1'],
      ['p3', 'p2', 'p4'],
    ],
    alone: null,
    odd: 'p4',
    repeats: 0,
  }
  const one = withRound(nothingYet(), { people, fixed: [] }, trio)
  expect(one).toEqual({
    rounds: 1,
    met: { 'p0 p1': 1, 'p2 p3': 1, 'p3 p4': 1, 'p2 p4': 1 },
    last: { 'p0 p1': 1, 'p2 p3': 1, 'p3 p4': 1, 'p2 p4': 1 },
    oddBefore: 'p4',
    odd: { p0: 0, p1: 0, p2: 0, p3: 0, p4: 1 },
  })
  const rest: Paired = { ok: true, rooms: [['p0', 'p1']], alone: 'p2', odd: 'p2', repeats: 1 }
  const two = withRound(one, { people: people.slice(0, 3), fixed: [] }, rest)
  expect([two.met['p0 p1'], two.last['p0 p1'], two.last['p2 p3'], two.odd.p2, two.rounds]).toEqual([2, 2, 1, 1, 2])
  expect(structuredClone(one)).toEqual(JSON.parse(JSON.stringify(one)))
})
