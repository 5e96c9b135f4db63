// Where do rooms live when several processes, or a restarted one, must find them? In Redis, one string a room:
//
//     <commit>\n<body>          a room
//     \n                        a tombstone: no commit, no body
//
// with an expiry, so a room is gone on time whoever is alive. Every act is one script on that one key, and so one round
// trip and one atomic decision on the primary. The commit stands in front so that a swap reads some twenty bytes and not
// the room. Where every command inside a script is billed, a load costs 3, a create 4, a swap 3 and a forgetting 2, and
// one more whenever the store is asked for its time again.
//
// One key more, without an expiry, holds the name of the store: it is gone with everything else, and with nothing alone. Whoever makes
// a room is told it in the same act.
//
// Every answer is one string, "<ms>:<result>" or "<ms>:kept:<commit>\n<body>", where <ms> is the store's clock, or "-" in
// the answer of a swap or a forgetting that did not ask. Clients
// turn answers that look like JSON, numbers or base64 into something else; with a colon after digits it looks like none.
import type { Ms } from '../../lib/protocol/room.ts'
import { type Clock, type RoomStore, StoreDown } from '../ports.ts'
import { checkKept, checkMark, isMark, keepFor } from './bounds.ts'
import { BREAKER, type BreakerConfig, createBreaker } from './breaker.ts'
import { createScriptRunner, defineScript, NOW, type Script, type ScriptClient, WROTE } from './script.ts'

export interface RedisStoreOptions {
  /** Over HTTP or over TCP: the same client with another requester. */
  client: ScriptClient
  /** For the breaker's rest. */
  clock: Pick<Clock, 'now'>
  deadlineMs?: Ms
  breaker?: BreakerConfig
  /** Whether this process should be told the store's time again; always when left out. */
  needsTime?: () => boolean
  /** As whom this process tells others of what it has kept; nobody is told when left out. */
  tellAs?: string
  /** Lets go of the client's connection. */
  close?: () => Promise<void>
}

/** Longer than any answer of a Redis that is well, shorter than a person waits before pressing again. */
export const DEADLINE_MS = 1_500

/** What `NOW` is, where the last argument asks for it. */
const NOW_IF_ASKED = `
local now = '-'
if ARGV[#ARGV] == '1' then
  local time = redis.call('TIME')
  now = time[1] .. string.format('%03d', math.floor(time[2] / 1000))
end`

/**
 * Tells whoever watches a room of a commit, in the very act that keeps it: nothing is ever told that was not kept, and all in the
 * order in which it was. Where it may not be told, it is kept all the same.
 */
const TELL = `
local function tell(whose, commit, body)
  if whose ~= '' then redis.pcall('PUBLISH', KEYS[1], whose .. '\\n=' .. commit .. '\\n' .. body) end
end`

/**
 * Makes a room that is not there, and tells in which store: the room is named by it, and lost with that name.
 * KEYS[1] room · KEYS[2] the name of the store · ARGV[1] commit, and the name where there is none · ARGV[2] body · ARGV[3] ttl in ms
 * Returns "<ms>:made:<name>", also when this very commit made it before, or "<ms>:taken:<name>".
 */
const CREATE = defineScript(`${NOW}${WROTE}
local name = redis.call('GET', KEYS[2])
if not name then
  name = ARGV[1]
  redis.call('SET', KEYS[2], name)
end
if redis.call('SET', KEYS[1], ARGV[1] .. '\\n' .. ARGV[2], 'PX', ARGV[3], 'NX') then return now .. ':made:' .. name end
if wrote(redis.call('GETRANGE', KEYS[1], 0, #ARGV[1]), ARGV[1]) then return now .. ':made:' .. name end
return now .. ':taken:' .. name`)

/**
 * Reads a room. A script although it writes nothing: a plain read may be answered by a replica that is behind.
 * KEYS[1] room
 * Returns "<ms>:kept:<commit>\\n<body>" or "<ms>:none".
 */
const LOAD = defineScript(`${NOW}
local value = redis.call('GET', KEYS[1])
if not value or value == '\\n' then return now .. ':none' end
return now .. ':kept:' .. value`)

/**
 * Replaces a room that nobody else has replaced.
 * KEYS[1] room · ARGV[1] expected commit · ARGV[2] commit · ARGV[3] body · ARGV[4] ttl in ms · ARGV[5] who tells, or nothing ·
 * ARGV[6] '1' for the time
 * Returns "<ms>:swapped", also when this very commit is there already, "<ms>:lost" or "<ms>:gone".
 */
const SWAP = defineScript(`${NOW_IF_ASKED}${WROTE}${TELL}
local head = redis.call('GETRANGE', KEYS[1], 0, math.max(#ARGV[1], #ARGV[2]))
if head == '' or head == '\\n' then return now .. ':gone' end
if wrote(head, ARGV[2]) then return now .. ':swapped' end
if not wrote(head, ARGV[1]) then return now .. ':lost' end
redis.call('SET', KEYS[1], ARGV[2] .. '\\n' .. ARGV[3], 'PX', ARGV[4])
tell(ARGV[5], ARGV[2], ARGV[3])
return now .. ':swapped'`)

