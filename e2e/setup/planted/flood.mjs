// Which mistakes would let one who pours in without a pause, or who does not read, take the time and the memory of everybody? In the
// form of ../planted.mjs.

const tests = ['server/wire/flood.test.ts']
const fullest = ['server/wire/flood-fullest.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const OF_FLOODS = [
  {
    wrong: 'Whoever pours in heartbeats that nobody asked for could do so for ever.',
    file: 'server/wire/flood.ts',
    text: "    websocket.on('message', hearFrame)\n",
    instead: '',
    tests,
  },
  {
    wrong: 'Answers to pings that nobody sent could be poured in until their bytes are too many.',
    file: 'server/wire/flood.ts',
    text: "    websocket.on('pong', hearFrame)\n",
    instead: '',
    tests,
  },
  {
    wrong: 'Whoever pours in asks that are far too big would be read for as long as their number allows.',
    file: 'server/wire/flood.ts',
    text: 'burst: 2 * 1024 * 1024',
    instead: 'burst: 2 * 1024 * 1024 * 1024',
    tests,
  },
  {
    wrong: 'Whoever pours in could send four times as much as any page ever does before they are cut off.',
    file: 'server/wire/flood.ts',
    text: 'burst: 2 * 1024 * 1024',
    instead: 'burst: 5 * 1024 * 1024',
    tests: fullest,
  },
  {
    wrong: 'A page that says all again after an outage, with its camera on, would be taken for somebody who pours in.',
    file: 'server/wire/flood.ts',
    text: 'burst: 2 * 1024 * 1024',
    instead: 'burst: 1024 * 1024',
    tests: fullest,
  },
  {
    wrong: 'A report in a script whose letters are written as six characters would end the connection it came by.',
    file: 'server/wire/sockets.ts',
    text: 'FRAME_MOST = 256 * 1024',
    instead: 'FRAME_MOST = 128 * 1024',
    tests: fullest,
  },
  {
    wrong: 'Whoever begins a frame that is too large could go on pouring, or hold their connection for half a minute.',
    file: 'server/wire/flood.ts',
    text: "    websocket.on('error', hearFault)\n",
    instead: '',
    tests,
  },
  {
    wrong:
      'Everybody would wait until all that was read together with the excess is handled, for somebody who is cut off.',
    file: 'server/wire/flood.ts',
    text: '    for (const event of HEARD) websocket.removeAllListeners(event)\n',
    instead: '',
    tests,
  },
  {
    wrong: 'Whoever is cut off could keep their connection, by never answering the goodbye.',
    file: 'server/wire/flood.ts',
    text: 'websocket.terminate()',
    instead: 'websocket.close()',
    tests,
  },
  {
    wrong: 'Each of ten thousand pings that were read at once would be answered, while everybody waits.',
    file: 'server/wire/flood.ts',
    text: '    if (so.ping === null) process.nextTick(answer, so)\n    so.ping = said\n',
    instead: '    so.websocket.pong(said)\n',
    tests,
  },
  {
    wrong: 'The library would answer pings by itself, and so each of them twice.',
    file: 'server/wire/flood.ts',
    text: 'autoPong: false',
    instead: 'autoPong: true',
    tests,
  },
  {
    wrong: 'Whoever pings now and then would be answered once and never again.',
    file: 'server/wire/flood.ts',
    text: '    so.ping = null\n',
    instead: '',
    tests,
  },
  {
    wrong: 'Whoever begins by polling could pour in what they like over the WebSocket it becomes.',
    file: 'server/wire/flood.ts',
    text: '        watch(websocket, tcp as Tcp)\n',
    instead: "        if (!asked.url?.includes('sid=')) watch(websocket, tcp as Tcp)\n",
    tests,
  },
  {
    wrong: 'Nobody would watch at the door what is poured in.',
    file: 'server/wire/sockets.ts',
    text: '    wsEngine: createFloodgate(clock, BEHIND_MOST),\n',
    instead: '',
    tests,
  },
  {
    wrong: 'What is on its way to somebody who does not read would not be counted.',
    file: 'server/wire/lines.ts',
    text: 'if (line.onTheWay + line.waiting > BEHIND_MOST)',
    instead: 'if (line.waiting > BEHIND_MOST)',
    tests,
  },
  {
    wrong: 'Three times the bound could wait for somebody who does not read, where each character takes three bytes.',
    file: 'server/wire/lines.ts',
    text: 'Buffer.byteLength(packet.data)',
    instead: 'packet.data.length',
    tests,
  },
  {
    wrong: 'Two who do not read what they are sent could fill the memory of the process.',
    file: 'server/wire/lines.ts',
    text: '    if (line.onTheWay + line.waiting > BEHIND_MOST) this.close(true)\n',
    instead: '',
    tests,
  },
]
