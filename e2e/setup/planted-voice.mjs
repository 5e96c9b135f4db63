// Which mistakes of sound and picture must the tests never let pass? Who is heard, who is seen, and by whom: in the form of
// planted.mjs.

const media = name => [`app/client/media/${name}.test.ts`]

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const IN_THE_VOICE = [
  {
    wrong: 'Whoever listens would be heard in the other’s turn.',
    file: 'app/client/media/floor.ts',
    text: 'return { mine: floor === view.you, ',
    instead: "return { mine: floor !== 'none', ",
    tests: media('floor'),
  },
  {
    wrong: 'A voice would be let out of a page in which it has no floor.',
    file: 'app/client/media/floor.ts',
    text: 'theirs: others.filter(seat => seat === floor) }',
    instead: 'theirs: others }',
    tests: media('floor'),
  },
  {
    wrong: 'What is said to nobody while the clock stands still would be heard.',
    file: 'app/client/media/floor.ts',
    text: ' || view.held || ',
    instead: ' || ',
    tests: media('floor'),
  },
  {
    wrong: 'A page that lost the server would send a voice on and on after its turn.',
    file: 'app/client/media/floor.ts',
    text: '  if (endsAt !== null && now > endsAt + LATE_MS) return NOBODY\n',
    instead: '',
    tests: media('floor'),
  },
  {
    wrong: 'A microphone that its person had closed would be open again after the page was loaded anew.',
    file: 'app/client/media/own-microphone.ts',
    text: " && wanted() === 'open') void microphone.open()",
    instead: ' && wanted() !== undefined) void microphone.open()',
    tests: media('own-microphone'),
  },
  {
    wrong: 'A track would leave the page with its sound on before anybody had the floor.',
    file: 'app/client/media/own-microphone.ts',
    text: '        sent.enabled = false\n',
    instead: '',
    tests: media('own-microphone'),
  },
  {
    wrong: 'A server could put a path of its own between two people, and nobody would be told.',
    file: 'app/client/media/signals.ts',
    text: '    if (text == null) return changedOnTheWay(from)\n',
    instead: '    if (text == null) return\n',
    tests: media('signals'),
  },
  {
    wrong: 'A server could offer a path that nobody has sealed.',
    file: 'app/client/media/signals.ts',
    text: '    if (!data) return changedOnTheWay(from)\n',
    instead:
      '    if (!data) return came(from, readSignal(JSON.stringify({ turn: 1, description: told.data })) ?? { camera: true })\n',
    tests: media('signals'),
  },
  {
    wrong: 'A camera would open on the wish of one.',
    file: 'app/client/media/consent.ts',
    text: 'const isOn = () => mine && theirs',
    instead: 'const isOn = () => mine || theirs',
    tests: media('camera'),
  },
  {
    wrong: 'A camera that opened late would stay open although it was taken back.',
    file: 'app/client/media/camera.ts',
    text: '      if (asked !== turn || !track) {',
    instead: '      if (!track) {',
    tests: media('camera'),
  },
]
