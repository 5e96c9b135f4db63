// Which mistakes must the tests of one phone between two people never let pass? `planted.mjs` says what each entry holds.
const ROOM = 'app/client/one-phone/local-room.ts'
const tests = ['app/client/one-phone/local-room.test.ts']

export const ON_ONE_PHONE = [
  {
    wrong: 'A phone that fell asleep would spend the whole turn of somebody on nobody.',
    file: ROOM,
    text: 'const slept = due !== null && now > due + LATE_MS\n',
    instead: 'const slept = false\n',
    tests,
  },
  {
    wrong: 'Whoever loads the page again after ten minutes would find their turn gone.',
    file: ROOM,
    text: 'now - kept.seenAt > AWAY_AFTER_MS',
    instead: 'now < kept.seenAt',
    tests,
  },
  {
    wrong: 'What two people wrote would stay on the phone after the sitting.',
    file: ROOM,
    text: '    if (next.closed) memory.drop()\n',
    instead: '    if (next.closed) keep(now)\n',
    tests,
  },
  {
    wrong: 'A line that somebody keeps to themselves would open with the other’s.',
    file: ROOM,
    text: "(line === 'kept' || !line ? null : text)",
    instead: '(line ? text : null)',
    tests,
  },
  {
    wrong: 'One press of the speaker would grant them a further minute.',
    file: ROOM,
    text: '    const stepped = step(caughtUp(room, now), who, intent, now)\n',
    instead: `    const asked = step(caughtUp(room, now), who, intent, now)
    const stepped = intent.do === 'more' ? step(asked.room, who === 'a' ? 'b' : 'a', intent, now) : asked
`,
    tests,
  },
  {
    wrong: 'Whoever had chosen to keep a line would offer it after the phone was loaded again.',
    file: 'app/client/one-phone/local-texts.ts',
    text: "becomes === 'keep' ? 'keep' : 'offer'",
    instead: "'offer'",
    tests,
  },
  {
    wrong: 'What one of two chooses for their line would be chosen for the line of the other.',
    file: ROOM,
    text: '{ ...texts.becomes, [who]: becomes }',
    instead: '{ a: becomes, b: becomes }',
    tests,
  },
]
