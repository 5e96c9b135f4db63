// Which mistakes on the way to a stranger must the tests never let pass? In the form of ../planted.mjs.

const way = ['app/client/strangers/stranger-link.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const ON_THE_WAY = [
  {
    wrong: 'Whoever said yes to a stranger who said nothing would lose their place in front.',
    file: 'app/client/strangers/stranger-link.ts',
    text: '(isDeclined || own?.ready)',
    instead: '(isDeclined && own?.ready)',
    tests: way,
  },
  {
    wrong: 'Once the room is gone, no concern about the one who sat there could be told.',
    file: 'app/client/strangers/stranger-link.ts',
    text: 'remember({ ...met, newest: answer.token })',
    instead: 'remember({ ...met, token: answer.token, newest: answer.token })',
    tests: way,
  },
  {
    wrong: 'Whoever declined to meet somebody once more could tell no concern about the time before.',
    file: 'app/client/device/met.ts',
    text: "  if (before) writeStored('tab', MET, before)\n  else dropStored",
    instead: '  dropStored',
    tests: way,
  },
  {
    wrong: 'Whoever steps back would leave the other to wait out the half minute.',
    file: 'app/client/strangers/stranger-link.ts',
    text: "void own?.ask('intent', { do: 'leave' }).then(() => own.close())",
    instead: 'own?.close()',
    tests: way,
  },
  {
    wrong: 'Whoever came back on a new connection to a stranger who said nothing would wait for ever, in no queue.',
    file: 'app/client/strangers/stranger-link.ts',
    text: 'if (wire && pairedOn !== ups) void ask(wire)',
    instead: 'if (wire && pairedOn === null) void ask(wire)',
    tests: way,
  },
  {
    wrong: 'Whoever came back by a reload to a stranger who said nothing would wait for ever, in no queue.',
    file: 'app/client/strangers/stranger-link.ts',
    text: '    before = null\n    pairedOn = null\n',
    instead: '    before = null\n    pairedOn = ups + 1\n',
    tests: way,
  },
  {
    wrong: 'Whoever waits for a stranger where no connection comes would rest on a bell that cannot ring.',
    file: 'app/client/strangers/stranger-link.ts',
    text: '    known.quietLater(0)\n    become({ at: next.do',
    instead: '    become({ at: next.do',
    tests: way,
  },
  {
    wrong: 'Whoever waits for a stranger would read for good that the line is quiet, once it had been.',
    file: 'app/client/strangers/stranger-link.ts',
    text: '  function waits(): void {\n    known.live()\n',
    instead: '  function waits(): void {\n',
    tests: way,
  },
  {
    wrong: 'Whoever got no answer on a line that stands would wait for ever, in no queue.',
    file: 'app/client/strangers/stranger-link.ts',
    text: '      if (answer.ok) return waits()\n',
    instead: "      if (answer.ok) return waits()\n      if (answer.code === 'no-answer') return\n",
    tests: way,
  },
]
