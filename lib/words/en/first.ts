// Who speaks first? Asked with the agreement, answered in the open once both have said.

export const first = {
  legend: 'Who speaks first?',
  me: 'I would like to speak first',
  other: 'I would like to listen first',
  either: 'Either is fine',
  hint: (name: string) =>
    `${name} is asked the same. Where your answers meet, so it is; where they do not, a coin decides.`,
  youSpeak: 'You speak first',
  theySpeak: (name: string) => `${name} speaks first`,
  asWished: 'Your wishes met.',
  coinBothSpeak: (chosen: string) => `You both wanted to speak first. The coin chose ${chosen}.`,
  coinBothListen: (chosen: string) => `You both wanted to listen first. The coin chose ${chosen} to speak.`,
  coinEither: (chosen: string) => `Neither of you asked to speak first. The coin chose ${chosen}.`,
  coinChoseYou: 'you',
}
