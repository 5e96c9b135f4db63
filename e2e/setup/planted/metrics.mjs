// Which mistakes of what is counted, and of who is told how the process is, must the tests never let pass? In the form of ../planted.mjs.

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const IN_THE_METRICS = [
  {
    wrong:
      'Whoever likes could write words, or the id of their room, into a label, and make a number more with each ask.',
    file: 'server/observe/measures.ts',
    text: '(values.includes(value) ? value : OTHER)',
    instead: '(values.length > 0 ? value : OTHER)',
    tests: ['server/observe/metrics.test.ts', 'server/observe/sitting.test.ts'],
  },
  {
    wrong: 'A site that refuses everybody would look like one at rest.',
    file: 'server/observe/metrics.ts',
    text: '        if (!answer.ok) refusals({ event, code: answer.code })\n',
    instead: '',
    tests: ['server/observe/metrics.test.ts', 'server/observe/sitting.test.ts'],
  },
  {
    wrong: 'What is refused at the door would be counted by nobody.',
    file: 'server/wire/sockets.ts',
    text: '        answered(admitted.refusal)\n',
    instead: '        reply(admitted.refusal)\n',
    tests: ['server/observe/sitting.test.ts'],
  },
  {
    wrong: 'People would be sent to a process that is about to end.',
    file: 'server/observe/health.ts',
    text: "    if (isDraining()) tell('draining')\n    // And again when all have answered: it may have begun meanwhile.\n    else void failing().then(state => tell(isDraining() ? 'draining' : state))\n",
    instead: '    void failing().then(tell)\n',
    tests: ['server/observe/health.test.ts'],
  },
  {
    wrong: 'What never answers would keep every balancer waiting, and the process in the row.',
    file: 'server/observe/health.ts',
    text: 'const cancel = clock.at(clock.now() + PATIENCE_MS, () => resolve(false))',
    instead: 'const cancel = () => {}',
    tests: ['server/observe/health.test.ts'],
  },
  {
    wrong: 'An answer would name a line of the log that nobody can find.',
    file: 'server/observe/asking.ts',
    text: "log.note('refused', { event, code: answer.code, ask })",
    instead: "log.note('refused', { event, code: answer.code })",
    tests: ['server/observe/asking.test.ts'],
  },
  {
    wrong: 'The metrics would be read by everybody, on the public port.',
    file: 'server/app.ts',
    text: '    if (answerHealth(request, response)) return\n',
    instead:
      "    if (request.url === '/metrics' && meter) return response.end('clearing_sockets 0')\n    if (answerHealth(request, response)) return\n",
    tests: ['server/observe/metrics-port.test.ts'],
  },
  {
    wrong: 'An alert would look at a number that nobody counts, and never come.',
    file: 'server/observe/alerts.yaml',
    text: 'clearing_holds_total{why="late"}',
    instead: 'clearing_holds_total{why="slept"}',
    tests: ['server/observe/watching.test.ts'],
  },
  {
    wrong: 'A store that takes long to say its name would be one of many that are called `other`.',
    file: 'server/observe/measures.ts',
    text: '  forget: true,\n  epoch: true,\n',
    instead: '  forget: true,\n',
    tests: ['server/counted.test.ts'],
  },
  {
    wrong: 'Whoever is alarmed by a fault would look for one in the log that is called `other` there, and not find it.',
    file: 'server/observe/measures.ts',
    text: "  'circle-farewell': true,\n",
    instead: '',
    tests: ['server/observe/metrics.test.ts'],
  },
]
