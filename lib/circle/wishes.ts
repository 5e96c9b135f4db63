// Can what is asked be asked at all? What can be said of it before anybody is paired.
import { pairName } from './pair-name.ts'
import type { PairingAsk } from './pairing-ask.ts'
import { PEOPLE_MOST } from './pairing-ask.ts'

export interface Refused {
  ok: false
  why:
    | 'too-few' // nobody is here, or one person alone who would have to be the third of two
    | 'too-many'
    | 'same-person' // an id is there twice, or is wished together with itself or apart from itself
    | 'unknown-person' // somebody in a fixed pair is not here
    | 'fixed-clash' // somebody is in two fixed pairs
    | 'fixed-apart' // two in a fixed pair are kept apart
    | 'apart-impossible' // whom everybody is kept apart from leaves no way to seat them all
  /** Whom it is about, in the order in which they came. */
  who: string[]
}

export function refusedFor({ people, mode, fixed, apart }: PairingAsk): Refused | null {
  const here = new Set(people)
  const refused = (why: Refused['why'], who: Iterable<string>): Refused => {
    const named = new Set(who)
    return { ok: false, why, who: [...people, ...named].filter(person => named.delete(person)) }
  }
  if (people.length < (mode === 'trio' ? 2 : 1)) return refused('too-few', people)
  if (people.length > PEOPLE_MOST) return refused('too-many', [])
  const twice = people.filter((person, n) => people.indexOf(person) !== n)
  const selves = [...fixed, ...apart].flatMap(([one, other]) => (one === other ? [one] : []))
  if (twice.length > 0 || selves.length > 0) return refused('same-person', [...twice, ...selves])
  const missing = fixed.flat().filter(person => !here.has(person))
  if (missing.length > 0) return refused('unknown-person', missing)
  const pairs = new Map(fixed.map(pair => [pairName(...pair), pair]))
  const all = [...pairs.values()].flat()
  const clashing = all.filter((person, n) => all.indexOf(person) !== n)
  if (clashing.length > 0) {
    const concerned = [...pairs.values()].filter(pair => pair.some(person => clashing.includes(person)))
    return refused('fixed-clash', concerned.flat())
  }
  const opposed = apart.filter(pair => pairs.has(pairName(...pair)))
  return opposed.length > 0 ? refused('fixed-apart', opposed.flat()) : null
}
