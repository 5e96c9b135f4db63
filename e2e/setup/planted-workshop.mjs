// Which mistakes of a workshop must the tests never let pass? In the form of planted.mjs.

const RULES = ['lib/protocol/direct.test.ts']
const CIRCLE = ['lib/circle/rounds.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const IN_A_WORKSHOP = [
  {
    wrong: 'The rooms of a round would begin one after the other, and ring one after the other.',
    file: 'lib/protocol/direct.ts',
    text: 'const begun = begin(room, at)',
    instead: 'const begun = begin(room, room.at)',
    tests: RULES,
  },
  {
    wrong: 'Two who are done early would end their turn before the others, and hear another bell.',
    file: 'lib/protocol/may.ts',
    text: 'if (holder(sitting, phase) === seat && !saidOn(sitting, n).includes(seat)) can',
    instead: 'if (!saidOn(sitting, n).includes(seat)) can',
    tests: RULES,
  },
  {
    wrong: 'Anybody could let a clock run that the facilitator holds for all.',
    file: 'lib/protocol/may.ts',
    text: "room.sitting.hold.why !== 'facilitator' && ",
    instead: '',
    tests: RULES,
  },
  {
    wrong: 'Somebody who is missing when all go on would lose their turn.',
    file: 'lib/protocol/direct.ts',
    text: "if (!isAllHere) return { ...rest, hold: { ...held, why: 'away' } }",
    instead: '',
    tests: RULES,
  },
  {
    wrong: 'Rooms of three would end later than rooms of two after each minute that was added.',
    file: 'lib/protocol/common-clock.ts',
    text: 'Math.round(totalMs / grow.length)',
    instead: 'Math.round(totalMs / 2)',
    tests: RULES,
  },
  {
    wrong: 'A room that catches up would have turns in the time of other turns.',
    file: 'lib/protocol/common-clock.ts',
    text: 'return n > own.n && n <= until ? [] : [phase]',
    instead: 'return [phase]',
    tests: RULES,
  },
  {
    wrong: 'What one person gave could be read from two looks at the sums.',
    file: 'lib/circle/learned.ts',
    text: 'all.length < GIVERS_LEAST ?',
    instead: 'all.length < GIVERS_LEAST && !open ?',
    tests: CIRCLE,
  },
  {
    wrong: 'The number of a circle would tell who has just given how it was.',
    file: 'lib/circle/people.ts',
    text: '  if (next.learned.open === circle.learned.open) return { ok: true, circle: { ...circle, ...next } }\n',
    instead: '',
    tests: CIRCLE,
  },
  {
    wrong: 'A wall would show the names of whoever is here.',
    file: 'lib/circle/circle-view.ts',
    text: '    audience: circle.audience,\n',
    instead: '    audience: own.map(({ name }) => name).join(),\n',
    tests: CIRCLE,
  },
  {
    wrong: 'A phone that was in a pocket for half a minute would leave its person without a partner.',
    file: 'lib/circle/circle.ts',
    text: 'goneSince === null || now < goneSince + HERE_MS',
    instead: 'goneSince === null',
    tests: CIRCLE,
  },
  {
    wrong: 'The board and the rooms would tell of different phases, by seven seconds more after each turn.',
    file: 'lib/circle/circle-view.ts',
    text: 'ms: lengthOf(phase) ?? 0',
    instead: 'ms: phase.ms ?? 0',
    tests: CIRCLE,
  },
  {
    wrong: 'Two who are seated while all clocks stand still would sit by a clock that runs.',
    file: 'lib/circle/pairs.ts',
    text: "    if (round.stoppedAt !== null) orders.push(toRooms(made, { do: 'hold' }, now))\n",
    instead: '',
    tests: CIRCLE,
  },
  {
    wrong: 'A round could wait for ever in a phase that no clock ends and nobody in it may.',
    file: 'lib/formats/formats.ts',
    text: "['round', 'listening', 'taste', 'dyad'] as const",
    instead: "['round', 'listening', 'taste', 'dyad', 'repair'] as const",
    tests: CIRCLE,
  },
  {
    wrong: 'Names and pairs of a workshop would be kept after it was closed.',
    file: 'lib/circle/rounds.ts',
    text: '    people: {},\n',
    instead: '',
    tests: CIRCLE,
  },
  {
    wrong: 'Anybody of a circle could direct it.',
    file: 'server/circles.ts',
    text: 'watches.get(id)?.ears.boards.has(ear) ? id : null',
    instead: 'watches.get(id) ? id : null',
    tests: ['server/workshop.test.ts'],
  },
  {
    wrong: 'Whoever guesses a key would see the board.',
    file: 'server/circle-asks.ts',
    text: "if (circle.key !== hash(ask.key)) return refuse('not-yours')",
    instead: '',
    tests: ['server/workshop.test.ts'],
  },
  {
    wrong: 'Rooms whose process was lost would never be there for their people.',
    file: 'server/circle-rooms.ts',
    text: "if (!out.ok && out.code === 'gone' && isDue) {",
    instead: 'if (isDue && !isDue) {',
    tests: ['server/workshop-faults.test.ts'],
  },
]
