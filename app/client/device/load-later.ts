// How does a page get a part of its own that it is served without? As soon as it is on the screen, and again for as long as the line is
// down.

const AGAIN_MS = 2000

/** Lets `begin` go on with the part once it is here. Returns how to stop, which also stops what `begin` has begun. Browser only. */
export function loadLater<Part>(load: () => Promise<Part>, begin: (part: Part) => () => void): () => void {
  let stop = () => {}
  let again: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const attempt = () =>
    load().then(
      part => {
        if (!isOver) stop = begin(part)
      },
      () => {
        if (!isOver) again = setTimeout(attempt, AGAIN_MS)
      },
    )
  void attempt()
  return () => {
    isOver = true
    clearTimeout(again)
    stop()
  }
}
