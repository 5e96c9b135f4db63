// Which mistakes must the tests never let pass in the rarer rows of what can happen to a site: a Redis that is full or lost its last
// bytes, a process that stood still, a device whose clock is wrong? In the form of ../planted.mjs.

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const IN_RARE_WEATHER = [
  {
    wrong: 'Whoever keeps a site whose Redis has no memory left would be told that it answers nonsense.',
    file: 'server/store/script.ts',
    text: "/\\bOOM\\b/.test(saying(error)) ? 'full' : 'bad-answer'",
    instead: "'bad-answer'",
    tests: ['server/faults/exhausted.test.ts'],
  },
  {
    wrong:
      'Whoever was shown what a store then lost with its power would go on looking at it, alone, while the room went on.',
    file: 'lib/protocol/capsule.ts',
    text: '  if (capsule.rev <= room.rev || epoch === undefined) return room\n',
    instead: '  if (epoch !== null) return room\n',
    tests: ['lib/protocol/capsule.test.ts'],
  },
  {
    wrong: 'A process that has just begun would believe a store that lost its last second with its power.',
    file: 'server/room/director.ts',
    text: 'room.broughtBack || !keeper.inMind(id) ? opened() : null',
    instead: 'room.broughtBack ? opened() : null',
    tests: ['server/faults/power-loss.test.ts'],
  },
  {
    wrong: 'A room that a store had back once would be lost when its machine lost power again.',
    file: 'lib/protocol/capsule.ts',
    text: 'if (room === stored && capsule.broughtBack',
    instead: 'if (capsule.broughtBack',
    tests: ['lib/protocol/capsule.test.ts'],
  },
  {
    wrong:
      'Where all processes of a site stood still together, as with their machine, people would be sent to none of them.',
    file: 'server/app.ts',
    text: 'if (stalls.isWary() && company.isAnotherWell())',
    instead: 'if (stalls.isWary())',
    tests: ['server/faults/stall.test.ts'],
  },
  {
    wrong: 'A process would take one for well that stood still together with it, by what that one had said before.',
    file: 'server/fan-out/company.ts',
    text: 'Math.min(FRESH_MS, stalls.since() - ALIVE_MS)',
    instead: 'FRESH_MS',
    tests: ['server/fan-out/company.test.ts'],
  },
  {
    wrong: 'Of two processes that stood still each would send people away to the other.',
    file: 'server/fan-out/company.ts',
    text: "stalls.isWary() ? STOOD : 'lives'",
    instead: "'lives'",
    tests: ['server/fan-out/company.test.ts'],
  },
  {
    wrong: 'Nobody would be told that a process stands still.',
    file: 'server/index.ts',
    text: '  stalls.begin()\n',
    instead: '',
    tests: ['server/faults/stall.test.ts'],
  },
  {
    wrong: 'What others say would stand before what was said earlier, once somebody sets the date of a device.',
    file: 'app/client/writing/hearing.ts',
    text: 'withUtterance(heard, one, serverNow())',
    instead: 'withUtterance(heard, one, Date.now())',
    tests: ['app/client/writing/words-link.test.ts'],
  },
  {
    wrong:
      'One’s own sentences would stand before those of others that came earlier, once somebody sets the date of a device.',
    file: 'app/client/writing/saying.ts',
    text: 'at: Math.floor(serverNow())',
    instead: 'at: Date.now()',
    tests: ['app/client/writing/words-link.test.ts'],
  },
  {
    wrong: 'What a facilitator does would be seen by nobody, once the store has lost what a circle said last.',
    file: 'server/circle/circles.ts',
    text: 'farewells.apply(id, watches.newest(kept))',
    instead: 'farewells.apply(id, kept)',
    tests: ['server/circle/workshop-faults.test.ts'],
  },
  {
    wrong: 'What a store lost of a circle would be given to it only when somebody there does something.',
    file: 'server/circle/circles.ts',
    text: "else if (seen !== 'same') await keepWhatIsOwed(id)",
    instead: "else if (seen !== 'same') tellSoon(watch)",
    tests: ['server/circle/workshop-faults.test.ts'],
  },
]
