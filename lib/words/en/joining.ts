// How do people come into a workshop, and how does a facilitator hand the ways on?

export const joining = {
  code: 'The code to come in',
  codeHint: 'Small letters, spaces and dashes are forgiven.',
  copyCode: 'Copy the code',
  link: 'The link to come in',
  linkHint: 'For a message or a page. A phone’s camera reads it from the square.',
  qr: 'The link to come in, as a code for a camera',
  wall: 'The page for the wall',
  wallHint: 'For a projector. It shows the code and the time, and never a name.',
  openWall: 'Open the page for the wall',
  own: 'Your own link',
  ownHint:
    'Whoever has it guides the workshop, so keep it to yourself. It opens your board on any device, also after this one has slept.',
  copy: 'Copy',
  copied: 'Copied',
  /** For whoever can't see which of the lines a button stands beside. */
  copyWhat: (what: string) => `Copy: ${what}`,
  copiedWhat: (what: string) => `${what}: copied`,
  copyYourself: 'This browser does not copy by itself. The line is selected: copy it from there.',
}
