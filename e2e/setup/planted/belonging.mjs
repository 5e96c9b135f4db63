// Which mistakes about who is of which circle, and who has gone, must the tests never let pass? In the form of ../planted.mjs.

const TESTS = ['server/circle/circles.test.ts']
const ROLL = ['server/circle/roll.test.ts']
const SEATING = ['server/circle/seating.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const OF_BELONGING = [
  {
    wrong: 'Who looks at another workshop and then hangs up would be paired with somebody in the first one.',
    file: 'server/circle/circles.ts',
    text: '    if (left) farewell(left)\n',
    instead: '',
    tests: TESTS,
  },
  {
    wrong: 'A workshop that somebody has left for another one would be looked after for ever.',
    file: 'server/circle/belonging.ts',
    text: '      ears?.walls.delete(ear)\n',
    instead: '',
    tests: TESTS,
  },
  {
    wrong: 'The store would be asked for ever for a workshop that it has no more.',
    file: 'server/circle/circles.ts',
    text: 'if (seen === null) return forget(id)',
    instead: 'if (seen === null) return',
    tests: TESTS,
  },
  {
    wrong: 'Who comes back alone, to a store that takes its time, would never hear what others do elsewhere.',
    file: 'server/circle/circles.ts',
    text: 'return watches.get(id) ?? looked(seen)',
    instead: 'return watches.get(id) ?? watches.know(seen.circle, seen.mark)',
    tests: TESTS,
  },
  {
    wrong: 'A facilitator’s board that came late would stand still from its first moment.',
    file: 'server/circle/circles.ts',
    text: '      watch.ears.coming.add(ear)\n',
    instead: '',
    tests: TESTS,
  },
  {
    wrong: 'A board whose facilitator hung up while its rooms were looked for would be told of the workshop for ever.',
    file: 'server/circle/circles.ts',
    text: '      if (!belonging.isOf(ear, id)) return null\n',
    instead: '',
    tests: TESTS,
  },
  {
    wrong: 'Who hangs up while the store is away would be paired with somebody for the rest of the evening.',
    file: 'server/circle/farewells.ts',
    text: '      tryLater(id, failures)\n',
    instead: '',
    tests: TESTS,
  },
  {
    wrong: 'Pairs that are made at the very end of an outage would be made with people who have gone.',
    file: 'server/circle/circles.ts',
    text: 'return decide(left.circle, now)',
    instead: 'return decide(kept, now)',
    tests: TESTS,
  },
  {
    wrong: 'All processes would ask the store for all circles in every second of an outage.',
    file: 'server/circle/farewells.ts',
    text: 'AGAIN_MS * 2 ** failures',
    instead: 'AGAIN_MS',
    tests: TESTS,
  },
  {
    wrong: 'An outage that lasts would be asked about for as long as the process does.',
    file: 'server/circle/farewells.ts',
    text: 'now < at + IDLE_MS',
    instead: 'now < at + IDLE_MS * IDLE_MS',
    tests: TESTS,
  },
  {
    wrong:
      'Somebody whose process was killed would be paired for the rest of the evening, and the other sit with nobody.',
    file: 'server/app.ts',
    text: '      circles.callAll(at)\n',
    instead: '',
    tests: ROLL,
  },
  {
    wrong: 'Everybody whom a killed process has taken along would be here for ever where no other one knew the circle.',
    file: 'server/circle/circles.ts',
    text: '      looks.arm(circle.id, clock.now() + LOOK_MS)\n      roll.begin(circle.id)\n',
    instead: '      looks.arm(circle.id, clock.now() + LOOK_MS)\n',
    tests: ROLL,
  },
  {
    wrong: 'Whenever a process is lost the people of all others would be away for a moment.',
    file: 'server/circle/roll.ts',
    text: 'missing.filter(({ entry }) => !connected.has(entry))',
    instead: 'missing',
    tests: ROLL,
  },
  {
    wrong: 'Whoever sat through a cut between two processes would be paired with nobody any more.',
    file: 'server/circle/circles.ts',
    text: 'roll.putBack(watch), ',
    instead: '',
    tests: ROLL,
  },
  {
    wrong: 'A process that is cut off would take everybody at the others to be gone.',
    file: 'server/circle/roll.ts',
    text: '      if (!bus.isUp()) return roll.begin(id)\n',
    instead: '',
    tests: ROLL,
  },
  {
    wrong: 'An old tab would keep somebody here who has left by their newer one.',
    file: 'lib/circle/people.ts',
    text: 'own.token.given !== entry || own.goneSince === null',
    instead: 'own.goneSince === null',
    tests: ['lib/circle/rounds.test.ts'],
  },
  {
    wrong:
      'Whoever asked to come in twice, since the first answer was lost, would be two, and one of them be paired with somebody.',
    file: 'server/circle/circles.ts',
    text: '        if (watches.get(id)) roll.begin(id)\n',
    instead: '',
    tests: ROLL,
  },
  {
    wrong:
      'Whoever goes from one room to the next while pairs are made would read that they are in the circle in another window.',
    file: 'server/room/directing.ts',
    text: "isWanted() ? handed(room, seat, hash(token), now) : { ok: false, code: 'not-now', room }",
    instead: 'handed(room, seat, hash(token), now)',
    tests: SEATING,
  },
  {
    wrong:
      'A phone’s connection that is no more, and was not missed yet, could be handed the seat in which its person sits.',
    file: 'server/circle/seating.ts',
    text: '      if (own?.goneSince === null && own.token.given !== member.entry) return\n',
    instead: '',
    tests: SEATING,
  },
]
