// Where do strangers wait when several processes, or a restarted one, must find them? In Redis, beside the rooms:
//
//     clearing:lobby:{l}:doc:<key>       <commit>\n<body>      a queue, a device's standing, a meeting, a report
//     clearing:lobby:{l}:apart:<a>:<b>   avoid:<until> | met:<until>
//
// each with an expiry. All stand in one hash slot, so that taking two people out of a queue and looking whether they are
// kept apart is one script and one decision on the primary: an `avoid` that was answered is never overtaken by a pairing.
import type { Ms } from '../../lib/protocol/room.ts'
import { type LobbyStore, type Pair, StoreDown } from '../ports.ts'
import { checkMark, keepFor } from './bounds.ts'
import { BREAKER, createBreaker } from './breaker.ts'
import { checkDocument, nameOfPair } from './lobby-bounds.ts'
import { DEADLINE_MS, type RedisStoreOptions } from './redis.ts'
import { createScriptRunner, defineScript, NOW, type Script, WROTE } from './script.ts'

/** KEYS[1] document. Returns "<ms>:kept:<commit>\\n<body>" or "<ms>:none". */
const LOAD = defineScript(`${NOW}
local value = redis.call('GET', KEYS[1])
if not value then return now .. ':none' end
return now .. ':kept:' .. value`)

/**
 * KEYS[1] document, KEYS[2…] pairs that must not be kept apart
 * ARGV[1] expected commit or '' · ARGV[2] commit · ARGV[3] body · ARGV[4] ttl in ms · ARGV[5] 'anyway' or 'all'
 * Returns "<ms>:swapped", also when this very commit is there already, "<ms>:lost" or "<ms>:apart".
 */
const SWAP = defineScript(`${NOW}${WROTE}
local head = redis.call('GETRANGE', KEYS[1], 0, math.max(#ARGV[1], #ARGV[2]))
if wrote(head, ARGV[2]) then return now .. ':swapped' end
if ARGV[1] == '' then
  if head ~= '' then return now .. ':lost' end
elseif not wrote(head, ARGV[1]) then return now .. ':lost' end
for i = 2, #KEYS do
  local why = redis.call('GETRANGE', KEYS[i], 0, 2)
  if why == 'avo' or (why == 'met' and ARGV[5] == 'all') then return now .. ':apart' end
end
redis.call('SET', KEYS[1], ARGV[2] .. '\\n' .. ARGV[3], 'PX', ARGV[4])
return now .. ':swapped'`)

/** KEYS pairs. Returns "<ms>:known:" and for each pair its value, or "-", a comma after each. */
const BETWEEN = defineScript(`${NOW}
local out = now .. ':known:'
for i = 1, #KEYS do out = out .. (redis.call('GET', KEYS[i]) or '-') .. ',' end
return out`)

/** KEYS[1] pair · ARGV[1] 'avoid' or 'met' · ARGV[2] ttl in ms. Returns "<ms>:parted". */
const PART = defineScript(`${NOW}
local known = redis.call('GET', KEYS[1])
local till = tonumber(now) + tonumber(ARGV[2])
if known then
  local why, ends = string.match(known, '^(%a+):(%d+)$')
  if why == 'avoid' and ARGV[1] == 'met' then return now .. ':parted' end
  if why == ARGV[1] and tonumber(ends) >= till then return now .. ':parted' end
end
redis.call('SET', KEYS[1], ARGV[1] .. ':' .. string.format('%.0f', till), 'PX', ARGV[2])
return now .. ':parted'`)

const documentKey = (key: string) => `clearing:lobby:{l}:doc:${key}`
const pairKey = (pair: Pair) => `clearing:lobby:{l}:apart:${nameOfPair(pair)}`
const ANSWER = /^(\d{10,16}):([a-z]+)(?::([\s\S]*))?$/
/** More keys than this are asked for one after the other: a script must not hold up the rooms. */
const KEYS_MOST = 500

export function createLobbyRedis(options: RedisStoreOptions): LobbyStore {
  const breaker = createBreaker(options.breaker ?? BREAKER, options.clock)
  const run = createScriptRunner(options.client, breaker, options.deadlineMs ?? DEADLINE_MS)

  async function act<Result extends string>(
    script: Script,
    keys: string[],
    args: readonly (string | number)[],
    expected: readonly Result[],
  ): Promise<{ now: Ms; result: Result; value: string }> {
    const parts = ANSWER.exec(await run(script, keys, args))
    const result = expected.find(one => one === parts?.[2])
    if (parts === null || result === undefined) throw new StoreDown('bad-answer')
    return { now: Number(parts[1]), result, value: parts[3] ?? '' }
  }

  async function some(pairs: readonly Pair[]): ReturnType<LobbyStore['between']> {
    const { now, value } = await act(BETWEEN, pairs.map(pairKey), [], ['known'])
    const apart = value.split(',').slice(0, pairs.length).map(relation)
    if (apart.length !== pairs.length) throw new StoreDown('bad-answer')
    return { now, apart }
  }

  return {
    async load(key) {
      const { now, result, value } = await act(LOAD, [documentKey(key)], [], ['kept', 'none'])
      if (result === 'none') return { now, kept: null }
      const end = value.indexOf('\n')
      if (end < 1) throw new StoreDown('bad-answer')
      return { now, kept: { commit: value.slice(0, end), body: value.slice(end + 1) } }
    },
    async swap(key, expected, next, ttlMs, check) {
      checkDocument(next)
      if (expected !== null) checkMark(expected)
      const keys = [documentKey(key), ...(check?.fit ?? []).map(pairKey)]
      const args = [expected ?? '', next.commit, next.body, keepFor(ttlMs), check?.anyway ? 'anyway' : 'all']
      const { now, result } = await act(SWAP, keys, args, ['swapped', 'lost', 'apart'])
      return { now, result }
    },
    async between(pairs) {
      let answer = await some(pairs.slice(0, KEYS_MOST))
      for (let n = KEYS_MOST; n < pairs.length; n += KEYS_MOST) {
        const next = await some(pairs.slice(n, n + KEYS_MOST))
        answer = { now: next.now, apart: [...answer.apart, ...next.apart] }
      }
      return answer
    },
    async part(pair, why, ttlMs) {
      const { now } = await act(PART, [pairKey(pair)], [why, keepFor(ttlMs)], ['parted'])
      return { now }
    },
    async close() {
      await options.close?.()
    },
  }
}

function relation(value: string): { why: 'avoid' | 'met'; until: Ms } | null {
  if (value === '-') return null
  const [why, until] = value.split(':')
  if ((why !== 'avoid' && why !== 'met') || !Number.isSafeInteger(Number(until))) throw new StoreDown('bad-answer')
  return { why, until: Number(until) }
}
