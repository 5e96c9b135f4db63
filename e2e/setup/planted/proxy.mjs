// Which mistakes in the proxy before several processes must the tests never let pass? In the form of ../planted.mjs.

const FILE = 'server/deploy/nginx.conf'
const tests = ['server/faults/proxied.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const BEHIND_THE_PROXY = [
  {
    wrong: 'Whoever can come by plain HTTP alone would be let in by nobody.',
    file: FILE,
    text: '    hash $remote_addr$http_user_agent consistent;\n',
    instead: '',
    tests,
  },
  {
    wrong: 'Nobody would come through the proxy by a WebSocket.',
    file: FILE,
    text: '  proxy_set_header Upgrade $http_upgrade;\n',
    instead: '',
    tests,
  },
  {
    wrong: 'A page that has once begun with plain HTTP would go on with it where it leads nowhere, and never come in.',
    file: 'app/client/line/socket.ts',
    text: 'failures % 3 === 2 ?',
    instead: 'failures > 1 ?',
    tests: ['app/client/line/socket-proxied.test.ts'],
  },
]
