// What is said of the words by which two strangers find out that nobody is between them?

export const sameWords = {
  heading: 'Are these the same for you both?',
  hint: 'Read two each. If they differ, somebody is between you: leave and report.',
  words: 'Your four words',
  waiting: 'Four words are on their way to you both.',
  differs: 'This could not be checked, and somebody may be between you. Say nothing more here: leave and report.',
  written: 'Sealed between your two browsers. Not checked.',
}
