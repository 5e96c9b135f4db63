// What happens among many in a release whose words and papers are held fast? A workshop from its code to its close, and strangers who wait,
// meet, and would never meet again, by what pages ask.
import { type Somebody, type Stay, until } from './release-life.ts'
import { all, goOn, keyOf, sealed } from './release-ways.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

export async function workshop(stay: Stay): Promise<void> {
  const { hand, come } = stay
  const [ada, wall] = [await come('Ada'), await come('Wall')]
  const prompts = ['What is it like to be here?', 'What do you seldom say?']
  const plan = {
    title: 'Tuesday',
    audience: 'Whoever would like to be heard',
    format: { id: 'round' },
    prompts,
  } as const
  const asked = { ...plan, prompts, medium: 'together', odd: 'trio', late: 'finish', left: 'wait' }
  const { circle, code, key } = await ada.must('convene', asked)
  await ada.must('facilitate', { circle, key })
  await wall.must('watch', { code })
  const people: Somebody[] = []
  const tokens: Record<string, string> = {}
  for (const name of ['Ann', 'Ben', 'Cleo', 'Dan', 'Eva']) {
    const person = await come(name)
    tokens[name] = (await person.must('join', { code, name })).token
    people.push(person)
  }
  const [ann, ben, cleo, dan, eva] = people as [Somebody, Somebody, Somebody, Somebody, Somebody]
  const kept = { circle: { circle, code, key, people: tokens } }
  const freeze = (what: string) => stay.freeze(what, [], kept)
  const direct = (ask: object) => ada.must('direct', ask)
  await direct({ do: 'apart', people: ['p1', 'p2'] })
  await direct({ do: 'fix', people: ['p3', 'p4'] })
  await direct({ do: 'fix', people: ['p3', 'p4'], off: true })
  await direct({ do: 'late', late: 'catch-up' })
  await freeze('a workshop gathers')
  await direct({ do: 'pair' })
  for (const person of people) {
    await until(() => person.told.paired.length > 0)
    const { room, token } = person.told.paired.at(-1) ?? { room: '', token: '' }
    await person.must('enter', { room, token, key: keyOf(person.name) })
  }
  await freeze('a workshop is paired')
  await direct({ do: 'begin' })
  await all(people, view => view.stage === 'sitting')
  await hand.advance(50 * SECOND)
  await direct({ do: 'say', text: 'Slowly.' })
  await direct({ do: 'more' })
  await ann.must('intent', { do: 'help' })
  await hand.advance(SECOND)
  await freeze('a round runs')
  await direct({ do: 'attend', room: 1 })
  await direct({ do: 'knock', room: 1 })
  // They are asked once nobody speaks, and lend the floor while they have it.
  for (; !people.some(person => person.view().visit?.isIn); await hand.advance(SECOND)) {
    for (const person of people) {
      const { visit, can } = person.view()
      if (can.includes('admit') && !visit?.yes)
        await person.must('intent', { do: 'admit', yes: true, since: visit?.since })
    }
  }
  const lenders = () => people.filter(person => person.view().can.includes('lend'))
  while (lenders().length === 0) await hand.advance(SECOND)
  const lender = lenders()[0] as Somebody
  await lender.must('intent', { do: 'lend', phase: lender.view().phase?.n, on: true })
  await hand.advance(SECOND)
  await freeze('a facilitator is in a room')
  await direct({ do: 'knock', room: 1, off: true })
  await direct({ do: 'hold' })
  await all(people, view => view.held?.why === 'facilitator')
  await hand.advance(MINUTE)
  await freeze('a facilitator holds all rooms')
  await direct({ do: 'resume' })
  await all(people, view => view.held === null)
  while (ann.view().stage === 'sitting') await goOn([ann], hand)
  await all(people, view => view.stage === 'closed')
  for (const person of people) await person.must('give', { round: 1, before: 2, after: 5, heard: true })
  for (const person of people) await person.must('offer', { round: 1, text: `That you never laugh, ${person.name}.` })
  for (let n = 0; n < 60 && wall.told.offered.at(-1)?.lines[0] === undefined; n++) await hand.advance(SECOND)
  const line = wall.told.offered.at(-1)?.lines[0]?.id
  await freeze('a round is over')
  await direct({ do: 'take-down', line })
  await eva.must('unjoin')
  await direct({ do: 'remove', person: 'p4' })
  await direct({ do: 'apart', people: ['p1', 'p2'], off: true })
  await direct({ do: 'pair', who: 'all' })
  await direct({ do: 'begin' })
  await direct({ do: 'call-back', seconds: 60 })
  await hand.advance(SECOND)
  await freeze('a round is called back')
  await direct({ do: 'close' })
  for (const person of [ben, cleo, dan]) person.close()
}

const deviceOf = (name: string) => sealed(name).slice(0, 24)
const wanted = (name: string) => ({ name, medium: 'text', language: 'en', device: deviceOf(name), key: keyOf(name) })

async function metBy(people: readonly Somebody[]): Promise<void> {
  const had = people.map(({ told }) => told.paired.length)
  for (const person of people) await person.must('wait', wanted(person.name))
  await until(() => people.every(({ told }, n) => told.paired.length > (had[n] ?? 0)))
}

async function cameIn(people: readonly Somebody[]): Promise<void> {
  for (const person of people) {
    const { room, token } = person.told.paired.at(-1) ?? { room: '', token: '' }
    await person.must('enter', { room, token, key: keyOf(person.name) })
    person.token = token
  }
  for (const person of people) await person.must('intent', { do: 'ready', first: 'either' })
  await all(people, view => view.stage === 'sitting')
}

export async function meeting(stay: Stay): Promise<void> {
  const [ann, ben] = [await stay.come('Ann'), await stay.come('Ben')]
  await ann.must('practice')
  await ann.must('wait', wanted('Ann'))
  await stay.freeze('a stranger waits', [], { devices: { Ann: deviceOf('Ann') } })
  await ann.must('unwait')
  await metBy([ann, ben])
  await cameIn([ann, ben])
  await goOn([ann, ben], stay.hand)
  await goOn([ann, ben], stay.hand)
  const speaker = ann.view().phase?.floor === ann.view().you ? ann : ben
  const { n: phase } = ann.view().phase ?? {}
  await speaker.must('words', { phase, id: 1, sealed: sealed('words'), commitment: sealed('commitment').slice(0, 43) })
  await stay.freeze('strangers sit', [ann, ben])
}

export async function reporting(stay: Stay): Promise<void> {
  const ben = await stay.come('Ben')
  const devices: Record<string, string> = { Ben: deviceOf('Ben') }
  for (const name of ['Ann', 'Cleo', 'Dan']) {
    const other = await stay.come(name)
    devices[name] = deviceOf(name)
    await metBy([ben, other])
    await cameIn([ben, other])
    await goOn([ben, other], stay.hand)
    await stay.hand.advance(2 * MINUTE)
    const about = { room: other.view().room, token: other.token, about: ben.view().you }
    if (name === 'Ann') {
      await other.must('avoid', about)
      await stay.freeze('a stranger was met for the last time', [], { devices: { ...devices } })
    }
    await other.must('report', { ...about, reason: 'harassment', text: 'They went on after I had asked them not to.' })
    await other.must('intent', { do: 'leave' })
    await until(() => ben.view().stage === 'closed')
    if (name === 'Cleo')
      for (const one of [ben, other]) await one.must('meet', { room: one.view().room, token: one.token })
    await stay.hand.advance(SECOND)
  }
  await stay.freeze('three have reported one', [], { devices })
}
