// Which mistakes between processes must the tests never let pass? What one does and another must hear of: in the form of ../planted.mjs.

const server = name => [`server/${name}.test.ts`]

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const BETWEEN_PROCESSES = [
  {
    wrong:
      'Whoever sits at another process would see nothing of what the other did until they did something themselves.',
    file: 'server/fan-out/elsewhere.ts',
    text: '    if (kept) void director.heard(room, kept)\n    else hearSaid',
    instead: '    if (!kept) hearSaid',
    tests: server('several'),
  },
  {
    wrong: 'Somebody who came back at another process would sit in two places, and be heard from both.',
    file: 'server/wire/seats.ts',
    text: '    desk.presence.release(room, seat, holder)\n    if (now && !now.isOther &&',
    instead: '    if (now) continue\n    desk.presence.release(room, seat, holder)\n    if (now && !now.isOther &&',
    tests: server('several'),
  },
  {
    wrong: 'Whoever comes back at one process would make everybody at the others seem gone, and hold the sitting.',
    file: 'server/wire/asks.ts',
    text: "    const elsewhere = 'token' in ask ? await desk.elsewhere.present(ask.room) : []\n",
    instead: '    const elsewhere: SeatId[] = []\n',
    tests: server('several'),
  },
  {
    wrong: 'The people of a process that was killed would seem to be there, and be waited for without an end.',
    file: 'server/fan-out/elsewhere.ts',
    text: 'if (!seats.includes(seat)) await director.went(room, seat, entry, at)',
    instead: 'if (seats.length > 9) await director.went(room, seat, entry, at)',
    tests: server('several'),
  },
  {
    wrong:
      'Somebody who was taken to be gone while they were there would go on reading of a sitting that waits for them.',
    file: 'server/wire/seats.ts',
    text: '      if (!now.isHere) holder.conn.close()\n',
    instead: '',
    tests: server('several'),
  },
  {
    wrong: 'What happened while a process was cut off would never be seen there.',
    file: 'server/fan-out/elsewhere.ts',
    text: '    for (const room of director.watched()) void few.run(room, () => director.refresh(room))\n',
    instead: '',
    tests: server('several'),
  },
  {
    wrong: 'A facilitator would never see the rooms of another process.',
    file: 'server/circle/circles.ts',
    text: "      news.say(watch.circle.id, { say: 'seen', room, seen })\n",
    instead: '',
    tests: server('several'),
  },
  {
    wrong: 'A process would take what it says itself for what another one says.',
    file: 'server/store/redis-bus.ts',
    text: 'if (end < 0 || message.slice(0, end) === self) return',
    instead: 'if (end < 0) return',
    tests: ['server/store/redis-bus.test.ts'],
  },
  {
    wrong: 'Other processes would be told of a commit that lost against another one.',
    file: 'server/store/redis.ts',
    text: "if not wrote(head, ARGV[1]) then return now .. ':lost' end\nredis.call('SET'",
    instead:
      "tell(ARGV[5], ARGV[2], ARGV[3])\nif not wrote(head, ARGV[1]) then return now .. ':lost' end\nredis.call('SET'",
    tests: ['server/store/redis-bus.test.ts'],
  },
  {
    wrong: 'After an outage of Redis a process would go on with what it knew, and never look at what it has missed.',
    file: 'server/store/redis-bus.ts',
    text: '    if (wasUp) for (const told of missed) told()\n',
    instead: '',
    tests: ['server/store/redis-bus.test.ts'],
  },
  {
    wrong: 'Two whose room was lost with its store would go on watching a clock that no act of theirs can stop.',
    file: 'server/room/keeper.ts',
    text: '    if (wasOpen) ports.lost?.(id)\n',
    instead: '',
    tests: server('several'),
  },
  {
    wrong: 'A process that may not listen to the others would dial its Redis dozens of times a second, for ever.',
    file: 'server/store/keep-dialled.ts',
    text: 'if (wasReady && performance.now() - readyAt > LONGEST_WAIT_MS) failures = 0',
    instead: 'if (wasReady) failures = 0',
    tests: ['server/store/redis-bus.test.ts'],
  },
  {
    wrong: 'A process whose last person of a room reloads their page would hear nothing of that room any more.',
    file: 'server/store/redis-bus.ts',
    text: 'turns.run(name, () => follow(name))',
    instead: 'follow(name)',
    tests: ['server/store/redis-bus.test.ts'],
  },
  {
    wrong: 'What another process kept long ago, and what comes late, would be shown after something newer.',
    file: 'server/room/keeper.ts',
    text: 'kept.room.rev < (watch.last?.room.rev ?? 0)',
    instead: 'kept.room.rev < (watch.kept?.room.rev ?? 0)',
    tests: server('room/keeper'),
  },
  {
    wrong:
      'Whoever sat in a room that was lost while nothing was known of it here would wait at its clock without an end.',
    file: 'server/room/keeper.ts',
    text: 'const wasOpen = watch?.last?.room.closed === null',
    instead: 'const wasOpen = watch?.kept?.room.closed === null',
    tests: server('room/keeper'),
  },
  {
    wrong:
      'Somebody who was asked out unheard and replaced would be shown the room from the seat of whoever sits there now.',
    file: 'server/room/keeper.ts',
    text: '    ports.changed?.(id)\n    if (watches.get(id) !== watch) return\n    showAll(watch.shown, room, now, tell, capsules.take)\n',
    instead: '    showAll(watch.shown, room, now, tell, capsules.take)\n    ports.changed?.(id)\n',
    tests: server('several'),
  },
  {
    wrong: 'Somebody who was asked out unheard and replaced would read that another tab of theirs has the seat.',
    file: 'server/wire/seats.ts',
    text: 'if (now && !now.isOther && !now.isUnsure) {',
    instead: 'if (now && !now.isUnsure) {',
    tests: server('several'),
  },
  {
    wrong:
      'An act that was given up, and came to the store late, would be seen by all but those of the process that sent it.',
    file: 'server/room/debts.ts',
    text: 'clock.at(at, look)',
    instead: 'clock.at(at, () => look)',
    tests: server('room/keeper'),
  },
  {
    wrong: 'After a failover to a replica that was behind, both would go on seeing what the store knows nothing of.',
    file: 'server/room/shelf.ts',
    text: 'last && room.rev < last.room.rev',
    instead: 'last && room.rev < 0',
    tests: server('several'),
  },
  {
    wrong:
      'A page that comes back while something happens would take the answer to it for the newest, and never see that.',
    file: 'server/wire/seats.ts',
    text: '    caller.entering = { view: null }\n',
    instead: '',
    tests: server('wire/seats'),
  },
  {
    wrong:
      'What a store had lost would be kept again only once somebody does something, and be lost with the process until then.',
    file: 'server/room/keeper.ts',
    text: '      if (kept.isAhead) return void touch(id)\n',
    instead: '      if (kept.isAhead) return\n',
    tests: server('several'),
  },
  {
    wrong: 'A room that the store holds an older one of would not be kept again where nothing else is to be written.',
    file: 'server/room/keeper.ts',
    text: 'if (next !== held.room || held.isAhead)',
    instead: 'if (next !== held.room)',
    tests: server('several'),
  },
  {
    wrong:
      'A process whose line to Redis is dead would take the others for dead first, and hold the sittings of their people.',
    file: 'server/store/redis-bus.ts',
    text: 'export const TRY_MS = 1_000',
    instead: 'export const TRY_MS = 2_000',
    tests: ['server/store/redis-bus.test.ts'],
  },
  {
    wrong: 'Whoever sets the clock of a machine would spend the turn of everybody whom its process serves.',
    file: 'server/clock.ts',
    text: '  const local = () => startedAt + ticks()\n',
    instead: '  const local = () => date()\n',
    tests: ['server/clock.test.ts'],
  },
  {
    wrong: 'A process that ends would cut off whoever sits elsewhere by now and has yet to hear of it.',
    file: 'server/wire/sockets.ts',
    text: '          if (held.some(socket => socket.connected)) return\n',
    instead: '          if (presence.all().length > 0) return\n',
    tests: server('several'),
  },
  {
    wrong:
      'Whoever comes back while the other of the room does would wait a second for a process that is nobody else’s.',
    file: 'server/store/redis-bus.ts',
    text: '        await settling.get(channel)\n',
    instead: '',
    tests: ['server/store/redis-bus.test.ts'],
  },
  {
    wrong: 'Words would be taken that reach nobody, and the last of them be missed by neither.',
    file: 'server/wire/words.ts',
    text: "  if (!desk.elsewhere.isHeard() && heard.others.some(isElsewhere)) return refuse('store-down')\n",
    instead: '',
    tests: server('several'),
  },
  {
    wrong: 'People would go on being sent to a process that shows them nothing of what happens at the others.',
    file: 'server/app.ts',
    text: 'bus.isUp() ?',
    instead: 'bus.isUp() || bus ?',
    tests: server('several'),
  },
  {
    wrong:
      'Who gave up on a process that stood still, and sat down at another one, would lose that seat when it goes on.',
    file: 'server/room/director.ts',
    text: 'isThere() ? sit(room,',
    instead: 'isThere ? sit(room,',
    tests: server('several'),
  },
  {
    wrong: 'Who follows a link would be brought to another process than who opened its room.',
    file: 'server/ids.ts',
    text: 'near ? near + id.slice(near.length) : id',
    instead: 'near ? id : id',
    tests: server('wire/sockets'),
  },
  {
    wrong: 'Anything in an address would become part of a room’s name.',
    file: 'lib/wire/near.ts',
    text: '/^[\\w-]{2}$/.test(near)',
    instead: '/^[\\w-]*/.test(near)',
    tests: ['lib/wire/near.test.ts'],
  },
  {
    wrong: 'Pages would say nothing of where they would like to be.',
    file: 'app/client/line/socket.ts',
    text: '    ...(near && { query: { near } }),\n',
    instead: '',
    tests: ['app/client/line/socket.test.ts'],
  },
  {
    wrong: 'Two strangers, or two of a workshop, would stay at two processes for as long as they know each other.',
    file: 'app/client/line/seat-line.ts',
    text: '      wire.stayNear(near)\n',
    instead: '',
    tests: ['app/client/line/seat-line.test.ts'],
  },
  {
    wrong: 'The proxy would send the two of a room to different processes.',
    file: 'server/deploy/nginx.conf',
    text: 'hash $together consistent',
    instead: 'hash $request_id consistent',
    tests: ['server/deploy/nginx.test.ts'],
  },
]
