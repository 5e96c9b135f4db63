// What may be written down about what happens here? Facts and short machine words, chosen by name. What people say,
// their names, tokens and addresses have no way in: a field that is not on a list, or does not look like a word of a
// program, is left out and only counted.
import { type DestinationStream, type LevelWithSilent, pino } from 'pino'
import type { Fact } from '../lib/protocol/facts.ts'
import type { Log } from './ports.ts'

type Field = string | number | boolean | null
type Fields = Record<string, Field>

/** What is written of each fact: nothing else of it, even if it should one day carry more. */
const OF_FACT: { [F in Fact as F['fact']]: readonly Exclude<keyof F, 'fact'>[] } = {
  opened: ['kind', 'medium', 'format'],
  'brought-back': [],
  seated: ['taken'],
  began: [],
  'went-on': ['n'],
  held: ['why'],
  resumed: [],
  more: [],
  repair: [],
  revealed: [],
  closed: ['why'],
}

/** The names that a note may use. One is added here only when no value of it can ever come from a person. */
const OF_NOTE: ReadonlySet<string> = new Set([
  ...['ms', 'count', 'rooms', 'sockets', 'tries', 'port', 'pid', 'bytes', 'level', 'status', 'alone', 'secure'],
  ...['why', 'code', 'kind', 'medium', 'what', 'store', 'state', 'signal', 'event', 'version', 'mode', 'fanout', 'ask'],
])

/** A kebab-case word or a constant such as ECONNREFUSED: too short and too plain to be a token, a sentence or an address. */
const WORD = /^(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*|[A-Z][A-Z0-9_]*|v?\d{1,3}\.\d{1,3}\.\d{1,3})$/
const LONGEST_WORD = 32
/** A store that is away fails every room of a process, and every ask, in the same words: within this they are one line, and how often. */
const SAME_MS = 1_000
const ERROR_NAME = /^[A-Z][A-Za-z]{0,39}$/

const isWord = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST_WORD && WORD.test(value)

const isPlain = (value: unknown): value is Field =>
  value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) || isWord(value)

/** The fields that are allowed, and how many were not. */
function allowed(source: object, may: (name: string) => boolean, ignored: readonly string[] = []): Fields {
  const kept: Fields = {}
  let dropped = 0
  for (const [name, value] of Object.entries(source)) {
    if (may(name) && isPlain(value)) kept[name] = value
    else if (!ignored.includes(name)) dropped++
  }
  return dropped === 0 ? kept : { ...kept, dropped }
}

/** An error's name, and its `why` or `code` when that is a word. Its message and stack may hold anything. */
function plainly(error: unknown): Fields {
  const told: Fields = {}
  try {
    if (!(error instanceof Error)) return { error: typeof error }
    told.error = ERROR_NAME.test(error.name) ? error.name : 'Error'
    for (const name of ['why', 'code'] as const) {
      const value: unknown = name in error ? Reflect.get(error, name) : undefined
      if (isWord(value)) told[name] = value
    }
  } catch {
    // Reading an error ran somebody's code, which threw: what was read so far is all there is.
  }
  return told
}

/**
 * One JSON object a line: `{level, time, fact | note | fault, …}`, to `stream` or else to standard output. A fault, or what is noted of one
 * ask, that comes again within a second is written once more at its end, with the `times` that it came meanwhile. Of the names that
 * asks have it is the first that is written down.
 */
export function createLog({ level, stream }: { level: LevelWithSilent; stream?: DestinationStream }): Log {
  const options = { level, base: null, formatters: { level: (label: string) => ({ level: label }) } }
  const out = stream === undefined ? pino(options) : pino(options, stream)
  const named = (event: string) => (isWord(event) ? event : 'unnamed')
  const lately = new Map<string, { times: number }>()

  function tellOnce(at: 'info' | 'error', line: Fields): void {
    const { ask: _, ...same } = line
    const which = JSON.stringify(same)
    const known = lately.get(which)
    if (known) {
      known.times++
      return
    }
    out[at](line)
    const again = { times: 0 }
    lately.set(which, again)
    const tellRest = () => {
      lately.delete(which)
      if (again.times > 0) out[at]({ ...line, ...again })
    }
    setTimeout(tellRest, SAME_MS).unref()
  }

  return {
    fact(fact) {
      if (!Object.hasOwn(OF_FACT, fact.fact)) return
      const names: readonly string[] = OF_FACT[fact.fact]
      out.info({ fact: fact.fact, ...allowed(fact, name => names.includes(name), ['fact']) })
    },
    note(event, fields = {}) {
      const line: Fields = { note: named(event), ...allowed(fields, name => OF_NOTE.has(name)) }
      if (line.ask !== undefined) tellOnce('info', line)
      else out.info(line)
    },
    fault(event, error, fields = {}) {
      tellOnce('error', { fault: named(event), ...allowed(fields, name => OF_NOTE.has(name)), ...plainly(error) })
    },
  }
}
