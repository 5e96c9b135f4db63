// Does a program that we run leave anything behind, and do we hear how it ended?
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { endChildren, npm, run } from './child.mjs'

const node = (script: string) => ['-e', script] as const
/** Whether something still listens there. Asking for a process id instead would take a dead but unburied one for alive. */
const listens = (port: number) =>
  new Promise<boolean>(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
const listener =
  "const s = require('node:net').createServer().listen(0, '127.0.0.1', () => console.log(s.address().port))"

test('every line of both streams arrives, the unended last one too, and then the exit code', async () => {
  const lines: string[] = []
  const script = "process.stdout.write('one\\ntwo\\nlast'); process.stderr.write('err\\n'); process.exitCode = 3"
  const ended = await run(process.execPath, node(script), { line: text => lines.push(text) })
  expect(ended).toEqual({ code: 3, why: 'ended' })
  expect(lines.sort()).toEqual(['err', 'last', 'one', 'two'])
})

test('a program that does not exist is said to be missing', async () => {
  expect(await run('/no/such/program', [])).toEqual({ code: 127, why: 'missing' })
})

test('a program over its time is ended', async () => {
  expect(await run(process.execPath, node('setInterval(() => {}, 1000)'), { limitMs: 300 })).toEqual({
    code: 143,
    why: 'limit',
  })
})

test('what a program started and forgot is ended with it', async () => {
  let port = 0
  const script = `
    const { spawn } = require('node:child_process')
    const child = spawn(process.execPath, ['-e', ${JSON.stringify(listener)}], { stdio: ['ignore', 'pipe', 'ignore'] })
    child.stdout.once('data', port => process.stdout.write(port, () => process.exit(0)))`
  const ended = await run(process.execPath, node(script), {
    line: text => {
      port = Number(text)
    },
  })
  expect(ended).toEqual({ code: 0, why: 'ended' })
  expect(port).toBeGreaterThan(0)
  await expect.poll(() => listens(port)).toBe(false)
})

test('an interruption ends what is running, and tells it from an end of its own', async () => {
  let port = 0
  const running = run(process.execPath, node(listener), {
    line: text => {
      port = Number(text)
    },
  })
  await expect.poll(() => port, { timeout: 10_000 }).toBeGreaterThan(0)
  expect(await listens(port)).toBe(true)
  endChildren()
  expect(await running).toEqual({ code: 143, why: 'signal' })
  expect(await listens(port)).toBe(false)
})

test('the npm that called us is called again, and no other manager of packages is taken for it', () => {
  const cli = '/opt/lib/node_modules/npm/bin/npm-cli.js'
  expect(npm({ npm_execpath: cli })).toEqual([process.execPath, cli])
  expect(npm({ npm_execpath: '/opt/lib/node_modules/pnpm/bin/pnpm.cjs' })[0]).toMatch(/^npm/)
  expect(npm({})[0]).toMatch(/^npm/)
})
