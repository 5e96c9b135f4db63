// Which mistakes in a steward's commands must the tests never let pass? In the form of ../planted.mjs.

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const BY_A_STEWARD = [
  {
    wrong: 'A ban that was said by a path through a link would be none, and nobody would be told.',
    file: 'server/steward.ts',
    text: 'await main(process.argv.slice(2))',
    instead:
      "import.meta.url.endsWith(process.argv[1] ?? '') ? await main(process.argv.slice(2)) : { ok: true, lines: [] }",
    tests: ['server/steward.test.ts'],
  },
  {
    wrong: 'A steward would wait for a store that is well, where a mistake of ours keeps their ban from it.',
    file: 'server/stewarding.ts',
    text: '    throw error\n',
    instead: "    return { ok: false, lines: ['The store did not answer.'] }\n",
    tests: ['server/steward.test.ts'],
  },
  {
    wrong: 'A steward could not find again whom they have banned, and let nobody in again.',
    file: 'server/safety/bans.ts',
    text: '      await list(device, until)\n',
    instead: '',
    tests: ['server/safety/reports.test.ts'],
  },
  {
    wrong: 'A steward would read of bans that are none any more.',
    file: 'server/safety/bans.ts',
    text: 'ban && ban.until > now',
    instead: 'ban',
    tests: ['server/safety/reports.test.ts'],
  },
]
