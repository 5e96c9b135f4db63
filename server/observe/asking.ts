// What is known of one ask while it is answered? How long it takes, and by which name it can be found in the log: a random one of
// its connection and a number, which say nothing of whoever asks and are remembered by nobody else.
import { randomBytes } from 'node:crypto'
import type { Ack } from '../../lib/wire/events.ts'
import type { Log } from '../ports.ts'
import { refuse } from '../refusals.ts'
import type { Meter } from './meter.ts'

/** The names of one connection's asks. */
export interface Trace {
  /** Drawn when the first of them is written down: most connections never need one. */
  name: string
  asks: number
}

export const newTrace = (): Trace => ({ name: '', asks: 0 })

export interface AskUnderWay {
  answered(answer: Ack): void
  /** What should not happen has happened: an answer is owed all the same. */
  failed(error: unknown): void
}

export type StartAsking = (trace: Trace, event: string, reply: (answer: Ack) => void) => AskUnderWay

/** Refusals for which whoever keeps this process is to blame, and nobody who asks. */
const OURS: ReadonlySet<string> = new Set(['busy', 'store-down'])

const OUR_MISTAKE = 'Something went wrong here that should not; ask again.'

export function createAskings(log: Log, meter: Meter | undefined): StartAsking {
  return (trace, event, reply) => {
    const measured = meter?.asked(event)
    const number = ++trace.asks
    function nameIt(): string {
      trace.name ||= `c${randomBytes(4).toString('hex')}`
      return `${trace.name}-${number}`
    }
    function tell(answer: Ack): void {
      measured?.(answer)
      reply(answer)
    }
    /** So that who meets it can tell who keeps the log where to look. */
    const named = (answer: Extract<Ack, { ok: false }>, ask: string): Ack => ({
      ...answer,
      message: `${answer.message} (${ask})`,
    })
    return {
      answered(answer) {
        if (answer.ok || !OURS.has(answer.code)) return tell(answer)
        const ask = nameIt()
        log.note('refused', { event, code: answer.code, ask })
        tell(named(answer, ask))
      },
      failed(error) {
        const ask = nameIt()
        log.fault('ask', error, { event, ask })
        // The wire has no code for it: by this one whoever asked asks again. Nobody else was in their way, though.
        tell(named({ ...refuse('busy'), message: OUR_MISTAKE }, ask))
      },
    }
  }
}
