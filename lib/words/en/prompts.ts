// What might one speak of to a person whom one does not know? A suggestion that nobody has to take: light in the first round,
// less light in the second, and never of what is hardest.

export const prompts = {
  light: [
    'something small that was good this week',
    'what you did today before you came here',
    'a place where you like to be',
    'something that you look forward to',
    'something that you do with your hands',
    'a piece of music that you keep coming back to',
  ],
  deeper: [
    'something that has been on your mind lately',
    'a time when somebody listened to you',
    'something that you have changed your mind about',
    'something that is not settled yet',
    'something that you find it hard to say no to',
    'something that you would like to be kinder about',
  ],
  offered: (prompt: string) => `If you like: ${prompt}.`,
  otherwise: 'Or anything else; not the hardest one.',
}
