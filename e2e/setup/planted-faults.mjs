// Which mistakes must the tests never let pass in what people are told when the network, the Redis or the machine fails them? In the form
// of planted.mjs.

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const WHEN_THINGS_FAIL = [
  {
    wrong:
      'Whoever’s network swallows everything would sit before the other for longer than the ten seconds that are promised.',
    file: 'server/sockets.ts',
    text: 'const ANSWER_MS = 4500\n',
    instead: 'const ANSWER_MS = 7500\n',
    tests: ['server/faults/network.test.ts'],
  },
  {
    wrong:
      'A Redis whose disk is full would be taken for dead, and no words would pass between two processes while it is.',
    file: 'server/store/keep-dialled.ts',
    text: "    if (!(error instanceof ErrorReply && error.message.startsWith('MISCONF'))) throw error\n",
    instead: '    throw error\n',
    tests: ['server/faults/exhausted.test.ts'],
  },
  {
    wrong: 'What is promised of a thousand pairs would be called nearly kept where it was not.',
    file: 'e2e/load/row.ts',
    text: 'judge(value, target, isExact)',
    instead: 'judge(value, target)',
    tests: ['e2e/load/arithmetic.test.ts'],
  },
]
