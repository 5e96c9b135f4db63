// Which mistakes about what browsers keep of their rooms must the tests never let pass? In the form of ../planted.mjs.

const ENGINE = ['lib/protocol/capsule.test.ts', 'lib/protocol/private.test.ts']
const SERVER = ['server/room/capsules.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const IN_CAPSULES = [
  {
    wrong:
      'A room in which only time had passed since its store was emptied would be lost, where others had noticed it.',
    file: 'server/room/capsules.ts',
    text: 'room.broughtBack?.epoch ?? room.madeIn ?? epoch',
    instead: 'room.broughtBack?.epoch ?? epoch',
    tests: SERVER,
  },
  {
    wrong: 'A room that was made and dissolved in a store that came back empty unnoticed would come back.',
    file: 'server/room/shelf.ts',
    text: 'made === null || made.epoch === expected',
    instead: 'made === null || made.epoch !== null',
    tests: SERVER,
  },
  {
    wrong: 'After such a loss each room that is made would cost one write more, as long as the process lives.',
    file: 'server/room/keeper.ts',
    text: 'if (kept.room.madeIn !== capsules.name()) void capsules.look()\n',
    instead: '',
    tests: SERVER,
  },
  {
    wrong: 'Whoever measures what their browser keeps could tell what the other wishes.',
    file: 'lib/protocol/capsule.ts',
    text: 'seats[id] = { ...seat, wish: null }',
    instead: 'seats[id] = { ...seat }',
    tests: ENGINE,
  },
  {
    wrong: 'Whoever measures what their browser keeps could tell a line that was kept from none.',
    file: 'lib/protocol/capsule.ts',
    text: "(isOpen && line !== 'kept')",
    instead: 'isOpen',
    tests: ENGINE,
  },
  {
    wrong: 'A room that came back would seem older to every browser than what it has, and be overlooked.',
    file: 'lib/protocol/capsule.ts',
    text: '  rev: capsule.rev + LOST_MOST,\n',
    instead: '  rev: capsule.rev,\n',
    tests: ENGINE,
  },
  {
    wrong: 'An answer to the closing question would be lost with the store, although its author’s browser has it.',
    file: 'lib/protocol/capsule.ts',
    text: '  return withOwnLine(taken, capsule, seat)\n',
    instead: '  return taken\n',
    tests: ENGINE,
  },
  {
    wrong: 'Whoever was given a new token just before the store was lost could not come back.',
    file: 'lib/protocol/capsule.ts',
    text: '      ? replaced(room, capsule, now)\n',
    instead: '      ? room\n',
    tests: ENGINE,
  },
  {
    wrong: 'Somebody who was asked out would come back in with the room.',
    file: 'lib/protocol/capsule.ts',
    text: '.filter(id => isSame(room, capsule, id)) ?? []',
    instead: ' ?? []',
    tests: ENGINE,
  },
  {
    wrong: 'Where a store was lost twice, what was done since would be undone by what was taken of it in between.',
    file: 'lib/protocol/capsule.ts',
    text: '!stored.broughtBack || stored.broughtBack.epoch === known',
    instead: '!stored.broughtBack || stored.rev < known.rev || stored.broughtBack.epoch === known',
    tests: ENGINE,
  },
  {
    wrong: 'Where a store was lost twice, its people would go on seeing what it knows nothing of.',
    file: 'lib/protocol/capsule.ts',
    text: 'Math.max(stored.rev, known.rev + LOST_MOST)',
    instead: 'stored.rev',
    tests: ENGINE,
  },
  {
    wrong:
      'Whoever came back last before the store was lost would read of another tab of theirs, and wait there for nobody.',
    file: 'server/wire/seats.ts',
    text: ' && !now.isUnsure',
    instead: '',
    tests: SERVER,
  },
  {
    wrong: 'A turn would be spent on the time in which its room was lost, where the newer capsule came second.',
    file: 'lib/protocol/capsule.ts',
    text: '    if (seat && !back.includes(id)) seats[id]',
    instead: '    if (seat && now < 0) seats[id]',
    tests: ENGINE,
  },
  {
    wrong: 'A room that somebody was just shown to be held would go on by itself, and open their microphone.',
    file: 'lib/protocol/capsule.ts',
    text: '  if (!advance(room, now).sitting?.hold) return gone\n',
    instead: '  if (now > 0) return gone\n',
    tests: ENGINE,
  },
  {
    wrong: 'A turn would run on while the listener was away, whom only a newer capsule knew to be gone.',
    file: 'lib/protocol/capsule.ts',
    text: 'goneSince: seat.goneSince ?? since',
    instead: 'goneSince: since',
    tests: ENGINE,
  },
  {
    wrong:
      'What the newer capsule knows would be lost where whoever brought the older was gone before they were let in.',
    file: 'lib/protocol/capsule.ts',
    text: ' || room.broughtBack?.seats.length === 0',
    instead: '',
    tests: ENGINE,
  },
  {
    wrong:
      'What a newer capsule says of a sitting that began after the older one would run on while nobody was served.',
    file: 'lib/protocol/capsule.ts',
    text: 'seats, unwatchedSince, takenUpAt, rev }',
    instead: 'seats, unwatchedSince, takenUpAt, rev, at: Math.max(room.at, capsule.at) }',
    tests: ENGINE,
  },
  {
    wrong:
      'A hold would be lost of which only somebody knows who is connected to another process, and a turn would run on.',
    file: 'lib/protocol/door.ts',
    text: 'who.present.includes(id) && isServed(current, id)',
    instead: 'who.present.includes(id)',
    tests: ENGINE,
  },
  {
    wrong:
      'People would gather anew for a sitting that had begun, since the one who brought their room back had not heard of it.',
    file: 'lib/protocol/door.ts',
    text: 'return current.broughtBack ? goneSince(current, unsureOf(current, isThere), now) : current',
    instead: 'return current',
    tests: ENGINE,
  },
  {
    wrong: 'A process that stood still would keep an old state of a room for somebody who has long gone on elsewhere.',
    file: 'server/room/director.ts',
    text: 'if (room && isThere()) await keeper.bringBack(room)',
    instead: 'if (room) await keeper.bringBack(room)',
    tests: SERVER,
  },
  {
    wrong: 'A room that had dissolved would come back.',
    file: 'server/room/capsules.ts',
    text: 'now === brought.epoch ? null : broughtBack(brought.room, now)',
    instead: "now === '' ? null : broughtBack(brought.room, now)",
    tests: SERVER,
  },
  {
    wrong: 'A capsule would be good for ever.',
    file: 'server/room/capsules.ts',
    text: ' && now < forgetAt(room)',
    instead: ' && now < forgetAt(room) * 2',
    tests: SERVER,
  },
  {
    wrong: 'A room in which nobody did anything for an hour would be lost with its store, though its pages are open.',
    file: 'server/room/capsules.ts',
    text: 'now < forgetAt(room)',
    instead: 'now < Math.min(room.at + 3_600_000, forgetAt(room))',
    tests: SERVER,
  },
  {
    wrong: 'Whoever has found a capsule could bring a room back that is none of theirs.',
    file: 'server/room/director.ts',
    text: ' || !seatOf(capsule.room, shown.token)) return out',
    instead: ') return out',
    tests: SERVER,
  },
  {
    wrong: 'A page would not bring what it kept.',
    file: 'app/client/line/room-link.ts',
    text: '    const capsule = newest?.capsule\n',
    instead: "    const capsule = newest?.capsule && ''\n",
    tests: ['app/client/line/room-link.test.ts'],
  },
  {
    wrong: 'What people did since their room came back would be undone by whoever comes back once more.',
    file: 'lib/protocol/capsule.ts',
    text: '  if (room === stored && capsule.broughtBack?.epoch === room.broughtBack.epoch) return room\n',
    instead: '',
    tests: ['lib/protocol/capsule.test.ts'],
  },
  {
    wrong:
      'A sitting would stand still for ever in which all had said that they go on, one of them before it was lost.',
    file: 'lib/protocol/capsule.ts',
    text: 'hold: { ...sitting.hold, resume: [] }',
    instead: 'hold: sitting.hold',
    tests: ['lib/protocol/capsule.test.ts'],
  },
]
