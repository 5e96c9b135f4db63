// Which mistakes of a facilitator's board must the tests never let pass? In the form of ../planted.mjs.

const STATE = ['app/client/circle/board-state.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const ON_A_BOARD = [
  {
    wrong: 'Rooms of the round before would stay on the board when a new one is paired.',
    file: 'app/client/circle/board-state.ts',
    text: 'head.round === board.head.round && !isMadeAnew(board, change) ? board.rooms : []',
    instead: 'board.rooms',
    tests: STATE,
  },
  {
    wrong: 'A change that was overtaken would put back what was true before.',
    file: 'app/client/circle/board-state.ts',
    text: 'if (isOlder(change, board)) return board',
    instead: '',
    tests: STATE,
  },
  {
    wrong: 'Who asked first would not be seen first.',
    file: 'app/client/circle/board-state.ts',
    text: "(one.need === 'help' ? (one.room.help?.since ?? 0) - (other.room.help?.since ?? 0) : 0) ||",
    instead: '',
    tests: STATE,
  },
  {
    wrong: 'Whoever was left behind in a room would be seen by nobody.',
    file: 'app/client/circle/board-state.ts',
    text: '(room === null || broken.has(room))',
    instead: 'room === null',
    tests: STATE,
  },
  {
    wrong: 'A finger on its way would part people whom another board has just brought together.',
    file: 'app/workshop/[code]/board/sheets.ts',
    text: 'OF_ALL.includes(at) && standOf(before) !== standOf(head)',
    instead: 'false',
    tests: ['app/workshop/[code]/board/sheets.test.ts'],
  },
  {
    wrong: 'How long a room has waited for somebody would stand still on the board.',
    file: 'app/client/circle/board-state.ts',
    text: 'behindSince === null ? behindMs : now - behindSince',
    instead: 'behindMs',
    tests: STATE,
  },
  {
    wrong: 'A room that waits for somebody would be told as behind by what all were stopped for.',
    file: 'lib/protocol/common-clock.ts',
    text: 'now - apartMs(sitting, now) : null',
    instead: 'hold.since : null',
    tests: ['lib/protocol/direct.test.ts'],
  },
  {
    wrong: 'Rooms would change their places whenever somebody in one of them loads their page anew.',
    file: 'app/client/circle/board-state.ts',
    text: "(stage === 'gathering' || held !== null)",
    instead: 'true',
    tests: STATE,
  },
  {
    wrong: 'Once everybody was called back the board would name the question that is over as the one of this round.',
    file: 'app/workshop/[code]/board/moment.ts',
    text: "const isNext = moment === 'gathering' || moment === 'over'",
    instead: "const isNext = moment === 'gathering' || (moment === 'over' && head.clock === null)",
    tests: ['app/workshop/[code]/board/moment.test.ts'],
  },
  {
    wrong: 'Of a room that is held the board would show that no time is left.',
    file: 'lib/protocol/glance.ts',
    text: 'const { endsAt } = bounds(phase, startedAt)',
    instead: 'const { endsAt } = sitting.hold ? { endsAt: null } : bounds(phase, startedAt)',
    tests: ['lib/protocol/direct.test.ts'],
  },
  {
    wrong: 'What is told while the board is on its way would be lost.',
    file: 'app/client/circle/board-link.ts',
    text: 'return learn(waited.reduce(merged, answer.board))',
    instead: 'return learn(answer.board)',
    tests: ['app/client/circle/board-link.test.ts'],
  },
  {
    wrong:
      'A facilitator who can’t see the board would be told that something is done which they have just taken back.',
    file: 'app/workshop/[code]/board/done-words.ts',
    text: 'return ask.off ? done.takenBack : reflection',
    instead: 'return reflection',
    tests: ['app/workshop/[code]/board/done-words.test.ts'],
  },
  {
    wrong:
      'Somebody who can’t see would not be told that the bell has rung a second time, or that the sound is gone again.',
    file: 'app/parts/says.ts',
    text: 'return anew || text !== before.text ?',
    instead: 'return text !== before.text ?',
    tests: ['app/parts/says.test.ts'],
  },
  {
    wrong: 'A plan of another program would be taken for one of ours.',
    file: 'app/workshop/plan-text.ts',
    text: "if (!file || file.kind !== KIND || typeof file.version !== 'number') return UNREADABLE",
    instead: "if (!file || typeof file.version !== 'number') return UNREADABLE",
    tests: ['app/workshop/plan.test.ts'],
  },
  {
    wrong: 'A board would show rooms that are no more, and a facilitator knock at them.',
    file: 'server/circle/telling.ts',
    text: '    roomsInAll: rooms.length,\n',
    instead: '',
    tests: ['server/circle/rooms-seen.test.ts'],
  },
  {
    wrong: 'A board whose workshop is closed would go on showing its rooms.',
    file: 'app/client/circle/board-state.ts',
    text: '.filter(({ n }) => n <= roomsInAll)',
    instead: '',
    tests: STATE,
  },
  {
    wrong: 'What a facilitator says would ring on the walls though it was refused.',
    file: 'server/circle/asks.ts',
    text: '    if (!out.ok) return { ...refuse(out.code), ...(out.why',
    instead:
      "    if (ask.do === 'say') circles.say(id, ask.text)\n    if (!out.ok) return { ...refuse(out.code), ...(out.why",
    tests: ['server/circle/workshop.test.ts'],
  },
  {
    wrong: 'A facilitator would look for somebody who is back, in a room that waits for a word of its people.',
    file: 'app/workshop/[code]/board/room-words.ts',
    text: "  if (held?.why === 'away' && !missing) return words.heldStill\n",
    instead: '',
    tests: ['app/workshop/[code]/board/room-words.test.ts'],
  },
]
