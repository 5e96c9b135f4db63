// What is said as both agree? Four short sentences, and one control.

export const agreement = {
  place: 'Agreement',
  heading: 'What we agree',
  lines: [
    'One speaks, one listens, then you change places.',
    'Nothing is recorded or kept.',
    'What is said here stays here.',
    'Either of you may leave at any time, without a reason.',
  ],
  agree: 'I agree',
  agreed: 'You agree',
  theyAgree: (name: string) => `${name} agrees`,
  theyHaveNot: (name: string) => `${name} is still reading`,
  waiting: (name: string) => `Waiting for ${name} to agree`,
  /** While it is being found out that both came by the same link. */
  comparing: 'One moment. Your two links are being compared.',
}
