// Which mistakes in the forms before there is a room must the tests never let pass? In the form of ../planted.mjs.

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const IN_A_FORM = [
  {
    wrong: 'Whoever chose how they meet before their page came alive would open a room of the kind of last time.',
    file: 'app/open/choices.ts',
    text: 'now(OPEN_MEDIA) ?? before.medium',
    instead: 'before.medium',
    tests: ['app/open/choices.test.ts'],
  },
  {
    wrong: 'A length that was set for one sitting would be given to another.',
    file: 'app/open/choices.ts',
    text: '(minutes === null ? before.sitting : FIRST_CHOICES.sitting)',
    instead: 'before.sitting',
    tests: ['app/open/choices.test.ts'],
  },
  {
    wrong: 'Whoever begins to write on a slow page would lose the rounds of their draft.',
    file: 'app/workshop/plan.ts',
    text: "prompts[n] || before.prompts[n] || ''",
    instead: "prompts[n] ?? ''",
    tests: ['app/workshop/plan.test.ts'],
  },
  {
    wrong: 'Whoever is writing in a round as the draft comes would be put out of its field.',
    file: 'app/workshop/rounds.ts',
    text: '    ? rounds.map(({ id }, n) => ({ id, prompt: prompts[n] ??',
    instead: '    ? rounds.map((_, n) => ({ id: nextId(rounds) + n, prompt: prompts[n] ??',
    tests: ['app/workshop/rounds.test.ts'],
  },
]
