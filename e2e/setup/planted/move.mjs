// Which mistakes must the tests never let pass where a page moves on from a process that is to end? In the form of ../planted.mjs.

const FILE = 'app/client/line/seat-line.ts'
const tests = ['app/client/line/seat-move.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const ON_THE_MOVE = [
  {
    wrong: 'A page that is told to move on would leave its process before another has seated it.',
    file: FILE,
    text: "    known.blame('moving')\n",
    instead: "    known.blame('moving')\n    live?.close()\n",
    tests,
  },
  {
    wrong: 'A page that has moved on would keep the process that is to end waiting.',
    file: FILE,
    text: '    if (before && before !== wire) before.close()\n',
    instead: '',
    tests,
  },
  {
    wrong: 'A page that came to another process that is to end would ask it for its seat again and again.',
    file: FILE,
    text: "      if (answer.code === 'draining' && wire === coming && mine === round) return wire.redial()\n",
    instead: '',
    tests,
  },
  {
    wrong: 'A page that moves on would take itself for another tab.',
    file: FILE,
    text: '      else if (!coming) ports.otherTab()',
    instead: '      else ports.otherTab()',
    tests,
  },
  {
    wrong: 'Whoever presses something just as their page moves on would read that there is no such room.',
    file: FILE,
    text: "wire === live && code === 'gone'",
    instead: "wire === live && code === 'never'",
    tests,
  },
  {
    wrong:
      'A page would not see what came together with the answer that gives it its seat, and show what is no longer so.',
    file: FILE,
    text: '    for (const tell of behind) tell()\n',
    instead: '',
    tests,
  },
  {
    wrong: 'A page would be told what was meant for a connection that it has lost.',
    file: FILE,
    text: '    early = []\n    if (token)',
    instead: '    if (token)',
    tests,
  },
]
