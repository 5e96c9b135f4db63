// Which mistakes about what grows, and about what many pairs need, must the tests never let pass? In the form of ../planted.mjs.

const TREND = ['e2e/load/trend.test.ts']
const PLAN = ['e2e/load/plan.test.ts']
const LOBBY = ['server/lobby/lobby.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const AT_SCALE = [
  {
    wrong: 'A soak would call a server flat of which it knows nothing.',
    file: 'e2e/load/trend.ts',
    text: "if (most <= limit) return 'flat'",
    instead: "if (least <= limit) return 'flat'",
    tests: TREND,
  },
  {
    wrong: 'One wild reading would make a server seem to grow.',
    file: 'e2e/load/trend.ts',
    text: 'slope: median(slopes),',
    instead: 'slope: slopes.reduce((sum, one) => sum + one, 0) / slopes.length,',
    tests: TREND,
  },
  {
    wrong: 'More readings would never make a soak surer.',
    file: 'e2e/load/trend.ts',
    text: 'Math.sqrt((count * (count - 1) * (2 * count + 5)) / 18)',
    instead: 'slopes.length / 6',
    tests: TREND,
  },
  {
    wrong: 'The page on many processes would promise machines that are too few.',
    file: 'e2e/load/plan.ts',
    text: '(pairs * MEASURED.pairUs) / 1e6 / coreUsed',
    instead: '(pairs * MEASURED.pairUs) / 1e6',
    tests: PLAN,
  },
  {
    wrong: 'The page would forget that sentences go through the Redis where a pair is at two processes.',
    file: 'e2e/load/plan.ts',
    text: '(isApart ? MEASURED.sentenceUs : 0)',
    instead: '0',
    tests: PLAN,
  },
  {
    wrong: 'Strangers who gave up would be counted as brought together, and waits be too short.',
    file: 'e2e/load/plan-simulation.ts',
    text: 'queue = queue.filter(({ until }) => until > at)',
    instead: 'queue = [...queue]',
    tests: PLAN,
  },
  {
    wrong: 'Each meeting of strangers would be waited for in a process for four hours, be it long over.',
    file: 'server/lobby/guests.ts',
    text: 'ends.arm(at(room, seat), now + MEETING_MS)',
    instead: 'clock.at(now + MEETING_MS, () => guests.delete(at(room, seat)))',
    tests: LOBBY,
  },
  {
    wrong: 'The connection of everybody who went without a word would be held for four hours.',
    file: 'server/lobby/asks.ts',
    text: '      if (known) known.line.to = null\n',
    instead: '',
    tests: LOBBY,
  },
  {
    wrong: 'One page would tell of a process that bears twice the people whom the other has measured.',
    file: 'README.md',
    text: 'a sentence a second each: 27 %',
    instead: 'a sentence a second each: 16 %',
    tests: PLAN,
  },
  {
    wrong: 'Everybody of a lost process would be promised back four times as soon as they are.',
    file: 'server/deploy/SCALING.md',
    text: 'are 0.9 s of work',
    instead: 'are 0.2 s of work',
    tests: PLAN,
  },
]
