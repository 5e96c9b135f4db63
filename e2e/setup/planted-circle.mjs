// Which mistakes of the circle must the tests never let pass? Who meets whom again, who is left over once more, and whose wish
// is forgotten: in the form of planted.mjs.

const CIRCLE = 'lib/circle'
const tests = (...names) => names.map(name => `${CIRCLE}/${name}.test.ts`)

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const IN_THE_CIRCLE = [
  {
    wrong: 'An ask that was given up, and is answered last, would put somebody out of their circle.',
    file: `${CIRCLE}/people.ts`,
    text: 'token: shown(own.token, token, next)',
    instead: 'token: { used: token, given: next }',
    tests: tests('rounds'),
  },
  {
    wrong: 'People would meet again although another pairing has no repeat.',
    file: `${CIRCLE}/matching.ts`,
    text: 'if (slack(search, one, other) !== 0) continue',
    instead: 'if (slack(search, one, other) === Number.POSITIVE_INFINITY) continue',
    tests: tests('matching'),
  },
  {
    wrong: 'A few people who stay together would be stuck with the same faces before they have met everybody.',
    file: `${CIRCLE}/seating.ts`,
    text: '  return atOneTable(ask, crowd, parts) ?? lightestSeating(ask, crowd, parts)\n',
    instead: '  return lightestSeating(ask, crowd, parts)\n',
    tests: tests('workshop'),
  },
  {
    wrong: 'The same person would be left over again and again.',
    file: `${CIRCLE}/remembered.ts`,
    text: ' + (person === oddOne ? 1 : 0)',
    instead: '',
    tests: tests('same-again'),
  },
  {
    wrong: 'Whoever comes late would be left over until they have caught up with everybody.',
    file: `${CIRCLE}/remembered.ts`,
    text: '(before[person] ?? leastBefore)',
    instead: '(before[person] ?? 0)',
    tests: tests('workshop'),
  },
  {
    wrong: 'Whoever comes back, or was in a fixed pair, would have to catch up on being left over.',
    file: `${CIRCLE}/remembered.ts`,
    text: 'odd[person] = Math.max(odd[person] ?? least, least)',
    instead: 'odd[person] ??= least',
    tests: tests('workshop'),
  },
  {
    wrong: 'Somebody would be left over twice on end while it was the turn of others.',
    file: `${CIRCLE}/odd-seat.ts`,
    text: '(person === oddBefore ? 0.5 : 0)',
    instead: '(person === oddBefore ? 0 : 0)',
    tests: tests('pairing'),
  },
  {
    wrong: 'A third person could be put with somebody from whom they are kept apart.',
    file: `${CIRCLE}/crowd.ts`,
    text: '  weightOf(crowd, one, third) + weightOf(crowd, other, third)\n',
    instead: '  weightOf(crowd, one, third)\n',
    tests: tests('pairing'),
  },
  {
    wrong: 'A room of three could have repeats that another has not.',
    file: `${CIRCLE}/trio.ts`,
    text: '  if (best?.weight === rest.weight) return best\n',
    instead: '  if (best) return best\n',
    tests: tests('pairing'),
  },
  {
    wrong: 'Two who asked to sit together would be parted without a word when one of them is not here.',
    file: `${CIRCLE}/wishes.ts`,
    text: "  if (missing.length > 0) return refused('unknown-person', missing)\n",
    instead: '',
    tests: tests('pairing'),
  },
  {
    wrong: 'Whoever came first would always be with the same people.',
    file: `${CIRCLE}/pairing.ts`,
    text: 'crowdOf(shuffled(ask.people, ask.seed), ask)',
    instead: 'crowdOf(ask.people, ask)',
    tests: tests('pairing'),
  },
  {
    wrong: 'Two who have just been together would be so again, while others have not met for an hour.',
    file: `${CIRCLE}/crowd.ts`,
    text: 'AGES - 1 - (newest - round)',
    instead: 'newest - round',
    tests: tests('pairing'),
  },
  {
    wrong: 'Two who are kept apart from now on would sit together once more, because they did before.',
    file: `${CIRCLE}/same-again.ts`,
    text: '  return !isTorn && !apart.some(pair => names.has(pairName(...pair)))\n',
    instead: '  return !isTorn\n',
    tests: tests('same-again'),
  },
  {
    wrong: 'A process would stand still whenever a hall is paired anew, for an act at each room that closes.',
    file: 'server/circles.ts',
    text: '    if (roomsSeen(circle, seen, clock.now()).circle === circle) return\n',
    instead: '',
    tests: ['server/circle-rooms-seen.test.ts'],
  },
  {
    wrong: 'Whoever is left in the second in which the store is away would sit in a dead room until the next round.',
    file: 'server/circles.ts',
    text: ', writeDown(watch, watch.glances)',
    instead: '',
    tests: ['server/circle-rooms-seen.test.ts'],
  },
  {
    wrong: 'Two who are seated after everybody was called back would sit on while all the others are together again.',
    file: `${CIRCLE}/pairs.ts`,
    text: '  orders.push(...callingBack(round, made, now))\n',
    instead: '',
    tests: tests('left-behind'),
  },
  {
    wrong: 'A room that was lost would sit on while all the others are together again.',
    file: 'server/circle-rooms.ts',
    text: 'if (round.backBy !== null) await',
    instead: 'if (round.backBy === 0) await',
    tests: ['server/circle-rooms-seen.test.ts'],
  },
  {
    wrong: 'Whoever comes back after everybody was called back would be led to a new room that nobody else comes to.',
    file: `${CIRCLE}/circle-view.ts`,
    text: 'isIn && seat && !isOver',
    instead: 'isIn && seat',
    tests: ['server/circle-rooms-seen.test.ts', ...tests('left-behind')],
  },
  {
    wrong: 'Whoever leaves a room of three, and stays in the workshop, would be nowhere until the next round.',
    file: `${CIRCLE}/circle-view.ts`,
    text: ' && !room.gone?.includes(person)',
    instead: '',
    tests: tests('left-behind'),
  },
  {
    wrong: 'Two of three would wait in a room that was made again for somebody who has left it.',
    file: 'server/circle-rooms.ts',
    text: '(room.gone ?? []).map(',
    instead: '[].map(',
    tests: ['server/circle-rooms-seen.test.ts'],
  },
]
