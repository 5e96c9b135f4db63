// Who leans on a house with all they have? People who sit in rooms, wait, and are of a workshop, who ask for everything there is,
// well and badly formed; and others who keep to no form, or to no pace. What they were answered is counted.
import { type Chance, chanceFrom } from '../../lib/protocol/testing/chance.ts'
import type { Ack, RefusalCode } from '../../lib/wire/events.ts'
import type { AskName } from '../wire/doorman.ts'
import { type Bot, comeIn, kitOf, PLACES } from './bots.ts'
import { dial, type House, type Person } from './house.ts'
import { ASK_NAMES, type Known, spoiled, valid, WRONG_KINDS } from './payloads.ts'
import { answerTo, sendBare } from './raw.ts'
import { BARE, FRAME_KINDS, FRAMES, sendBytes } from './raw-frames.ts'

/** Every code that the wire knows; a new one is wanted here by the compiler. */
const CODES: Record<RefusalCode, true> = {
  'bad-request': true,
  'too-big': true,
  'too-fast': true,
  gone: true,
  full: true,
  'not-yours': true,
  'not-now': true,
  'stale-phase': true,
  'not-allowed': true,
  busy: true,
  'store-down': true,
  closed: true,
  draining: true,
}

/** Answers of the door, from which what is behind it was never asked. */
const AT_THE_DOOR: ReadonlySet<string> = new Set(['bad-request', 'too-big', 'too-fast', 'gone'])

/** What ends what one is in is done seldom, or nobody would be in anything for long. */
const FINAL: ReadonlySet<unknown> = new Set(['leave', 'unseat', 'hold', 'close', 'remove'])
/** More at once of any ask than its rate lets through. */
const AT_ONCE = 160

export interface Siege {
  /** How often each thing was done, and each answer given. */
  tally: Map<string, number>
  /** Answers that are none of the wire's, and asks without one. */
  unanswered: string[]
}

/**
 * One round: some come in, each to a place of their own; then so many times each of them does one thing, all at once and beside
 * `others`; then all hang up. What they do depends on the seed, and on what they were answered.
 */
export async function besiege(
  house: House,
  siege: Siege,
  seed: number,
  times: number,
  room: string,
  others: () => Promise<void>,
): Promise<void> {
  const chance = chanceFrom(seed)
  // The room of the two beside it is no secret to them; the ways into its seats are.
  const kits: Record<string, string>[] = [{ room }]
  const bots = await comeIn(house, kits)
  const vandals = [await dial(house.app.url), await dial(house.app.url)]
  for (let time = 0; time < times; time++) {
    await Promise.all([
      others(),
      ...bots.map(async (bot, at) => {
        if (bot.socket.connected) await askOnce(bot, chance, siege, kits)
        else bots[at] = Object.assign(await dial(house.app.url), { place: bot.place, kit: bot.kit })
      }),
      ...vandals.map(async (vandal, at) => {
        if (vandal.socket.connected) await sendFrame(vandal, chance, siege)
        else vandals[at] = await dial(house.app.url)
      }),
    ])
    await house.clock.advance(chance.pick([1, 20, 200, 1_000, 7_000]))
  }
  await hurry(house, chance, siege, ASK_NAMES[seed % ASK_NAMES.length] as AskName)
  await Promise.all(
    (Object.keys(BARE) as (keyof typeof BARE)[]).map(kind => {
      count(siege, `bare ${kind}`)
      return sendBytes(house.app.port, BARE[kind])
    }),
  )
  for (const person of [...bots, ...vandals]) person.close()
}

