// What does the site do as a process, which can be told to end, or be killed? The real entry, started as an operator would.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export interface Site {
  url: string
  port: number
  child: ChildProcess
  /** Everything that it wrote. */
  said(): string
  /** Resolves with the exit code, or the signal, when it has ended. */
  ended: Promise<number | string>
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TYPES = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** Starts `server/index.ts` in `folder`, with nothing in its environment but `env` and what a process needs. `files`: how many it may have open. */
export function spawnSite(
  env: Record<string, string>,
  folder: string = ROOT,
  files?: number,
): Omit<Site, 'url' | 'port'> {
  const { PATH = '', HOME = '' } = process.env
  const args = ['--import', TYPES, join(ROOT, 'server/index.ts')]
  // The shell becomes the process, so that it is the one that signals reach.
  const [program, given] =
    files === undefined
      ? [process.execPath, args]
      : ['/bin/sh', ['-c', `ulimit -n ${files} && exec "$0" "$@"`, process.execPath, ...args]]
  const child = spawn(program, given, {
    cwd: folder,
    env: { PATH, HOME, NODE_ENV: 'production', PAGES: 'elsewhere', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', text => (said += text))
  const ended = once(child, 'close').then(([code, signal]: (number | string)[]) => code ?? signal ?? '')
  return { child, said: () => said, ended }
}

/** Resolves when it says where it is open. */
export async function startSite(env: Record<string, string>, folder?: string, files?: number): Promise<Site> {
  const site = spawnSite(env, folder, files)
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const [found] = /http:\/\/[\w.]+:\d+/.exec(site.said()) ?? []
      if (found) resolve(found)
    }
    site.child.stdout?.on('data', look)
    site.ended.then(() => reject(new Error(`it did not start:\n${site.said()}`)))
  })
  return { ...site, url, port: Number(new URL(url).port) }
}
