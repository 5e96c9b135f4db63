// How does a report reach the operator? Posted to their webhook, signed, again and again until it is taken, and never in
// the way of anybody, nor of another report: what this process does not bring there, the next one finds unsent.
import { createHmac } from 'node:crypto'
import type { Ms } from '../../lib/protocol/room.ts'
import type { Cancel, Clock, Log } from '../ports.ts'
import type { Report, Reports } from './reports.ts'

export interface ReportWebhook {
  /** There may be something to send. */
  kick(): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
  close(): void
}

const FIRST_WAIT_MS: Ms = 2_000
const LONGEST_WAIT_MS: Ms = 10 * 60_000
const ANSWER_MS: Ms = 10_000

export interface WebhookPorts {
  reports: Reports
  clock: Clock
  log: Log
  to: { url: string; secret: string }
  fetch?: typeof fetch
}

/** Signs as `t=<ms>,v1=<hex>`: HMAC-SHA256 of `<ms>.<body>`, so that neither an old message nor a changed one passes. */
function signature(secret: string, at: Ms, body: string): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
}

/** The webhook has answered, and does not take this report. What it says of the others is not known by that. */
class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  constructor(status: number) {
    super('refused')
    this.status = status
  }
}

const waitAfter = (times: number): Ms => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (times - 1))

export function createReportWebhook({ reports, clock, log, to, ...ports }: WebhookPorts): ReportWebhook {
  const post = ports.fetch ?? fetch
  let running: Promise<void> | null = null
  let again = false
  /** How often in a row nothing was answered, by the webhook or by the store. */
  let silences = 0
  /** What was not taken, how often, and when each is tried again. */
  const failed = new Map<string, { times: number; nextAt: Ms }>()
  let stop: Cancel | null = null
  let isClosed = false

  async function send({ v, sent, resolved, ...told }: Report): Promise<void> {
    const body = JSON.stringify(told)
    const headers = {
      'Content-Type': 'application/json',
      'X-Clearing-Signature': signature(to.secret, clock.now(), body),
    }
    const signal = AbortSignal.timeout(ANSWER_MS)
    const answer = await post(to.url, { method: 'POST', body, headers, signal, redirect: 'error' })
    await answer.body?.cancel()
    if (!answer.ok) throw new Refused(answer.status)
  }

  const timesOf = (id: string): number => failed.get(id)?.times ?? 0

  /** What is not there yet, and what was never tried first: one that is never taken keeps no other from being so. */
  async function unsent(): Promise<Report[]> {
    const found = await reports.unsent()
    const ids = new Set(found.map(({ id }) => id))
    for (const id of failed.keys()) if (!ids.has(id)) failed.delete(id)
    return found.sort((one, other) => timesOf(one.id) - timesOf(other.id))
  }

  /** False when it was not taken; rejects when nobody answered, which it may be the cause of. */
  async function bring(report: Report): Promise<boolean> {
    const times = timesOf(report.id) + 1
    try {
      await send(report)
      failed.delete(report.id)
      return true
    } catch (error) {
      const isRefused = error instanceof Refused
      failed.set(report.id, { times, nextAt: clock.now() + (isRefused ? waitAfter(times) : 0) })
      if (!isRefused) throw error
      log.fault('report-webhook', error, { status: error.status })
      return false
    }
  }

  async function run(): Promise<void> {
    stop?.()
    try {
      for (const report of await unsent()) {
        if (isClosed) return
        if (clock.now() < (failed.get(report.id)?.nextAt ?? 0)) continue
        if (await bring(report)) await reports.sent(report.id)
        silences = 0
      }
      if (failed.size > 0) goOnAt(Math.min(...[...failed.values()].map(({ nextAt }) => nextAt)))
    } catch (error) {
      // Of a webhook that is away no other report need be told now.
      log.fault('report-webhook', error)
      again = false
      goOnAt(clock.now() + waitAfter(++silences))
    }
  }

  function goOnAt(at: Ms): void {
    if (!isClosed) stop = clock.at(at, kick)
  }

  function kick(): void {
    if (isClosed) return
    if (running) {
      again = true
      return
    }
    running = run().finally(() => {
      running = null
      if (!again) return
      again = false
      kick()
    })
  }

  return {
    kick,
    async idle() {
      while (running) await running
    },
    close() {
      isClosed = true
      stop?.()
    },
  }
}
