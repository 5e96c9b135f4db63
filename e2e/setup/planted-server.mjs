// Which mistakes of the server must the tests never let pass? Who is heard, what is shown when, who sits where, and what an
// attacker can reach: in the form of planted.mjs.

const server = name => [`server/${name}.test.ts`]

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const IN_THE_SERVER = [
  {
    wrong: 'People would be shown a turn that no store knows, and lose it again with the next view.',
    file: 'server/keeper.ts',
    text: '        const kept = await shelf.swap(held, next, now)\n',
    instead: '        show(id, next, now, held.room)\n        const kept = await shelf.swap(held, next, now)\n',
    tests: server('keeper'),
  },
  {
    wrong: 'Whoever listens could talk into the other’s turn.',
    file: 'server/asks.ts',
    text: "  if (standing.floor !== seat && standing.floor !== 'all') return refuse('not-allowed')\n",
    instead: '',
    tests: server('asks'),
  },
  {
    wrong: 'The end of an old tab would hold the room of somebody who has come back.',
    file: 'server/director.ts',
    text: 'enteredSeat(room, entry) === seat ? leaveBehind(room, seat, left) : room',
    instead: 'leaveBehind(room, seat, left)',
    tests: server('director'),
  },
  {
    wrong: 'Somebody who was asked out could still say ready for whoever sits there next.',
    file: 'server/director.ts',
    text: 'enteredSeat(room, entry) === seat ? step(',
    instead: 'room !== null ? step(',
    tests: server('director'),
  },
  {
    wrong: 'A token that was read over a shoulder would open the seat for ever.',
    file: 'server/director.ts',
    text: '      const next = ids.token()\n',
    instead: '      const next = who.token\n',
    tests: server('director'),
  },
  {
    wrong: 'Whoever reads the store could sit down in any room.',
    file: 'server/app.ts',
    text: 'hash: hashToken',
    instead: 'hash: token => token',
    tests: server('director'),
  },
  {
    wrong: 'Whoever only listens could send words by calling them a replay.',
    file: 'server/asks.ts',
    text: "  if (left === 0) return refuse('not-allowed', 'Nobody asked for it.')\n",
    instead: '',
    tests: server('asks'),
  },
  {
    wrong: 'Of two things decided at the same moment in two processes one would vanish.',
    file: 'server/shelf.ts',
    text: "        if (result !== 'swapped') return result\n",
    instead: "        if (result === 'gone') return result\n",
    tests: server('keeper'),
  },
  {
    wrong: 'One crafted message would end the process that holds everybody’s connection.',
    file: 'server/doorman.ts',
    text: 'isDeep(payload, DEPTH_MOST) || ',
    instead: '',
    tests: server('doorman'),
  },
  {
    wrong: 'After a restart the second to come back would make the first one gone, who could then never go on.',
    file: 'server/asks.ts',
    text: '    const present = () => desk.presence.seats(ask.room)\n',
    instead: '    const then = desk.presence.seats(ask.room)\n    const present = () => then\n',
    tests: server('director'),
  },
  {
    wrong: 'Somebody whose connection broke while they sat down would seem to be there, and be waited for.',
    file: 'server/asks.ts',
    text: '    if (guest.isGone) detach(desk, connection, guest)\n',
    instead: '',
    tests: server('director'),
  },
  {
    wrong: 'A process that slept would wake up in the middle of somebody’s turn.',
    file: 'server/keeper.ts',
    text: '    return stoodStill(room, watch.dueAt, now)\n',
    instead: '    return room\n',
    tests: server('director'),
  },
  {
    wrong: 'A look at the door of a room that nobody watches would spend the turns in it.',
    file: 'server/director.ts',
    text: 'keeper.decide(id, room => ({ ok: true, room }))',
    instead: 'keeper.decide(id, (room, now) => ({ ok: true, room: advance(room, now) }))',
    tests: server('director'),
  },
  {
    wrong: 'A seat whose taking was not answered would be held by nobody, and the friend find the room full.',
    file: 'server/director.ts',
    text: "    if (out.code === 'store-down') undo(id, entry, takeBack)\n",
    instead: '',
    tests: server('keeper'),
  },
  {
    wrong: 'That somebody went while the store was down would be forgotten, and their absence cost the other’s time.',
    file: 'server/debts.ts',
    text: 'if (tries >= AGAIN_MOST && !isWatched(id))',
    instead: 'if (tries >= AGAIN_MOST)',
    tests: server('keeper'),
  },
  {
    wrong: 'After one failure of the store nobody could be heard until the next bell.',
    file: 'server/keeper.ts',
    text: '          if (watch || debts.isOwed(id)) debts.tryLater(id)\n',
    instead: '',
    tests: server('keeper'),
  },
  {
    wrong: 'A page of somebody else could speak in a room through a visitor’s browser.',
    file: 'server/sockets.ts',
    text: "      if (!isOriginAllowed(request, ports.origins)) return decide('origin', false)\n",
    instead: '',
    tests: server('sockets'),
  },
  {
    wrong: 'Two who do not read what they are sent could fill the memory of the process.',
    file: 'server/lines.ts',
    text: '      if (waiting > BEHIND_MOST) connection.close(true)\n',
    instead: '',
    tests: server('sockets'),
  },
]
