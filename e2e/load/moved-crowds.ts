// Which crowds do processes, and stores, lose in the bench? People in pairs, in two programs of their own, with turns of under a minute that
// end all the while.
import type { CustomPhase } from '../../lib/wire/events.ts'
import { type Child, startChild } from './child.ts'
import type { Told } from './moved-rows.ts'
import type { Process } from './moved-site.ts'

const CROWDS = 2
const TURN_S = 40
/** As many phases as a `listening` sitting has: what is shown and kept is as large. Together longer than all that happens here. */
const TURNS = 11
export const TALK_MS = 8_000
export const BACK_MS = 60_000
/** In which a lost store is to be made up for. */
export const REBUILT_MS = 10_000
const PHASES: CustomPhase[] = Array.from({ length: TURNS }, (_, n) => ({
  kind: 'speak',
  seconds: TURN_S,
  floor: n % 2 === 0 ? 'first' : 'second',
}))

type Crowd = Pick<Child, 'ask' | 'end'>

export const every = <T>(crowds: Crowd[], what: string, detail?: object) =>
  Promise.all(crowds.map(crowd => crowd.ask<T>(what, detail)))

export async function tellOf(crowds: Crowd[]): Promise<Told> {
  const told = await every<Told>(crowds, 'tell')
  return { people: told.flatMap(({ people }) => people), stallMs: Math.max(...told.map(({ stallMs }) => stallMs)) }
}

export const crowdsAt = (processes: Process[], pairs: number, isPeer = false) => {
  const each = { ports: processes.map(({ port }) => port), isPeer, pairs: pairs / CROWDS, phases: PHASES }
  return Promise.all(Array.from({ length: CROWDS }, (_, n) => startChild('crowd', { ...each, first: n * each.pairs })))
}
