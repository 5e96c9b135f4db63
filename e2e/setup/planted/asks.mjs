// Which mistakes in what is answered, and what of it is written down, must the tests never let pass? In the form of ../planted.mjs.

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const IN_ANSWERS = [
  {
    wrong:
      'Whoever has something to report while rooms can’t be read would be told that they sat with nobody, and counted as guessing.',
    file: 'server/lobby/asks.ts',
    text: '    if (whose && !whose.ok) return refuse(whose.code)\n',
    instead: "    if (whose && !whose.ok) return refuse('not-yours')\n",
    tests: ['server/lobby/asks.test.ts'],
  },
  {
    wrong: 'A store that is away for a minute would fill a disk with one line for each ask of everybody.',
    file: 'server/log.ts',
    text: '    const { ask: _, ...same } = line\n',
    instead: '    const same = line\n',
    tests: ['server/log.test.ts'],
  },
  {
    wrong: 'Refusals of one kind would be written down one by one, while faults are not.',
    file: 'server/log.ts',
    text: "if (line.ask !== undefined) tellOnce('info', line)",
    instead: 'if (line.ask !== undefined) out.info(line)',
    tests: ['server/log.test.ts'],
  },
  {
    wrong: 'A quiet site would know for weeks which addresses had been there.',
    file: 'server/wire/limits.ts',
    text: '      if (share?.sockets === 0) sweepLater()\n',
    instead: '',
    tests: ['server/wire/limits.test.ts'],
  },
  {
    wrong: 'Whoever used up their share of an address, and left, would have a whole one a minute later.',
    file: 'server/wire/limits.ts',
    text: 'if (isWhole(share, now)) shares',
    instead: 'if (share) shares',
    tests: ['server/wire/limits.test.ts'],
  },
  {
    wrong: 'A quiet site would know for weeks which devices had turned to strangers.',
    file: 'server/lobby/limits.ts',
    text: '    sweepLater()\n',
    instead: '',
    tests: ['server/lobby/limits.test.ts'],
  },
  {
    wrong: 'Each report that comes would have every other read from the store, one after the other.',
    file: 'server/safety/reports.ts',
    text: '        if (isDone) continue\n',
    instead: '',
    tests: ['server/safety/reports.test.ts'],
  },
  {
    wrong: 'Reports that an earlier release has sent would be read each time that one comes.',
    file: 'server/safety/reports.ts',
    text: '      if (over.size > 0) await done(over)\n',
    instead: '',
    tests: ['server/safety/reports.test.ts'],
  },
  {
    wrong: 'A bug of ours would be told as if others had been in the way of whoever asked.',
    file: 'server/observe/asking.ts',
    text: "{ ...refuse('busy'), message: OUR_MISTAKE }",
    instead: "refuse('busy')",
    tests: ['server/observe/asking.test.ts'],
  },
]
