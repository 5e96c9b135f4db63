// How does a process stand still in a test? Its time goes on, and none of its alarms ring until it is woken.
import type { Ms } from '../../lib/protocol/room.ts'
import type { Clock } from '../ports.ts'
import type { HandClock } from './hand-clock.ts'

export interface StallingClock extends Clock {
  /** `ms` pass without anything of the process running. Alarms that were due in them ring as the hand clock goes on. */
  stall(ms: Ms): void
}

export function createStallingClock(hand: HandClock): StallingClock {
  let slept = 0
  return {
    now: () => hand.now() + slept,
    at: (at, ring) => hand.at(at - slept, ring),
    stall(ms) {
      slept += ms
    },
  }
}
