// Which mistakes of the pages of a workshop’s people must the tests never let pass? In the form of ../planted.mjs.

const LINK = ['app/client/circle/circle-link.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const IN_THE_HALL = [
  {
    wrong: 'Whoever joins their circle from their room would be put out of their own seat.',
    file: 'server/circle/asks.ts',
    text: 'circles.seatFor(out.circle, out.person, room => caller.seated?.room !== room)',
    instead: 'circles.seatFor(out.circle, out.person, () => true)',
    tests: ['server/circle/workshop.test.ts'],
  },
  {
    wrong: 'The circle’s page would take the connection along as it is left, and everybody would come to a dead room.',
    file: 'app/client/circle/circle-link.ts',
    text: '    wire = null\n    clearTimeout(quietLater)\n    arrives()',
    instead: '    clearTimeout(quietLater)\n    arrives()',
    tests: LINK,
  },
  {
    wrong: 'A lost answer would make a second person of somebody, with whom another is then left alone.',
    file: 'app/client/circle/circle-link.ts',
    text: 'if (isLeft || failures >= most) return answer',
    instead: 'if (failures >= most) return answer',
    tests: LINK,
  },
  {
    wrong: 'Between the circle and a room that is over somebody would be sent to and fro without end.',
    file: 'app/client/circle/circle-link.ts',
    text: "if (!answer.ok || answer.view.stage === 'closed') {",
    instead: 'if (!answer.ok) {',
    tests: LINK,
  },
  {
    wrong: 'Whoever was taken out of a circle would wait in it for nobody.',
    file: 'app/client/circle/circle-link.ts',
    text: "if (isClosed || state.at === 'in' || wasIn) {",
    instead: 'if (isClosed) {',
    tests: LINK,
  },
  {
    wrong: 'The facilitator’s bell would ring twice.',
    file: 'app/client/circle/said-lately.ts',
    text: 'if (line && said.at <= line.at) return',
    instead: '',
    tests: LINK,
  },
  {
    wrong: 'Whoever has left a circle would still be on their device as one of its people.',
    file: 'app/client/circle/circle-memory.ts',
    text: "  dropStored('device', CIRCLES + code)\n  dropStored('tab', SAT + code)",
    instead: "  dropStored('tab', SAT + code)",
    tests: ['app/client/circle/circle-memory.test.ts'],
  },
  {
    wrong: 'The ring on the wall would run out while everybody’s clock stands still.',
    file: 'app/client/circle/wall-time.ts',
    text: 'const at = stoppedAt ?? now',
    instead: 'const at = now',
    tests: ['app/client/circle/wall-link.test.ts'],
  },
  {
    wrong: 'Whoever stays to read the lines of their room would be led away all the same.',
    file: 'app/r/[room]/stay.ts',
    text: ' && !circle.stays ? READ_MS',
    instead: ' ? READ_MS',
    tests: ['app/r/[room]/stay.test.ts'],
  },
  {
    wrong: 'Somebody whose partner waits in the next room would sit on in one that is over.',
    file: 'app/r/[room]/stay.ts',
    text: '      if (circle.isElsewhere) return AT_ONCE_MS\n',
    instead: '',
    tests: ['app/r/[room]/stay.test.ts'],
  },
  {
    wrong: 'A round would be shown as going on until somebody tells that it is over, and nobody may.',
    file: 'app/workshop/[code]/where-in.ts',
    text: 'return clock !== null && !isPast',
    instead: 'return clock !== null',
    tests: ['app/workshop/[code]/where-in.test.ts'],
  },
  {
    wrong:
      'Whose line stands while the server is slow would look for their circle, or wait before their room, until they gave up.',
    file: 'app/client/circle/circle-link.ts',
    text: '(most < Number.POSITIVE_INFINITY || !own.isUp())',
    instead: 'true',
    tests: LINK,
  },
  {
    wrong: 'Whoever loads their page anew would be counted out for a moment on the wall and on every phone.',
    file: 'lib/circle/circle-view.ts',
    text: 'here: own.filter(person => isHere(person, now)).length,',
    instead: 'here: own.filter(({ goneSince }) => goneSince === null).length,',
    tests: ['server/circle/circles.test.ts'],
  },
  {
    wrong: 'A wall whose laptop was closed for a while would show a round that is long over.',
    file: 'app/client/circle/wall-link.ts',
    text: 'onWakeUp(() => askClock(wire), wire.redial)',
    instead: '() => {}',
    tests: ['app/client/circle/wall-link.test.ts'],
  },
  {
    wrong: 'Whoever has gone for good would be counted in until somebody does something.',
    file: 'server/circle/circles.ts',
    text: 'tellings.arm(id, missedAt(circle, now))',
    instead: 'tellings.arm(id, null)',
    tests: ['server/circle/circles.test.ts'],
  },
]
