// Which mistakes of the lobby must the tests never let pass? Who meets whom, who is lost, and who is kept away from whom: in
// the form of planted.mjs.

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const IN_THE_LOBBY = [
  {
    wrong: 'Two would be brought together of whom one has said never again.',
    file: 'server/store/lobby-memory.ts',
    text: "return found !== null && !(anyway && found.value === 'met')",
    instead: 'return found !== null && !anyway',
    tests: ['server/store/lobby.test.ts'],
  },
  {
    wrong: 'An avoidance could be overtaken by a pairing that was decided a moment before.',
    file: 'server/store/lobby-redis.ts',
    text: "  if why == 'avo' or (why == 'met' and ARGV[5] == 'all') then return now .. ':apart' end\n",
    instead: '',
    tests: ['server/store/lobby.test.ts'],
  },
  {
    wrong: 'People whose room was never made would wait for ever in no queue.',
    file: 'lib/lobby/queue.ts',
    text: 'const returned = over.filter(offer => !offer.made)',
    instead: 'const returned = over.filter(offer => offer.made && !offer.made)',
    tests: ['lib/lobby/queue.test.ts'],
  },
  {
    wrong: 'Whoever comes would forget from whom those are kept apart who may yet be given back.',
    file: 'lib/lobby/queue.ts',
    text: '  const here = new Set(members({ ...queue, waiting }).map(({ id }) => id))\n',
    instead: '  const here = new Set(waiting.map(({ id }) => id))\n',
    tests: ['lib/lobby/queue.test.ts'],
  },
  {
    wrong: 'One angry person could have anybody kept out, by reporting three times.',
    file: 'lib/lobby/standing.ts',
    text: 'map(({ by }) => by))',
    instead: 'map(({ id }) => id))',
    tests: ['server/lobby.test.ts'],
  },
  {
    wrong: 'Anybody who learns of a room could report and avoid in the name of those who sat in it.',
    file: 'server/lobby-asks.ts',
    text: 'seats.find(([, seat]) => seat.token === shown)?.[0]',
    instead: 'seats.find(([, seat]) => seat.token !== shown)?.[0]',
    tests: ['server/lobby.test.ts'],
  },
  {
    wrong: 'Strangers could wait on a public site that nobody looks after.',
    file: 'server/lobby-doors.ts',
    text: "  if (contactEmail === null) return { text: 'no-contact', voice: 'no-contact' }\n",
    instead: '',
    tests: ['server/lobby.test.ts'],
  },
  {
    wrong: 'Strangers could learn each other’s address where there is no relay, though they are not on one machine.',
    file: 'server/ice.ts',
    text: 'who.isLocal && !hasRelay(config)',
    instead: '!hasRelay(config)',
    tests: ['server/ice.test.ts'],
  },
  {
    wrong: 'A stranger who declines would leave a free seat to whoever guesses the room.',
    file: 'lib/protocol/step.ts',
    text: "    if (room.kind === 'practice') return close(",
    instead: "    if (room.kind === 'workshop') return close(",
    tests: ['lib/protocol/practice.test.ts'],
  },
  {
    wrong: 'Whoever says yes and closes the page would let others wait for nobody as often as they like.',
    file: 'server/lobby-guests.ts',
    text: "own?.here && (view.closed?.why === 'left' || own.ready)",
    instead: "(view.closed?.why === 'left' ? own?.here : own?.ready)",
    tests: ['server/lobby-back.test.ts'],
  },
  {
    wrong:
      'Whoever comes next would be brought together with a page that is at another process, and wait half a minute for nobody.',
    file: 'server/lobby-guests.ts',
    text: 'else if (guest.teller.isThere() && !isAgain(guest.queue))',
    instead: 'else if (!isAgain(guest.queue))',
    tests: ['server/lobby-back.test.ts'],
  },
  {
    wrong: 'A page that asks for the place which it has would go to the end.',
    file: 'server/lobby.ts',
    text: 'return isIn || guests.isExpected(wanted, teller)',
    instead: 'return guests.isExpected(wanted, teller)',
    tests: ['server/lobby-back.test.ts'],
  },
  {
    wrong: 'A page that asks for a place as it is told of the next stranger would send them away.',
    file: 'server/lobby.ts',
    text: 'return isIn || guests.isExpected(wanted, teller)',
    instead: 'return isIn',
    tests: ['server/lobby-back.test.ts'],
  },
  {
    wrong: 'Whoever is to be put back while the store does not answer would wait for ever, in no queue.',
    file: 'server/lobby.ts',
    text: "      waiter.told = 'not in'\n",
    instead: '      forget(waiter)\n',
    tests: ['server/lobby-back.test.ts'],
  },
]
