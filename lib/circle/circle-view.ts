// What may somebody see of a circle? Built field by field, for the wall (which has no name on it), for one of its people, and
// for whoever facilitates: what is added to a circle stays unseen until somebody adds it here.
import { totalMs } from '../formats/formats.ts'
import type { Ms } from '../protocol/room.ts'
import { SEATS } from '../protocol/room.ts'
import { lengthOf } from '../protocol/where.ts'
import type {
  BoardHead,
  BoardPerson,
  CircleFace,
  CircleStage,
  CircleView,
  CommonClock,
  PersonId,
} from '../wire/circle.ts'
import { type Circle, isCalledBack, isHere, pairFormat, type Round, roundEndsAt, sitters } from './circle.ts'

/** What a projector shows. */
export function face(circle: Circle, now: Ms): CircleFace {
  const { round, prompts, people } = circle
  const own = Object.values(people)
  const format = pairFormat(circle)
  return {
    circle: circle.id,
    code: circle.code,
    rev: circle.rev,
    now,
    title: circle.title,
    audience: circle.audience,
    medium: circle.medium,
    format: { id: format.id, title: format.title, totalMs: totalMs(format.phases) },
    stage: stageOf(circle),
    people: own.length,
    here: own.filter(person => isHere(person, now)).length,
    round: round?.n ?? 0,
    rounds: prompts.length,
    prompt: (round && prompts[round.n - 1]) || null,
    nextPrompt: prompts[round?.n ?? 0] || null,
    clock: round && clockOf(round, now),
    backBy: round?.backBy ?? null,
  }
}

function stageOf({ closed, round }: Circle): CircleStage {
  if (closed) return 'closed'
  if (!round) return 'gathering'
  return round.startedAt === null ? 'paired' : 'running'
}

function clockOf(round: Round, now: Ms): CommonClock | null {
  const endsAt = roundEndsAt(round)
  const { startedAt, stoppedAt } = round
  if (startedAt === null || endsAt === null || (stoppedAt === null && now >= endsAt)) return null
  const phases = round.phases.map(phase => ({
    kind: phase.kind,
    ms: lengthOf(phase) ?? 0,
    ...(phase.turn !== undefined && { turn: phase.turn }),
  }))
  return { phases, startedAt, stoppedAt, endsAt }
}

/** What one person of the circle sees; null when they are none of it. `seen`: the face of it, the same for all of its people. */
export function viewOf(circle: Circle, person: PersonId, now: Ms, seen = face(circle, now)): CircleView | null {
  const own = circle.people[person]
  if (!own) return null
  return { ...seen, you: { person, name: own.name }, place: placeOf(circle, person, now) }
}

export function placeOf({ round, odd, left }: Circle, person: PersonId, now: Ms): CircleView['place'] {
  if (!round) return null
  const room = roomOf(round, person)
  const seat = room && SEATS[room.people.indexOf(person)]
  const isOver = isCalledBack(round, now)
  const isIn = room && !room.over && !room.gone?.includes(person)
  if (isIn && seat && !isOver) return { at: 'room', room: room.room, seat }
  if (round.alone === person) return { at: odd === 'facilitator' ? 'facilitator' : 'rest' }
  // Before it begins there is nothing to sit with yet. Of whoever came late nothing was agreed: they wait until it is said.
  const reflects = round.reflects?.[person] ?? (left === 'reflect' && room !== undefined)
  return { at: round.startedAt !== null && reflects && !isOver ? 'reflect' : 'waiting' }
}

/** The newest room of this person in the round. */
export const roomOf = (round: Round, person: PersonId): Round['rooms'][number] | undefined =>
  round.rooms.findLast(({ people }) => people.includes(person))

/** Of a facilitator's board what does not depend on where rooms stand. */
export function boardHead(circle: Circle, now: Ms): BoardHead {
  return {
    ...face(circle, now),
    odd: circle.odd,
    late: circle.late,
    fixed: circle.fixed.map(([one, other]) => [one, other]),
    apart: circle.apart.map(([one, other]) => [one, other]),
    alone: circle.round?.alone ?? null,
    learned: circle.learned.open,
  }
}

export function boardPeople(circle: Circle, now: Ms): BoardPerson[] {
  const { round, remembered } = circle
  return Object.entries(circle.people).map(([id, person]) => {
    const room = round ? round.rooms.findLastIndex(one => !one.over && sitters(one).includes(id)) : -1
    const had = { id, name: person.name, here: isHere(person, now), odd: remembered.odd[id] ?? 0 }
    const reflects = placeOf(circle, id, now)?.at === 'reflect'
    return { ...had, room: room < 0 ? null : room + 1, reflects }
  })
}
