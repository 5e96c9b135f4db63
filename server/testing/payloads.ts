// What could somebody send for an ask? Made from the very schemas that read it: what they let through, and the same with one thing
// wrong. A kind of schema that is not known here is an error, so that no new ask is left out.
import { z } from 'zod'
import type { Chance } from '../../lib/protocol/testing/chance.ts'
import { asks } from '../../lib/wire/schemas.ts'
import type { AskName } from '../wire/doorman.ts'

/** What means something to the server: by chance alone nobody would get beyond the first look. */
export interface Known {
  /** Ids, tokens and codes that belong together, by the names of the fields that carry them. */
  kits: readonly Readonly<Record<string, string>>[]
  /** Phases and instants. */
  numbers: readonly number[]
}

type Described = z.core.JSONSchema.JSONSchema

export const ASK_NAMES = Object.keys(asks) as AskName[]

const DESCRIBED: ReadonlyMap<AskName, Described> = new Map(
  ASK_NAMES.map(name => [name, z.toJSONSchema(asks[name], { io: 'input', unrepresentable: 'any' })]),
)
const descriptionOf = (name: AskName): Described => DESCRIBED.get(name) ?? {}

/** Everything that a name's payload can be for, where it says so itself by `do`. */
export const doingsOf = (name: AskName): string[] =>
  (descriptionOf(name).oneOf ?? []).map(option => String(Object(option.properties?.do).const))

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
const letters = (chance: Chance, length: number) => Array.from({ length }, () => chance.pick(LETTERS)).join('')

/** Between them they make a text for each form that is asked for. */
const TEXTS: readonly ((chance: Chance) => string)[] = [
  chance => letters(chance, 22),
  chance => letters(chance, 43),
  chance => letters(chance, chance.pick([1, 64, 256])),
  chance => chance.pick(['Eve', 'Zoë', 'می‌نا', '王', '👩‍👩‍👧', 'x'.repeat(40)]),
  chance => chance.pick(['Is anybody there?', 'What do you seldom say? '.repeat(3), 'y'.repeat(200)]),
  chance => `p${chance.whole(1, 6)}`,
  chance => chance.pick(['en', 'es', 'deu']),
  chance => chance.pick(['listening', 'taste', 'round']),
  chance =>
    letters(chance, 8)
      .toUpperCase()
      .replaceAll(/[^2-9BCDFGHJKMNPQRSTVWXYZ]/g, '7'),
  chance => `1.${letters(chance, 40).repeat(chance.pick([1, 20, 200]))}`,
]

/** A payload that the schema of `name` lets through. */
export function valid(chance: Chance, name: AskName, known: Known): unknown {
  for (let tries = 0; tries < 200; tries++) {
    const made = make(chance, descriptionOf(name), descriptionOf(name), known, 0)
    if (asks[name].safeParse(made).success) return made
  }
  throw new Error(`nothing that ${name} lets through could be made`)
}

function make(chance: Chance, described: Described, whole: Described, known: Known, depth: number): unknown {
  const inner = (part: unknown) => make(chance, part as Described, whole, known, depth + 1)
  if (described.$ref !== undefined) {
    // It holds itself; beyond some depth only what holds nothing.
    const any = Object.values(whole.$defs ?? {})[0] as Described
    return inner({ ...any, anyOf: depth > 3 ? any.anyOf?.slice(0, 4) : any.anyOf } as Described)
  }
  if ('const' in described) return described.const
  if (described.enum !== undefined) return chance.pick(described.enum)
  const options = described.anyOf ?? described.oneOf
  if (options !== undefined) return inner(chance.pick(options))
  switch (described.type) {
    case undefined:
      return undefined
    case 'null':
      return null
    case 'boolean':
      return chance.often(0.5)
    case 'integer':
    case 'number':
      return number(chance, described, known)
    case 'string':
      return text(chance, described)
    case 'array': {
      if (Array.isArray(described.prefixItems)) return described.prefixItems.map(inner)
      const length = chance.whole(described.minItems ?? 0, Math.min(described.maxItems ?? 3, 6))
      return Array.from({ length }, () => inner(described.items))
    }
    case 'object': {
      if (described.properties === undefined) return { [letters(chance, 3)]: inner(described.additionalProperties) }
      const isSaid = (key: string) => described.required?.includes(key) || chance.often(0.5)
      const said = Object.entries(described.properties).filter(([key]) => isSaid(key))
      const kit = known.kits.length > 0 && chance.often(0.8) ? chance.pick(known.kits) : {}
      return Object.fromEntries(said.map(([key, part]) => [key, kit[key] ?? inner(part)]))
    }
    default:
      throw new Error(`a schema of a kind that is not known here: ${String(described.type)}`)
  }
}

