// Does a report hold what it may, reach whom it should, and end when it must?
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { runSteward, stewardOn } from '../stewarding.ts'
import { createLobbyMemory } from '../store/lobby-memory.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { portOf } from '../testing/house.ts'
import { createReportWebhook } from './webhook.ts'

const START = Date.UTC(2026, 0, 1)
const DAY = 86_400_000
const SECRET = 'the secret of this site, and of no other'
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

function start() {
  const clock = createHandClock(START)
  const store = createLobbyMemory(clock)
  const steward = stewardOn(store, clock, 90, SECRET)
  const report = (n: number, over = {}) => ({
    id: `c-report-${n}`,
    at: clock.now(),
    room: 'room-hash',
    by: `by-${n}`,
    about: 'A'.repeat(22),
    reason: 'harassment' as const,
    text: 'What I would like to say.',
    ...over,
  })
  return { clock, store, steward, report }
}

/** As a report shows it. */
const SHOWN = { phase: 3, id: 1, kind: 'words', text: 'What they wrote.', at: START, verified: true } as const

it('[RE9] it holds a time, hashes, a category and its author’s words, and is gone after its days', async () => {
  const { clock, steward, report } = start()
  await steward.reports.add(report(1))
  expect(await steward.reports.all()).toEqual([
    { v: 1, ...report(1), until: START + 90 * DAY, sent: false, resolved: null },
  ])
  await clock.advance(90 * DAY)
  expect(await steward.reports.all()).toEqual([])
})

it('[RE11] a steward lists, exports, settles, bans and lifts a ban', async () => {
  const { clock, steward, report } = start()
  await steward.people.met('room-hash', { medium: 'text', seats: {} })
  await steward.people.sat('room-hash')
  for (const n of [1, 2, 3]) await steward.reports.add(report(n))
  const about = 'A'.repeat(22)
  expect(await steward.people.barred(about)).toEqual({ why: 'paused', until: null })
  const listed = await runSteward(['list'], steward)
  expect(listed.lines).toHaveLength(3)
  expect(listed.lines[0]).toContain('c-report-1  2026-01-01T00:00:00.000Z  harassment')
  expect(await runSteward(['resolve', 'c-report-1', 'a', 'misunderstanding'], steward)).toMatchObject({ ok: true })
  expect(await steward.people.barred(about)).toBeNull()
  expect((await runSteward(['list'], steward)).lines).toHaveLength(2)
  const exported = (await runSteward(['export'], steward)).lines.map(line => JSON.parse(line))
  expect(exported.map(({ resolved }) => resolved)).toEqual([{ at: START, note: 'a misunderstanding' }, null, null])
  expect(await runSteward(['ban', about, '7', 'threats'], steward)).toMatchObject({ ok: true })
  expect(await steward.people.barred(about)).toEqual({ why: 'banned', until: START + 7 * DAY })
  expect((await steward.people.standing(about)).ban?.reason).toBe('threats')
  await clock.advance(7 * DAY)
  expect(await steward.people.barred(about)).toBeNull()
  await runSteward(['ban', about, '7', 'threats'], steward)
  await runSteward(['unban', about], steward)
  expect(await steward.people.barred(about)).toBeNull()
  for (const words of [
    [],
    ['ban', about, 'x', 'y'],
    ['ban', 'short', '7', 'y'],
    ['ban', about, '7'],
    ['resolve', 'c-no'],
  ]) {
    expect(await runSteward(words, steward), words.join(' ')).toMatchObject({ ok: false })
  }
})

it('[RE11] a steward sees who is banned, until when and why, and nobody whose ban is over or was lifted', async () => {
  const { clock, steward, report } = start()
  const said = async () => (await runSteward(['bans'], steward)).lines
  const [one, two, three] = ['A', 'B', 'C'].map(char => char.repeat(22))
  expect(await said()).toEqual(['nobody is banned'])
  await runSteward(['ban', one ?? '', '7', 'threats', '\u202e'], steward)
  await runSteward(['ban', two ?? '', '1', 'insults'], steward)
  await runSteward(['ban', three ?? '', '9', 'threats'], steward)
  // What else is known of a device lasts longer than its ban.
  await steward.people.met('room-hash', { medium: 'text', seats: {} })
  await steward.people.sat('room-hash')
  await steward.reports.add(report(1, { about: two }))
  // Said again it is one ban, and the later word holds.
  await runSteward(['ban', two ?? '', '2', 'insults'], steward)
  expect(await said()).toEqual([
    `${one}  until 2026-01-08T00:00:00.000Z  "threats \\u202e"`,
    `${three}  until 2026-01-10T00:00:00.000Z  "threats"`,
    `${two}  until 2026-01-03T00:00:00.000Z  "insults"`,
  ])
  await runSteward(['unban', three ?? ''], steward)
  await clock.advance(2 * DAY)
  expect(await said()).toEqual([expect.stringContaining(`${one}  until`)])
  await clock.advance(5 * DAY)
  expect(await said()).toEqual(['nobody is banned'])
})

