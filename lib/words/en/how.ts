// What does the page say that explains the practice, and where it comes from?

export const how = {
  title: 'How it works',
  heading: 'Listening without a picture',
  lead: 'We seldom react to a person. We react to the picture of them that we made.',
  why: {
    heading: 'Why',
    body: [
      'Everybody carries pictures of others: what they want, what they meant, what they are about to say. Such a picture is a model. It forms like breath on glass, we look at it instead of through it, and after a while it clears by itself, if we do not hold on to it.',
      'When we are afraid, we hold on. Then even care becomes guarding: we watch the other to see whether our picture is right. Knowing somebody well does not help with this. With friends we listen less, because we are sure that we know.',
      'What helps is to listen without making anything of it. For that the mind has to be quiet for a while, and for that it has to be certain that its own turn will come.',
      'So this room does one thing. It gives two people equal turns of speaking and of only listening, and keeps those turns safe. Nobody can interrupt, nobody has to answer, nobody is hurried. At the end it asks one question: What model did I drop?',
    ],
  },
  sitting: {
    heading: 'A sitting, step by step',
    intro: 'This is the usual one. It takes about eighteen minutes.',
    steps: [
      {
        name: 'Agree',
        says: 'You both read four short sentences and agree to them. You say whether you would like to speak first, and where your wishes do not meet, a coin decides.',
      },
      { name: 'Arrive', says: 'A minute of quiet. Nothing to prepare.' },
      {
        name: 'The picture',
        says: 'A minute alone with one question: what picture of this person do I walk in with? What you write stays on your device.',
      },
      {
        name: 'The first turn',
        says: 'One of you speaks, and pauses as they like. The other only listens: no answers, no questions, no nodding along. A soft chime, then a bell, ends the turn, with time to finish the sentence.',
      },
      { name: 'A moment of quiet', says: 'Half a minute for the echo. What did I hear, and what did I make of it?' },
      { name: 'The second turn', says: 'You change places. The turn is exactly as long.' },
      {
        name: 'What model did I drop?',
        says: 'Each of you writes a line, or none, and offers it or keeps it. What is offered opens for both at the same moment.',
      },
      {
        name: 'Thanks, and quiet',
        says: 'You say thank you, only that. Then a last minute of quiet. There is no need to talk it over.',
      },
      {
        name: 'How close, before and after',
        says: 'If you like, you tap one of seven pairs of circles before the sitting and one after it. You alone see both again at the end. They are not sent; only in a workshop may you give them to whoever leads it, without your name. If you ask for it there, eight statements about being heard are for you alone too.',
      },
    ],
  },
  others: {
    heading: 'Other sittings',
    items: [
      { name: 'A first taste', says: 'The same steps in about six minutes.' },
      {
        name: 'Repair',
        says: 'For two who hurt. After each turn the listener says back what they heard, and the speaker says whether they feel heard or whether there is more. It is for hearing each other, not for deciding.',
      },
      { name: 'Long sitting', says: 'Eight turns, back and forth, with a thank you at each change.' },
    ],
  },
  clock: {
    heading: 'About time',
    body: [
      'No numbers count down. A thin ring clears while a turn goes on, and a few words say roughly where you are. If you like numbers, you can show them, to yourself only.',
      'Either of you can ask for a minute more. It needs the other’s yes, and a minute given to the first turn is given to the second too. If a clock is not for you, choose unhurried, or no clock at all: then a turn ends when its speaker says so.',
    ],
  },
  hard: {
    heading: 'When it is hard',
    items: [
      { name: 'Silence', says: 'Silence counts. You do not have to fill your turn.' },
      {
        name: 'You want to answer',
        says: 'That is the practice. Notice the answer forming, let it go by, and listen on. Your own turn comes.',
      },
      {
        name: 'It becomes too much',
        says: 'Anybody can hold the clock at any moment, without a reason. It goes on only when both of you say so.',
      },
      {
        name: 'You would rather go',
        says: 'Leave is always in the same corner. The other person reads only that the connection ended.',
      },
      {
        name: 'You are afraid of the other person',
        says: 'Then this is not the right place. It is made for two who are safe with each other. If you are in danger, call the emergency number of your country.',
      },
      {
        name: 'You need help',
        says: 'This is a practice between equals, not therapy and not a crisis service. A doctor, a helpline or somebody you trust can do what a room like this cannot.',
      },
    ],
  },
  sources: {
    heading: 'Where it comes from',
    intro:
      'Nothing here is new. People have sat like this in many schools, and we learned from what they have published. None of them has a part in this project or speaks for it, and none of our sittings is theirs.',
    practices: [
      {
        name: 'Enlightenment-Intensive dyads',
        says: 'two people, a bell every five minutes, and a listener who neither nods nor comments',
      },
      { name: 'Insight Dialogue', says: 'meditating and speaking at once; it too began in writing' },
      { name: 'Constructivist listening', says: 'equal time, and listening for the benefit of the one who speaks' },
      {
        name: 'Zwiegespräch (Michael Lukas Moeller)',
        says: 'fixed turns between two who are close, with no talking it over afterwards',
      },
      { name: 'Thinking Pairs (Nancy Kline)', says: 'the certainty of not being interrupted' },
      { name: 'Empathy Circle (Edwin Rutsch)', says: 'saying back until the speaker feels heard' },
      { name: 'Speaker–Listener Technique (Markman, Stanley)', says: 'a floor that one person holds at a time' },
      { name: 'Imago dialogue', says: 'asking “is there more?”' },
      { name: 'Gottman–Rapoport', says: 'nobody argues until each can say the other’s side' },
      { name: 'Co-counselling', says: 'asking whom this person reminds me of, and giving back extra time' },
      { name: 'Liberating Structures', says: 'small groups that run on one clock' },
    ],
    studiesHeading: 'Studies',
    studies: [
      {
        name: 'Kok and Singer 2017, JAMA Psychiatry 74:126',
        says: 'ten minutes of speaking and listening in turns brought people closer within one sitting',
      },
      {
        name: 'Matthaeus and others 2024, IJERPH 21:570',
        says: 'practising with another person eased loneliness more than practising alone',
      },
      {
        name: 'Savitsky and others 2011, J. Exp. Soc. Psychol. 47:269',
        says: 'we overestimate how well we understand those who are close to us',
      },
      {
        name: 'Itzchakov, Kluger and Castro 2017, PSPB',
        says: 'people who are listened to well become less guarded, and see more sides of a matter',
      },
      {
        name: 'Aron and others 1992; Gächter and others 2015',
        says: 'a picture of two circles says much about how close two people feel; our seven pairs are our own drawing',
      },
      {
        name: 'Roos, Postmes and Koudenburg 2023, PLOS ONE (CC BY)',
        says: 'what it is to feel heard; our eight statements are our own words, after their scale',
      },
    ],
    marks: 'Several of these names are trademarks of others. They are named here to give thanks, and for nothing else.',
  },
  open: 'Open a room',
}