/**
 * Puts a tombstone where a room is or was.
 * KEYS[1] room · ARGV[1] ttl of the tombstone in ms · ARGV[2] who tells, or nothing · ARGV[3] commit and ARGV[4] body that are told in
 * place of what is erased · ARGV[5] '1' for the time
 * Returns "<ms>:forgotten", or "<ms>:gone" when nothing was there.
 */
const FORGET = defineScript(`${NOW_IF_ASKED}${TELL}
tell(ARGV[2], ARGV[3], ARGV[4])
if redis.call('SET', KEYS[1], '\\n', 'PX', ARGV[1], 'XX') then return now .. ':forgotten' end
redis.call('SET', KEYS[1], '\\n', 'PX', ARGV[1])
return now .. ':gone'`)

/**
 * Names the store, when it has no name.
 * KEYS[1] the name, which does not expire · ARGV[1] the name that it is given
 * Returns "<ms>:named:<name>".
 */
const EPOCH = defineScript(`${NOW}
redis.call('SET', KEYS[1], ARGV[1], 'NX')
return now .. ':named:' .. redis.call('GET', KEYS[1])`)

/**
 * Asks whether the primary answers scripts on keys such as ours, without touching one.
 * KEYS[1] a key of our kind that is never written
 * Returns "<ms>:ready".
 */
const READY = defineScript(`${NOW}
return now .. ':ready'`)

const keyOf = (id: string) => `clearing:room:{${id}}`
const EPOCH_KEY = 'clearing:epoch'

const ANSWER = /^(\d{10,16}|-):([a-z]+)(?::([\s\S]*))?$/

function named(value: string): string {
  if (!isMark(value)) throw new StoreDown('bad-answer')
  return value
}

export function createRedisStore(options: RedisStoreOptions): RoomStore {
  const breaker = createBreaker(options.breaker ?? BREAKER, options.clock)
  const run = createScriptRunner(options.client, breaker, options.deadlineMs ?? DEADLINE_MS)

  async function act<Result extends string>(
    script: Script,
    key: string | string[],
    args: readonly (string | number)[],
    expected: readonly Result[],
  ): Promise<{ now: Ms | null; result: Result; value: string }> {
    const answer = await run(script, key, args)
    const parts = ANSWER.exec(answer)
    const result = expected.find(one => one === parts?.[2])
    if (parts === null || result === undefined) throw new StoreDown('bad-answer')
    return { now: parts[1] === '-' ? null : Number(parts[1]), result, value: parts[3] ?? '' }
  }

  /** The same for a script that always tells the time. */
  async function timed<Result extends string>(...asked: Parameters<typeof act<Result>>) {
    const answer = await act<Result>(...asked)
    if (answer.now === null) throw new StoreDown('bad-answer')
    return { ...answer, now: answer.now }
  }
  const { tellAs = '' } = options
  const timeWanted = () => (options.needsTime?.() === false ? '' : '1')

  return {
    async create(id, next, ttlMs) {
      checkKept(next)
      const args = [next.commit, next.body, keepFor(ttlMs)]
      const { now, result, value } = await timed(CREATE, [keyOf(id), EPOCH_KEY], args, ['made', 'taken'])
      return { now, result, epoch: named(value) }
    },
    async load(id) {
      const { now, result, value } = await timed(LOAD, keyOf(id), [], ['kept', 'none'])
      if (result === 'none') return { now, kept: null }
      const end = value.indexOf('\n')
      if (end < 1) throw new StoreDown('bad-answer')
      return { now, kept: { commit: value.slice(0, end), body: value.slice(end + 1) } }
    },
    async swap(id, expected, next, ttlMs) {
      checkKept(next)
      checkMark(expected)
      const args = [expected, next.commit, next.body, keepFor(ttlMs), tellAs, timeWanted()]
      const { now, result } = await act(SWAP, keyOf(id), args, ['swapped', 'lost', 'gone'])
      return { now, result }
    },
    async forget(id, tombstoneMs, last) {
      if (last) checkKept(last)
      const told = last ? [tellAs, last.commit, last.body] : ['', '', '']
      const args = [keepFor(tombstoneMs), ...told, timeWanted()]
      const { now, result } = await act(FORGET, keyOf(id), args, ['forgotten', 'gone'])
      return { now, result }
    },
    async epoch(mark) {
      checkMark(mark)
      const { now, value } = await timed(EPOCH, EPOCH_KEY, [mark], ['named'])
      return { now, epoch: named(value) }
    },
    async ready() {
      const { now } = await timed(READY, keyOf(''), [], ['ready'])
      return { now }
    },
    async close() {
      await options.close?.()
    },
  }
}
