// How does a test watch a house that is another process? It starts it, turns its clock, and has its heap written down.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Wanted = { advance: number } | { heapTo: string }
export type Told = { port: number; metrics: number } | { advanced: number } | { written: string }

export interface Watched {
  url: string
  /** Where its metrics are read. */
  metrics: string
  advance(ms: number): Promise<void>
  /** All that can be reached in its memory, as text: the names and values of every object. */
  heap(): Promise<string>
  /** Everything that it wrote. */
  said(): string
  close(): Promise<void>
}

/** `folder` is for what is written down, and the caller's to remove. */
export async function watch(redis: string, folder: string): Promise<Watched> {
  const { PATH = '', HOME = '' } = process.env
  const child = fork(fileURLToPath(new URL('watched-house.ts', import.meta.url)), [redis], {
    execArgv: ['--import', 'tsx'],
    env: { PATH, HOME, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', text => (said += text))
  const ended = once(child, 'close')
  const told = async (): Promise<Told> => {
    const first = await Promise.race([once(child, 'message'), ended.then(() => null)])
    if (first === null) throw new Error(`it ended:\n${said}`)
    return first[0] as Told
  }
  const ask = (wanted: Wanted): Promise<Told> => {
    const answer = told()
    child.send(wanted)
    return answer
  }
  const opened = await told()
  if (!('port' in opened)) throw new Error('it did not say where it listens')
  let heaps = 0
  return {
    url: `http://127.0.0.1:${opened.port}`,
    metrics: `http://127.0.0.1:${opened.metrics}/metrics`,
    async advance(ms) {
      await ask({ advance: ms })
    },
    async heap() {
      const path = join(folder, `${heaps++}.heapsnapshot`)
      await ask({ heapTo: path })
      return readFileSync(path, 'latin1')
    },
    said: () => said,
    async close() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
