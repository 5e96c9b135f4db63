// What do the first screens of a room need of a person’s own settings?

/** What the first screens of a room need of it. */
export const menuFrame = {
  open: 'Settings',
  bell: {
    legend: 'The bell',
    soft: 'Soft',
    clear: 'Clear',
    off: 'Off',
    volume: 'How loud',
    hear: 'Hear it',
    hint: 'It rings when a turn ends. The words on the screen say the same.',
    blocked: 'This browser keeps sound closed until you touch the page.',
  },
}
