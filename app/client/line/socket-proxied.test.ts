// Does a page come in where a proxy brings it to another process each time, so that plain HTTP leads nowhere? Through a real nginx, to two
// real servers: also when it was to begin with plain HTTP, as it is where dialling has failed twice.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { startNginx } from '../../../e2e/setup/nginx.mjs'
import { ownCertificate } from '../../../server/testing/certificate.ts'
import { faultProxy } from '../../../server/testing/fault-proxy.ts'
import { openHouse, portOf } from '../../../server/testing/house.ts'
import { dial } from './socket.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** Without what keeps a browser at one process, nor TLS, and with what was answered to each kind of request. */
const loose = (text: string) =>
  [
    [/^ *hash .*\n/gm, ''],
    ['access_log off;', "log_format asked '$arg_transport $status';\n  access_log asked.log asked;"],
    [
      '    location / {\n      return 308',
      '    location /socket.io/ { proxy_pass http://$process; }\n    location / {\n      return 308',
    ],
  ].reduce((before, [what, instead]) => before.replace(what as string, instead as string), text)

async function proxied() {
  const houses = [await openHouse(), await openHouse()] as const
  ends.push(...houses.map(house => () => house.close()))
  const sites = [houses[0].app.port, houses[1].app.port] as const
  const nginx = await startNginx({ sites, ...ownCertificate(), change: loose })
  ends.push(() => nginx.stop())
  return nginx
}

/** Lets nobody in, and knows in which ways it was tried. */
async function shut() {
  const tried: string[] = []
  const note = (url = '') => void tried.push(new URLSearchParams(url.split('?')[1]).get('transport') ?? '')
  const server = createServer((request, response) => {
    note(request.url)
    response.writeHead(503).end()
  })
  server.on('upgrade', (request, socket) => {
    note(request.url)
    socket.destroy()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  ends.push(() => server.close())
  return { port: portOf(server), tried }
}

test('a page that begins with plain HTTP finds that it leads nowhere, and is there by a WebSocket at its next dialling', async () => {
  const nginx = await proxied()
  const { port, tried } = await shut()
  const door = await faultProxy(port)
  ends.push(() => door.close())
  const wire = dial({ url: `http://127.0.0.1:${door.port}` })
  ends.push(() => wire.close())
  await expect.poll(() => tried, { timeout: 10_000 }).toEqual(['websocket', 'polling', 'websocket', 'polling'])
  door.lead(nginx.plainPort)
  expect(await wire.up(20_000)).toBe(true)
  expect(readFileSync(join(nginx.folder, 'asked.log'), 'utf8')).toMatch(/^polling 400$/m)
  for (let n = 0; n < 4; n++) expect(await wire.ask('clock')).toMatchObject({ ok: true })
})
