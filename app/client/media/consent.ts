// Do both wish it? Something between two people is so only while both say yes: it is asked by one, answered by the other, and
// taken back by either for both. Each page keeps what its own person has said, and what it has heard of the other.

export type ConsentState =
  /** Nobody has asked. */
  | 'off'
  /** We have asked, and wait. */
  | 'asked'
  /** The other has asked us. */
  | 'wanted'
  | 'on'
  /** We asked, and the other would rather not. */
  | 'declined'
  /** Both agreed, and this device or its person's browser would not. */
  | 'refused'

export interface ConsentPorts {
  say(agrees: boolean): void
  /** Both agree, since now. */
  begin(): void
  /** They do not, or not any longer; told more than once. */
  end(): void
  changed(): void
}

export function createConsent({ say, begin, end, changed }: ConsentPorts) {
  let mine = false
  let theirs = false
  let after: 'off' | 'declined' | 'refused' = 'off'
  /** The last that we told, as long as it may still be news to the other. */
  let told: boolean | null = null

  const isOn = () => mine && theirs

  function tell(agrees: boolean): void {
    told = agrees
    say(agrees)
  }

  function become(next: { mine: boolean; theirs: boolean; after?: typeof after }): void {
    const was = isOn()
    mine = next.mine
    theirs = next.theirs
    after = next.after ?? 'off'
    if (isOn() && !was) begin()
    if (!isOn()) end()
    changed()
  }

  return {
    isOn,
    state(): ConsentState {
      if (isOn()) return 'on'
      return mine ? 'asked' : theirs ? 'wanted' : after
    },
    /** Asks, or agrees to what was asked. */
    agree(): void {
      if (mine) return
      tell(true)
      become({ mine: true, theirs })
    },
    /** Not now, or not any longer; `refused`: it can't be had here. */
    withdraw(why: typeof after = 'off'): void {
      if (mine || theirs) tell(false)
      become({ mine: false, theirs: false, after: why })
    },
    heard(agrees: boolean): void {
      // What we said before was an answer to something else.
      if (!agrees || !mine) told = null
      if (agrees) become({ mine, theirs: true })
      else become({ mine: false, theirs: false, after: mine && !isOn() ? 'declined' : 'off' })
    },
    /** A connection was lost, and with it perhaps what we told: a no has to arrive. */
    repeat(): void {
      if (told !== null) say(told)
    },
    /** What came of asking has been read. */
    settle(): void {
      if (after !== 'off') become({ mine, theirs })
    },
    /** Without a word to the other, who comes to the same by themselves. */
    rest(): void {
      told = null
      if (mine || theirs || after !== 'off') become({ mine: false, theirs: false })
    },
  }
}

export type Consent = ReturnType<typeof createConsent>
