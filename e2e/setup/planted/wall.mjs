// Which mistakes would let a facilitator into a room unseen, leave somebody alone, or show a line that nobody gave? In the form of ../planted.mjs.

const VISIT = ['lib/protocol/visit.test.ts']
const LEFT = ['lib/circle/left-behind.test.ts']
const OFFERED = ['lib/circle/offered.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const BY_THE_WALL = [
  {
    wrong: 'Whoever sits with the question of a round would be led away from it by the next who waits.',
    file: 'lib/circle/pairs.ts',
    text: "placeOf(circle, id, now)?.at === 'waiting'",
    instead: "['waiting', 'reflect'].includes(placeOf(circle, id, now)?.at ?? '')",
    tests: LEFT,
  },
  {
    wrong: 'Whoever came late would be left alone with a question, though others may still come.',
    file: 'lib/circle/circle-view.ts',
    text: "(left === 'reflect' && room !== undefined)",
    instead: "left === 'reflect'",
    tests: LEFT,
  },
  {
    wrong: 'A room that was left before the beginning would count as a meeting of two.',
    file: 'lib/circle/rounds.ts',
    text: 'const rooms = round.rooms.filter(({ over }) => !over)',
    instead: 'const rooms = round.rooms',
    tests: LEFT,
  },
  {
    wrong: 'A third would be put to two who wished to sit with each other.',
    file: 'lib/circle/pairs.ts',
    text: '(isFixed(room) ? 1_000 : 0)',
    instead: '0',
    tests: LEFT,
  },
  {
    wrong: 'The order of the lines on a wall would tell who offered theirs after whom.',
    file: 'lib/circle/offered.ts',
    text: '.sort((one, other) => (one.id < other.id ? -1 : 1))',
    instead: '',
    tests: OFFERED,
  },
  {
    wrong: 'Somebody could fill a wall alone.',
    file: 'lib/circle/offered.ts',
    text: 'marks.includes(mark) || own.offered?.includes(round)',
    instead: 'false',
    tests: OFFERED,
  },
  {
    wrong: 'One of two could let the facilitator in, and the other would find them there.',
    file: 'lib/protocol/visit.ts',
    text: 'people(room).every(seat',
    instead: 'people(room).some(seat',
    tests: VISIT,
  },
  {
    wrong: 'Whoever knocks would break into the turn of somebody who speaks.',
    file: 'lib/protocol/visit.ts',
    text: "    if (floor === 'none' || floor === 'all') return at\n",
    instead: '    if (floor) return at\n',
    tests: VISIT,
  },
  {
    wrong: 'A knock that nobody answers would stand before two people for the rest of their sitting.',
    file: 'lib/protocol/visit.ts',
    text: "stage: 'asks', until: at + KNOCK_MS",
    instead: "stage: 'asks', until: null",
    tests: VISIT,
  },
  {
    wrong: 'A yes to a knock would let in whoever knocks the next time.',
    file: 'lib/protocol/step.ts',
    text: "if (intent.do === 'admit' && room.visit?.since !== intent.since)",
    instead: "if (intent.do === 'admit' && !room.visit)",
    tests: VISIT,
  },
  {
    wrong: 'One would see that the other has said yes, and could hardly say no any more.',
    file: 'lib/protocol/view.ts',
    text: 'yes: visit.yes.includes(you)',
    instead: 'yes: visit.yes.length > 0',
    tests: VISIT,
  },
  {
    wrong: 'The number of a room would tell that somebody has answered a knock.',
    file: 'lib/protocol/step.ts',
    text: "if (intent.do === 'admit') return intent.yes && before.visit?.stage === after.visit?.stage",
    instead: "if (intent.do === 'admit') return false",
    tests: VISIT,
  },
  {
    wrong: 'Whoever was let in could not be shown out any more.',
    file: 'lib/protocol/visit.ts',
    text: "return isTheirs ? ['admit', 'lend'] : ['admit']",
    instead: "return isTheirs ? ['lend'] : []",
    tests: VISIT,
  },
  {
    wrong: 'A facilitator would sit in a room unseen by one of the two.',
    file: 'lib/protocol/view.ts',
    text: "(visit?.stage !== 'asks' && visit?.stage !== 'in')",
    instead: "(visit?.stage !== 'asks' && !(visit?.stage === 'in' && you === 'a'))",
    tests: VISIT,
  },
  {
    wrong: 'Whoever listens could give away the turn of the one who speaks.',
    file: 'lib/protocol/visit.ts',
    text: "floor === seat || floor === 'all'\n",
    instead: "floor !== 'none'\n",
    tests: VISIT,
  },
  {
    wrong: 'A facilitator who was given the word once would keep it in every turn that follows.',
    file: 'lib/protocol/visit.ts',
    text: 'return whereAt(sitting, now).n === phase && ',
    instead: 'return phase >= 0 && ',
    tests: VISIT,
  },
  {
    wrong: 'A word that was given while the clock stood still would go on in the turn that it ran out of.',
    file: 'lib/protocol/visit.ts',
    text: ' && (sitting.hold?.since ?? null) === held',
    instead: ' && held !== 0',
    tests: VISIT,
  },
]
