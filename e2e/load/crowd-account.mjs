// Was anything skipped, shortened or lengthened that one of a crowd was shown? Their views, as they come, are held against those before.

/** A turn that was stopped has as much left when it goes on, less what the view of that took to come. */
const SHOWN_LATE_MS = 4_000
const EARLY_MS = 100

/** An account that begins now, for somebody who knows something already. */
export const newAccount = known => ({
  wrong: [],
  /** How often a sitting was stopped, and how often it went from one phase to the next. */
  holds: 0,
  boundaries: 0,
  view: known?.view ?? null,
  phases: known?.phases ?? new Map(),
})

/** Of two views the greater revision counts, and at the same revision the later instant. */
export function seeView(person, view) {
  const at = performance.now()
  if (!(view.now < person.now)) Object.assign(person, { now: view.now, nowAt: at })
  const { view: before } = person
  if (before && (view.rev < before.rev || (view.rev === before.rev && view.now <= before.now))) return
  person.view = view
  if (view.phase) seePhase(person, before, view)
}

function seePhase(person, before, view) {
  const { phases, wrong } = person
  const { n, startedAt, endsAt } = view.phase
  const last = before?.phase?.n ?? n
  if (n > last + 1) wrong.push(`from phase ${last} to ${n}`)
  if (n === last + 1) person.boundaries++
  if (view.held) {
    if (!before?.held) person.holds++
    phases.set(n, { leftMs: view.held.leftMs })
    // It was stopped as of an instant in an earlier phase, which is given back.
    for (const later of [...phases.keys()]) if (later > n) phases.delete(later)
    return
  }
  if (n < last && !before?.held) wrong.push(`from phase ${last} back to ${n}`)
  const known = phases.get(n)
  if (known?.leftMs !== undefined) {
    const left = endsAt - view.now
    if (left > known.leftMs + EARLY_MS) wrong.push(`${left - known.leftMs} ms longer after a hold`)
    if (left < known.leftMs - SHOWN_LATE_MS) wrong.push(`${known.leftMs - left} ms shorter after a hold`)
  } else if (known && (known.startedAt !== startedAt || known.endsAt !== endsAt)) {
    wrong.push(`phase ${n} moved by ${endsAt - known.endsAt} ms`)
  }
  phases.set(n, { startedAt, endsAt })
}
