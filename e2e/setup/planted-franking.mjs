// Which mistakes about what strangers can show of each other's words must the tests never let pass? In the form of planted.mjs.

const SERVER = ['server/franking.test.ts']
const PAGE = ['app/client/proven-words.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const IN_REPORTS = [
  {
    wrong: 'A stranger could write what nobody can report, by writing as friends do.',
    file: 'server/words.ts',
    text: ' || heard.isOfStrangers) return false',
    instead: ') return false',
    tests: SERVER,
  },
  {
    wrong: 'A stranger could write what nobody can report, by leaving the commitment away.',
    file: 'server/words.ts',
    text: "return refuse('bad-request', 'Between strangers words carry a commitment.')",
    instead: 'return { ok: true }',
    tests: SERVER,
  },
  {
    wrong: 'A stranger’s closing line could be one that nobody can report.',
    file: 'server/words.ts',
    text: 'if (commitment === undefined) return null',
    instead: 'if (commitment === undefined) return line',
    tests: SERVER,
  },
  {
    wrong: 'A stranger could say a closing line again as one that nobody can report.',
    file: 'app/client/hearing.ts',
    text: "return line === 'kept' || isProven(",
    instead: "return line !== 'kept' || isProven(",
    tests: PAGE,
  },
  {
    wrong: 'What a stranger said again could not be reported.',
    file: 'server/asks.ts',
    text: '    if (!isMarked) return told\n',
    instead: '    if (isMarked) return told\n',
    tests: SERVER,
  },
  {
    wrong: 'A true sentence could be shown as one of another moment.',
    file: 'server/franking.ts',
    text: 'phase, id, commitment, at)',
    instead: 'phase, id, commitment)',
    tests: SERVER,
  },
  {
    wrong: 'Anybody could report what was never said.',
    file: 'server/lobby-asks.ts',
    text: 'if (!isTrue) return refuse',
    instead: 'if (!isTrue && shown.id === 0) return refuse',
    tests: SERVER,
  },
  {
    wrong: 'What one said oneself could be reported as the other’s.',
    file: 'server/lobby-asks.ts',
    text: 'ports.franking.isTrue(ask.room, ask.about, shown)',
    instead: 'ports.franking.isTrue(ask.room, who.seat, shown)',
    tests: SERVER,
  },
  {
    wrong: 'Whoever reads the store would read what was reported.',
    file: 'server/reports.ts',
    text: 'const sealed = isWordless ? {} : { sealed: words.seal(report.id, own) }',
    instead: 'const sealed = isWordless ? {} : own',
    tests: [...SERVER, 'server/reports.test.ts'],
  },
  {
    wrong: 'Whoever writes to the store could move one report’s words into another.',
    file: 'server/site-seal.ts',
    text: '[purpose, of]',
    instead: '[purpose, of.length]',
    tests: ['server/reports.test.ts'],
  },
  {
    wrong: 'A stranger’s page could seal what its commitment does not fit, and it would be shown and never be proven.',
    file: 'lib/seal/session.ts',
    text: "        if (committed !== commitment) throw new SealError('not-committed')\n",
    instead: '',
    tests: ['lib/seal/franking.test.ts'],
  },
  {
    wrong: 'Somebody between the two could put another commitment beside a text.',
    file: 'lib/seal/session.ts',
    text: "fields(VERSION, 'franked', ...where, commitment)",
    instead: "fields(VERSION, 'franked', ...where)",
    tests: ['lib/seal/franking.test.ts'],
  },
  {
    wrong: 'What came without the server’s mark would be shown, and could not be reported.',
    file: 'app/client/proven-words.ts',
    text: 'commitment === undefined || at === undefined || tag === undefined',
    instead: 'commitment === undefined || at === undefined',
    tests: PAGE,
  },
  {
    wrong: 'What a stranger says again could be another text than the one that they committed themselves to.',
    file: 'app/client/proven-words.ts',
    text: 'commitment === found.commitment ?',
    instead: "commitment !== '' ?",
    tests: PAGE,
  },
  {
    wrong: 'An insult that was written and taken back could not be reported.',
    file: 'app/client/written.ts',
    text: ' || last?.text.startsWith(one.text)) return before',
    instead: ') return before',
    tests: ['app/client/written.test.ts'],
  },
  {
    wrong: 'What a stranger wrote would stay in the page after it was left.',
    file: 'app/client/written.ts',
    text: 'if (of === room) become(null, NOTHING)',
    instead: 'if (of === room) become(room, kept)',
    tests: ['app/client/written.test.ts'],
  },
]
