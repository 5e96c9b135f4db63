// What do people do in every scene by which a release is held fast? They seal as pages do, and go on together.
import { createHash } from 'node:crypto'
import type { RoomView } from '../../lib/wire/events.ts'
import type { HandClock } from './hand-clock.ts'
import type { Person } from './house.ts'
import { until } from './release-life.ts'

export const all = (people: readonly Person[], what: (view: RoomView) => boolean) =>
  until(() => people.every(person => what(person.view())))

/** What pages send for a text: nobody here reads it. */
export const sealed = (text: string) => createHash('sha512').update(text).digest('base64url')
export const keyOf = (name: string) => `key-of-${name}`

/** To the next phase, or to the end, as pages go on. */
export async function goOn(people: readonly Person[], clock: HandClock): Promise<void> {
  const { n = -1, endsAt = null } = people[0]?.view().phase ?? {}
  const isPast = (view: RoomView) => view.stage === 'closed' || (view.phase !== null && view.phase.n > n)
  if (endsAt !== null) await clock.to(endsAt)
  else
    for (const person of people)
      if (person.view().can.includes('on')) await person.ask('intent', { do: 'on', phase: n })
  await all(people, isPast)
}
