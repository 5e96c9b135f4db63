// May the two see each other? Only while both say so, and each can take it back at any moment for both. The camera is opened
// when both have agreed, never before, and closed with the first no, with a hold, and with the page.

export type CameraState =
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

export interface CameraPorts {
  say(agrees: boolean): void
  /** What is sent from now on; null for nothing at all. */
  give(track: MediaStreamTrack | null): void
  changed(): void
}

export function makeCamera({ say, give, changed }: CameraPorts) {
  let mine = false
  let theirs = false
  let after: 'off' | 'declined' | 'refused' = 'off'
  let own: MediaStream | null = null
  let turn = 0

  const isOn = () => mine && theirs

  function close(): void {
    turn += 1
    for (const track of own?.getTracks() ?? []) track.stop()
    own = null
    give(null)
  }

  async function open(): Promise<void> {
    turn += 1
    const asked = turn
    try {
      const wanted = { width: { ideal: 640 }, height: { ideal: 640 }, facingMode: 'user', frameRate: { max: 24 } }
      const stream = await navigator.mediaDevices.getUserMedia({ video: wanted })
      const [track] = stream.getVideoTracks()
      if (asked !== turn || !track) {
        for (const late of stream.getTracks()) late.stop()
        return
      }
      own = stream
      give(track)
      changed()
    } catch {
      if (asked === turn) withdraw('refused')
    }
  }

  function become(next: { mine: boolean; theirs: boolean; after?: typeof after }): void {
    const was = isOn()
    mine = next.mine
    theirs = next.theirs
    after = next.after ?? 'off'
    if (isOn() && !was) void open()
    if (!isOn()) close()
    changed()
  }

  function withdraw(why: typeof after = 'off'): void {
    if (mine || theirs) say(false)
    become({ mine: false, theirs: false, after: why })
  }

  return {
    state(): CameraState {
      if (isOn()) return 'on'
      return mine ? 'asked' : theirs ? 'wanted' : after
    },
    /** Asks, or agrees to what was asked. */
    agree(): void {
      if (mine) return
      say(true)
      become({ mine: true, theirs })
    },
    /** Not now, or not any longer. */
    withdraw: (): void => withdraw(),
    heard(agrees: boolean): void {
      if (agrees) become({ mine, theirs: true })
      else become({ mine: false, theirs: false, after: mine && !isOn() ? 'declined' : 'off' })
    },
    /** What came of asking has been read. */
    settle(): void {
      if (after !== 'off') become({ mine, theirs })
    },
    /** Without a word to the other, who comes to the same by themselves. */
    rest(): void {
      if (mine || theirs || after !== 'off') become({ mine: false, theirs: false })
    },
    own: (): MediaStream | null => own,
  }
}

export type Camera = ReturnType<typeof makeCamera>
