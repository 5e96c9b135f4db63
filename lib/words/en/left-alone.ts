// What becomes of whoever is left alone while a round runs?

export const left = {
  legend: 'When somebody is left alone',
  modes: {
    wait: {
      label: 'They wait',
      hint: 'They stand on your board, and you seat them with whoever is free next.',
    },
    reflect: {
      label: 'A quiet reflection',
      hint: 'They sit with the question of the round until it ends, by the same clock. In the next round they sit with somebody.',
    },
  },
}

/** On the board, about one of them. */
export const reflection = {
  reflecting: 'In a quiet reflection',
  reflect: 'A quiet reflection',
  reflectHint: (name: string) =>
    `${name} waits for somebody. Or, until the round ends, they sit quietly with its question, by the same clock.`,
  reflects: (name: string) =>
    `${name} sits quietly with the question of the round until it ends, and is seated with nobody meanwhile.`,
  letWait: 'Let them wait for somebody',
}
