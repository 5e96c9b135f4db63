// Which mistakes about how close somebody felt, and how heard, must the tests never let pass? As in planted.mjs.
const FELT_HEARD = 'lib/closeness/felt-heard.ts'
const BY_FELT_HEARD = ['lib/closeness/felt-heard.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const OF_CLOSENESS = [
  {
    wrong: 'How close somebody felt would stay on the device when the room has been let go.',
    file: 'app/client/device/closeness.ts',
    text: "  else writeStored('device', key, {",
    instead: "  else writeStored('device', key.replace('clearing.room', 'clearing.closeness'), {",
    tests: ['app/client/device/closeness.test.ts'],
  },
  {
    wrong: 'Who agrees that the other was elsewhere with their thoughts would count as heard all the better.',
    file: FELT_HEARD,
    text: 'AGAINST.includes(statement) ? STEPS.length + 1 - step : step',
    instead: 'step',
    tests: BY_FELT_HEARD,
  },
  {
    wrong: 'A part of the eight statements would be told as if it were the whole.',
    file: FELT_HEARD,
    text: '  if (left.length > 0) return',
    instead: '  if (left.length === STATEMENTS.length) return',
    tests: BY_FELT_HEARD,
  },
]
