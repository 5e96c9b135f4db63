// Which mistakes must the tests never let pass in the rarer rows of what can happen to a site: a Redis that is full or lost its last
// bytes, a process that stood still, a device whose clock is wrong? In the form of planted.mjs.

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const IN_RARE_WEATHER = [
  {
    wrong: 'Whoever keeps a site whose Redis has no memory left would be told that it answers nonsense.',
    file: 'server/store/script.ts',
    text: "/\\bOOM\\b/.test(saying(error)) ? 'full' : 'bad-answer'",
    instead: "'bad-answer'",
    tests: ['server/faults/exhausted.test.ts'],
  },
]
