// Does the server end when npm's shell is killed between npm and it, and only then?
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'

const script = (lookEveryMs: number) => `
  import { createServer } from 'node:net'
  import { endWithNpm } from ${JSON.stringify(new URL('parent.mjs', import.meta.url).href)}
  endWithNpm(process.env, ${lookEveryMs})
  const server = createServer().listen(0, '127.0.0.1', () => console.log(server.address().port, process.pid))
  process.once('SIGTERM', () => server.close())`

/** A server behind a shell, as npm starts one. */
const behindShell = async (npm: Record<string, string>, lookEveryMs: number) => {
  const { npm_lifecycle_event: _ours, ...env } = process.env
  const shell = spawn(
    '/bin/sh',
    ['-c', '"$0" --input-type=module -e "$1"; true', process.execPath, script(lookEveryMs)],
    {
      env: { ...env, ...npm },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [line]: Buffer[] = await once(shell.stdout, 'data')
  const [port = 0, pid = 0] = String(line).split(' ').map(Number)
  return { shell, port, pid }
}

const listens = (port: number) =>
  new Promise<boolean>(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })

test('a server that npm started ends when its shell is killed, and one that a person started stays', async () => {
  const npms = await behindShell({ npm_lifecycle_event: 'start' }, 300)
  const persons = await behindShell({}, 5)
  try {
    expect(await listens(npms.port)).toBe(true)
    persons.shell.kill('SIGKILL')
    npms.shell.kill('SIGKILL')
    await expect.poll(() => listens(npms.port), { timeout: 10_000 }).toBe(false)
    expect(await listens(persons.port)).toBe(true)
  } finally {
    process.kill(persons.pid, 'SIGTERM')
  }
})
