// How does a program run to its end without leaving anything behind? In a process group of its own, which is ended as a
// whole: with the program, at a time limit, or when somebody interrupts us. Plain JavaScript without a dependency,
// because it is what installs the dependencies.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const GRACE_MS = 5_000
/** A grandchild that left the group may hold the pipes open; nobody waits for it longer than this. */
const PIPES_MS = 2_000

const running = new Set()

/**
 * Runs a program with nothing on its standard input and gives every line that it writes, on either stream, to `line`.
 * @returns {Promise<{code: number, why: 'ended' | 'signal' | 'limit' | 'missing'}>} `code` is 128 + n after signal n, 127
 * when there is no such program. It never rejects.
 */
export function run(command, args, { cwd, env, line = () => {}, limitMs } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      env,
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let why = 'ended'
    let pipes
    const flush = [child.stdout, child.stderr].map(stream => byLine(stream, line))
    const limit =
      limitMs &&
      setTimeout(() => {
        why = 'limit'
        end(child)
      }, limitMs)
    const done = code => {
      clearTimeout(limit)
      clearTimeout(pipes)
      running.delete(child)
      for (const rest of flush) rest()
      resolve({ code, why })
    }
    running.add(child)
    child.once('error', () => {
      why = 'missing'
      done(127)
    })
    child.once('exit', (code, signal) => {
      const status = code ?? 128 + constants.signals[signal]
      if (signal && why === 'ended') why = 'signal'
      signalGroup(child, 'SIGKILL')
      child.once('close', () => done(status))
      pipes = setTimeout(() => done(status), PIPES_MS)
    })
  })
}

/** Asks every running program to end, and makes it end after five seconds. Their `run` promises then resolve. */
export function endChildren() {
  for (const child of running) end(child)
}

/** Which program and first arguments call npm: the npm that called us, or else the one on the PATH. */
export function npm(env = process.env) {
  const caller = env.npm_execpath
  if (caller && /npm-cli\.[cm]?js$/.test(caller)) return [process.execPath, caller]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

function end(child) {
  signalGroup(child, 'SIGTERM')
  setTimeout(() => running.has(child) && signalGroup(child, 'SIGKILL'), GRACE_MS).unref()
}

function signalGroup(child, signal) {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // The whole group is gone already, which is all that was wanted.
  }
}

function byLine(stream, line) {
  let rest = ''
  stream.setEncoding('utf8').on('data', chunk => {
    const lines = (rest + chunk).split(/\r?\n/)
    rest = lines.pop()
    for (const one of lines) line(one)
  })
  return () => rest !== '' && line(rest)
}
