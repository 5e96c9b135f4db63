// Which mistakes of what operators are given must the tests never let pass? In the form of planted.mjs.

const COMPOSED = ['server/deploy/compose.test.ts']
const IMAGE = ['server/deploy/dockerfile.test.ts']
const HOSTS = ['server/deploy/hosts.test.ts']
const UNIT = ['server/deploy/unit.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const IN_OPERATION = [
  {
    wrong: 'The image would be run by root.',
    file: 'server/deploy/Dockerfile',
    text: 'USER 1000:1000',
    instead: 'USER 0:0',
    tests: IMAGE,
  },
  {
    wrong: 'The operator’s secrets would lie in an image that is passed on.',
    file: 'server/deploy/Dockerfile.dockerignore',
    text: 'server/deploy\n',
    instead: '',
    tests: IMAGE,
  },
  {
    wrong: 'The image would start something else than what was built and tested.',
    file: 'server/deploy/Dockerfile',
    text: '"dist/server/index.js"',
    instead: '"server/index.ts"',
    tests: IMAGE,
  },
  {
    wrong: 'A full Redis would throw out a room in which two people sit.',
    file: 'server/deploy/compose.yaml',
    text: '--maxmemory-policy, noeviction,',
    instead: '--maxmemory-policy, allkeys-lru,',
    tests: COMPOSED,
  },
  {
    wrong: 'Behind the composed nginx anybody could claim any address.',
    file: 'server/deploy/compose.yaml',
    text: "TRUST_PROXY: '1'",
    instead: "TRUST_PROXY: '2'",
    tests: COMPOSED,
  },
  {
    wrong: 'The composed Redis would have a way out into the world.',
    file: 'server/deploy/compose.yaml',
    text: '{ internal: true }',
    instead: '{}',
    tests: COMPOSED,
  },
  {
    wrong: 'A unit that is told to end would be killed before its people have gone over.',
    file: 'server/deploy/clearing@.service',
    text: 'TimeoutStopSec=15',
    instead: 'TimeoutStopSec=5',
    tests: UNIT,
  },
  {
    wrong: 'Whoever reached the port of a unit would name any address as theirs, and be let in without TLS.',
    file: 'server/deploy/clearing@.service',
    text: 'Environment=HOST=127.0.0.1\n',
    instead: '',
    tests: UNIT,
  },
  {
    wrong: 'A unit whose secret nobody filled in would begin by one that everybody knows.',
    file: 'server/deploy/site.env.example',
    text: 'CLEARING_SECRET=replace-this-by-32-random-bytes',
    instead: 'CLEARING_SECRET=replace-this-by-32-random-bytes-of-its-own',
    tests: UNIT,
  },
  {
    wrong: 'Everybody on a machine would read the secrets of the site.',
    file: 'server/deploy/OPERATING.md',
    text: '(umask 077 && set -C',
    instead: '(set -C',
    tests: UNIT,
  },
  {
    wrong: 'Fly would find no Dockerfile where it looks for it.',
    file: 'server/deploy/fly.toml',
    text: "dockerfile = 'Dockerfile'",
    instead: "dockerfile = 'server/deploy/Dockerfile'",
    tests: HOSTS,
  },
  {
    wrong: 'Fly would make two machines of a site whose browsers must find the same one.',
    file: 'server/deploy/fly.toml',
    text: ' --ha=false',
    instead: '',
    tests: HOSTS,
  },
  {
    wrong: 'The relay’s secret would be readable by whoever is on its machine.',
    file: 'server/deploy/relay.sh',
    text: 'made=$(mktemp)',
    instead: 'made=$(mktemp) && chmod 644 "$made"',
    tests: HOSTS,
  },
  {
    wrong: 'A relay behind a NAT would refuse the very address at which its guests meet.',
    file: 'server/deploy/relay.sh',
    text: String.raw`\nallowed-peer-ip=%s\n' "$outer" "$RELAY_ADDRESS" "$outer"`,
    instead: String.raw`\n' "$outer" "$RELAY_ADDRESS"`,
    tests: HOSTS,
  },
  {
    wrong: 'Nobody would be told that after a restart the words of reports are read no more, and lost rooms stay lost.',
    file: 'server/index.ts',
    text: "if (!isKept && store.kind !== 'memory') {",
    instead: "if (!isKept && store.kind === 'memory') {",
    tests: ['server/index.test.ts'],
  },
  {
    wrong: 'A machine whose settings are missing would begin with a secret that ends with the process.',
    file: 'server/deploy/clearing@.service',
    text: 'EnvironmentFile=/etc',
    instead: 'EnvironmentFile=-/etc',
    tests: UNIT,
  },
  {
    wrong: 'After a rollback people would wait for a room that never comes, until the Redis had forgotten it.',
    file: 'server/shelf.ts',
    text: 'return room.v === 1 ? room : null',
    instead: "if (room.v !== 1) throw new StoreDown('bad-answer')\n  return room",
    tests: ['server/shelf.test.ts'],
  },
  {
    wrong: 'After a rollback rooms would be run by rules that they were not made for, and written over.',
    file: 'server/shelf.ts',
    text: 'return room.v === 1 ? room : null',
    instead: 'return room',
    tests: ['server/shelf.test.ts'],
  },
]
