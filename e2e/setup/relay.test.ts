// Does a test get a relay of its own, as closed as the operators' is, and is it gone when the test is?
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { closedConfiguration, findRelay, startRelay } from './relay.mjs'

const CLOSED = fileURLToPath(new URL('../../server/relay/turnserver.conf', import.meta.url))

const isOpen = async (port: number): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1')
  const came = await once(socket, 'connect').then(
    () => true,
    () => false,
  )
  socket.destroy()
  return came
}

test('the tests differ from the operators in where it stands, in TLS, and in that a loopback may be a peer', () => {
  const lines = (text: string) => text.split('\n').filter(line => line !== '' && !line.startsWith('#'))
  const theirs = lines(readFileSync(CLOSED, 'utf8'))
  const ours = lines(closedConfiguration({ port: 7, secret: 's' }))
  expect(theirs.filter(line => !ours.includes(line)).map(line => line.split('=')[0])).toEqual([
    ...['listening-ip', 'relay-ip', 'listening-port', 'tls-listening-port'],
    ...['static-auth-secret', 'allowed-peer-ip', 'cert', 'pkey'],
  ])
  expect(ours.filter(line => !theirs.includes(line))).toEqual([
    ...['listening-ip=127.0.0.1', 'relay-ip=127.0.0.1', 'listening-port=7', 'no-tls', 'no-dtls'],
    ...['static-auth-secret=s', 'allowed-peer-ip=127.0.0.1', 'allow-loopback-peers'],
  ])
  // Some releases take the second for both families, and not all do.
  expect(theirs.filter(line => line.startsWith('denied'))).toHaveLength(2)
})

test('two at once are apart, and after stop nothing listens; a second call is harmless', async () => {
  const [one, other] = await Promise.all([startRelay(), startRelay()])
  expect(one.port).not.toBe(other.port)
  expect(await Promise.all([isOpen(one.port), isOpen(other.port)])).toEqual([true, true])
  await Promise.all([one.stop(), other.stop()])
  await one.stop()
  expect(await Promise.all([isOpen(one.port), isOpen(other.port)])).toEqual([false, false])
})

test('a relay that can not start says so, and leaves no folder', async () => {
  const tmp = mkdtempSync(join(tmpdir(), 'clearing-own-'))
  vi.stubEnv('TMPDIR', tmp)
  vi.stubEnv('TURNSERVER', '/bin/false')
  await expect(startRelay()).rejects.toThrow('turnserver did not start')
  vi.unstubAllEnvs()
  expect(readdirSync(tmp)).toEqual([])
  rmSync(tmp, { recursive: true })
})

test('a relay and its folder go with a test process that is killed without a word', async () => {
  const tmp = mkdtempSync(join(tmpdir(), 'clearing-own-'))
  const script = `
    import { startRelay } from ${JSON.stringify(new URL('relay.mjs', import.meta.url).href)}
    console.log((await startRelay()).port)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TMPDIR: tmp },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line]: Buffer[] = await once(child.stdout, 'data')
  const port = Number(String(line))
  expect(await isOpen(port)).toBe(true)
  child.kill('SIGKILL')
  await expect.poll(() => isOpen(port)).toBe(false)
  await expect.poll(() => readdirSync(tmp)).toEqual([])
  rmSync(tmp, { recursive: true })
})

test('TURNSERVER decides which program runs, and one that is not there is passed over', () => {
  expect(findRelay({ TURNSERVER: process.execPath })).toBe(process.execPath)
  expect(findRelay({ ...process.env, TURNSERVER: '/no/such/relay' })).toBe(findRelay({ PATH: process.env.PATH }))
})
