// Which mistakes must the tests never let pass in what people are told when the network, the Redis or the machine fails them? In the form
// of planted.mjs.

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const WHEN_THINGS_FAIL = [
  {
    wrong:
      'Whoever’s network swallows everything would sit before the other for longer than the ten seconds that are promised.',
    file: 'server/wire/sockets.ts',
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
  {
    wrong: 'A store that is back would be asked for thousands of rooms in one moment, and given up as too slow.',
    file: 'server/few-at-once.ts',
    text: '      if (underWay >= most) return\n',
    instead: '',
    tests: ['server/few-at-once.test.ts'],
  },
  {
    wrong: 'A process that missed something would ask for all its rooms in one moment.',
    file: 'server/fan-out/elsewhere.ts',
    text: 'void few.run(room, () => director.refresh(room))',
    instead: 'void director.refresh(room)',
    tests: ['server/few-at-once.test.ts'],
  },
  {
    wrong: 'A process whose writes were given up would try them all again in one moment.',
    file: 'server/room/debts.ts',
    text: 'const again = () => void few.run(',
    instead: 'const again = () => void ((_name: string, go: () => unknown) => go())(',
    tests: ['server/few-at-once.test.ts'],
  },
  {
    wrong: 'A store that is away would write thousands of lines a second that say the same.',
    file: 'server/log.ts',
    text: '      known.times++\n      return\n',
    instead: '      known.times++\n',
    tests: ['server/log.test.ts'],
  },
  {
    wrong: 'An act that was given up, and came to the store late, would be seen the later the longer the store failed.',
    file: 'server/room/debts.ts',
    text: 'if (doubt) doubt.until = at\n      else lookIn(id, at)',
    instead: 'if (doubt) settle(id)\n      lookIn(id, at)',
    tests: ['server/room/keeper.test.ts'],
  },
]
