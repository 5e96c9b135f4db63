// On what does a release take the place of another one in a browser test? Two real processes at a real Redis, behind the nginx that operators
// are given; their pages come from the house of the test.
import { get } from 'node:https'
import { expect } from '@playwright/test'
import { ownCertificate } from '../server/testing/certificate.ts'
import { type Site, startSite } from '../server/testing/site.ts'
import { startNginx } from './setup/nginx.mjs'
import { startRedis } from './setup/redis.mjs'

/** Some of these are together at the one, some at the other. */
const NEARS = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg', 'hh']

export interface Releases {
  sites: [Site, Site]
  nginx: { port: number }
  /** To which address nginx leads whoever dials with this. */
  at(near?: string): Promise<string>
  /** Starts the next release where this process stood, which has ended. Resolves when nginx leads people there again. */
  replace(at: number): Promise<void>
  stop(): Promise<void>
}

export async function startReleases(pages: number): Promise<Releases> {
  const redis = await startRedis()
  const env = {
    REDIS_URL: redis.url,
    CLEARING_SECRET: 'no more than this test knows of it',
    TRUST_PROXY: '1',
    SOCKETS_PER_ADDRESS: '1000',
  }
  const sites: [Site, Site] = await Promise.all([startSite({ ...env, PORT: '0' }), startSite({ ...env, PORT: '0' })])
  const { certificate, key } = ownCertificate()
  const nginx = await startNginx({
    sites: [sites[0].port, sites[1].port],
    certificate,
    key,
    // The processes have no pages of their own here.
    change: text =>
      text
        .replace(/proxy_pass http:\/\/any;/g, `proxy_pass http://127.0.0.1:${pages};`)
        .replace('access_log off;', 'access_log off; add_header X-At $upstream_addr always;'),
  })
  const at = (near?: string) =>
    new Promise<string>((resolve, reject) => {
      const path = `/socket.io/?EIO=4&transport=websocket${near ? `&near=${near}` : ''}`
      get({ host: 'localhost', port: nginx.port, path, ca: certificate, agent: false }, answer => {
        answer.resume()
        resolve(String(answer.headers['x-at']))
      }).once('error', reject)
    })
  return {
    sites,
    nginx,
    at,
    async replace(n) {
      const port = sites[n]?.port
      sites[n] = await startSite({ ...env, PORT: `${port}` })
      // Where nobody could be reached it leads nobody for some seconds.
      const led = async () => (await Promise.all([at(), ...NEARS.map(at)])).map(where => where === `127.0.0.1:${port}`)
      await expect.poll(async () => (await led())[0]).toBe(true)
      await expect.poll(async () => (await led()).indexOf(true, 1)).toBeGreaterThan(0)
    },
    async stop() {
      await nginx.stop()
      for (const { child, ended } of sites) {
        child.kill('SIGKILL')
        await ended
      }
      await redis.stop()
    },
  }
}