it('[RE13] its words lie in the store sealed; those of an earlier release, which lie open, are read as well', async () => {
  const { clock, store, steward, report } = start()
  await steward.reports.add(report(1, { said: [SHOWN] }))
  const { kept } = await store.load('report:c-report-1')
  expect(JSON.parse(kept?.body ?? '')).toMatchObject({ reason: 'harassment', sealed: expect.any(String) })
  for (const words of ['like to say', 'they wrote']) expect(kept?.body).not.toContain(words)
  await steward.reports.add(report(2, { text: undefined }))
  const earlier = { v: 1, ...report(2), until: START + 90 * DAY, sent: false, resolved: null }
  const at = await store.load('report:c-report-2')
  await store.swap(
    'report:c-report-2',
    at.kept?.commit ?? '',
    { body: JSON.stringify(earlier), commit: 'c-early' },
    DAY,
  )
  expect((await steward.reports.all()).map(({ text, said }) => [text, said])).toEqual([
    [report(1).text, [SHOWN]],
    [report(2).text, undefined],
  ])
  // A seal is of one report: moved to another it does not open.
  const moved = { ...earlier, text: undefined, sealed: JSON.parse(kept?.body ?? '').sealed }
  await store.swap('report:c-report-2', 'c-early', { body: JSON.stringify(moved), commit: 'c-moved' }, DAY)
  expect((await steward.reports.all())[1]).toMatchObject({ id: 'c-report-2', unreadable: true })
  expect((await steward.reports.all())[1]).not.toHaveProperty('text')
  await steward.reports.resolve('c-report-1', 'seen')
  expect((await steward.reports.all())[0]?.said).toEqual([SHOWN])
  await clock.advance(90 * DAY)
})

/** Where an operator reads reports: answers with the status that `answer` gives, or hangs up where it gives none. */
async function operator(answer: (id: string) => number | null) {
  const posted: { id: string; body: string; signature: string }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const { id } = JSON.parse(body)
    posted.push({ id, body, signature: String(request.headers['x-clearing-signature']) })
    const status = answer(id)
    if (status === null) request.socket.destroy()
    else response.writeHead(status).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => server.close())
  const to = { url: `http://127.0.0.1:${portOf(server)}/hook`, secret: 'a-secret-of-the-operator' }
  /** The numbers of the reports that came since this was asked last. */
  const ids = () => {
    const came = posted.splice(0).map(({ id }) => id.replace('c-report-', ''))
    return came.join(' ')
  }
  return { posted, to, ids }
}

function webhookOf({ clock, steward }: ReturnType<typeof start>, to: { url: string; secret: string }) {
  const logged: string[] = []
  const log = createLog({ level: 'info', stream: { write: line => void logged.push(line) } })
  const webhook = createReportWebhook({ reports: steward.reports, clock, log, to })
  ends.push(() => webhook.close())
  /** What there is to send is sent, or tried. */
  async function tried() {
    webhook.kick()
    await webhook.idle()
  }
  async function after(ms: number) {
    await clock.advance(ms)
    await webhook.idle()
  }
  return { webhook, logged, tried, after }
}

