// Which mistakes about whose connection is of which circle must the tests never let pass? In the form of planted.mjs.

const TESTS = ['server/circles.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const OF_BELONGING = [
  {
    wrong: 'Who looks at another workshop and then hangs up would be paired with somebody in the first one.',
    file: 'server/circles.ts',
    text: '    if (left) farewell(left)\n',
    instead: '',
    tests: TESTS,
  },
  {
    wrong: 'A workshop that somebody has left for another one would be looked after for ever.',
    file: 'server/circle-belonging.ts',
    text: '      ears?.walls.delete(ear)\n',
    instead: '',
    tests: TESTS,
  },
  {
    wrong: 'The store would be asked for ever for a workshop that it has no more.',
    file: 'server/circles.ts',
    text: 'if (seen === null) return forget(id)',
    instead: 'if (seen === null) return',
    tests: TESTS,
  },
]
