// What do two people notice when a new release takes the place of the one that serves them, process by process, and when a process is
// lost? Nothing, and next to nothing: two real processes at a real Redis, behind the nginx that operators are given.
import { get } from 'node:https'
import type { Page } from '@playwright/test'
import { nearRoom } from '../lib/wire/near.ts'
import { ownCertificate } from '../server/testing/certificate.ts'
import { type Site, startSite } from '../server/testing/site.ts'
import { expect, test } from './house.ts'
import { meet, press, roomOf, say, sees, words } from './people.ts'
import { startNginx } from './setup/nginx.mjs'
import { startRedis } from './setup/redis.mjs'

const { connection, hold, phases } = words
const { speak } = phases
const AWAY = [connection.quiet, connection.moving, connection.offline, hold.heading]
/** By which each page shows that it is looked at. */
const TURN = [speak.speaker.heading, speak.listener.heading('Maya')] as const
const LEAST_SENTENCES = 5

/** Notes whether one of these sentences ever stands on the page. */
async function noteAway(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(
    sentences => {
      const seen = new Set<string>()
      Reflect.set(window, 'seenAway', seen)
      const look = () => {
        for (const sentence of sentences) if (document.body?.textContent?.includes(sentence)) seen.add(sentence)
      }
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
    },
    [...AWAY, ...TURN],
  )
  return () => page.evaluate(() => [...(Reflect.get(window, 'seenAway') as Set<string>)])
}

/** When the server said that a turn ends: each instant that was ever told of it. */
function noteEnds(page: Page): () => string[] {
  const ends = new Set<string>()
  page.on('websocket', line =>
    line.on('framereceived', ({ payload }) => {
      for (const [, end] of String(payload).matchAll(/"kind":"speak","floor":"a"[^{}]*"endsAt":(\d+)/g))
        ends.add(end ?? '')
    }),
  )
  return () => [...ends]
}

test('a release that is changed under a turn is noticed by nobody, and a process that is lost by next to nobody', async ({
  someone,
  house,
}) => {
  const redis = await startRedis()
  const env = {
    REDIS_URL: redis.url,
    CLEARING_SECRET: 'no more than this test knows of it',
    TRUST_PROXY: '1',
    SOCKETS_PER_ADDRESS: '1000',
  }
  const sites = (await Promise.all([startSite({ ...env, PORT: '0' }), startSite({ ...env, PORT: '0' })])) as [
    Site,
    Site,
  ]
  const { certificate, key } = ownCertificate()
  const nginx = await startNginx({
    ...{ sites: [sites[0].port, sites[1].port], certificate, key },
    // The processes have no pages of their own here.
    change: text =>
      text
        .replace(/proxy_pass http:\/\/any;/g, `proxy_pass http://127.0.0.1:${house.app.port};`)
        .replace('access_log off;', 'access_log off; add_header X-At $upstream_addr always;'),
  })
  try {
    const options = { baseURL: `https://localhost:${nginx.port}`, ignoreHTTPSErrors: true }
    const maya = await (await someone(options)).newPage()
    const jonah = await (await someone(options)).newPage()
    const away = [await noteAway(maya), await noteAway(jonah)]
    const ends = [noteEnds(maya), noteEnds(jonah)]
    const link = await meet(maya, jonah, { name: 'Maya' })
    for (const page of [maya, jonah]) await press(page, phases.arrive.on)
    for (const page of [maya, jonah]) await press(page, phases.picture.on)
    await sees(maya, speak.speaker.heading)
    await sees(jonah, speak.listener.heading('Maya'))
    const near = nearRoom(roomOf(link))
    const path = `/socket.io/?EIO=4&transport=websocket&near=${near}`
    const where = await new Promise<string>((resolve, reject) => {
      get({ host: 'localhost', port: nginx.port, path, ca: certificate, agent: false }, answer => {
        answer.resume()
        resolve(String(answer.headers['x-at']))
      }).once('error', reject)
    })
    const theirs = sites.findIndex(({ port }) => where === `127.0.0.1:${port}`)
    const [first, second] = [sites[theirs] as Site, sites[1 - theirs] as Site]

    const said: string[] = []
    const log = jonah.getByRole('log').getByRole('paragraph')
    const goOn = async () => {
      said.push(`Sentence ${said.length + 1}.`)
      await say(maya, said.at(-1) ?? '')
      await expect(log).toHaveText(said)
    }
    await goOn()
    let hasEnded = false
    const ended = first.ended.then(code => {
      hasEnded = true
      return code
    })
    first.child.kill('SIGTERM')
    while (!hasEnded || said.length < LEAST_SENTENCES) await goOn()
    expect(await ended).toBe(0)
    expect(await Promise.all(away.map(seen => seen()))).toEqual(TURN.map(heading => [heading]))

    // The next release stands where the first one stood; then the other process is lost.
    sites[theirs] = await startSite({ ...env, PORT: `${first.port}` })
    second.child.kill('SIGKILL')
    await second.ended
    for (let n = 0; n < LEAST_SENTENCES; n++) await goOn()
    await sees(maya, speak.speaker.heading)
    await sees(jonah, speak.listener.heading('Maya'))
    const told = ends.map(all => all())
    expect(told[0]).toHaveLength(1)
    expect(told[1]).toEqual(told[0])
    await press(maya, speak.speaker.on)
    for (const page of [maya, jonah]) await sees(page, speak.silence.heading)
  } finally {
    await nginx.stop()
    for (const { child, ended } of sites) {
      child.kill('SIGKILL')
      await ended
    }
    await redis.stop()
  }
})
