// Which mistakes of the engine must the tests never let pass? In the form of planted.mjs.

const PROTOCOL = 'lib/protocol'
const rules = (...names) => names.map(name => `${PROTOCOL}/${name}.test.ts`)

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const IN_THE_PROTOCOL = [
  {
    wrong: 'Whoever waits a whole day with the page open would go on reading that their room is open.',
    file: `${PROTOCOL}/advance.ts`,
    text: 'return closesAt(room) + CLOSED_MS',
    instead: 'return closesAt(room)',
    tests: rules('advance'),
  },
  {
    wrong: 'While the other still writes, one could see how long their line is.',
    file: `${PROTOCOL}/view.ts`,
    text: '  if (sitting.revealedAt === null || sitting.lines === null) return null\n',
    instead: `  if (sitting.lines === null) return null
  if (sitting.revealedAt === null) {
    const dots = Object.entries(sitting.lines).map(([id, line]) => [id, { sealed: '.'.repeat(line.sealed?.length ?? 0) }])
    return dots.length > 0 ? Object.fromEntries(dots) : null
  }
`,
    tests: rules('private'),
  },
  {
    wrong: 'A browser would be sent the whole room, with lines that nobody has shared yet.',
    file: `${PROTOCOL}/view.ts`,
    text: '  const seen: RoomView = {\n    room: current.id,\n',
    instead: '  const seen: RoomView = {\n    ...current,\n    room: current.id,\n',
    tests: rules('view'),
  },
  {
    wrong: 'To have kept a line would look different from having had none to write.',
    file: `${PROTOCOL}/view.ts`,
    text: "    seen[id] = line === undefined || line === 'kept' ? 'kept' : { sealed: line.sealed }\n",
    instead: "    if (line !== undefined) seen[id] = line === 'kept' ? 'kept' : { sealed: line.sealed }\n",
    tests: rules('view'),
  },
  {
    wrong: 'Before the sitting one could read that the other would rather not speak first.',
    file: `${PROTOCOL}/view.ts`,
    text: 'ready: seat.wish !== null }',
    instead: 'ready: seat.wish }',
    tests: rules('begin'),
  },
  {
    wrong: 'The number of a view would tell the other that a line was just written, or thrown away.',
    file: `${PROTOCOL}/step.ts`,
    text: '  if (isPrivate(current, next, intent)) return',
    instead: "  if (intent.do === 'ready' && isPrivate(current, next, intent)) return",
    tests: rules('private'),
  },
  {
    wrong: 'A word that arrives late, or twice, would end the next turn before it began.',
    file: `${PROTOCOL}/step.ts`,
    text: "    if (whereAt(room.sitting, now).n !== intent.phase) return 'stale-phase'\n",
    instead: '',
    tests: rules('walk'),
  },
  {
    wrong: 'A word that was meant to end one hold would count towards ending the next.',
    file: `${PROTOCOL}/step.ts`,
    text: ' && room.sitting?.hold?.since !== intent.since) {',
    instead: ' && !room.sitting?.hold) {',
    tests: rules('step'),
  },
  {
    wrong: 'A clock that is set back would give somebody back minutes that they have had.',
    file: `${PROTOCOL}/step.ts`,
    text: '  const at = Math.max(now, room.at)\n',
    instead: '  const at = now\n',
    tests: rules('step'),
  },
  {
    wrong: 'A hold would cost the speaker the time that it lasted.',
    file: `${PROTOCOL}/step.ts`,
    text: 'startedAt: sitting.startedAt + (now - held.since) }',
    instead: 'startedAt: sitting.startedAt }',
    tests: rules('step'),
  },
  {
    wrong: 'One of two could go on after a hold while the other is not back.',
    file: `${PROTOCOL}/step.ts`,
    text: '!people(room).every(id => held.resume.includes(id) &&',
    instead: '!people(room).some(id => held.resume.includes(id) &&',
    tests: rules('step'),
  },
  {
    wrong: 'A minute for the first speaker would not be one for the second.',
    file: `${PROTOCOL}/step.ts`,
    text: "    i === n || (i > n && other.kind === 'speak' && other.turn !== undefined && other.turn === phase?.turn)\n",
    instead: "    i === n && other.kind === 'speak'\n",
    tests: rules('walk'),
  },
  {
    wrong:
      'What only somebody who left in a hold had not agreed to could never be agreed to: two people would sit for ever.',
    file: `${PROTOCOL}/step.ts`,
    text: '  return settled(room, resumed, resumed.n, now)\n',
    instead: '  return resumed\n',
    tests: rules('step'),
  },
  {
    wrong: 'A listener could end the turn of somebody who speaks.',
    file: `${PROTOCOL}/may.ts`,
    text: '  return speaking === undefined || speaking === seat || said.includes(speaking)\n',
    instead: '  return true\n',
    tests: rules('may'),
  },
  {
    wrong: 'A turn could grow by a minute more than was agreed.',
    file: `${PROTOCOL}/may.ts`,
    text: 'granted < MORE_MOST[room.clock]',
    instead: 'granted <= MORE_MOST[room.clock]',
    tests: rules('step'),
  },
  {
    wrong: 'A server that looks late would make every later turn late, and its speaker pay for it.',
    file: `${PROTOCOL}/where.ts`,
    text: '    startedAt += length\n',
    instead: '    startedAt = now\n',
    tests: rules('where'),
  },
  {
    wrong: 'The bell would cut a sentence in two.',
    file: `${PROTOCOL}/where.ts`,
    text: 'export const GRACE_MS = 7000\n',
    instead: 'export const GRACE_MS = 0\n',
    tests: rules('where'),
  },
  {
    wrong: 'A lost connection would close lines again that both have read.',
    file: `${PROTOCOL}/advance.ts`,
    text: 'Math.max(since, sitting.startedAt, sitting.revealedAt ?? 0)',
    instead: 'Math.max(since, sitting.startedAt)',
    tests: rules('advance'),
  },
  {
    wrong: 'Somebody whose train went into a tunnel would lose the seconds before anybody noticed.',
    file: `${PROTOCOL}/advance.ts`,
    text: "hold(r.sitting, 'away', gone, null)",
    instead: "hold(r.sitting, 'away', gone + AWAY_AFTER_MS, null)",
    tests: rules('advance'),
  },
  {
    wrong: 'Lines would stay on the server for as long as the room does.',
    file: `${PROTOCOL}/advance.ts`,
    text: '  if (erase !== null) dues.push(',
    instead: '  if (erase === 0) dues.push(',
    tests: rules('advance'),
  },
  {
    wrong: 'A turn could grow without end, since nobody would remember what it was granted.',
    file: `${PROTOCOL}/step.ts`,
    text: 'return i === n ? { ...grown, granted: (other.granted ?? 0) + 1 } : grown',
    instead: 'return grown',
    tests: rules('step'),
  },
  {
    wrong: 'A third person could sit down in a room for two.',
    file: `${PROTOCOL}/door.ts`,
    text: 'seatIds(current).find(id => !current.seats[id]))\n',
    instead: "seatIds(current).find(id => !current.seats[id]) ?? 'c')\n",
    tests: rules('door'),
  },
  {
    wrong: 'The end of an old connection would send away somebody who is back already.',
    file: `${PROTOCOL}/door.ts`,
    text: 'own.token.given !== entry || ',
    instead: '',
    tests: rules('door'),
  },
  {
    wrong: 'A room could go on while somebody is away, on what they said before they went.',
    file: `${PROTOCOL}/door.ts`,
    text: 'hold: { ...held, resume: held.resume.filter(id => id !== seat) }',
    instead: 'hold: held',
    tests: rules('step'),
  },
  {
    wrong: 'The time in which the server was down would be taken from whoever had the floor.',
    file: `${PROTOCOL}/door.ts`,
    text: '  const heard = Math.min(now, Math.max(known.at, who.heard ?? now))\n',
    instead: '  const heard = now\n',
    tests: rules('door'),
  },
  {
    wrong: 'A second outage would spend in one moment all the turns that the first had held.',
    file: `${PROTOCOL}/door.ts`,
    text: '  if (reallyGone || held.since < assumed || held.since >= since) return room\n',
    instead: '  if (reallyGone || held.since >= since) return room\n',
    tests: rules('door'),
  },
  {
    wrong: 'A turn would be spent on a listener who is away, whose leaving was the last that a lost process had kept.',
    file: `${PROTOCOL}/door.ts`,
    text: '  const since = assumedSince(known, heard)\n',
    instead: '  const since = heard\n',
    tests: rules('door'),
  },
  {
    wrong: 'The judge of turns would take one for cut short that its speaker had ended.',
    file: `${PROTOCOL}/testing/turns-held.ts`,
    text: '    if (!phase) return\n',
    instead: '    if (!phase || held) return\n',
    tests: rules('testing/turns-held'),
  },
  {
    wrong: 'Where both would rather listen first, it would always be the host who speaks.',
    file: `${PROTOCOL}/begin.ts`,
    text: 'room.coin.find(seat => equals.includes(seat)) ?? only',
    instead: 'only',
    tests: rules('begin'),
  },
  {
    wrong: 'One of two could be given longer turns than the other.',
    file: 'lib/formats/custom.ts',
    text: "  if (!turnsAreEqual(phases)) return { problem: 'unequal-turns' }\n",
    instead: '',
    tests: ['lib/formats/custom.test.ts'],
  },
  {
    wrong: 'Whoever chose a language would still be given that of the browser.',
    file: 'lib/words/locale.ts',
    text: '[chosen, ...wanted.map(({ tag }) => tag)]',
    instead: '[...wanted.map(({ tag }) => tag), chosen]',
    tests: ['lib/words/locale.test.ts'],
  },
  {
    wrong: 'In Spanish it would not be said who has the floor.',
    file: 'lib/words/es/status.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code, to be found as it stands
    text: 'listening: speaker => `Habla ${speaker}. No tienes que hacer nada.`',
    instead: "listening: speaker => (speaker ? 'Tu turno llega.' : '')",
    tests: ['lib/words/spanish.test.ts'],
  },
]