async function askOnce(bot: Bot, chance: Chance, siege: Siege, kits: Record<string, string>[]): Promise<void> {
  const isWalker = bot.place === 'walker'
  const name = chance.pick(isWalker || chance.often(0.6) ? PLACES[bot.place] : ASK_NAMES)
  const { phase, now = 1 } = bot.told.view.at(-1) ?? {}
  const n = phase?.n ?? 0
  // What is their own they use more often than what they have found.
  const known: Known = { kits: chance.often(0.5) ? [bot.kit] : kits, numbers: [n, n, n, n, now] }
  const good = newest(bot, name, siege, () => valid(chance, name, known))
  const wrong = !isWalker && chance.often(0.3) ? chance.pick(WRONG_KINDS) : null
  const payload = wrong === null ? good : spoiled(chance, wrong, good)
  count(siege, `wrong ${wrong ?? 'nothing'}`)
  if (isDoing(good)) count(siege, `tried ${name} ${good.do}`)
  // Some say it themselves, as no library would.
  const how = chance.often(0.7) ? 'asked' : 'written'
  const event = JSON.stringify(payload === undefined ? [name] : [name, payload])
  const ack = how === 'asked' ? await asked(bot, name, payload) : await untilEnded(bot, answerTo(bot, event))
  const code = ack === null ? null : ack.ok === true ? 'ok' : ack.code
  if (code === null || (code !== 'ok' && !Object.hasOwn(CODES, code))) {
    siege.unanswered.push(`${bot.socket.connected} ${String(code)} ${event.slice(0, 200)}`)
  }
  count(siege, `${how} ${name} ${code}`)
  if (isDoing(payload) && code !== null && !AT_THE_DOOR.has(code)) count(siege, `reached ${name} ${payload.do}`)
  if (code === 'ok' && wrong === null) {
    const kit = kitOf(payload, ack)
    if (Object.keys(kit).length > 0) kits.push(kit)
    if ('token' in kit || ('device' in kit && !('token' in bot.kit))) bot.kit = kit
  }
  if (kits.length > 60) kits.splice(1 + chance.whole(0, 20), 1)
}

/** Of some payloads one that does what was tried least; who goes the whole way, only what can be done next. */
function newest(bot: Bot, name: AskName, { tally }: Siege, make: () => unknown): unknown {
  const view = bot.told.view.at(-1)
  const weight = (payload: unknown): number => {
    if (!isDoing(payload)) return 0
    const isNow = !('phase' in payload) || payload.phase === view?.phase?.n
    const may = name !== 'intent' || (isNow && view?.can.some(doing => doing === payload.do) === true)
    const isWalker = bot.place === 'walker'
    const ends = FINAL.has(payload.do) ? (isWalker ? 100 : 1) : isWalker && payload.do === 'more' ? 20 : 0
    return (isWalker && !may ? 1_000 : 0) + ends + (tally.get(`tried ${name} ${payload.do}`) ?? 0)
  }
  const first = make()
  if (!isDoing(first)) return first
  const others = Array.from({ length: 30 }, make)
  return others.reduce((best, other) => (weight(other) < weight(best) ? other : best), first)
}

/** The answer, or null when the connection ended or nothing came. */
const asked = (bot: Person, name: AskName, payload: unknown): Promise<Ack | null> =>
  (payload === undefined ? bot.ask(name) : bot.ask(name, payload)).catch(() => null)

async function untilEnded(bot: Person, answer: Promise<unknown>): Promise<Ack | null> {
  const { socket } = bot
  if (!socket.connected) return null
  let hear = () => {}
  const ended = new Promise<null>(resolve => {
    hear = () => resolve(null)
    socket.once('disconnect', hear)
  })
  const first = await Promise.race([answer, ended])
  socket.off('disconnect', hear)
  return Array.isArray(first) ? (first[0] as Ack) : null
}

/** Whatever it is, the connection is ended or goes on answering. */
async function sendFrame(bot: Person, chance: Chance, siege: Siege): Promise<void> {
  const kind = chance.pick(FRAME_KINDS)
  const frame = FRAMES[kind](chance)
  sendBare(bot, frame)
  const ack = await untilEnded(bot, answerTo(bot, '["clock"]'))
  if (ack === null && bot.socket.connected) siege.unanswered.push(`${kind}: ${String(frame).slice(0, 200)}`)
  count(siege, `frame ${kind} ${ack === null ? 'ended' : 'went on'}`)
}

/** The same ask again and again without a pause: some are let through, the others are told that they come too fast. */
async function hurry(house: House, chance: Chance, siege: Siege, name: AskName): Promise<void> {
  const bot = await dial(house.app.url)
  const payload = valid(chance, name, { kits: [], numbers: [] })
  const acks = await Promise.all(Array.from({ length: AT_ONCE }, () => asked(bot, name, payload)))
  for (const ack of acks) count(siege, `hurried ${name} ${ack === null ? 'ended' : ack.ok ? 'ok' : ack.code}`)
  bot.close()
}

const isDoing = (payload: unknown): payload is { do: unknown } =>
  typeof payload === 'object' && payload !== null && 'do' in payload

const count = ({ tally }: Siege, what: string) => tally.set(what, (tally.get(what) ?? 0) + 1)
