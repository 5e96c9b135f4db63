// Has this person asked that nothing moves? The system may say so, and so may their own setting on this page.

/** True when motion must be left out: `prefers-reduced-motion`, or `data-still="true"` on the root. Browser only. */
export function isStill(): boolean {
  return document.documentElement.dataset.still === 'true' || matchMedia('(prefers-reduced-motion: reduce)').matches
}
