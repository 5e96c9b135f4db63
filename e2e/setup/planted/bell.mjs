// Which mistakes about the bell and its clock must the tests never let pass? As in planted.mjs.
const BELL = 'app/client/sound/bell.ts'
const BY_BELL = ['app/client/sound/bell.test.ts']
const PLAN = 'app/client/sound/bell-plan.ts'
const BY_PLAN = ['app/client/sound/bell-plan.test.ts']
const AWAKE = 'app/client/page/room-awake.ts'

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const AT_THE_BELL = [
  {
    wrong: 'A bell would ring again for each of the three that it is armed by.',
    file: BELL,
    text: '    armed.delete(bell.id)\n    own.stopWaiting()\n',
    instead: '    own.stopWaiting()\n',
    tests: BY_BELL,
  },
  {
    wrong: 'The server’s word would ring nothing: a page without a worker and without sound would be late by a minute.',
    file: BELL,
    text: '      if (left <= 0) queueMicrotask(() => ring(bell))\n',
    instead: '',
    tests: BY_BELL,
  },
  {
    wrong: 'A bell would ring that the very view which proves it due has taken back.',
    file: BELL,
    text: 'queueMicrotask(() => ring(bell))',
    instead: 'ring(bell)',
    tests: BY_BELL,
  },
  {
    wrong: 'A bell whose sound stood still would sound whenever the sound goes on, in the middle of the other’s turn.',
    file: BELL,
    text: ' || !audio.running()) own.sound',
    instead: ') own.sound',
    tests: BY_BELL,
  },
  {
    wrong: 'A bell would not be told by the worker that had yet to begin when it was armed.',
    file: 'app/client/device/steady-timer.ts',
    text: '  for (const [id, { local }] of waiting) tell({ id, ms: leftOf(local) })\n',
    instead: '',
    tests: ['app/client/device/steady-timer.test.ts'],
  },
  {
    wrong: 'On a hidden page the server would be asked for its time once a minute instead of every 15 s.',
    file: 'app/client/line/clock.ts',
    text: '    cancelNext = callAfter(left > 1 ? BURST_EVERY_MS : THEN_EVERY_MS, next)\n',
    instead:
      '    const own = setTimeout(next, left > 1 ? BURST_EVERY_MS : THEN_EVERY_MS)\n    cancelNext = () => clearTimeout(own)\n',
    tests: ['app/client/line/clock.test.ts'],
  },
  {
    wrong: 'After a device had slept for a part of a second its bell would be off by that for minutes.',
    file: 'lib/clock/offset.ts',
    text: 'const FORGET_MS = 30\n',
    instead: 'const FORGET_MS = 1000\n',
    tests: ['lib/clock/offset.test.ts'],
  },
  {
    wrong:
      'Whoever waits for the other would be told to put the phone down, and its dark screen would silence the bell.',
    file: AWAKE,
    text: '} else if (before !== next) wait()',
    instead: '}',
    tests: ['app/client/page/room-awake.test.ts'],
  },
  {
    wrong: 'The phone of somebody whose guest never comes would burn until it is empty.',
    file: AWAKE,
    text: '    waits = setTimeout(() => {\n      darken()\n',
    instead: '    waits = setTimeout(() => {\n',
    tests: ['app/client/page/room-awake.test.ts'],
  },
  {
    wrong: 'Without a clock nobody would be called who has put their phone down to listen.',
    file: PLAN,
    text: 'return after.phase ? after.phase.n > phase.n :',
    instead: 'return after.phase ? after.phase.n < phase.n :',
    tests: BY_PLAN,
  },
  {
    wrong: 'Whoever has opened a room and touches nothing more would not hear that somebody comes.',
    file: BELL,
    text: '  if (isTouched) audio.prime()\n',
    instead: '',
    tests: BY_BELL,
  },
  {
    wrong: 'A bell would be promised where the browser lets none sound.',
    file: PLAN,
    text: "return bell === 'off' || isBlocked ?",
    instead: "return bell === 'off' ?",
    tests: BY_PLAN,
  },
  {
    wrong: 'The answer that came last would be believed instead of the quickest of 16.',
    file: 'lib/clock/offset.ts',
    text: '(worth(sample) <= worth(least) ? sample : least)',
    instead: 'sample',
    tests: ['lib/clock/offset.test.ts'],
  },
  {
    wrong: 'The server would say nothing when a turn’s bell is due: a page that can’t ring by itself would not ring.',
    file: 'server/room/keeper.ts',
    text: 'scheduler.arm(id, watch.dueAt && Math.min(watch.dueAt, nextBell(ahead, now) ?? watch.dueAt))',
    instead: 'scheduler.arm(id, watch.dueAt)',
    tests: ['server/room/director.test.ts'],
  },
]
