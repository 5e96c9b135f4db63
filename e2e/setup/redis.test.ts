// Does a test get a Redis of its own, and is it gone when the test is, however that ended?
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { findRedis, type RedisOptions, type RedisServer, startRedis } from './redis.mjs'

const started: RedisServer[] = []
const start = async (options?: RedisOptions) => {
  const redis = await startRedis(options)
  started.push(redis)
  return redis
}
afterEach(async () => {
  for (const redis of started.splice(0)) await redis.kill()
})

/** The first answer to one command, or null when nobody answers at that port. */
const ask = async (port: number, command: string): Promise<string | null> => {
  const socket = connect(port, '127.0.0.1')
  const closed = new AbortController()
  socket.once('close', () => closed.abort())
  try {
    socket.setEncoding('utf8').write(`${command}\r\n`)
    const [answer]: string[] = await once(socket, 'data', { signal: closed.signal })
    return answer ?? null
  } catch {
    return null
  } finally {
    socket.destroy()
  }
}

test('two servers at once are apart, empty, and what `pid` says', async () => {
  const [one, other] = await Promise.all([start(), start()])
  expect(one.port).not.toBe(other.port)
  expect(one.url).toBe(`redis://127.0.0.1:${one.port}`)
  expect(await ask(one.port, 'SET k v')).toBe('+OK\r\n')
  expect(await ask(other.port, 'DBSIZE')).toBe(':0\r\n')
  expect(await ask(one.port, 'INFO server')).toContain(`process_id:${one.pid}\r\n`)
})

test('nothing goes to disk unless asked for, and then the files outlive a crash', async () => {
  const plain = await start()
  expect(await ask(plain.port, 'CONFIG GET save')).toContain('$0\r\n')
  expect(await ask(plain.port, 'CONFIG GET appendonly')).toContain('no')

  const dir = mkdtempSync(join(tmpdir(), 'clearing-kept-'))
  const args = ['--appendonly', 'yes', '--appendfsync', 'always']
  const before = await start({ args, dir })
  await ask(before.port, 'SET kept yes')
  await before.kill()
  const after = await start({ args, dir, port: before.port })
  expect(after.port).toBe(before.port)
  expect(await ask(after.port, 'GET kept')).toBe('$3\r\nyes\r\n')
  await after.stop()
  expect(existsSync(dir)).toBe(true)
  rmSync(dir, { recursive: true })
})

test.each(['stop', 'kill'] as const)(
  'after %s nothing answers, its folder is gone, and a second call is harmless',
  async how => {
    const redis = await start()
    const [, dir = ''] = (await ask(redis.port, 'CONFIG GET dir'))?.match(/(\/\S+clearing-redis-\S+)/) ?? []
    expect(existsSync(dir)).toBe(true)
    await redis[how]()
    expect(await ask(redis.port, 'PING')).toBe(null)
    expect(existsSync(dir)).toBe(false)
    await redis.stop()
    await redis.kill()
  },
)

test('a frozen server stops too', async () => {
  const redis = await start()
  process.kill(redis.pid, 'SIGSTOP')
  await redis.stop()
  expect(await ask(redis.port, 'PING')).toBe(null)
})

test('a server that can not start says why, and leaves no folder', async () => {
  const taken = await start()
  const tmp = mkdtempSync(join(tmpdir(), 'clearing-own-'))
  vi.stubEnv('TMPDIR', tmp)
  await expect(start({ port: taken.port })).rejects.toThrow(/did not start[\s\S]*in use/)
  await expect(start({ args: ['--no-such-setting', 'x'] })).rejects.toThrow('no-such-setting')
  vi.unstubAllEnvs()
  expect(readdirSync(tmp)).toEqual([])
  rmSync(tmp, { recursive: true })
})

/** A process that starts a server, says its port and goes on as `then` says. Its folders are made in `tmp`. */
const elsewhere = async (then: string) => {
  const tmp = mkdtempSync(join(tmpdir(), 'clearing-own-'))
  const script = `
    import { startRedis } from ${JSON.stringify(new URL('redis.mjs', import.meta.url).href)}
    console.log((await startRedis()).port)
    ${then}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TMPDIR: tmp },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [line]: Buffer[] = await once(child.stdout, 'data')
  return { child, ended, tmp, port: Number(String(line)) }
}

/** Resolves when the server and its folder are gone. */
const goneWith = async (port: number, tmp: string) => {
  await expect.poll(() => ask(port, 'PING')).toBe(null)
  await expect.poll(() => readdirSync(tmp)).toEqual([])
  rmSync(tmp, { recursive: true })
}

test('a server and its folder go with a test process that is killed without a word', async () => {
  const { child, port, tmp } = await elsewhere('setInterval(() => {}, 1000)')
  expect(await ask(port, 'PING')).toBe('+PONG\r\n')
  expect(readdirSync(tmp)).toHaveLength(1)
  child.kill('SIGKILL')
  await goneWith(port, tmp)
})

test('a server does not keep a process alive that has nothing else to do', async () => {
  const { ended, port, tmp } = await elsewhere('')
  expect(await ended).toEqual([0, null])
  await goneWith(port, tmp)
})

test('REDIS_SERVER decides which program runs, and one that is not there is passed over', () => {
  expect(findRedis({ REDIS_SERVER: process.execPath })).toBe(process.execPath)
  expect(findRedis({ ...process.env, REDIS_SERVER: '/no/such/redis' })).toBe(findRedis({ PATH: process.env.PATH }))
})
