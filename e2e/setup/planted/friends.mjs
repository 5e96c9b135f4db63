// Which mistakes on a friend's screen must the tests never let pass? As in planted.mjs.

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const BETWEEN_FRIENDS = [
  {
    wrong: 'Whoever speaks and is off the line would see their time run down, and jump back when they are on it again.',
    file: 'app/client/line/room-link.ts',
    text: '    standAt(isQuiet ? line.heard() : null)\n',
    instead: '',
    tests: ['app/client/line/room-link.test.ts'],
  },
  {
    wrong: 'Whoever left a room off the line would see every later time stand still.',
    file: 'app/client/line/room-link.ts',
    text: '    standAt(null)\n',
    instead: '',
    tests: ['app/client/line/room-link.test.ts'],
  },
  {
    wrong: 'Whoever is off the line would hear the bell end a turn that the room holds for them.',
    file: 'app/client/sound/bell-plan.ts',
    text: "state.at === 'in' && link !== 'quiet'",
    instead: "state.at === 'in'",
    tests: ['app/client/sound/bell-plan.test.ts'],
  },
  {
    wrong: 'Whoever loads a page anew on which they wait for a stranger would wait no more.',
    file: 'app/practice/seeking.ts',
    text: "readStored('tab', WAITS_KEY) === true",
    instead: "readStored('device', WAITS_KEY) === true",
    tests: ['app/practice/seeking.test.ts'],
  },
  {
    wrong: 'Whoever comes to the door of practice by a link would wait for a stranger without having said so.',
    file: 'app/practice/seeking.ts',
    text: "entry?.type === 'reload' && ",
    instead: '',
    tests: ['app/practice/seeking.test.ts'],
  },
]
