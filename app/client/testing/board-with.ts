// What does a board look like in a test? A round that runs, with whatever the test is about in its place.
import type { Board, BoardHead, BoardPerson, BoardRoom } from '../../../lib/wire/circle.ts'

const MINUTE = 60_000

export function headWith(change: Partial<BoardHead> = {}): BoardHead {
  return {
    circle: 'c'.repeat(22),
    code: 'K7M4QX2P',
    rev: 1,
    now: 0,
    title: 'Tuesday circle',
    audience: '',
    medium: 'together',
    format: { id: 'round', title: 'A round', totalMs: 11 * MINUTE },
    stage: 'running',
    people: 4,
    here: 4,
    round: 1,
    rounds: 3,
    prompt: null,
    nextPrompt: null,
    clock: { phases: [{ kind: 'speak', ms: 11 * MINUTE }], startedAt: 0, stoppedAt: null, endsAt: 11 * MINUTE },
    backBy: null,
    odd: 'trio',
    late: 'finish',
    fixed: [],
    apart: [],
    alone: null,
    learned: null,
    ...change,
  }
}

export function personWith(change: Partial<BoardPerson> = {}): BoardPerson {
  return { id: 'p1', name: 'Ana', here: true, room: 1, odd: 0, reflects: false, ...change }
}

export function roomWith(change: Partial<BoardRoom> = {}): BoardRoom {
  const { n = 1, people = ['p1', 'p2'] } = change
  return {
    n,
    room: `room-${n}`,
    people,
    here: people,
    stage: 'sitting',
    phase: { kind: 'speak', n: 1, startedAt: 0, endsAt: 4 * MINUTE, speaker: people[0] ?? null },
    held: null,
    behindMs: 0,
    behindSince: null,
    help: null,
    visit: null,
    closed: null,
    ...change,
  }
}

export function boardWith(change: Partial<Board> = {}): Board {
  return { head: headWith(), people: [], rooms: [], ...change }
}
