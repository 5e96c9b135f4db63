// How does a report reach the operator? Posted to their webhook, signed, again and again until it is taken, and never in
// the way of anybody: what this process does not bring there, the next one finds unsent.
import { createHmac } from 'node:crypto'
import type { Ms } from '../lib/protocol/room.ts'
import type { Cancel, Clock, Log } from './ports.ts'
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
export function signature(secret: string, at: Ms, body: string): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
}

export function createReportWebhook({ reports, clock, log, to, ...ports }: WebhookPorts): ReportWebhook {
  const post = ports.fetch ?? fetch
  let running: Promise<void> | null = null
  let again = false
  let wait = FIRST_WAIT_MS
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
    if (!answer.ok) throw new Error('refused')
  }

  async function run(): Promise<void> {
    try {
      for (const report of await reports.all()) {
        if (isClosed) return
        if (report.sent || report.resolved) continue
        await send(report)
        await reports.sent(report.id)
      }
      wait = FIRST_WAIT_MS
    } catch (error) {
      log.fault('report-webhook', error)
      again = false
      stop?.()
      if (!isClosed) stop = clock.at(clock.now() + wait, kick)
      wait = Math.min(LONGEST_WAIT_MS, wait * 2)
    }
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
