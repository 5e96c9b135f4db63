// Does a report hold what it may, reach whom it should, and end when it must?
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { createLog } from './log.ts'
import { createReportWebhook } from './report-webhook.ts'
import { runSteward, stewardOn } from './steward.ts'
import { createLobbyMemory } from './store/lobby-memory.ts'
import { createHandClock } from './testing/hand-clock.ts'
import { portOf } from './testing/house.ts'

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
    ...{ id: `c-report-${n}`, at: clock.now(), room: 'room-hash', by: `by-${n}`, about: 'A'.repeat(22) },
    ...{ reason: 'harassment' as const, text: 'What I would like to say.', ...over },
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

it('[RE10] it reaches the webhook, signed, and is tried again until it is taken', async () => {
  const { clock, steward, report } = start()
  const posted: { body: string; signature: string }[] = []
  let answer = 500
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    posted.push({ body, signature: String(request.headers['x-clearing-signature']) })
    response.writeHead(answer).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const logged: string[] = []
  const log = createLog({ level: 'info', stream: { write: line => void logged.push(line) } })
  const to = { url: `http://127.0.0.1:${portOf(server)}/hook`, secret: 'a-secret-of-the-operator' }
  const webhook = createReportWebhook({ reports: steward.reports, clock, log, to })
  ends.push(
    () => webhook.close(),
    () => server.close(),
  )
  await steward.reports.add(report(1, { said: [SHOWN] }))
  webhook.kick()
  await webhook.idle()
  expect([posted.length, (await steward.reports.all())[0]?.sent]).toEqual([1, false])
  answer = 204
  await clock.advance(2_000)
  await webhook.idle()
  expect([posted.length, (await steward.reports.all())[0]?.sent]).toEqual([2, true])
  const [, second] = posted
  const [, at, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(second?.signature ?? '') ?? []
  expect(Number(at)).toBe(clock.now())
  expect(createHmac('sha256', to.secret).update(`${at}.${second?.body}`).digest('hex')).toBe(mac)
  expect(JSON.parse(second?.body ?? '')).toEqual({ ...report(1), said: [SHOWN], at: START, until: START + 90 * DAY })
  webhook.kick()
  await webhook.idle()
  expect(posted).toHaveLength(2)
  expect(logged.join('\n')).not.toContain('like to say')
})
