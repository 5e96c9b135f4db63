// What does somebody do in a room who is played by a machine? They look at what they are shown, and do what can be done: say that
// they are ready, speak while they have the floor, answer the closing question, hold and go on. They may hang up and come back.
import type { Chance } from '../../lib/protocol/testing/chance.ts'
import type { Ack, EnterAsk, Intent, OpenAsk, RoomView, Seated } from '../../lib/wire/events.ts'
import { SEALED } from './pairs-of.ts'
import { type Caller, dial } from './wire.ts'

/** What happens in a sitting beside what always does. */
export type Mood = 'plain' | 'holds' | 'reloads' | 'comes late' | 'leaves' | 'vanishes'

export interface Crowd {
  /** Where the site can be dialled. */
  ports: readonly number[]
  chance: Chance
  /** How often each code was a refusal, or an answer did not come. */
  refused: Map<string, number>
}

export interface Somebody {
  caller: Caller
  view: RoomView
  token: string
  said: number
  /** They are no longer there. */
  isGone: boolean
}

/** Longer than any deadline of the server. */
const ANSWER_MS = 10_000
const NO_ANSWER = 'no answer'
/** Beyond this a room holds, and everybody in it is asked again. */
const LATE_MS = 6_000

/** Between strangers each text goes on with one; that it is the text's own is looked at when somebody reports it. */
const COMMITMENT = 'A'.repeat(43)
const committed = ({ kind }: RoomView) => (kind === 'practice' ? { commitment: COMMITMENT } : {})

export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

export const anyPort = ({ ports, chance }: Crowd): Promise<Caller> => dial(chance.pick(ports))

/** What was answered; `busy` where nothing was in time. Counts what was refused. */
async function answered<Answer extends object>(
  { refused }: Crowd,
  caller: Caller,
  event: string,
  payload: unknown,
): Promise<Ack<Answer>> {
  let late: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<Ack<Answer>>(resolve => {
    late = setTimeout(() => resolve({ ok: false, code: 'busy', message: NO_ANSWER }), ANSWER_MS)
  })
  const answer = await Promise.race([caller.ask<Ack<Answer>>(event, payload), tooLate])
  clearTimeout(late)
  if (!answer.ok) {
    const what = `${event}: ${answer.message === NO_ANSWER ? NO_ANSWER : answer.code}`
    refused.set(what, (refused.get(what) ?? 0) + 1)
  }
  return answer
}

/** Null when it was refused, or was not answered in time. */
export async function asked<Answer extends object>(
  crowd: Crowd,
  caller: Caller,
  event: string,
  payload: unknown,
): Promise<Answer | null> {
  const answer = await answered<Answer>(crowd, caller, event, payload)
  return answer.ok ? answer : null
}

function listen(one: Somebody): void {
  one.caller.hear = text => {
    if (!text.startsWith('42["view"')) return
    const [, view] = JSON.parse(text.slice(2)) as [string, RoomView]
    if (view.room === one.view.room && view.rev >= one.view.rev) one.view = view
  }
}

/** Takes a seat on this connection. */
export async function sitDown(
  crowd: Crowd,
  caller: Caller,
  how: { open: OpenAsk } | { enter: EnterAsk },
): Promise<Somebody | null> {
  const [event, payload] = 'open' in how ? ['open', how.open] : ['enter', how.enter]
  const seated = await asked<Seated>(crowd, caller, event, payload)
  if (!seated) return null
  const one: Somebody = { caller, view: seated.view, token: seated.token, said: 0, isGone: false }
  listen(one)
  return one
}

/** Hangs up as a page does that is loaded again, and comes back by whichever process. */
async function comeBack(crowd: Crowd, one: Somebody, afterMs: number): Promise<void> {
  one.caller.close()
  await pause(afterMs)
  one.caller = await anyPort(crowd)
  const { room, now, capsule } = one.view
  const enter = { room, token: one.token, heard: now, ...(capsule && { capsule }) }
  const seated = await asked<Seated>(crowd, one.caller, 'enter', enter)
  if (!seated) return hangUp(one)
  one.view = seated.view
  one.token = seated.token
  listen(one)
}

export function hangUp(one: Somebody): void {
  one.isGone = true
  one.caller.close()
}

async function bow(crowd: Crowd, one: Somebody): Promise<void> {
  await asked(crowd, one.caller, 'intent', { do: 'leave' })
  hangUp(one)
}

/** What can be done now, or null. */
function next({ view }: Somebody, chance: Chance): Intent | null {
  const { can, phase, held } = view
  if (view.stage === 'gathering') return can.includes('ready') && !view.seats[view.you]?.ready ? { do: 'ready' } : null
  if (held) return can.includes('resume') ? { do: 'resume', since: held.since } : null
  if (!phase) return null
  const { n } = phase
  if (phase.kind === 'drop' && can.includes('line')) {
    if (view.answered) return null
    return chance.often(0.6) ? { do: 'line', phase: n, sealed: SEALED, ...committed(view) } : { do: 'keep', phase: n }
  }
  if (can.includes('heard')) return { do: 'heard', phase: n, heard: chance.often(0.9) }
  return can.includes('on') && chance.often(0.6) ? { do: 'on', phase: n } : null
}

/** Does one thing. */
async function act(crowd: Crowd, one: Somebody): Promise<void> {
  const { view } = one
  const { floor } = view.phase ?? { floor: 'none' }
  if (view.phase && !view.held && (floor === view.you || floor === 'all')) {
    const words = { phase: view.phase.n, id: ++one.said, sealed: SEALED, ...committed(view) }
    await asked(crowd, one.caller, 'words', words)
  }
  const intent = next(one, crowd.chance)
  if (!intent) return
  const answer = await answered(crowd, one.caller, 'intent', intent)
  // What has been closed for all of a circle is no more.
  if (!answer.ok && (answer.code === 'gone' || answer.code === 'closed')) hangUp(one)
}

/** Sits until the room has closed, everybody else has gone, or it takes longer than `mostMs`. */
export async function live(crowd: Crowd, one: Somebody, mood: Mood, mostMs: number): Promise<void> {
  const { chance } = crowd
  const until = performance.now() + mostMs
  let isDone = mood === 'plain'
  while (!one.isGone) {
    await pause(chance.whole(50, 250))
    const { view } = one
    const others = Object.entries(view.seats).filter(([seat]) => seat !== view.you)
    const isAlone = view.stage === 'sitting' && others.every(([, other]) => !other)
    if (view.stage === 'closed' || isAlone || performance.now() > until) return bow(crowd, one)
    // Whoever does not come back soon will not.
    const isLeftWaiting = view.held?.why === 'away' && others.some(([, other]) => other && !other.here)
    if (isLeftWaiting && chance.often(0.1)) return bow(crowd, one)
    if (!isDone && view.stage === 'sitting' && chance.often(0.05)) {
      isDone = true
      if (mood === 'holds') await asked(crowd, one.caller, 'intent', { do: 'hold' })
      else if (mood === 'reloads') await comeBack(crowd, one, chance.whole(50, 1_000))
      else if (mood === 'comes late') await comeBack(crowd, one, LATE_MS)
      else if (mood === 'leaves') return bow(crowd, one)
      else if (mood === 'vanishes') return hangUp(one)
    } else await act(crowd, one)
  }
}
