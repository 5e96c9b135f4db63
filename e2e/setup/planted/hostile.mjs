// Which mistakes would let somebody in who means no good, or keep what should be gone? In the form of ../planted.mjs.

const server = name => [`server/${name}.test.ts`]

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const FROM_OUTSIDE = [
  {
    wrong: 'Text that somebody wrote could become markup through a mistake of a package.',
    file: 'server/headers.ts',
    text: '...(isPage && !dev ?',
    instead: '...(isPage && dev ?',
    tests: server('headers'),
  },
  {
    wrong: 'The last words of somebody would stay in the memory of the process.',
    file: 'server/wire/words.ts',
    text: '  const told = { ...ask, from: seat }\n',
    instead: '  const told = { ...ask, from: seat }\n  Object.assign(desk, { last: ask })\n',
    tests: server('canary'),
  },
  {
    wrong: 'Somebody who guesses would shut out whoever comes back with a good token through the same router.',
    file: 'server/wire/guesses.ts',
    text: '  const out = await ask()\n',
    instead: "  if (!guesses.mayGuess(address)) return refuse('too-fast')\n  const out = await ask()\n",
    tests: server('wire/guesses'),
  },
  {
    wrong: 'Tokens that open nothing would tell which codes are one, as often as somebody likes.',
    file: 'server/wire/guesses.ts',
    text: "  if (!guesses.mayGuess(address)) return refuse('too-fast')\n",
    instead: '',
    tests: server('wire/guesses'),
  },
  {
    wrong: 'A code could be found by trying as many as one likes, all at once.',
    file: 'server/circle/asks.ts',
    text: "return guesses.mayGuess(caller.address) ? found : refuse('too-fast')",
    instead: 'return found',
    tests: server('wire/guesses'),
  },
  {
    wrong: 'One address could fill a workshop with people who are nobody.',
    file: 'server/circle/asks.ts',
    text: "if (!('token' in ask) && !ports.mayJoin(caller.address, id)) return refuse('too-fast')",
    instead: '',
    tests: server('circle/crowding'),
  },
  {
    wrong:
      'Whoever comes in again, since the answer was lost, would be two people, and somebody be paired with one who is nobody.',
    file: 'server/circle/asks.ts',
    text: 'const former = own?.id === id ? own.member.person : null',
    instead: 'const former = own ? null : null',
    tests: server('circle/crowding'),
  },
  {
    wrong: 'Whoever asks to come in twenty times at once would be twenty people.',
    file: 'server/circle/asks.ts',
    text: "if (joining.has(connection)) return refuse('busy')",
    instead: '',
    tests: server('circle/crowding'),
  },
  {
    wrong: 'Somebody whose phone sleeps in a sitting would lose their place in a full hall.',
    file: 'lib/circle/people.ts',
    text: '!isHere(own, now) && !sits(id)',
    instead: '!isHere(own, now)',
    tests: ['lib/circle/rounds.test.ts'],
  },
  {
    wrong: 'One facilitator could have a hall paired anew many times a second, each time with all of its rooms.',
    file: 'server/circle/asks.ts',
    text: "ask.who !== 'waiting' && !mayPair(id)",
    instead: 'false',
    tests: server('circle/crowding'),
  },
  {
    wrong: 'One phone would spend what a whole hall at its router may ask for, and nobody else there would come in.',
    file: 'server/wire/doorman.ts',
    text: '  join: { burst: 10, everyMs: 10_000 },',
    instead: '  join: CALM,',
    tests: server('circle/crowding'),
  },
]
