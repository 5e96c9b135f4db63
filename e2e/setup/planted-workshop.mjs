// Which mistakes of a workshop must the tests never let pass? In the form of planted.mjs.

const RULES = ['lib/protocol/direct.test.ts']

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
    file: 'lib/protocol/direct.ts',
    text: 'Math.round(totalMs / count)',
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
]
