// How does the server answer an ask? With what was asked for, or with why not.
import type { RefusalCode } from '../protocol/intents.ts'

export interface Refusal {
  ok: false
  code: RefusalCode
  /** For a developer; never shown to a person, never holding anything that a person said. */
  message: string
}

export type Ack<Answer extends object = object> = ({ ok: true } & Answer) | Refusal
