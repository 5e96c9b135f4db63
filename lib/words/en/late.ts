// What becomes of a room that was held for a while?

export const late = {
  legend: 'When a room was held for a while',
  modes: {
    finish: {
      label: 'It finishes late',
      hint: 'A room where somebody was away for a moment takes that time in the end.',
    },
    'catch-up': {
      label: 'It catches up',
      hint: 'It leaves out what the others have had meanwhile, and ends with them.',
    },
  },
}
