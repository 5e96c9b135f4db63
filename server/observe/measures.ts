// What is measured, and which values may each label have? The whole list: a number that is not on it has no name, and what is
// not in a label's own list is called `other`, so that nobody can write into a label or make ever more of them.
import type { Fact } from '../../lib/protocol/facts.ts'
import type { CloseReason, HoldReason, Kind, Medium } from '../../lib/protocol/room.ts'
import { asks } from '../../lib/wire/schemas.ts'
import type { FaultName, StoreDown } from '../ports.ts'
import { REFUSAL_CODES } from '../refusals.ts'
import { STAGES } from '../room/status.ts'
import type { LimitName, StoreAct, StoreName, Transport } from './meter.ts'

export const OTHER = 'other'

/** Every word of a type, so that one that is added does not compile before it is listed here. */
const every = <Word extends string>(words: Record<Word, true>): string[] => Object.keys(words)

const FACTS = every<Fact['fact']>({
  opened: true,
  'brought-back': true,
  seated: true,
  began: true,
  'went-on': true,
  held: true,
  resumed: true,
  more: true,
  repair: true,
  revealed: true,
  closed: true,
})
const KINDS = every<Kind>({ friends: true, workshop: true, practice: true })
const MEDIA = every<Medium>({ voice: true, video: true, text: true, together: true })
const HOLDS = every<HoldReason>({ asked: true, away: true, late: true, facilitator: true })
const CLOSES = every<CloseReason>({ complete: true, left: true, empty: true, expired: true, facilitator: true })
const EVENTS = Object.keys(asks)
const FAULTS = every<FaultName>({
  ask: true,
  store: true,
  touch: true,
  heard: true,
  epoch: true,
  lobby: true,
  circle: true,
  'circle-room': true,
  'circle-farewell': true,
  'report-webhook': true,
  metrics: true,
  fatal: true,
})
const STORES = every<StoreName>({ rooms: true, lobby: true })
const ACTS = every<StoreAct>({
  create: true,
  load: true,
  swap: true,
  forget: true,
  epoch: true,
  ready: true,
  between: true,
  part: true,
})
const DOWN = every<StoreDown['why']>({
  timeout: true,
  refused: true,
  'open-breaker': true,
  'bad-answer': true,
  'too-big': true,
  full: true,
})
const ANSWERS = ['made', 'taken', 'kept', 'none', 'swapped', 'lost', 'gone', 'forgotten', 'apart', 'done']
const LIMITS = every<LimitName>({ handshakes: true, connections: true, opens: true, joins: true, guesses: true })
const TRANSPORTS = every<Transport>({ udp: true, tcp: true, tls: true })

export interface Measure {
  type: 'counter' | 'gauge' | 'histogram'
  help: string
  labels: Readonly<Record<string, readonly string[]>>
  /** Upper bounds in seconds. */
  buckets?: number[]
  /** Told as 0 from the start, for each value of its one label: what appears as 1 has not risen for whoever looks. */
  isZeroed?: true
}

export const MEASURES = {
  clearing_facts_total: {
    type: 'counter',
    help: 'What happened in rooms, by the kind of fact.',
    labels: { fact: FACTS },
    isZeroed: true,
  },
  clearing_rooms_opened_total: {
    type: 'counter',
    help: 'Rooms that were opened.',
    labels: { kind: KINDS, medium: MEDIA },
  },
  clearing_rooms_closed_total: {
    type: 'counter',
    help: 'Rooms that came to their end, by the reason.',
    labels: { why: CLOSES },
    isZeroed: true,
  },
  clearing_holds_total: {
    type: 'counter',
    help: 'Sittings that were held, by the reason.',
    labels: { why: HOLDS },
    isZeroed: true,
  },
  clearing_asks_total: {
    type: 'counter',
    help: 'Asks of browsers, answered or refused.',
    labels: { event: EVENTS },
    isZeroed: true,
  },
  clearing_refusals_total: {
    type: 'counter',
    help: 'Asks that were refused, by the code of the refusal.',
    labels: { event: EVENTS, code: REFUSAL_CODES },
  },
  clearing_ask_duration_seconds: {
    type: 'histogram',
    help: 'From an ask to its answer, refusals included. Words that are handed on at once are not timed.',
    labels: { event: EVENTS },
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  },
  clearing_limits_reached_total: {
    type: 'counter',
    help: 'Times that an address had used up its share of something.',
    labels: { limit: LIMITS },
    isZeroed: true,
  },
  clearing_store_act_duration_seconds: {
    type: 'histogram',
    help: 'How long the store took for an act, by what it answered or why it did not.',
    labels: { store: STORES, act: ACTS, outcome: [...ANSWERS, ...DOWN] },
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 1.5],
  },
  clearing_store_breaker_open: {
    type: 'gauge',
    help: '1 while the store is taken to be down and is asked a probe alone.',
    labels: { store: STORES },
    isZeroed: true,
  },
  clearing_faults_total: {
    type: 'counter',
    help: 'Faults that were logged.',
    labels: { fault: FAULTS },
    isZeroed: true,
  },
  clearing_stalls_total: {
    type: 'counter',
    help: 'Times that this process stood still for more than two seconds.',
    labels: {},
  },
  clearing_relay_up: {
    type: 'gauge',
    help: '1 while every address of the relay answers that is reached in this way; not told where there is no relay.',
    labels: { transport: TRANSPORTS },
  },
  clearing_sockets: { type: 'gauge', help: 'Connections.', labels: {} },
  clearing_rooms: {
    type: 'gauge',
    help: 'Rooms in which somebody sits who is connected here, by where they stand.',
    labels: { stage: STAGES },
    isZeroed: true,
  },
  clearing_people_waiting: { type: 'gauge', help: 'People who wait to be brought together.', labels: {} },
  clearing_circles: { type: 'gauge', help: 'Workshops of which somebody is connected here.', labels: {} },
  clearing_bus_up: {
    type: 'gauge',
    help: '1 while this process hears the others of its site, or is told to be the only one.',
    labels: {},
  },
  clearing_draining: { type: 'gauge', help: '1 from the word to end until the end.', labels: {} },
} as const satisfies Record<string, Measure>

export type MeasureName = keyof typeof MEASURES

/** `value` if it may stand in a label with these values. */
export const labelled = (values: readonly string[], value: string): string => (values.includes(value) ? value : OTHER)
