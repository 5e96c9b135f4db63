// What is said of a person's own microphone before a sitting by voice: that it works, or what keeps it closed?

export const device = {
  legend: 'Your microphone',
  check: 'Check my microphone',
  checkHint: 'Your browser will ask first. Nobody hears you yet, and nothing is recorded.',
  asking: 'Your browser asks whether this page may hear you. Say yes there.',
  speak: 'Say a few words.',
  heard: 'We hear you.',
  silent: 'We hear nothing from this microphone.',
  silentHint: 'It may be switched off at its cable or on its keyboard, or another one may be the right one.',
  refused: 'Your browser keeps the microphone closed.',
  missing: 'There is no microphone here, or it has been pulled out.',
  missingHint: 'Plug one in, and try again.',
  busy: 'Something else has taken your microphone.',
  busyHint: 'Close other calls and recorders, and try again.',
  again: 'Try again',
  close: 'Close it again',
  which: 'Which microphone',
  unnamed: (n: number) => `Microphone ${n}`,
  stuck: 'Still not working',
  stuckLines: [
    'See in the settings of the whole device whether this browser may use a microphone.',
    'Close other pages and programs that may be using it.',
    'Load this page again, or restart the browser.',
  ],
  without: 'Come in without a microphone',
  withoutHint: 'You can also come without one, listen, and write in your own turn.',
  guide: {
    chrome: [
      'Press the sign to the left of the address at the top.',
      'Set Microphone to allowed.',
      'Come back here and try again.',
    ],
    safari: [
      'In the menu Safari, choose the settings for this website.',
      'Set Microphone to Allow.',
      'Come back here and try again.',
    ],
    firefox: [
      'Press the crossed-out microphone to the left of the address at the top.',
      'Take the block away.',
      'Come back here and try again.',
    ],
    ios: [
      'Press the sign beside the address, and open the settings for this website.',
      'Set Microphone to Allow. In another browser than Safari: open Settings, then that browser, and switch Microphone on.',
      'Come back here and try again.',
    ],
    android: [
      'Press the sign to the left of the address, then Permissions.',
      'Set Microphone to allowed.',
      'Come back here and try again.',
    ],
  },
}
