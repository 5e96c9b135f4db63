// What does a whole site stand on? Everything that touches the world, so that a test can run the same thing with a clock in its hand.
import type { Ms } from '../lib/protocol/room.ts'
import type { Config } from './config.ts'
import type { LobbyRates } from './lobby/limits.ts'
import type { Meter } from './observe/meter.ts'
import type { Stalls } from './observe/stalls.ts'
import type { Bus, Clock, Ids, LobbyStore, Log, RoomStore } from './ports.ts'
import type { Limits } from './wire/limits.ts'

export interface AppPorts {
  config: Config
  store: RoomStore
  clock: Clock
  ids: Ids
  log: Log
  limits?: Limits
  /** By which this site knows again what it sealed; one of this process's own when left out. */
  secret?: string
  /** By which the other processes of this site are heard; this one is alone when left out. */
  bus?: Bus
  /** Where strangers wait and workshops are kept; in this process's own memory unless told otherwise. */
  lobbyStore?: LobbyStore
  lobbyRates?: LobbyRates
  /** Whether strangers' voices can go through a relay; as the configuration says, unless a test says otherwise. */
  hasRelay?: boolean
  /** False leaves every boundary to be found by whoever asks next. */
  punctual?: boolean
  /** Answers in the mirrored language of lib/words, to see that nothing depends on a side of the screen. */
  mirrored?: boolean
  /** How often a browser must answer, and how long it may take, in ms: 5000 unless a test has no time. */
  heartbeatMs?: Ms
  /** Whether this process stood still; never when left out. */
  stalls?: Stalls
  /** Counts what happens, where anybody wants to know. */
  meter?: Meter | undefined
}
