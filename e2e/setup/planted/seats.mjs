// Which mistakes about whose a seat is, and about the page that asks for it, must the tests never let pass? In the form of ../planted.mjs.

const TOKENS = 'lib/protocol/tokens.ts'
const ENGINE = ['lib/protocol/door.test.ts']
const PAGE = ['app/client/line/seat-line.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const OF_SEATS = [
  {
    wrong: 'A sitting would begin with somebody to whom the other never said yes, but to whoever sat there before.',
    file: 'lib/protocol/begin.ts',
    text: 'if (other) seats[id] = { ...other, wish: null }',
    instead: 'if (other) seats[id] = other',
    tests: ENGINE,
  },
  {
    wrong: 'Whoever reads what they are invited to would be told after 3 s that their connection is quiet.',
    file: 'app/client/line/seat-line.ts',
    text: 'if (answer.ok || !isPassing(answer.code)) known.live()\n',
    instead: 'if (answer.ok || !isPassing(answer.code)) {}\n',
    tests: PAGE,
  },
  {
    wrong: 'Whoever stands at the door would not be told that their connection was lost.',
    file: 'app/client/line/seat-line.ts',
    text: '      else if (!live) known.quietLater(silentMs(wire))\n',
    instead: '',
    tests: PAGE,
  },
  {
    wrong: 'Whoever is told that their connection is quiet would never read that the reason is another by now.',
    file: 'app/client/line/link-known.ts',
    text: "    if (link === 'quiet') changed()\n",
    instead: '',
    tests: PAGE,
  },
  {
    wrong: 'Whoever stands at the door and gets no answer on a line that stands would look for their room for ever.',
    file: 'app/client/line/seat-line.ts',
    text: 'if (!answer || !wire?.isUp() || wire !== coming) return null',
    instead:
      "if (!answer || !wire?.isUp() || wire !== coming || (!answer.ok && answer.code === 'no-answer')) return null",
    tests: PAGE,
  },
  {
    wrong:
      'Anybody could take a seat that was opened or handed out, and void its holder’s token, by asking for it anew.',
    file: 'lib/protocol/door.ts',
    text: 'attempt != null && own?.attempt === attempt',
    instead: 'own != null && (own.attempt ?? null) === attempt',
    tests: ['lib/protocol/door.test.ts'],
  },
  {
    wrong: 'A page whose seat was taken, the answer being lost, would find the room full when it asks again.',
    file: 'server/room/director.ts',
    text: 'sit(room, { ...sitter, attempt, token: key.entry }, now)',
    instead: 'sit(room, { ...sitter, attempt: null, token: key.entry }, now)',
    tests: ['server/room/director.test.ts'],
  },
  {
    wrong: 'A token that was copied once would open the seat for ever.',
    file: TOKENS,
    text: '{ used: token, given: next, ...',
    instead: '{ used: own.used, given: next, ...',
    tests: ENGINE,
  },
  {
    wrong:
      'An ask that was given up, and arrives after all, would void the token that its page was given since, and cost its seat.',
    file: TOKENS,
    text: ', ...(isAgain && { also: alsoGood(own) }) }',
    instead: ' }',
    tests: ENGINE,
  },
  {
    wrong: 'Whoever asked twice for a seat would lose it where the first ask arrives last.',
    file: TOKENS,
    text: '({ ...firstToken(next), also: alsoGood(own) })',
    instead: '(own ? firstToken(next) : own)',
    tests: ENGINE,
  },
  {
    wrong: 'A token that was given on the way to another one would open the seat for ever.',
    file: TOKENS,
    text: '  const isAgain = own.used === token && own',
    instead: '  const isAgain = own',
    tests: ENGINE,
  },
  {
    wrong: 'A page that asks for its seat again and again would make its room larger each time.',
    file: TOKENS,
    text: '.slice(-ALSO_MOST)',
    instead: '.slice(-9 * ALSO_MOST)',
    tests: ENGINE,
  },
  {
    wrong: 'A page whose own earlier ask for its seat was done late would wait for another tab that is not there.',
    file: 'app/client/line/seat-line.ts',
    text: 'if (!coming && asks.mayHaveTaken()) takeAgain(wire)',
    instead: 'if (!coming && asks.mayHaveTaken()) ports.otherTab()',
    tests: PAGE,
  },
  {
    wrong: 'Two tabs of one person could take the seat from each other for ever.',
    file: 'app/client/line/seat-asks.ts',
    text: '      unanswered -= 1\n',
    instead: '',
    tests: PAGE,
  },
  {
    wrong: 'A page that once was not answered would take its seat from a tab that was opened much later.',
    file: 'app/client/line/seat-asks.ts',
    text: ' || performance.now() - missedAt > LATE_MS',
    instead: '',
    tests: PAGE,
  },
  {
    wrong:
      'Somebody who gave up waiting for a process that stood still would have their seat taken from where they sit by now.',
    file: 'server/wire/asks.ts',
    text: 'const isThere = () => !caller.isGone',
    instead: 'const isThere = () => true',
    tests: ['server/several.test.ts'],
  },
  {
    wrong: 'Who gave up on a process that stood still, and came back at another one, would be put out when it goes on.',
    file: 'server/room/director.ts',
    text: "        if (!isThere()) return { ok: false, code: 'not-now', room }\n",
    instead: '',
    tests: ['server/several.test.ts'],
  },
]
