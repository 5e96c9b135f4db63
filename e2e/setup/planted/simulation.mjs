// Which mistakes between several processes must the first stories of the simulation never let pass? In the form of ../planted.mjs.

const tests = ['server/simulation/first-stories.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const AT_SEVERAL_PROCESSES = [
  {
    wrong: 'News of another process that came late would take people back to a phase that is over.',
    file: 'server/room/keeper.ts',
    text: 'if (kept === null || kept.room.rev < (watch.last?.room.rev ?? 0)) return',
    instead: 'if (kept === null) return',
    tests,
  },
  {
    wrong: 'Whoever comes back by one process would make everybody at the others seem to be gone.',
    file: 'server/wire/asks.ts',
    text: "'token' in ask ? await desk.elsewhere.present(ask.room) : []",
    instead: '[]',
    tests,
  },
]
