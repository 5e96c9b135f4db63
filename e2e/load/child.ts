// How is a server kept apart from what asks it? Each in a process of its own, which tells what it has spent when asked,
// and ends with this one.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface Memory {
  rss: number
  heap: number
}

export interface Child {
  /** Where it listens; 0 for one that does not. */
  port: number
  /** What it has used of a processor so far, in µs: its own work and the kernel's for it. */
  cpu(): Promise<number>
  /** What it holds, in bytes, when all that is garbage has been collected. */
  memory(): Promise<Memory>
  /** Lets it do something that it alone can. */
  ask<Answer>(what: string, detail?: object): Promise<Answer>
  end(): Promise<void>
}

const ANSWER_MS = 600_000

/** Starts `kind` of `serve.mjs`, and resolves when it is ready. `flags` are for its Node. */
export async function startChild(kind: string, detail: object = {}, flags: string[] = []): Promise<Child> {
  const program = fileURLToPath(new URL('serve.mjs', import.meta.url))
  const args = [kind, JSON.stringify(detail)]
  const child = fork(program, args, {
    execArgv: ['--expose-gc', ...flags],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const ended = once(child, 'exit')
  let asked = 0

  async function ask<Answer>(what: string, more: object = {}): Promise<Answer> {
    const id = ++asked
    child.send({ id, what, ...more })
    return new Promise<Answer>((resolve, reject) => {
      const isOver = () => {
        clearTimeout(late)
        reject(new Error(`${kind} has ended`))
      }
      const late = setTimeout(() => reject(new Error(`${kind} does not answer ${what}`)), ANSWER_MS)
      const hear = (message: { id: number; answer: Answer }) => {
        if (message.id !== id) return
        clearTimeout(late)
        child.off('message', hear as never)
        child.off('exit', isOver)
        resolve(message.answer)
      }
      child.on('message', hear as never)
      child.once('exit', isOver)
    })
  }

  const { port } = await ask<{ port: number }>('start')
  return {
    port,
    ask,
    cpu: () => ask('cpu'),
    memory: () => ask('memory'),
    async end() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}
