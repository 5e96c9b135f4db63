// Would the two hosts run the site, and how does the relay begin? Each file is read as far as it can be where none of them is, and
// judged by the site's own settings.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { isIgnored, readIgnored } from '../../e2e/setup/dockerfile.mjs'
import { readConfig } from '../config.ts'
import { KNOWN, sectionsOf } from '../testing/operators.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = join(HERE, '../..')
const read = (name: string) => readFileSync(join(HERE, name), 'utf8')

const toml = (section: string) =>
  Object.fromEntries(
    Object.entries(sectionsOf(read('fly.toml'))[section] ?? {}).map(([name, [value = '']]) => [name, value]),
  )

describe('the hosts', () => {
  test('Fly builds the Dockerfile from the top, with settings that the site takes, and asks whether people may be sent', () => {
    // flyctl looks for both beside the file that names them, and for what they copy in the folder that it is called with.
    const { dockerfile = '', ignorefile = '' } = toml('build')
    for (const path of [dockerfile, ignorefile]) expect([path, existsSync(join(HERE, path))]).toEqual([path, true])
    const [, context = '', config = ''] = /fly deploy (\S+) --config (\S+)/.exec(read('fly.toml')) ?? []
    expect(existsSync(join(ROOT, context, 'package.json'))).toBe(true)
    expect(join(ROOT, context, config)).toBe(join(HERE, 'fly.toml'))
    const ignored = readIgnored(read(ignorefile))
    expect(isIgnored(ignored, relative(join(ROOT, context), join(HERE, dockerfile)))).toBe(false)
    const env = toml('env')
    expect(readConfig(env)).toMatchObject({ config: { trustProxy: 2 } })
    expect(toml('http_service').internal_port).toBe(env.PORT)
    expect(toml('http_service').auto_stop_machines).toBe('off')
    expect(toml('http_service.checks').path).toBe('/readyz')
    expect(Number.parseInt(toml('').kill_timeout ?? '', 10)).toBeGreaterThan(10)
  })

  test('Fly has one machine, which is not taken for a site of two', () => {
    expect(read('fly.toml')).toContain('--ha=false')
    expect(toml('http_service').min_machines_running).toBe('1')
  })

  test('Render builds the Dockerfile from the top, one instance, with settings that the site takes', () => {
    const [web, store] = parse(read('render.yaml'), { strict: true }).services
    expect(existsSync(join(ROOT, web.dockerfilePath))).toBe(true)
    expect(web).toMatchObject({ dockerContext: '.', numInstances: 1, healthCheckPath: '/readyz' })
    expect(web.maxShutdownDelaySeconds).toBeGreaterThan(10)
    const vars: { key: string; value?: string; fromService?: { name: string } }[] = web.envVars
    expect(vars.filter(({ key }) => !KNOWN.includes(key))).toEqual([])
    const given = Object.fromEntries(vars.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]])))
    expect(readConfig(given)).toMatchObject({ config: { trustProxy: 2, port: 3000 } })
    expect(vars.find(({ key }) => key === 'REDIS_URL')?.fromService?.name).toBe(store.name)
    expect(store.maxmemoryPolicy).toBe('noeviction')
  })
})

describe('the relay begins', () => {
  const SETTINGS = {
    RELAY_ADDRESS: '198.51.100.7',
    RELAY_NAME: 'relay.room.test',
    TURN_SECRET: 'a1b2c3d4'.repeat(4),
    TLS_DIR: '/etc/clearing/tls',
  }
  const CLOSED = readFileSync(join(HERE, '../relay/turnserver.conf'), 'utf8')
  const lines = (text: string) => text.split('\n').filter(line => line !== '' && !line.startsWith('#'))

  /** What coturn would have been started with: a program of its name says so. */
  function begun(env: Record<string, string>) {
    const folder = mkdtempSync(join(tmpdir(), 'clearing-relay-'))
    const program = join(folder, 'turnserver')
    writeFileSync(program, '#!/bin/sh\nls -l "$2"; cat "$2"; rm "$2"\n')
    chmodSync(program, 0o755)
    const PATH = `${folder}:${process.env.PATH}`
    const { status, stdout, stderr } = spawnSync('/bin/sh', [join(HERE, 'relay.sh')], {
      env: { PATH, NODE_ENV: 'test', ...env },
      encoding: 'utf8',
    })
    rmSync(folder, { recursive: true })
    const [listed = '', ...rest] = stdout.split('\n')
    return { status, stderr, listed, lines: lines(rest.join('\n')) }
  }

  test('with the closed configuration, in which nothing is changed but where it stands and what it knows', () => {
    const { status, lines: ours, listed } = begun(SETTINGS)
    expect(status).toBe(0)
    const theirs = lines(CLOSED)
    expect(ours.filter(line => !theirs.includes(line))).toEqual([
      ...['listening-ip=198.51.100.7', 'relay-ip=198.51.100.7', 'realm=relay.room.test'],
      ...[`static-auth-secret=${SETTINGS.TURN_SECRET}`, 'allowed-peer-ip=198.51.100.7'],
      ...['cert=/etc/clearing/tls/fullchain.pem', 'pkey=/etc/clearing/tls/privkey.pem'],
    ])
    expect(ours).toHaveLength(theirs.length)
    expect(ours.join('\n')).not.toMatch(/203\.0\.113|relay\.example|replace-this/)
    // The secret is in it.
    expect(listed).toMatch(/^-rw-------/)
  })

  test('behind a NAT of one to one with both addresses, and allows both as peers', () => {
    const { lines: ours } = begun({ ...SETTINGS, RELAY_OUTER_ADDRESS: '203.0.113.99' })
    expect(ours.slice(-2)).toEqual(['external-ip=203.0.113.99/198.51.100.7', 'allowed-peer-ip=203.0.113.99'])
  })

  test('not at all without a setting, nor with one that would be a line of its own', () => {
    for (const name of ['RELAY_ADDRESS', 'RELAY_NAME', 'TURN_SECRET']) {
      const { status, stderr, listed } = begun({ ...SETTINGS, [name]: '' })
      expect([name, status === 0, listed]).toEqual([name, false, ''])
      expect(stderr).toContain(name)
    }
    for (const bad of ['x\nallowed-peer-ip=0.0.0.0', 'a|b', 'a&b', 'a b']) {
      const { status, stderr } = begun({ ...SETTINGS, TURN_SECRET: bad })
      expect([bad, status]).toEqual([bad, 1])
      expect(stderr).not.toContain(bad)
    }
  })
})
