// Which mistakes about one's own answer to the closing question must the tests never let pass? As in planted.mjs.
const LINE = 'app/client/writing/own-line.ts'
const tests = ['app/client/writing/own-line.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const OF_AN_OWN_LINE = [
  {
    wrong: 'Whoever had chosen to keep their line would offer it after the page was loaded anew.',
    file: LINE,
    text: "becomes === 'offer' || becomes === 'keep' ? becomes : null",
    instead: 'null',
    tests,
  },
  {
    wrong: 'What somebody has chosen for their line would be forgotten with the panel on which they chose it.',
    file: 'app/client/writing/lines-link.ts',
    text: 'choose: (becomes: Becoming): void => keep({ becomes }),',
    instead: 'choose: (_: Becoming): void => changed(),',
    tests,
  },
  {
    wrong: 'Whoever is about to keep a line after all would read after a hold that it is sealed, and nothing else.',
    file: LINE,
    text: 'return offered !== null && says !== offered',
    instead: 'return offered !== null && text.trim() !== offered',
    tests,
  },
]
