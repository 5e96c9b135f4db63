// Which mistakes must the tests never let pass where a hall moves on from a process that is to end: boards, walls, people of a circle, and
// whoever waits for a stranger? In the form of ../planted.mjs.

const WIRE = 'app/client/line/moving-wire.ts'
const MOVING = 'lib/lobby/moving.ts'
const pages = ['app/client/line/moving-wire.test.ts']
const places = ['lib/lobby/queue.test.ts', 'server/lobby/moved.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const OF_A_HALL_THAT_MOVES = [
  {
    wrong: 'A process that is to end would tell those alone who sit, and cut off every board, wall and queue.',
    file: 'server/wire/sockets.ts',
    text: "for (const socket of all) socket.emit('moved'",
    instead: "for (const socket of presence.all()) socket.emit('moved'",
    tests: ['server/wire/sockets.test.ts'],
  },
  {
    wrong: 'A process that is to end would go before a board, a wall or a queue has come to another one.',
    file: 'server/wire/sockets.ts',
    text: ' || desk.circles.isFor(socket) || desk.lobby.isFor(socket)',
    instead: '',
    tests: ['server/wire/sockets.test.ts'],
  },
  {
    wrong: 'A facilitator could do nothing for as long as their process takes to end.',
    file: 'server/circle/asks.ts',
    text: 'COMING.has(admitted.name) && ports.isDraining()',
    instead: 'ports.isDraining()',
    tests: ['server/wire/sockets.test.ts'],
  },
  {
    wrong: 'A page of a hall would leave its process as soon as it dials another one, and miss what is told meanwhile.',
    file: WIRE,
    text: '      else before = newest\n',
    instead: '      else newest.close()\n',
    tests: pages,
  },
  {
    wrong: 'A page of a hall would be asked at two processes, and do nothing at the one that it came to.',
    file: WIRE,
    text: '      if (answer.ok) letGo()\n',
    instead: '',
    tests: pages,
  },
  {
    wrong: 'A page that waits for a stranger would take its own coming elsewhere for another window, and wait no more.',
    file: WIRE,
    text: " || (own === before && name !== 'moved')",
    instead: ' || own === before',
    tests: pages,
  },
  {
    wrong: 'A whole hall would dial another process in one instant.',
    file: WIRE,
    text: '(Math.random() * told.withinMs) / SPREAD',
    instead: '0',
    tests: pages,
  },
  {
    wrong: 'Whoever has waited longest would stand behind everybody once more whenever a process is replaced.',
    file: MOVING,
    text: 'return before ? { ...ticket, since: before.since } : ticket',
    instead: 'return ticket',
    tests: places,
  },
  {
    wrong:
      'Whoever is told of a room as their process ends would be brought together with a second stranger, and let one of them wait.',
    file: MOVING,
    text: 'made && now < takenAt + MOVED_MS &&',
    instead: 'made && now < takenAt &&',
    tests: places,
  },
  {
    wrong: 'A process that ends would take a second place for somebody who has found a stranger by another one.',
    file: 'server/lobby/lobby.ts',
    text: 'if (isElsewhere || isMoving)',
    instead: 'if (isElsewhere)',
    tests: places,
  },
  {
    wrong: 'Whoever has read their invitation would be refused their seat by a process that is to end.',
    file: 'app/client/line/seat-line.ts',
    text: 'wire === coming && !token ? wire.redial() : hear(wire, moveOn)',
    instead: 'hear(wire, moveOn)',
    tests: ['app/client/line/seat-line.test.ts'],
  },
]
