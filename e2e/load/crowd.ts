// Who comes to a site in a soak? Pairs of friends through whole short sittings of every kind of phase, strangers who wait for
// each other, and now and then a workshop. Each place is taken again as soon as somebody has left it, until the time is over.
import type { Convened, Joined } from '../../lib/wire/circle.ts'
import type { OpenAsk, PairedTold } from '../../lib/wire/events.ts'
import { anyPort, asked, type Crowd, hangUp, live, type Mood, pause, type Somebody, sitDown } from './somebody.ts'
import { type Caller, inTurns } from './wire.ts'

/** Of a second each: whoever is done says so, and nobody waits for the bell. */
const FORMAT: OpenAsk['format'] = {
  phases: [
    { kind: 'arrive', seconds: 1, floor: 'none' },
    { kind: 'picture', seconds: 1, floor: 'none' },
    { kind: 'speak', seconds: 20, floor: 'first' },
    { kind: 'settle', seconds: 1, floor: 'none' },
    { kind: 'say-back', seconds: 20, floor: 'second' },
    { kind: 'heard', seconds: 20, floor: 'first' },
    { kind: 'speak', seconds: 20, floor: 'second' },
    { kind: 'say-back', seconds: 20, floor: 'first' },
    { kind: 'heard', seconds: 20, floor: 'second' },
    { kind: 'drop', seconds: 20, floor: 'none' },
    { kind: 'tell', seconds: 20, floor: 'first' },
    { kind: 'tell', seconds: 20, floor: 'second' },
    { kind: 'thanks', seconds: 1, floor: 'all' },
    { kind: 'quiet', seconds: 1, floor: 'none' },
  ],
}
const LONGEST_MS = 60_000
const MOODS: readonly Mood[] = [
  ...(['plain', 'plain', 'plain', 'plain', 'holds', 'holds', 'reloads', 'reloads'] as const),
  ...(['comes late', 'leaves', 'vanishes'] as const),
]
const PATIENCE_MS = 30_000
const WORKSHOP_MS = 20_000
const GUESTS = 7

export interface Tally {
  /** How many people's sittings have ended. */
  sat: number
  strangers: number
  workshops: number
}

export interface Coming extends Crowd {
  tally: Tally
  isOver: () => boolean
}

/** One of the two brings a mood with them; the other sits as it comes. */
async function friends(coming: Coming): Promise<void> {
  const { chance, tally } = coming
  const open: OpenAsk = { kind: 'friends', format: FORMAT, medium: 'text', name: 'Ann' }
  const ann = await sitDown(coming, await anyPort(coming), { open })
  if (!ann) return pause(1_000)
  const caller = await anyPort(coming)
  await asked(coming, caller, 'peek', { room: ann.view.room })
  const ben = await sitDown(coming, caller, { enter: { room: ann.view.room, name: 'Ben' } })
  if (!ben) return hangUp(ann)
  await Promise.all([live(coming, ann, chance.pick(MOODS), LONGEST_MS), live(coming, ben, 'plain', LONGEST_MS)])
  tally.sat += 2
}

/** Resolves with what `event` told, or null after `ms`. */
function told<Told>(caller: Caller, event: string, ms: number): Promise<Told | null> {
  return new Promise(resolve => {
    const late = setTimeout(resolve, ms, null)
    caller.hear = text => {
      if (!text.startsWith(`42["${event}"`)) return
      clearTimeout(late)
      resolve((JSON.parse(text.slice(2)) as [string, Told])[1])
    }
  })
}

async function comeIn(coming: Coming, caller: Caller, paired: PairedTold | null): Promise<Somebody | null> {
  const one = paired && (await sitDown(coming, caller, { enter: { room: paired.room, token: paired.token } }))
  if (!one) caller.close()
  return one
}

async function stranger(coming: Coming): Promise<void> {
  const { chance, tally } = coming
  const caller = await anyPort(coming)
  const paired = told<PairedTold>(caller, 'paired', PATIENCE_MS)
  const device = Array.from({ length: 22 }, () => chance.pick([...'abcdefghijklmnopqrstuvwxyz'])).join('')
  const language = chance.pick(['en', 'es'] as const)
  await asked(coming, caller, 'wait', { name: 'Eve', medium: 'text', language, device })
  const one = await comeIn(coming, caller, await paired)
  if (!one) return
  await live(coming, one, chance.pick(['plain', 'plain', 'plain', 'reloads', 'leaves'] as const), LONGEST_MS)
  tally.sat += 1
  tally.strangers += 1
}

async function workshop(coming: Coming): Promise<void> {
  const desk = await anyPort(coming)
  const plan = { title: 'A hall', format: { id: 'round' }, medium: 'text', odd: 'rest', prompts: ['What is here?'] }
  const convened = await asked<Convened>(coming, desk, 'convene', plan)
  if (!convened) return desk.close()
  const { circle, key, code } = convened
  await asked(coming, desk, 'facilitate', { circle, key })
  const guests = await inTurns(GUESTS, GUESTS, async n => {
    const caller = await anyPort(coming)
    const paired = told<PairedTold>(caller, 'paired', PATIENCE_MS)
    await asked<Joined>(coming, caller, 'join', { code, name: `Guest ${n}` })
    return { caller, paired }
  })
  await asked(coming, desk, 'direct', { do: 'pair' })
  const begun = Promise.all(
    guests.map(async ({ caller, paired }) => {
      const one = await comeIn(coming, caller, await Promise.race([paired, pause(5_000).then(() => null)]))
      if (one) await live(coming, one, 'plain', 2 * WORKSHOP_MS)
      if (one) coming.tally.sat += 1
    }),
  )
  await pause(2_000)
  await asked(coming, desk, 'direct', { do: 'begin' })
  await pause(WORKSHOP_MS)
  await asked(coming, desk, 'direct', { do: 'close' })
  await begun
  desk.close()
  coming.tally.workshops += 1
}

/** Resolves when the time is over and the last of them has gone. */
export async function come(coming: Coming, pairs: number): Promise<void> {
  const again = async (visit: (coming: Coming) => Promise<void>, everyMs = 0) => {
    await pause(coming.chance.below(5_000))
    while (!coming.isOver()) {
      await visit(coming)
      for (let left = everyMs; left > 0 && !coming.isOver(); left -= 1_000) await pause(1_000)
    }
  }
  const strangers = 2 * Math.max(1, Math.round(pairs / 10))
  await Promise.all([
    ...Array.from({ length: pairs }, () => again(friends)),
    ...Array.from({ length: strangers }, () => again(stranger)),
    again(workshop, 30_000),
  ])
}
