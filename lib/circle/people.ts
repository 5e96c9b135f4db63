// Who is in a circle? Somebody comes, comes back as the same person, is not there for a while, gives how it was, or goes.
import type { Ms } from '../protocol/room.ts'
import { firstToken, opens, shown } from '../protocol/tokens.ts'
import type { GiveAsk, PersonId } from '../wire/circle.ts'
import type { RefusalCode } from '../wire/events.ts'
import { acted, type Circle, isHere, type Person } from './circle.ts'
import { hasGiven, learnt, type Mark } from './learned.ts'
import { PEOPLE_MOST } from './pairing-ask.ts'

/** All that four digits can name: whoever comes and goes all evening still finds one. */
const CAME_MOST = 9_999

export interface Newcomer {
  name: string
  /** The hash of the one given to them. */
  token: string
}

export type Came = { ok: true; circle: Circle; person: PersonId } | { ok: false; code: RefusalCode }
export type Changed = { ok: true; circle: Circle } | { ok: false; code: RefusalCode }

/** Takes in somebody who was not here before: `closed` after the end, `full` where no place can be made. */
export function join(before: Circle, { name, token }: Newcomer, now: Ms): Came {
  if (before.closed) return { ok: false, code: 'closed' }
  const circle = withPlace(before, now)
  if (!circle || circle.came >= CAME_MOST) return { ok: false, code: 'full' }
  const came = circle.came + 1
  const person: PersonId = `p${came}`
  const own: Person = { name, token: firstToken(token), goneSince: null, gave: [] }
  return { ok: true, person, circle: acted(circle, { came, people: { ...circle.people, [person]: own } }, now) }
}

/** Where all places are taken, whoever has been gone longest gives theirs up, unless they sit in the round: somebody may have come as many. */
function withPlace(circle: Circle, now: Ms): Circle | null {
  const people = Object.entries(circle.people)
  if (people.length < PEOPLE_MOST) return circle
  const sits = (id: PersonId) => circle.round?.rooms.some(room => room.people.includes(id))
  const gone = people.filter(([id, own]) => !isHere(own, now) && !sits(id))
  const [longest] = gone.sort(([, one], [, other]) => (one.goneSince ?? now) - (other.goneSince ?? now))
  const left = longest && without(circle, longest[0], now)
  return left?.ok ? left.circle : null
}

/** Whose token this is. */
export const personOf = ({ people }: Circle, token: string): PersonId | undefined =>
  Object.entries(people).find(([, own]) => opens(own.token, token))?.[0]

/** Lets in whoever shows the `token` of somebody; `not-yours` where it is nobody's. `next`: the hash of the token given in place of it. */
export function comeBack(circle: Circle, { token, next }: { token: string; next: string }, now: Ms): Came {
  const person = personOf(circle, token)
  const own = person && circle.people[person]
  if (!person || !own) return { ok: false, code: 'not-yours' }
  const back: Person = { ...own, token: shown(own.token, token, next), goneSince: null }
  const people = { ...circle.people, [person]: back }
  // A token is nobody else's business, and a number that grows for it would be.
  if (own.goneSince === null) return { ok: true, person, circle: { ...circle, people } }
  return { ok: true, person, circle: acted(circle, { people }, now) }
}

/** Their last connection ended. `entry`: the hash of the token given to it; whoever came in since is not gone. */
export function went(circle: Circle, person: PersonId, entry: string, now: Ms): Circle {
  const own = circle.people[person]
  if (!own || own.token.given !== entry || own.goneSince !== null) return circle
  return acted(circle, { people: { ...circle.people, [person]: { ...own, goneSince: now } } }, now)
}

/** They were taken to be gone, and are connected by this entry. */
export function stayed(circle: Circle, person: PersonId, entry: string, now: Ms): Circle {
  const own = circle.people[person]
  if (!own || own.token.given !== entry || own.goneSince === null) return circle
  return acted(circle, { people: { ...circle.people, [person]: { ...own, goneSince: null } } }, now)
}

/** Out of the circle, by their own act or the facilitator's. */
export function without(circle: Circle, person: PersonId, now: Ms): Changed {
  if (!circle.people[person]) return { ok: false, code: 'gone' }
  const { [person]: _, ...people } = circle.people
  const others = (pair: readonly PersonId[]) => !pair.includes(person)
  const wishes = { fixed: circle.fixed.filter(others), apart: circle.apart.filter(others) }
  const round = circle.round?.alone === person ? { ...circle.round, alone: null } : circle.round
  return { ok: true, circle: acted(circle, { people, ...wishes, round }, now) }
}

/** Gives how a round was, once for each round. `place` is chance. */
export function give(
  circle: Circle,
  person: PersonId,
  { round, ...given }: GiveAsk,
  { place, markOf }: { place: number; markOf: Mark },
  now: Ms,
): Changed {
  const own = circle.people[person]
  if (!own) return { ok: false, code: 'gone' }
  const begun = circle.round ? circle.round.n - (circle.round.startedAt === null ? 1 : 0) : 0
  if (round > begun) return { ok: false, code: 'not-now' }
  const by = { round, mark: markOf(person, round) }
  if (own.gave.includes(round) || hasGiven(circle.learned, by)) return { ok: false, code: 'not-allowed' }
  const { learned, summed } = learnt(circle.learned, given, by, place)
  // Until there is a sum to be seen, not even a number may tell that somebody gave.
  if (summed.length === 0) return { ok: true, circle: { ...circle, learned } }
  // A mark takes a hash, and a hall has hundreds of people: each is asked for once in a round, not for each of those in the sum.
  const marks = new Set(summed.map(one => one.mark))
  const rounds = [...new Set(summed.map(one => one.round))]
  const people = Object.entries(circle.people).map(([id, one]) => {
    const gave = rounds.filter(n => marks.has(markOf(id, n)))
    return [id, gave.length === 0 ? one : { ...one, gave: [...one.gave, ...gave] }]
  })
  return { ok: true, circle: acted(circle, { people: Object.fromEntries(people), learned }, now) }
}