function number(chance: Chance, { type, minimum = -1e9, maximum = 1e9 }: Described, known: Known): number {
  const near = chance.pick([minimum, maximum, chance.whole(0, 6), ...known.numbers])
  const made = chance.often(0.8) ? near : minimum + chance.below(Math.min(maximum - minimum, 1e6))
  const inside = Math.min(maximum, Math.max(minimum, made))
  return type === 'integer' ? Math.trunc(inside) : inside
}

const FORMS = new Map<string, RegExp>()

function text(chance: Chance, { pattern = '', maxLength = 20_000, minLength = 0 }: Described): string {
  const form = FORMS.get(pattern) ?? new RegExp(pattern, 'u')
  FORMS.set(pattern, form)
  for (let tries = 0; tries < 1_000; tries++) {
    const made = chance.pick(TEXTS)(chance)
    if (made.length >= minLength && made.length <= maxLength && form.test(made)) return made
  }
  throw new Error(`no text of the form ${pattern} could be made`)
}

const STRANGE: readonly unknown[] = [
  ...[null, true, -1, 0.5, 1e308, 2 ** 53 + 2, '', ' ', '\u0000', '\u202e', '__proto__', [], {}, [[[[]]]]],
  ...[{ toString: 1 }, { length: 1e9 }, { _placeholder: true, num: 0 }],
]

/** What can be wrong with a payload: each takes what was good, and returns what is not, or what might still be. */
const WRONGS = {
  strange: chance => chance.pick(STRANGE),
  lacking: (chance, good) => {
    if (!isPlain(good)) return null
    const key = chance.pick([...Object.keys(good), ''])
    return Object.fromEntries(Object.entries(good).filter(([name]) => name !== key))
  },
  more: (chance, good) => {
    const key = chance.pick(['extra', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    const wrong = isPlain(good) ? { ...good } : {}
    return Object.defineProperty(wrong, key, { value: chance.pick(STRANGE), enumerable: true })
  },
  other: (chance, good) => {
    if (!isPlain(good) || Object.keys(good).length === 0) return chance.pick(STRANGE)
    const key = chance.pick(Object.keys(good))
    return { ...good, [key]: twisted(chance, good[key]) }
  },
  deep: (chance, good) => {
    let nested: unknown = good ?? 1
    for (let levels = chance.pick([13, 100, 2_000]); levels > 0; levels--) nested = [nested]
    return nested
  },
  long: (chance, good) => {
    const filler = 'z'.repeat(chance.pick([9_000, 33_000, 50_000, 120_000]))
    if (!isPlain(good) || Object.keys(good).length === 0) return filler
    return { ...good, [chance.pick(Object.keys(good))]: filler }
  },
} satisfies Record<string, (chance: Chance, good: unknown) => unknown>

export type Wrong = keyof typeof WRONGS
export const WRONG_KINDS = Object.keys(WRONGS) as Wrong[]

/** The good payload with one thing wrong. */
export const spoiled = (chance: Chance, wrong: Wrong, good: unknown): unknown => WRONGS[wrong](chance, good)

function twisted(chance: Chance, value: unknown): unknown {
  if (typeof value === 'number') return chance.pick([-value - 1, value + 0.5, 1e16, String(value), Number.MAX_VALUE])
  if (typeof value === 'string') {
    const cut = value.slice(0, chance.whole(0, value.length))
    return chance.pick([cut, `${value}\n`, `\u200b${value}`, value.repeat(2), `${cut}é"<b>`, value.toUpperCase()])
  }
  if (Array.isArray(value)) return chance.pick([[], [...value, ...value], Array(1_000).fill(value[0] ?? 0)])
  return chance.pick(STRANGE)
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
