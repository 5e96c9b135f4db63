// Who decides that a Redis is lost and which replica takes its place? Three real Sentinels, as an operator runs them; and somebody who
// asks them where the primary is, and leads the site's lines there, as a name or an address that follows the primary does.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../e2e/setup/free-port.mjs'
import { findRedis, REDIS_ADVICE } from '../../e2e/setup/redis.mjs'
import type { FaultProxy } from './fault-proxy.ts'
import { redisWire } from './redis-wire.ts'

export interface Sentinels {
  /** The port of the primary, as most of them say. */
  primary(): Promise<number>
  /** Resolves when each of them knows of the others and of a replica: before that they could not decide. */
  ready(): Promise<void>
  /** Leads these lines to whichever is the primary, from now on. */
  follow(lines: readonly FaultProxy[], from: number): void
  close(): Promise<void>
}

const NAME = 'clearing'
const SENTINELS = 3
/** How soon a primary that does not answer is taken to be down; an operator gives it longer. */
const DOWN_MS = 1_000
/** In this time they would lead a replica to the primary itself that reaches it over a line of the test's. */
const FAILOVER_MS = 60_000
const ASK_MS = 100
const KEEPER = fileURLToPath(new URL('../../e2e/setup/keeper.sh', import.meta.url))

async function startSentinel(primary: number): Promise<{ port: number; end(): Promise<void> }> {
  const program = findRedis()
  if (program === null) throw new Error(REDIS_ADVICE)
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'clearing-sentinel-'))
  const file = join(folder, 'sentinel.conf')
  const settings = [
    ...[`port ${port}`, 'bind 127.0.0.1', `dir ${folder}`, `sentinel monitor ${NAME} 127.0.0.1 ${primary} 2`],
    ...[`sentinel down-after-milliseconds ${NAME} ${DOWN_MS}`, `sentinel failover-timeout ${NAME} ${FAILOVER_MS}`],
  ]
  writeFileSync(file, `${settings.join('\n')}\n`)
  const child = spawn('/bin/sh', [KEEPER, folder, program, file, '--sentinel'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const gone = once(child, 'close')
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', text => {
      said += text
      if (said.includes(`+monitor master ${NAME}`)) resolve()
    })
    gone.then(() => reject(new Error(`a sentinel did not start:\n${said}`)))
  })
  return {
    port,
    async end() {
      child.stdio[3]?.destroy()
      await gone
    },
  }
}

export async function startSentinels(primary: number): Promise<Sentinels> {
  const started = await Promise.all(Array.from({ length: SENTINELS }, () => startSentinel(primary)))
  const wires = started.map(({ port }) => redisWire(port))
  let following: NodeJS.Timeout | undefined

  async function knows(wire: (typeof wires)[number]): Promise<boolean> {
    const told = (await wire.ask('SENTINEL', 'MASTER', NAME)) as string[]
    const field = (name: string) => Number(told[told.indexOf(name) + 1])
    return field('num-other-sentinels') === SENTINELS - 1 && field('num-slaves') > 0
  }

  const sentinels: Sentinels = {
    async primary() {
      const told = await Promise.all(wires.map(wire => wire.ask('SENTINEL', 'GET-MASTER-ADDR-BY-NAME', NAME)))
      const ports = told.map(place => Number(Array.isArray(place) ? place[1] : 0))
      return ports.find(port => 2 * ports.filter(other => other === port).length > ports.length) ?? 0
    },
    async ready() {
      while (!(await Promise.all(wires.map(knows))).every(Boolean)) await new Promise(go => setTimeout(go, ASK_MS))
    },
    follow(lines, from) {
      let leadsTo = from
      const look = async () => {
        const port = await sentinels.primary()
        if (port !== 0 && port !== leadsTo) {
          leadsTo = port
          for (const line of lines) line.lead(port)
        }
        following = setTimeout(look, ASK_MS)
      }
      following = setTimeout(look, ASK_MS)
    },
    async close() {
      clearTimeout(following)
      for (const wire of wires) wire.close()
      await Promise.all(started.map(({ end }) => end()))
    },
  }
  return sentinels
}
