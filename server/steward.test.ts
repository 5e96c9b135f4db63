// Is a steward's command run by whatever path it is called, and does it say whose fault it is that nothing was done?
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../e2e/setup/free-port.mjs'
import { startRedis } from '../e2e/setup/redis.mjs'
import { StoreDown } from './ports.ts'
import { saidOf } from './stewarding.ts'
import { DocsBusy } from './store/docs.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const DEVICE = 'A'.repeat(22)
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** Runs the command by `path`, as a person does in a shell. */
async function run(path: string, words: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...words], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const code = new Promise<number | null>(resolve => child.once('close', resolve))
  return { said: await text(child.stdout), code: await code }
}

async function redis() {
  const server = await startRedis()
  ends.push(() => server.stop())
  return { REDIS_URL: server.url }
}

it('[RE11] a ban is one also where the command is called by a link, and by a path that is no part of an address as it stands', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clearing-steward-'))
  ends.push(() => rmSync(folder, { recursive: true, force: true }))
  const odd = join(folder, '100% #1?')
  mkdirSync(odd)
  for (const link of [join(folder, 'current'), join(odd, 'current')]) symlinkSync(ROOT, link)
  const env = await redis()
  for (const top of [folder, odd]) {
    const path = join(top, 'current', 'server', 'steward.ts')
    expect(await run(path, ['ban', DEVICE, '7', 'threats'], env)).toEqual({
      said: expect.stringContaining(`banned ${DEVICE} until `),
      code: 0,
    })
  }
})

it('says what it was not told, and that the store did not answer', async () => {
  const path = join(ROOT, 'server', 'steward.ts')
  expect(await run(path, ['list'])).toEqual({ said: expect.stringContaining('set REDIS_URL'), code: 1 })
  expect(await run(path, ['list'], { REDIS_URL: `redis://127.0.0.1:${await freePort()}` })).toEqual({
    said: expect.stringMatching(/^The store did not answer \([\w-]+\)\.\n$/),
    code: 1,
  })
})

describe('a command that fails', () => {
  const failing = (error: Error) => saidOf(() => Promise.reject(error))

  it('by the store says so', async () => {
    expect(await failing(new StoreDown('timeout'))).toMatchObject({
      ok: false,
      lines: [expect.stringMatching('timeout')],
    })
    expect(await failing(new DocsBusy())).toMatchObject({ ok: false, lines: [expect.stringMatching('try again')] })
  })

  it('by a mistake of ours does not lay it on the store', async () => {
    await expect(failing(new TypeError('a mistake'))).rejects.toThrow('a mistake')
  })
})
