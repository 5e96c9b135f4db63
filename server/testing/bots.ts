// Where does somebody come in who means no good? To each place that the house has: a seat in a turn, a wait among strangers, a
// workshop's people, its board. And what do they keep of what they are told?
import type { OpenAsk } from '../../lib/wire/events.ts'
import type { AskName } from '../wire/doorman.ts'
import { dial, type House, type Person } from './house.ts'
import { opening, SHORT } from './pair.ts'
import { newDevice } from './strangers.ts'
import { PLAN } from './workshop.ts'

/** What one asks for most in each place. */
export const PLACES = {
  /** Goes the whole way, doing well what can be done next. */
  walker: ['intent'],
  seat: ['intent', 'intent', 'intent', 'words', 'again', 'replay', 'signal', 'ice'],
  stranger: ['intent', 'meet', 'report', 'avoid', 'wait', 'unwait'],
  guest: ['intent', 'join', 'give', 'unjoin', 'watch'],
  board: ['direct', 'direct', 'direct', 'direct', 'facilitate'],
  nowhere: ['open', 'enter', 'peek', 'clock', 'practice', 'convene'],
} satisfies Record<string, AskName[]>

export interface Bot extends Person {
  place: keyof typeof PLACES
  /** What opens the place that they are in. */
  kit: Kit
}

type Kit = Record<string, string>

const FIELDS = ['room', 'token', 'circle', 'code', 'key', 'device']

/** The ids, tokens and codes of an ask and of its answer, which belong together. */
export function kitOf(...told: unknown[]): Kit {
  const parts = told.filter((part): part is Kit => typeof part === 'object' && part !== null)
  const deeper = parts.flatMap(part => ('view' in part ? [part.view as unknown as Kit] : []))
  const found = [...deeper, ...parts].flatMap(part => FIELDS.map(field => [field, part[field]] as const))
  return Object.fromEntries(found.filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}

/** Short enough for all of it to be reached: turns and a closing line, and turns that are said back and confirmed. */
const PLAIN: OpenAsk['format'] = {
  phases: [
    { kind: 'speak', seconds: 6, floor: 'first' },
    { kind: 'speak', seconds: 6, floor: 'second' },
    { kind: 'drop', seconds: 60, floor: 'none' },
  ],
}
const ECHOED: OpenAsk['format'] = {
  phases: (['first', 'second'] as const).flatMap(floor => [
    { kind: 'speak' as const, seconds: 5, floor },
    { kind: 'say-back' as const, seconds: 5, floor: floor === 'first' ? 'second' : ('first' as const) },
    { kind: 'heard' as const, seconds: 60, floor },
  ]),
}

export async function comeIn(house: House, kits: Kit[]): Promise<Bot[]> {
  const bots: Bot[] = []
  const come = async (place: Bot['place']) => {
    const bot = Object.assign(await dial(house.app.url), { place, kit: {} as Kit })
    bots.push(bot)
    return bot
  }
  const must = async (bot: Bot, name: AskName, payload: unknown): Promise<Kit> => {
    const kit = kitOf(payload, await bot.must(name, payload))
    kits.push(kit)
    bot.kit = kit
    return kit
  }
  for (const format of [PLAIN, ECHOED, null, undefined]) {
    const place = format ? 'walker' : 'seat'
    const [ann, ben] = [await come(place), await come(place)]
    // Their tokens are their own: what others take from each other they would not get far with.
    const { room } = await ann.must('open', opening({ format: format ?? SHORT, name: 'Eve' }))
    await ben.must('enter', { room, name: 'Mal' })
    kits.push({ room })
    // The last two do not say that they are ready.
    if (format !== undefined) for (const bot of [ann, ben]) await bot.ask('intent', { do: 'ready' })
  }
  const strangers = [await come('stranger'), await come('stranger')]
  for (const bot of strangers) {
    await must(bot, 'wait', { name: 'Eve', medium: 'text', language: 'en', device: newDevice() })
  }
  const guide = await come('board')
  const { circle, code, key } = await must(guide, 'convene', PLAN)
  const guests = [await come('guest'), await come('guest'), await come('guest')]
  for (const bot of guests) await must(bot, 'join', { code, name: 'Eve' })
  await must(guide, 'facilitate', { circle, key })
  await guide.ask('direct', { do: 'pair' })
  for (const bot of [...strangers, ...guests]) {
    await bot.caughtUp()
    for (const { room, token } of bot.told.paired) await must(bot, 'enter', { room, token })
  }
  for (const bot of strangers) await bot.ask('intent', { do: 'ready' })
  await guide.ask('direct', { do: 'begin' })
  for (let i = 0; i < 2; i++) await come('nowhere')
  return bots
}
