// What is said when the two links of a room do not hold the same secret?

export const mismatch = {
  title: 'The link does not fit',
  heading: 'This link does not fit the room.',
  body: 'Your words could not be sealed so that only the two of you can read them, so nothing was sent. Ask for the link anew.',
  /** To the person who made the link: theirs is whole. */
  host: {
    heading: (guest: string) => `${guest} came with another link.`,
    body: 'Something in it was changed on its way, so your words could not be sealed. Nothing was sent, and your link is as good as it was. Send it once more.',
  },
  /** In the middle of a sitting, when a page was loaded anew with another link. */
  sitting:
    'The two links do not fit together any more, so words do not open. Whoever came back last can follow the first link once more.',
}
