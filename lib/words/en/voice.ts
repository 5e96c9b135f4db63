// What does a sitting say by voice? Little: whether one can be heard, and what is to be done when the sound does not come.

export const voice = {
  listener: (speaker: string) => `Your microphone is closed while ${speaker} speaks. There is nothing for you to do.`,
  microphone: {
    open: 'Your microphone is open.',
    closed: 'Your microphone is closed.',
    asking: 'Your browser asks whether you may be heard here.',
    refused: 'This browser keeps your microphone closed.',
    missing: 'There is no microphone here.',
    busy: 'Your microphone is taken by something else.',
    doOpen: 'Open it',
    doClose: 'Close it',
    again: 'Try again',
    hint: 'It is heard only in your own turn, and where both of you speak. Closed here, it stays closed until you open it.',
    hintThree:
      'It is heard only in your own turn, and where all of you speak. Closed here, it stays closed until you open it.',
  },
  writeInstead: 'Write instead',
  touch: (speaker: string) => `Touch the page to hear ${speaker}.`,
  touchDo: 'Hear them',
  lost: (name: string) => `You may have lost ${name}.`,
  again: 'Try again',
  noPath: (name: string) => `Your voice does not reach ${name} just now. You can write; we keep trying.`,
  noPathHere: (name: string) => `${name}’s voice does not reach you just now. ${name} can write; we keep trying.`,
  missedHere: 'Some of it may not have reached you. You can hold and ask.',
  missedThere: (name: string) => `Some of it may not have reached ${name}. You could say it once more.`,
  /** Between strangers, when what they compare shows it. */
  between: 'Somebody may be between you, so no sound passes any more. Say nothing more here: leave and report.',
  unchecked: 'The sound could not be checked, so none of it is played. You can go on in writing.',
  /** Of three, when one of the two others is reached. */
  noPathToOne: (name: string, reached: string) =>
    `Your voice reaches ${reached} but not ${name} just now. Both can read what you write; we keep trying.`,
  /** Where there are two others, so that it has to be said of whom it is so. */
  named: {
    missedHere: (names: string) => `Some of what ${names} said may not have reached you. You can hold and ask.`,
    unchecked: (names: string) =>
      `The sound between you and ${names} could not be checked, so none of it is played. You can go on in writing.`,
  },
  /** Where it is so of both others. */
  several: {
    noPath: (names: string) => `Your voice does not reach ${names} just now. You can write; we keep trying.`,
    noPathHere: (names: string) => `The voices of ${names} do not reach you just now. They can write; we keep trying.`,
    missedThere: (names: string) => `Some of it may not have reached ${names}. You could say it once more.`,
  },
  camera: {
    hint: (name: string) => `Only if ${name} wishes it too. Either of you can end it at any time, for both.`,
    ask: (name: string) => `Ask ${name} to see each other`,
    asked: (name: string) => `You asked ${name} to see each other.`,
    takeBack: 'Take it back',
    wanted: (name: string) => `${name} would like you to see each other.`,
    yes: 'Yes',
    no: 'Not now',
    on: 'You see each other.',
    stop: 'Close the cameras',
    declined: (name: string) => `${name} would rather not, for now. You go on by voice.`,
    refused: 'No camera could be opened here. You go on by voice.',
    theirs: (name: string) => `The picture of ${name}`,
    own: 'Your own picture',
    showOwn: 'Show me my own picture',
    showOwnHint: 'Only on this screen. It is easier to listen without it.',
  },
  captions: {
    hint: (name: string) =>
      `Your own device writes down what it hears of ${name}, two lines at a time, and may mishear. None of it is sent or kept. Only if ${name} agrees.`,
    ask: (name: string) => `Ask ${name} whether you may read along`,
    asked: (name: string) => `You asked ${name} whether you may read along.`,
    takeBack: 'Take it back',
    wanted: (name: string) => `${name} would like to read along while you speak. None of it is kept.`,
    yes: 'Yes',
    no: 'Not now',
    on: 'What either of you says may be read by the other as it is spoken.',
    stop: 'End it for both',
    declined: (name: string) => `${name} would rather not, for now. You go on by listening.`,
    refused: 'This browser could not write down what is said. You go on by listening.',
    read: 'Let me read along',
    readHint: 'Only on this screen. Your device may mishear.',
    theirs: (name: string) => `What your device hears of ${name}`,
    mine: 'The other screen may show your words as you say them.',
  },
}
