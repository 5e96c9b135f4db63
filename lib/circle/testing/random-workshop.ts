// How does a workshop go in which people come and go? Round after round from a seed; only tests import this.
import type { Chance } from '../../protocol/testing/chance.ts'
import { type Paired, pairUp } from '../pairing.ts'
import type { PairingAsk } from '../pairing-ask.ts'
import { nothingYet, type Remembered, withRound } from '../remembered.ts'
import type { Refused } from '../wishes.ts'

export interface Workshop {
  mode: PairingAsk['mode']
  size: number
  rounds: number
  /** How many rounds of ten begin with somebody coming or going. */
  restless: number
  fixed?: PairingAsk['fixed']
  apart?: PairingAsk['apart']
}

export interface Round {
  n: number
  ask: PairingAsk
  paired: Paired
}

export const named = (count: number, from = 0): string[] => Array.from({ length: count }, (_, n) => `p${from + n}`)

/** Every round of a workshop. `refused` is called where a round could not be paired; nobody sits in it. */
export function* workshop(chance: Chance, how: Workshop, refused?: (ask: PairingAsk, why: Refused) => void) {
  let remembered: Remembered = nothingYet()
  let people = named(how.size)
  let came = how.size
  const fixed = how.fixed ?? []
  const isFixed = new Set(fixed.flat())
  const gone: string[] = []
  for (let n = 1; n <= how.rounds; n++) {
    if (n > 1 && chance.often(how.restless / 10)) {
      for (let moves = chance.whole(1, Math.max(1, Math.floor(how.size / 8))); moves > 0; moves--) {
        const leaving = people.filter(person => !isFixed.has(person))
        const mayGo = leaving.length > 1 && people.length > 2
        if (mayGo && (people.length >= 500 || chance.often(0.5))) {
          const person = chance.pick(leaving)
          people = people.filter(other => other !== person)
          gone.push(person)
        } else if (people.length < 500) {
          const back = gone.length > 0 && chance.often(0.4) ? chance.pick(gone) : named(1, came++)[0]
          people = [...people, back as string]
          if (gone.includes(back as string)) gone.splice(gone.indexOf(back as string), 1)
        }
      }
    }
    const { met, last, odd, oddBefore } = remembered
    const seed = chance.whole(0, 2 ** 31)
    const ask: PairingAsk = { people, met, last, odd, oddBefore, mode: how.mode, fixed, apart: how.apart ?? [], seed }
    const paired = pairUp(ask)
    if (!paired.ok) {
      refused?.(ask, paired)
      continue
    }
    yield { n, ask, paired } satisfies Round
    remembered = withRound(remembered, ask, paired)
  }
}
