// Which mistakes about what the last release left must the tests never let pass? In the form of ../planted.mjs.

const ROOMS = ['server/last-release.test.ts']
const CIRCLES = ['server/last-release-circles.test.ts']
const WIRE = ['server/last-release-wire.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const FROM_THE_LAST_RELEASE = [
  {
    wrong: 'Nobody whose page was loaded before a deploy could come into a room any more.',
    file: 'lib/wire/schemas.ts',
    text: 'key: key.optional(), attempt: attempt.optional() })',
    instead: 'key: key.optional(), attempt })',
    tests: WIRE,
  },
  {
    wrong: 'Pages of before a deploy would read nothing of how much of a turn is left while it is held.',
    file: 'lib/protocol/view.ts',
    text: 'leftMs: end === null ? null : end - held.since',
    instead: 'restMs: end === null ? null : end - held.since',
    tests: WIRE,
  },
  {
    wrong: 'A sitting that was under way at a deploy would stand still.',
    file: 'lib/protocol/where.ts',
    text: '[on, ...(on.before ?? [])].find',
    instead: '[on, ...on.before].find',
    tests: ROOMS,
  },
  {
    wrong: 'A room of before a deploy would be lost with the store, as no page keeps it any more.',
    file: 'server/room/capsules.ts',
    text: 'room.broughtBack?.epoch ?? room.madeIn ?? epoch',
    instead: 'room.broughtBack?.epoch ?? room.madeIn ?? null',
    tests: ROOMS,
  },
  {
    wrong: 'What pages have kept of their rooms would be worth nothing after a deploy.',
    file: 'server/room/capsules.ts',
    text: "'clearing capsule 1'",
    instead: "'clearing capsule 2'",
    tests: ROOMS,
  },
  {
    wrong: 'Nobody in a workshop that was paired before a deploy would find their room.',
    file: 'lib/circle/circle-view.ts',
    text: '!room.gone?.includes(person)',
    instead: 'room.gone?.includes(person) === false',
    tests: CIRCLES,
  },
  {
    wrong: 'Who waits at a deploy would be two, and who said never again before it would meet the same person again.',
    file: 'server/safety/people.ts',
    text: "createHmac('sha256', await presentSalt())",
    instead: "createHmac('sha512', await presentSalt())",
    tests: CIRCLES,
  },
]
