// What does somebody read who guides a workshop? Before, during and after; words to read aloud; and what to do when it is not
// as planned.

export const guide = {
  title: 'Guiding a workshop',
  heading: 'Guiding a workshop',
  lead: 'You keep the time and the doors. The listening, they do themselves.',
  before: {
    heading: 'Before',
    items: [
      {
        name: 'Decide what it is for',
        says: 'One sentence is enough. A workshop of this kind is for hearing each other. It does not decide anything, and it is not therapy.',
      },
      {
        name: 'Take fewer rounds than you could',
        says: 'A round takes about eleven minutes, and with coming back and the next pairs about a quarter of an hour. Three rounds fill an hour, with a beginning and an end.',
      },
      {
        name: 'Write one question for each round',
        says: 'Short, open, and about the one who speaks: “What is on your mind today?” Let the first one be easy. Nobody should have to tell the hardest thing that they have.',
      },
      {
        name: 'Prepare the place',
        says: 'Two chairs for each pair, near enough to speak low, turned a little away from the next pair. A room stays quieter than one thinks when everybody speaks at once.',
      },
      {
        name: 'Try it once',
        says: 'Open the board, put the page for the wall on the projector, and come in with your own phone. Then ask two people you know to sit one round.',
      },
      {
        name: 'Keep your link',
        says: 'It opens your board on any device. If your laptop sleeps or stays on the train, open the link elsewhere: the rounds go on meanwhile and end on time by themselves.',
      },
    ],
  },
  aloud: {
    heading: 'To read aloud',
    intro: 'At the beginning, slowly. Change it until it sounds like you.',
    lines: [
      'Welcome. In a moment you will sit with one other person. One of you speaks, the other only listens. Then you change places. Your phones keep the time, so nobody has to.',
      'While you listen, there is nothing to do. You need not nod, or answer, or help. When you notice that you already know what comes next, let that go, and listen on.',
      'While you speak, there is no hurry. Speak of yourself. If nothing comes, be quiet together; that counts. You choose what you say, and you can leave out what is too much for today.',
      'What is said stays with the two of you. Nobody reads it, nobody records it, and I see only where the rooms are in time.',
      'Anybody can stop the clock at any moment, or call me with one press, and I come. Anybody can leave, without a reason.',
      'At the end each of you may say what picture of the other you let go of. A few words, or none. Then you say thank you, and no more than that.',
    ],
    backHeading: 'When everybody is back',
    back: [
      'Let us be quiet for three breaths.',
      'If you like, say one word for how it was. Speak of yourself, and not of what you heard.',
      'Next time you sit with somebody else.',
    ],
    endHeading: 'At the end',
    end: [
      'Thank you. What you heard is not ours to carry on. If something goes on working in you, be gentle with yourself tonight, and speak with somebody you trust.',
    ],
  },
  during: {
    heading: 'During',
    items: [
      {
        name: 'Begin when all pairs sit',
        says: 'Make the pairs, let people find each other, look round the hall, and begin. All rooms start at one instant and share one clock.',
      },
      {
        name: 'Do less',
        says: 'While a round is on its way, you need not do anything. Sit where you can be found. The board puts first whoever needs you.',
      },
      {
        name: 'Give time rarely',
        says: 'A minute more goes to each turn alike, so nobody loses by it. A sentence for all is best kept for something that all need, such as an open window.',
      },
      {
        name: 'Call back softly',
        says: 'Call everybody back a minute or two ahead. They finish their sentence, and the rooms close by themselves.',
      },
    ],
  },
  odd: {
    heading: 'Odd numbers, and those who come late',
    items: [
      {
        name: 'One is left over',
        says: 'As you chose when you prepared it: a room of three on the same clock, a place beside you, or a round of rest. It is somebody else each time, and nobody has it twice before everybody who could has had it once.',
      },
      {
        name: 'Somebody comes late',
        says: 'They stand on your board without a room. Before the round begins, seat even one: with two others, or as you chose. Once it runs, seat two of them together as soon as they are there. No pair is broken up for anybody.',
      },
      {
        name: 'Somebody leaves',
        says: 'Whoever is left behind stands on your board. Seat them with another who waits, or press their name for a quiet reflection: the question, and the clock of all, until the round ends. You can also choose that for everybody beforehand. As a third they join two others when the next round begins, never in the middle.',
      },
      {
        name: 'Two should sit together, or should not',
        says: 'Drag one name onto the other, or press a name and choose the second. Nobody is told. Two who live or work under each other may like to be kept apart in the first rounds.',
      },
    ],
  },
  needed: {
    heading: 'When a room needs you',
    items: [
      {
        name: 'A room asked for you',
        says: 'Walk there without hurry, and go down to their height. Ask: “What do you need?” Often it is something small. Then press that you have been there.',
      },
      {
        name: 'A room is held',
        says: 'Somebody may be away for a moment, or may have stopped the clock on purpose. Leave it alone for a minute or two. It goes on when both of them say so. If somebody does not come back, press their name on the board and take them out: whoever is left goes on, or waits for somebody else.',
      },
      {
        name: 'A room comes late',
        says: 'Nobody has to hurry for it. As you chose, it either ends a little later than the others or leaves out what they have had meanwhile.',
      },
      {
        name: 'You would like to come in',
        says: 'Press the room and knock. Nobody is disturbed in a turn: they are asked when it is over, for a minute. Walk there once the board says that you are let in, sit down a little behind them and listen. You speak when you are given the word, and whoever has the floor gives it from their own time. Any of them can ask you to go, and need not say why. Their phones stay theirs: you never read what is written there.',
      },
      {
        name: 'You sit far apart from each other',
        says: 'You cannot knock, hear or enter a room, by design: what is said or written there reaches nobody without a seat. Say to all how you can be reached, and stay there.',
      },
    ],
  },
  moved: {
    heading: 'When somebody is moved',
    intro:
      'Tears are no sign that something went wrong. Mostly the best that you can do is to be near, and not to be busy.',
    items: [
      {
        name: 'Let it be',
        says: 'If the two are well with it, stay away. Whoever listens need not comfort anybody. Being listened to is already something.',
      },
      {
        name: 'Ask, do not decide',
        says: '“Would you like to go on, to pause, or to step out with me?” Every answer is a good one. Nobody owes a reason, and nobody has to finish a round.',
      },
      {
        name: 'Look after the other one too',
        says: 'Whoever was listening may be shaken as well. Stop the room’s clock, or let them sit beside you, and ask them the same.',
      },
      {
        name: 'Make it smaller',
        says: 'Feet on the floor, a glass of water, the colours in the room. Do not ask for the story, and promise nothing that you cannot keep.',
      },
      {
        name: 'Know where your part ends',
        says: 'If somebody speaks of being in danger, or of harming themselves or another, leave the exercise at once. Stay with them, bring in whoever is responsible here, and call the emergency number of your country if it is urgent. Find out before the day whom you would call.',
      },
      {
        name: 'Come back to it',
        says: 'Ask them once more before they go home: “Who is with you tonight?” And afterwards, speak with somebody yourself.',
      },
    ],
  },
  after: {
    heading: 'After',
    items: [
      {
        name: 'Close it',
        says: 'Close the workshop on the board. Everybody is thanked, and the names are forgotten at once.',
      },
      {
        name: 'What the group takes along',
        says: 'The page with rounds, questions and numbers can be printed or copied for an hour. Sums of how it was are shown only when five or more gave theirs. Nobody’s words are on it, but for closing lines that their authors chose to offer to the wall; you can take each of them down.',
      },
      {
        name: 'Keep the plan',
        says: 'Save it as a file before you prepare the workshop, and next time you load it again.',
      },
    ],
  },
  open: 'Prepare a workshop',
}
