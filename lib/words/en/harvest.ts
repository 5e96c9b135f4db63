// What does a group take along, in numbers and questions?

export const learned = {
  heading: 'What the group gave',
  few: 'Whoever likes gives, without a name, how close they felt and whether they felt heard. It shows here once five have given, in sums alone.',
  givers: (count: number) => `${count} gave how it was`,
  before: 'How close, before',
  after: 'How close, after',
  heard: (count: number, of: number) => `${count} of ${of} said that they felt heard`,
  scale: ['far', 'near'],
  step: (step: number, count: number) => `Step ${step}: ${count}`,
  what: 'Seven steps, from two that hardly touch to two that are nearly one.',
}

export const harvest = {
  heading: 'What the group takes along',
  lead: 'Numbers and questions, nobody’s words. Print it, or copy it.',
  on: (date: string) => `On ${date}`,
  for: (audience: string) => `For ${audience}`,
  rounds: 'Rounds',
  round: (n: number) => `Round ${n}`,
  noPrompt: 'Without a question',
  unseen: 'What it was about is not known on this device.',
  rooms: (count: number) => (count === 1 ? 'one room' : `${count} rooms`),
  people: (count: number) => (count === 1 ? 'One person came' : `${count} people came`),
  noRounds: 'No round has begun.',
  sums: 'In sums',
  few: 'Fewer than five people gave how it was, so there is no sum. A sum of a few would say something of somebody.',
  print: 'Print',
  copy: 'Copy as text',
  copied: 'Copied',
  notCopied: 'This browser does not copy by itself. Select the page and copy it.',
}
