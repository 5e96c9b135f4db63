// What are the sittings called, and what is each for? One plain sentence, before anyone agrees to it.

export const sittings = {
  listening: {
    title: 'Listening',
    sentence: 'One speaks, the other only listens; then you change places.',
  },
  taste: {
    title: 'A first taste',
    sentence: 'The same, but short, to find out how it feels.',
  },
  repair: {
    title: 'Repair',
    sentence: 'For two who hurt. Each says back what they heard, until the other feels heard.',
  },
  dyad: {
    title: 'Long sitting',
    sentence: 'Eight turns, back and forth, with a bell at each change.',
  },
  custom: {
    title: 'Your own sitting',
    sentence: 'Phases and times that one of you has chosen.',
  },
}
