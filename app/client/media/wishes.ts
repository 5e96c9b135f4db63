// What do the two of a room wish together? To see each other, and to read along: each is so only while both wish it. They are
// told to the other sealed, and kept here for one pair of pages.
import type { RoomView } from '../../../lib/wire/events.ts'
import { createCamera } from './camera.ts'
import { createCaptions } from './captions.ts'
import { findRecogniser } from './recogniser.ts'
import type { Signal } from './signal.ts'
import type { RoomVoice } from './voice.ts'

export type Wish = Extract<Signal, { camera: boolean } | { captions: boolean }>

export interface WishesPorts {
  tell(wish: Wish): void
  /** Our picture, sent from now on; null for none. */
  give(track: MediaStreamTrack | null): void
  changed(): void
}

export function createWishes({ tell, give, changed }: WishesPorts) {
  const camera = createCamera({ say: agrees => tell({ camera: agrees }), give, changed })
  const captions = createCaptions({
    say: agrees => tell({ captions: agrees }),
    find: () => findRecogniser(document.documentElement.lang),
    changed,
  })

  return {
    heard(wish: Wish): void {
      if ('camera' in wish) camera.heard(wish.camera)
      else captions.heard(wish.captions)
    },
    /** What was told last may be lost. */
    repeat(): void {
      camera.repeat()
      captions.repeat()
    },
    /** `isLater`: of another phase than the view before. A hold ends the seeing; reading along only has nothing to read. */
    seen({ held }: RoomView, isLater: boolean): void {
      if (held) camera.rest()
      else if (isLater) camera.settle()
      if (isLater) captions.settle()
    },
    follow: captions.follow,
    rest(): void {
      camera.rest()
      captions.rest()
    },
    /** `theirs`: the picture that comes from the other, whatever was agreed. */
    snapshot(theirs: MediaStream | null): Pick<RoomVoice, 'camera' | 'captions'> {
      const state = camera.state()
      const { agree, withdraw, own } = camera
      return {
        camera: { state, agree, withdraw, theirs: state === 'on' ? theirs : null, own: own() },
        captions: captions.snapshot(),
      }
    },
    end: captions.end,
  }
}