it('[RE10] it reaches the webhook, signed, and is tried again until it is taken', async () => {
  const parts = start()
  const { clock, steward, report } = parts
  let answer = 500
  const { posted, to } = await operator(() => answer)
  const { logged, tried, after } = webhookOf(parts, to)
  await steward.reports.add(report(1, { said: [SHOWN] }))
  await tried()
  expect([posted.length, (await steward.reports.all())[0]?.sent]).toEqual([1, false])
  answer = 204
  await after(2_000)
  expect([posted.length, (await steward.reports.all())[0]?.sent]).toEqual([2, true])
  const [, second] = posted
  const [, at, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(second?.signature ?? '') ?? []
  expect(Number(at)).toBe(clock.now())
  expect(createHmac('sha256', to.secret).update(`${at}.${second?.body}`).digest('hex')).toBe(mac)
  expect(JSON.parse(second?.body ?? '')).toEqual({ ...report(1), said: [SHOWN], at: START, until: START + 90 * DAY })
  await tried()
  expect(posted).toHaveLength(2)
  expect(logged.join('\n')).not.toContain('like to say')
})

it('[RE10] one that comes has none read that the webhook has taken, or a steward has settled', async () => {
  const parts = start()
  const { store, steward, report } = parts
  const { to, ids } = await operator(id => (id === 'c-report-3' ? 422 : 204))
  const { tried } = webhookOf(parts, to)
  const read: string[] = []
  const load = store.load
  store.load = key => {
    if (key.startsWith('report:')) read.push(key.replace('report:c-report-', ''))
    return load(key)
  }
  const readFor = async () => {
    read.length = 0
    await tried()
    return [...new Set(read)].join(' ')
  }
  for (const n of [1, 2, 3, 4, 5]) await steward.reports.add(report(n))
  await steward.reports.resolve('c-report-4', 'seen')
  expect([await readFor(), ids()]).toEqual(['1 2 3 5', '1 2 3 5'])
  await steward.reports.add(report(6))
  expect([await readFor(), ids()]).toEqual(['3 6', '6'])
  expect((await steward.reports.all()).map(({ sent }) => sent)).toEqual([true, true, false, false, true, true])
  // An earlier release has not noted which are done: they are looked at once more, and not again.
  const { kept } = await store.load('reports')
  const reports = JSON.parse(kept?.body ?? '').reports.map(({ id, until }: { id: string; until: number }) => ({
    id,
    until,
  }))
  await store.swap('reports', kept?.commit ?? '', { body: JSON.stringify({ v: 1, reports }), commit: 'c-early' }, DAY)
  expect([await readFor(), ids()]).toEqual(['1 2 3 4 5 6', ''])
  expect([await readFor(), ids()]).toEqual(['3', ''])
})

it('[RE10] one that is refused keeps no other from the webhook, and is itself tried more and more seldom', async () => {
  const parts = start()
  const { steward, report } = parts
  let isMended = false
  const { to, ids } = await operator(id => (id === 'c-report-1' && !isMended ? 422 : 204))
  const { logged, tried, after } = webhookOf(parts, to)
  for (const n of [1, 2, 3]) await steward.reports.add(report(n))
  await tried()
  expect(ids()).toBe('1 2 3')
  expect((await steward.reports.all()).map(({ sent }) => sent)).toEqual([false, true, true])
  // Not with each that comes, however many come.
  for (const n of [4, 5]) {
    await steward.reports.add(report(n))
    await tried()
  }
  expect(ids()).toBe('4 5')
  for (let n = 0; n < 60; n++) await after(60_000)
  // At 2, 6, 14 … 1022 s, and from then on every ten minutes.
  expect(ids().split(' ').length).toBeLessThan(16)
  expect(logged.at(-1)).toContain('"status":422')
  isMended = true
  await after(10 * 60_000)
  expect(ids()).toBe('1')
  await after(DAY)
  expect(ids()).toBe('')
})

it('[RE10] while the webhook does not answer it is asked by one of them at a time, by each in its turn', async () => {
  const parts = start()
  const { steward, report } = parts
  let answer = (_: string): number | null => null
  const { to, ids } = await operator(id => answer(id))
  const { tried, after } = webhookOf(parts, to)
  for (const n of [1, 2, 3]) await steward.reports.add(report(n))
  await tried()
  await after(1_999)
  expect(ids()).toBe('1')
  await after(1)
  expect(ids()).toBe('2')
  await after(3_999)
  expect(ids()).toBe('')
  await after(1)
  expect(ids()).toBe('3')
  // One that no answer ever comes to is not asked before the others.
  answer = id => (id === 'c-report-1' ? null : 204)
  await after(8_000)
  expect(ids()).toBe('1')
  await after(16_000)
  expect(ids()).toBe('2 3 1')
})
