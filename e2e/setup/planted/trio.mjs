// Which mistakes in a room of three must the tests never let pass? In the form of ../planted.mjs.

const client = name => [`app/client/${name}.test.ts`]

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const AMONG_THREE = [
  {
    wrong: 'What one of three says would reach one of the others, and the third would sit before an empty page.',
    file: 'server/wire/words.ts',
    text: 'if (!heard.isOfStrangers) for (const other of heard.others)',
    instead: 'if (!heard.isOfStrangers) for (const other of heard.others.slice(0, 1))',
    tests: ['server/circle/workshop.test.ts'],
  },
  {
    wrong: 'A text that fits for one would be sealed for two, and the server would refuse both for its length.',
    file: 'app/client/writing/replay.ts',
    text: '(others > 1 ? TEXT_BYTES_FOR_TWO : TEXT_BYTES)',
    instead: 'TEXT_BYTES',
    tests: client('writing/saying'),
  },
  {
    wrong: 'Two who go on when the third has left could write no more than three could.',
    file: 'app/client/writing/sealing.ts',
    text: '.filter(([id, seat]) => id !== view.you && seat).length',
    instead: '.filter(([id, seat]) => id !== view.you || seat).length',
    tests: client('writing/saying'),
  },
  {
    wrong: 'The longest texts that a page lets pass would be too long to be sealed for two.',
    file: 'app/client/writing/replay.ts',
    text: 'TEXT_BYTES_FOR_TWO = 2800',
    instead: 'TEXT_BYTES_FOR_TWO = 3072',
    tests: client('writing/saying'),
  },
  {
    wrong: 'A line would not be sealed anew for the second of two others whose page was loaded again.',
    file: 'app/client/writing/sealing.ts',
    text: '...keyedOthers(view).map(seat => [seat, view.seats[seat]?.key])',
    instead: '...keyedOthers(view).slice(0, 1).map(seat => [seat, view.seats[seat]?.key])',
    tests: client('writing/lines-link'),
  },
  {
    wrong: 'Of two others the one who is slow would be given up because the other had been asked so often.',
    file: 'app/client/writing/revealed-lines.ts',
    text: 'asked.set(from, times)',
    instead: "asked.set('a', times).set('c', times)",
    tests: client('writing/revealed-lines'),
  },
  {
    wrong: 'Because one of two can not be read, the line of the other would be said to be lost as it comes.',
    file: 'app/client/writing/revealed-lines.ts',
    text: "line.as === 'opening' && isHopeless(id)",
    instead: "line.as === 'opening' && (isHopeless(id) || isHopeless('a'))",
    tests: client('writing/revealed-lines'),
  },
  {
    wrong: 'When somebody is away it would be said of the one who has left, for whom nobody waits.',
    file: 'app/r/[room]/announce.ts',
    text: 'after.seats[seat]?.here === false)\n    return held.why',
    instead: '!after.seats[seat]?.here)\n    return held.why',
    tests: ['app/r/[room]/announce.test.ts'],
  },
  {
    wrong: 'What is said of the sound would be about somebody else than the one who speaks or is to hear.',
    file: 'app/r/[room]/sound-said.ts',
    text: "phase?.floor === seat || phase?.floor === 'all'",
    instead: 'phase?.floor !== you',
    tests: ['app/r/[room]/sound-said.test.ts'],
  },
  {
    wrong: 'Of two whom a voice does not reach one alone would be named.',
    file: 'app/r/[room]/sound-said.ts',
    text: 'all.filter(one => one.says === says).map',
    instead: 'all.filter(one => one.says === says).slice(0, 1).map',
    tests: ['app/r/[room]/sound-said.test.ts'],
  },
  {
    wrong: 'Whoever tries to hear one of two again would break off the path to the other, over which all is well.',
    file: 'app/client/media/voice-link.ts',
    text: "if (path !== 'there' || isLost) companion.renew()",
    instead: 'if (path || isLost) companion.renew()',
    tests: ['app/client/media/voice-link.test.ts'],
  },
  {
    wrong: 'A change on the way to one would be said of everybody to whom there is no path yet.',
    file: 'app/client/media/voice-link.ts',
    text: 'unchecked.has(seat) }',
    instead: 'unchecked.size > 0 }',
    tests: ['app/client/media/voice-link.test.ts'],
  },
  {
    wrong: 'A facilitator could prepare no round in which three sit together.',
    file: 'lib/circle/rounds.ts',
    text: "  if (odd !== 'trio') return null\n",
    instead: "  if (odd !== 'trio') return null\n  if (format.id === 'round') return 'no'\n",
    tests: ['lib/circle/rounds.test.ts'],
  },
]
