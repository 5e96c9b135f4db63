// Which mistakes must the tests never let pass in what is said again to a process that may have missed it? In the form of ../planted.mjs.

const tests = ['server/fan-out/missed-words.test.ts']

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const OF_WHAT_IS_MISSED = [
  {
    wrong: 'Words that a process could not say for a moment would reach nobody, although they were taken.',
    file: 'server/fan-out/repeats.ts',
    text: '    if (reached === 0) kept.isOpen = true\n',
    instead: '',
    tests,
  },
  {
    wrong: 'Whoever sits at a process that heard nothing for a moment would never read the words that were said in it.',
    file: 'server/fan-out/repeats.ts',
    text: '      asks = KEEP_MS / REPEAT_MS\n',
    instead: '',
    tests,
  },
  {
    wrong: 'A process that heard nothing itself while others asked for what they had missed would never say it again.',
    file: 'server/fan-out/repeats.ts',
    text: '      open()\n      look()\n    },',
    instead: '      look()\n    },',
    tests,
  },
  {
    wrong: 'Words that are said again to be sure would be read twice.',
    file: 'server/fan-out/repeats.ts',
    text: '      if (n <= (known.get(which) ?? oldest)) return false\n',
    instead: '',
    tests,
  },
  {
    wrong: 'All that somebody wrote and took back while a line was dead would be told once it is not.',
    file: 'server/fan-out/repeats.ts',
    text: 'newest(all, utterance(seat, told), kept)',
    instead: 'newest(all, String(said), kept)',
    tests,
  },
  {
    wrong: 'A page that was loaded again would be told words that were sealed for the one before.',
    file: 'server/fan-out/elsewhere.ts',
    text: 'if (isAnother || !repeats',
    instead: 'if (!repeats',
    tests,
  },
  {
    wrong: 'Words would be lost to whoever sits where nobody knows at that moment how the room stands.',
    file: 'server/fan-out/elsewhere.ts',
    text: '(director.entryOf(room, seat)?.entry ?? entry) !== entry',
    instead: 'director.entryOf(room, seat)?.entry !== entry',
    tests,
  },
  {
    wrong: 'Words would stay in the memory of a process for as long as their room.',
    file: 'server/fan-out/repeats.ts',
    text: 'return !isOpen && looks * REPEAT_MS > KEEP_MS',
    instead: 'return false',
    tests,
  },
  {
    wrong:
      'Words that were taken while nobody could be heard would stay in the memory of a process for as long as that lasts.',
    file: 'server/fan-out/repeats.ts',
    text: 'if (isTooOld || (isUp && isOver(room, kept)))',
    instead: 'if (isUp && (isTooOld || isOver(room, kept)))',
    tests,
  },
  {
    wrong: 'Words that reach nobody would be said again for ever.',
    file: 'server/fan-out/repeats.ts',
    text: 'now >= kept.saidAt + MOST_MS',
    instead: 'now < kept.saidAt',
    tests,
  },
  {
    wrong: 'After an outage everything would be said again for every process that asks.',
    file: 'server/fan-out/repeats.ts',
    text: '    asked: open,\n',
    instead: '    asked() {\n      open()\n      look()\n    },\n',
    tests,
  },
]
