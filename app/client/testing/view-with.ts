// What does a view look like in which nothing is special? For tests: a sitting of two, to which each adds what it is about.
import type { RoomView } from '../../../lib/wire/events.ts'

export function viewWith(change: Partial<RoomView> = {}): RoomView {
  return {
    room: 'r'.repeat(22),
    rev: 1,
    now: 1_000_000,
    stage: 'sitting',
    kind: 'friends',
    medium: 'text',
    clock: 'timed',
    format: {
      id: 'listening',
      title: '',
      totalMs: null,
      phases: [
        { kind: 'arrive', ms: 60_000, floor: 'none' },
        { kind: 'speak', ms: 300_000, floor: 'a', turn: 1 },
        { kind: 'settle', ms: 30_000, floor: 'none' },
        { kind: 'drop', ms: 90_000, floor: 'none' },
        { kind: 'thanks', ms: 20_000, floor: 'all' },
      ],
    },
    you: 'b',
    can: [],
    seats: {
      a: { name: 'Ana', here: true, ready: true, key: 'xa' },
      b: { name: 'Bo', here: true, ready: true, key: 'xb' },
    },
    first: { seat: 'a', how: 'wish', both: null },
    phase: { n: 1, kind: 'speak', floor: 'a', startedAt: 1_000_000, bellAt: 1_300_000, endsAt: 1_307_000, on: [] },
    held: null,
    more: null,
    lines: null,
    wish: null,
    answered: null,
    closed: null,
    ...change,
  }
}
