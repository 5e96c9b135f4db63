// What happens at a simulated site from one seed? People meet in rooms while things go wrong; then nothing goes wrong any more, and
// everything must come right: everybody sees the same, and every sitting reaches its end.
import type { Ms } from '../../lib/protocol/room.ts'
import type { RoomView } from '../../lib/wire/events.ts'
import { shortTrio } from './intentions.ts'
import type { Person } from './people.ts'
import { openTab } from './sim-person.ts'
import { createSite, type Site } from './site.ts'
import { createTrouble } from './trouble.ts'
import { createWorld, WORLD_START, type World } from './world.ts'

export interface Told {
  seed: number
  /** What must never be and was; null when all is well. */
  broken: string | null
  /** A mark of everything that happened, in order. */
  story: number
  counts: ReadonlyMap<string, number>
}

/** However far the last fault reaches: silence that is noticed, dialling anew, and what was asked twice. */
const COMES_RIGHT_MS: Ms = 25_000
const END_MS: Ms = 45 * 60_000

export async function simulate(seed: number, aloud?: (at: Ms, word: string) => void): Promise<Told> {
  const world = createWorld(seed, aloud)
  const fail = (error: unknown) => world.must(false, 'nothing is rejected that nobody hears', () => String(error))
  process.on('unhandledRejection', fail)
  try {
    await live(world)
  } finally {
    process.off('unhandledRejection', fail)
  }
  const { broken, story, counts } = world
  return { seed, broken, story, counts }
}

async function live(world: World): Promise<void> {
  const { chance } = world
  const site = createSite(world)
  for (let i = chance.pick([1, 2, 2, 3, 3]); i > 0; i--) site.start()
  await world.until(WORLD_START + 300)

  const rooms: Person[][] = []
  for (let i = chance.whole(1, 3); i > 0; i--) rooms.push(chance.often(0.25) ? await trio(world, site) : pair(world))
  const everybody = rooms.flat()
  const open = (person: Person) => {
    const process = site.choose
    const tab = openTab({ world, process, chronicle: site.chronicle, witness: site.witness, hash: site.hash }, person)
    person.tabs.push(tab)
    tab.dial()
  }
  for (const people of rooms) comeTogether(world, people, open)

  const trouble = createTrouble(world, site, () => everybody, open)
  let isCalm = false
  // Where people take their time, turns are ended by their bells.
  const paceMs = chance.pick([1_800, 1_800, 9_000])
  const busy = (person: Person) => {
    if (isCalm) return
    for (const tab of person.tabs) tab.act()
    world.in(chance.whole(100, paceMs), () => busy(person))
  }
  for (const person of everybody) world.in(chance.whole(0, 3_000), () => busy(person))
  await world.until(world.now() + chance.whole(15_000, 70_000))

  trouble.end()
  isCalm = true
  await comeRight(world, site, rooms, open)
  site.chronicle.close()
}

const someone = (name: string, room: string | null, token: string | null): Person => ({
  name,
  key: `key-${name}`,
  room,
  token,
  heard: 0,
  isDone: null,
  tabs: [],
})

function pair(world: World): Person[] {
  return ['Ann', 'Ben'].map(name => someone(`${name}${world.chance.whole(0, 999)}`, null, null))
}

/** Three whose room is made for them, as it is for strangers and in a workshop. */
async function trio(world: World, site: Site): Promise<Person[]> {
  const [id, process] = [site.ids.room(), site.choose()]
  const people = ['Ada', 'Bea', 'Cleo'].map(name => someone(name, id, site.ids.token()))
  const plan = { id, kind: 'friends', medium: 'text', clock: 'timed', format: shortTrio(world), seats: 3 } as const
  const sitters = people.map(({ name, key, token }) => ({ name, key, token: site.hash(token ?? '') }))
  let isMade = false
  void process?.director.gather(plan, sitters).then(out => {
    isMade = out.ok
  })
  await world.until(world.now() + 5_000, () => isMade)
  return people
}

/** The first opens the room, if it is not there already; the others come when they know where. */
function comeTogether(world: World, people: Person[], open: (person: Person) => void): void {
  const [host, ...guests] = people
  if (host) open(host)
  const invite = (guest: Person) => {
    guest.room ??= host?.room ?? null
    if (guest.room) open(guest)
    else if (!host?.isDone) world.in(500, () => invite(guest))
  }
  for (const guest of guests) world.in(world.chance.whole(0, 3_000), () => invite(guest))
}

