// What do the front door and the two pages that can go wrong say?

export const site = {
  name: 'Clearing',
  title: 'Clearing: a room for two',
  titleOf: '%s · Clearing',
  description:
    'A quiet room for two people. One speaks, one only listens, then you change places. Nothing is recorded or kept.',
  home: 'Clearing, the front page',
}

export const home = {
  heading: 'A room for two.',
  lead: ['One speaks. One listens.', 'Then you change places.'],
  open: 'Open a room',
  nobody: 'Nobody at the other end yet?',
  onePhone: 'Try it with one phone between you',
  stranger: 'Practise with somebody new',
  code: 'Join with a code',
  group: 'For a group',
  how: 'How it works',
  privacy: 'Privacy',
  promise: 'Nothing is recorded or kept.',
}

export const look = {
  legend: 'Light or dark',
  system: 'As this device',
  light: 'Light',
  dark: 'Dark',
  language: 'Another language',
}

export const notFound = {
  title: 'Nothing here',
  heading: 'There is nothing here.',
  body: 'This address leads nowhere. If somebody sent you a link to a room, open it again from their message, whole.',
  home: 'To the front page',
}

export const wentWrong = {
  title: 'Something went wrong',
  heading: 'Something went wrong on our side.',
  body: 'It was nothing you did. If you were in a room, your place there is still yours: try again and you will come back to it.',
  again: 'Try again',
  home: 'To the front page',
}
