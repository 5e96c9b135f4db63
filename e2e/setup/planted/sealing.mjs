// Which mistakes in what is sealed and compared must the tests never let pass? Each would let somebody sit between two
// strangers unnoticed, or frighten two who are alone: in the form of ../planted.mjs.

const WORDS = 'lib/seal/short-auth.ts'
const exchange = ['lib/seal/short-auth.test.ts', 'lib/seal/in-the-middle.test.ts']
const PAGE = 'app/client/media/comparing.ts'
const page = ['app/client/media/comparing.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const IN_THE_SEALING = [
  {
    wrong: 'Whoever commits could choose the words of both long before: the other’s nonce would change nothing.',
    file: WORDS,
    text: ', lower.nonce, higher.nonce]',
    instead: ', lower.nonce]',
    tests: exchange,
  },
  {
    wrong: 'Somebody in the middle with keys of their own would show both the same words.',
    file: WORDS,
    text: '  const all = [room, language, ...keys, ',
    instead: '  const all = [room, language, ',
    tests: exchange,
  },
  {
    wrong: 'The words would say nothing of the certificate by which the sound comes.',
    file: WORDS,
    text: 'lower.print, higher.print, lower.nonce',
    instead: 'lower.nonce',
    tests: exchange,
  },
  {
    wrong: 'A nonce could be chosen after the answer to it: nobody would look at what was committed to.',
    file: WORDS,
    text: '  if (!isKept) return differs(exchange)\n',
    instead: '',
    tests: exchange,
  },
  {
    wrong: 'A commitment could be taken back for another, once the answer to it is known.',
    file: WORDS,
    text: '  if (!isFirst && !isAgain) return differs(exchange)\n',
    instead: '',
    tests: exchange,
  },
  {
    wrong: 'An answer could be taken back for another, once the nonce that it answers is revealed.',
    file: WORDS,
    text: '? { exchange, send } : differs(exchange)',
    instead: '? { exchange, send } : { exchange: await withWords({ ...exchange, theirs }), send }',
    tests: exchange,
  },
  {
    wrong: 'Whoever was caught once could try again, until the words are the same.',
    file: WORDS,
    text: "  if (exchange.at === 'differs') return refused(exchange)\n",
    instead: '',
    tests: exchange,
  },
  {
    wrong: 'A last step that was lost would never be said again, and one of the two would wait for good.',
    file: WORDS,
    text: '? { exchange, send } : differs(exchange)',
    instead: '? { exchange, send: null } : differs(exchange)',
    tests: exchange,
  },
  {
    wrong: 'A page that is loaded again would be met with the nonce of before, which everybody knows by then.',
    file: PAGE,
    text: 'nonce: createNonce()',
    instead: "nonce: language.padEnd(43, 'A')",
    tests: page,
  },
  {
    wrong: 'A path to another certificate than the one compared would be taken.',
    file: PAGE,
    text: ' || (round.named ?? print) !== print) ',
    instead: ') ',
    tests: page,
  },
  {
    wrong: 'A path that was taken before the words would not be held against them.',
    file: PAGE,
    text: '    if (told && round.named && told !== round.named) round.isSwapped = true\n',
    instead: '',
    tests: page,
  },
  {
    wrong: 'Two people alone would read words of two languages to each other, and be frightened.',
    file: PAGE,
    text: 'listLanguage(exchange.language)',
    instead: 'listLanguage(language)',
    tests: page,
  },
  {
    wrong: 'Whoever changes keys again and again could guess for as long as they like.',
    file: PAGE,
    text: 'rounds.size >= ROUNDS_MOST',
    instead: 'rounds.size < 0',
    tests: page,
  },
  {
    wrong: 'Two strangers between whom somebody sits would go on hearing each other by the path that was there.',
    file: 'app/client/media/voice-link.ts',
    text: '    if (isBetween()) for (const seat of [...companions.keys()]) part(seat)\n',
    instead: '',
    tests: ['app/client/media/voice-link.test.ts'],
  },
  {
    wrong: 'A path that was cut because somebody may be in between would be made again.',
    file: 'app/client/media/voice-link.ts',
    text: '    if (isBetween()) return\n',
    instead: '',
    tests: ['app/client/media/voice-link.test.ts'],
  },
  {
    wrong: 'A step of a page that is gone would count for the one that came after it, and the two would be frightened.',
    file: 'app/client/media/signals.ts',
    text: '    if (isOver || data.under !== under(from, you)) return\n',
    instead: '    if (isOver) return\n',
    tests: ['app/client/media/signals.test.ts'],
  },
]