async function comeRight(world: World, site: Site, rooms: Person[][], open: (person: Person) => void): Promise<void> {
  const quietAt = world.now()
  // Whoever has stopped in every tab looks again in a new one.
  for (const person of rooms.flat())
    if (person.room && !person.isDone && person.tabs.every(tab => tab.isStopped())) open(person)
  await world.until(quietAt + COMES_RIGHT_MS)
  await agree(world, site, rooms, 'everybody sees the same once nothing is broken')

  const going = (person: Person) => {
    for (const tab of person.tabs) tab.goOn()
    world.in(world.chance.whole(500, 2_000), () => going(person))
  }
  for (const person of rooms.flat()) world.in(world.chance.whole(0, 1_000), () => going(person))
  const isOver = (people: Person[]) =>
    people.every(({ isDone, tabs, room }) => isDone || !room || tabs.some(tab => tab.seen()?.stage === 'closed'))
  // A room that one has left for good before it began waits for somebody else.
  const isOut = ({ room, tabs }: Person) =>
    site.chronicle.wasAsked(room ?? '', 'unseat') && tabs.every(tab => tab.isStopped())
  const canEnd = (people: Person[]) => people.every(person => !person.isDone && !isOut(person))
  const ends = rooms.filter(canEnd)
  while (!ends.every(isOver) && world.now() < quietAt + END_MS && !world.broken) await world.until(world.now() + 1_000)
  const detail = () => ends.filter(people => !isOver(people)).map(people => people.map(screen))
  world.must(ends.every(isOver), 'every sitting reaches its end', detail)
  world.count('rooms that reached their end together', ends.length)
  await world.until(world.now() + 3_000)
  await agree(world, site, rooms, 'everybody sees the same at the end')
  for (const person of rooms.flat()) for (const tab of person.tabs) tab.hangUp()
  await world.until(world.now() + 8_000)
  const watched = site.processes().flatMap(process => process.director.watched())
  world.must(watched.length === 0, 'nothing is kept in mind of a room that nobody is in', () => watched)
}

/** Of each room every screen shows the newest that was kept, each seat is held by one page, and by one process. */
async function agree(world: World, site: Site, rooms: Person[][], rule: string): Promise<void> {
  for (const people of rooms) {
    const id = people.find(({ room }) => room)?.room
    if (!id) continue
    const isRight = () => isSame(site, id, people)
    const at = world.now()
    while (!isRight() && world.now() < at + 3_000 && !world.broken) await world.until(world.now() + 100)
    world.must(isRight(), rule, () => [site.chronicle.versions(id).at(-1)?.room.rev, people.map(screen)])
  }
}

function isSame(site: Site, id: string, people: Person[]): boolean {
  const kept = site.chronicle.versions(id).at(-1)?.room
  const inside = people.filter(one => !one.isDone && one.room === id)
  const seen = inside.flatMap(({ tabs }) => tabs.flatMap(tab => tab.seen() ?? []))
  // A room that was let go is erased, and need not be told of again to whoever has read that it is closed.
  if (kept?.closed?.dissolved) return seen.every(view => view.stage === 'closed')
  // Whoever was asked out, and did not hear of it before somebody else sat there, reads that their seat is held elsewhere.
  const wasEmptied = site.chronicle.wasAsked(id, 'unseat')
  const looks = (view: RoomView) =>
    JSON.stringify([view.rev, view.stage, view.phase, view.held, view.seats, view.closed])
  const holders = site.processes().flatMap(process => process.seats(id))
  return (
    seen.every(view => view.rev === kept?.rev && seen[0] && looks(view) === looks(seen[0])) &&
    new Set(seen.map(({ you }) => you)).size === seen.length &&
    new Set(holders).size === holders.length &&
    inside.every(
      ({ tabs }) => tabs.filter(tab => tab.seen()).length === 1 || (wasEmptied && tabs.every(tab => tab.isStopped())),
    )
  )
}

const screen = ({ name, isDone, tabs }: Person) => [
  ...[name, isDone],
  ...tabs.map(tab => {
    const seen = tab.seen()
    return seen
      ? [seen.you, seen.rev, seen.stage, seen.phase?.n, seen.held?.resume, seen.can.join()]
      : tab.isStopped()
        ? 'stopped'
        : 'away'
  }),
]
