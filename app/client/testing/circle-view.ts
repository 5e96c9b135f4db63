// What does a circle look like in which nothing is special? For tests: fourteen people before the first round, to which each adds
// what it is about.
import type { CircleView } from '../../../lib/wire/circle.ts'

export function circleView(change: Partial<CircleView> = {}): CircleView {
  return {
    circle: 'c'.repeat(22),
    code: 'K7M4QX2P',
    rev: 1,
    now: 1_000_000,
    title: 'Tuesday circle',
    audience: 'Everybody who is here',
    medium: 'together',
    format: { id: 'round', title: '', totalMs: 660_000 },
    stage: 'gathering',
    people: 14,
    here: 14,
    round: 0,
    rounds: 3,
    prompt: null,
    nextPrompt: 'What brought you here',
    clock: null,
    backBy: null,
    you: { person: 'p1', name: 'Maya' },
    place: null,
    ...change,
  }
}
