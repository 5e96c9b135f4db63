// Does whoever starts a process learn whether there may be another, and nothing that is a secret?
import { expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { greeting } from './greeting.ts'

const SECRET = 'a1b2c3d4'.repeat(4)

function said(env: Record<string, string>, { isKept = true } = {}): string {
  const read = readConfig(env)
  if ('problems' in read) throw new Error(read.problems.join())
  return greeting(read.config, 3000, { answers: true, isKept }, { text: 'no-contact', voice: 'no-contact' })
}

const OVER_HTTP = { UPSTASH_REDIS_REST_URL: 'https://somewhere.example', UPSTASH_REDIS_REST_TOKEN: SECRET }

it.each([
  ['its own memory', {}, true, 'in the memory of this process, which must be the only one, and come back'],
  [
    'its own memory, and no secret',
    {},
    false,
    'in the memory of this process, which must be the only one, and end with it',
  ],
  ['a Redis over HTTPS', OVER_HTTP, true, 'which tells one process nothing of another: this must be the only one'],
])('with %s it says that it must be the only one', (_, env, isKept, sentence) => {
  expect(said(env, { isKept })).toContain(sentence)
})

it('with a Redis it says that there may be any number, and never that it must be alone', () => {
  const line = said({ REDIS_URL: 'redis://127.0.0.1:6379' })
  expect(line).toContain('rooms live in Redis, and any number of processes may serve them')
  expect(line).not.toContain('the only one')
})

it('is one line, and tells no secret', () => {
  const relay = { TURN_URLS: 'turn:relay.example:3478', TURN_SECRET: SECRET, CLEARING_SECRET: SECRET }
  for (const env of [
    { REDIS_URL: `redis://:${SECRET}@127.0.0.1:6379`, ...relay },
    { ...OVER_HTTP, ...relay },
  ]) {
    expect(said(env)).not.toMatch(/\n/)
    expect(said(env)).not.toContain(SECRET)
  }
})
