// What do two of a crowd say to each other, and what of it have they heard? Each text is a number and nothing else; one that was not answered
// is said again, and what is missing is asked for, as pages do.
const SEALED = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_'.repeat(10).slice(0, 374)
/** How soon the same is asked for again. */
const AGAIN_MS = 1_000

export function take(person, ids, isFirst) {
  for (const id of ids) {
    if (person.got.has(id)) person.twice += isFirst ? 1 : 0
    else person.healed += isFirst ? 0 : 1
    person.got.add(id)
  }
  if (person.got.size < Math.max(0, ...ids)) missed(person)
}

export function missed(person) {
  const at = performance.now()
  if (at < person.askedAt + AGAIN_MS) return
  person.askedAt = at
  let since = 0
  while (person.got.has(since + 1)) since++
  void person.line.ask('again', { to: person.you === 'a' ? 'b' : 'a', since })
}

export function replay(person, { from, since }) {
  const ids = Array.from({ length: person.said - since }, (_, n) => since + n + 1)
  const sealed = Buffer.from(JSON.stringify(ids)).toString('base64url')
  if (ids.length > 0) void person.line.ask('replay', { to: from, sealed })
}

/** The next words of whoever has the floor; those that were not answered, again. */
export async function say(person) {
  const { view } = person
  const mayTalk = person.isUp && !view.held && view.phase?.floor === person.you && !person.isSaying
  if (!mayTalk) return
  person.isSaying = true
  person.unsure ??= ++person.said
  const answer = await person.line.ask('words', { phase: view.phase.n, id: person.unsure, sealed: SEALED })
  if (answer.ok) person.unsure = null
  person.isSaying = false
}
