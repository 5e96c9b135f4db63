// How is one script run on Redis, through whatever client, so that it answers in time or fails in a known way? No error
// of a client leaves this file: their texts hold the whole command, and with it the room.
import { createHash } from 'node:crypto'
import type { Redis } from '@upstash/redis'
import type { Ms } from '../../lib/protocol/room.ts'
import { StoreDown } from '../ports.ts'
import type { Breaker } from './breaker.ts'
import { within } from './deadline.ts'
import { createGate } from './gate.ts'

export interface Script {
  lua: string
  /** What `EVALSHA` knows it by. */
  sha: string
}

export function defineScript(lua: string): Script {
  return { lua, sha: createHash('sha1').update(lua).digest('hex') }
}

/** `now`: the instant of the store in whole ms, put together as text, so that no number is rounded or written as 1.7e12. */
export const NOW = `
local time = redis.call('TIME')
local now = time[1] .. string.format('%03d', math.floor(time[2] / 1000))`

/** Whether a value that starts with `head` was written by `commit`. */
export const WROTE = `
local function wrote(head, commit)
  return string.sub(head, 1, #commit + 1) == commit .. '\\n'
end`

export type ScriptClient = Pick<Redis, 'eval' | 'evalsha'>

/** A Redis beside us has done as many in a few ms, and one across a continent in a tenth of a second. */
const AT_A_TIME = 128

/** Runs a script on its keys that answers with a string. Rejects with `StoreDown` and nothing else. */
export type RunScript = (script: Script, key: string | string[], args: readonly (string | number)[]) => Promise<string>

/**
 * Every run is bounded by `deadlineMs`, whatever the client does. A script must be safe to run twice: clients send again
 * what they got no answer to.
 */
export function createScriptRunner(client: ScriptClient, breaker: Breaker, deadlineMs: Ms): RunScript {
  async function ask(
    { lua, sha }: Script,
    key: string | string[],
    args: readonly (string | number)[],
  ): Promise<unknown> {
    const keys = typeof key === 'string' ? [key] : key
    const given = args.map(String)
    try {
      return await client.evalsha(sha, keys, given)
    } catch (error) {
      if (!isUnknownScript(error)) throw error
      return await client.eval(lua, keys, given)
    }
  }
  async function answered(script: Script, key: string | string[], args: readonly (string | number)[]): Promise<string> {
    try {
      const answer = await within(deadlineMs, ask(script, key, args))
      if (typeof answer !== 'string') throw new StoreDown('bad-answer')
      return answer
    } catch (error) {
      throw new StoreDown(whyOf(error))
    }
  }
  const gate = createGate(AT_A_TIME)
  // The breaker is asked when the turn has come: when the store is down, all who wait hear of it at once.
  return (script, key, args) => gate(() => breaker.run(() => answered(script, key, args)))
}

/** What Redis said stands at the start of a message; further on there may be anything that we sent. */
function saying(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 100) : ''
}

function isUnknownScript(error: unknown): boolean {
  return /\bNOSCRIPT\b/.test(saying(error))
}

function whyOf(error: unknown): StoreDown['why'] {
  if (error instanceof StoreDown) return error.why
  if (!(error instanceof Error)) return 'refused'
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout'
  // Redis answered, and what it answered is an error: it has no memory left, or it is not the store that it should be.
  if (error.name === 'UpstashError') return /\bOOM\b/.test(saying(error)) ? 'full' : 'bad-answer'
  return error.name === 'UpstashJSONParseError' ? 'bad-answer' : 'refused'
}
