// What is said before a sitting begins: to the person who opened the room, and at the guest's door?

/** The person who opened the room waits here. */
export const doorstep = {
  title: 'Your room',
  place: 'Your room',
  empty: 'This seat is still free',
  away: (name: string) => `${name} has stepped away`,
  you: (name: string) => `${name} (you)`,
  titleHere: (name: string) => `● ${name} is here`,
}

/** The person who was invited stands here, before taking a seat. */
export const door = {
  title: 'You are invited',
  heading: (host: string) => `${host} invites you to listen and be listened to.`,
  sitting: (title: string, total: string) => `${title}, about ${total}.`,
  sittingUntimed: (title: string) => `${title}, with no clock.`,
  media: {
    text: 'You meet in writing.',
    together: 'You sit in the same place, and your phones keep the time.',
    voice: 'You meet by voice.',
    video: 'You meet by voice and picture.',
  },
  how: 'One of you speaks while the other only listens. Then you change places. Nothing is recorded or kept.',
  name: 'Your name',
  nameHint: (host: string) => `${host} will see it. It is gone when the room is.`,
  nameMissing: (host: string) => `Write the name that ${host} knows you by.`,
  enter: 'Come in',
  entering: 'Coming in…',
  looking: 'Looking for the room…',
}
