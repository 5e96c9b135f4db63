// Would the other ways of running the site run it? The unit of systemd, the two hosts' files and the relay's beginning, each read as
// far as it can be where none of them is, and judged by the site's own settings.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { lastStep, readDockerfile } from '../../e2e/setup/dockerfile.mjs'
import { programPaths } from '../../e2e/setup/programs.mjs'
import { readConfig } from '../config.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = join(HERE, '../..')
const read = (name: string) => readFileSync(join(HERE, name), 'utf8')
const image = readDockerfile(read('Dockerfile')).at(-1)

/** The settings of a unit, or of a simple TOML: by section, each name with its values in order. */
function sectionsOf(text: string): Record<string, Record<string, string[]>> {
  let here: Record<string, string[]> = {}
  const sections: Record<string, Record<string, string[]>> = { '': here }
  for (const line of text.split('\n')) {
    if (/^\s*(#|$)/.test(line)) continue
    const [, section] = /^\[+([\w.]+)\]+$/.exec(line) ?? []
    const [, name, value] = /^(\w+)\s*=\s*(.*)$/.exec(line) ?? []
    if (section !== undefined) {
      here = sections[section] ?? {}
      sections[section] = here
    } else if (name !== undefined && value !== undefined)
      here[name] = [...(here[name] ?? []), value.replace(/^'(.*)'$/, '$1')]
    else throw new Error(`not a line of such a file: ${line}`)
  }
  return sections
}

const toml = (section: string) =>
  Object.fromEntries(
    Object.entries(sectionsOf(read('fly.toml'))[section] ?? {}).map(([name, [value = '']]) => [name, value]),
  )

/** systemd.unit(5), systemd.service(5), systemd.exec(5), systemd.kill(5): those of them that the unit uses. */
const DIRECTIVES = [
  ...['Description', 'Documentation', 'Wants', 'After', 'StartLimitIntervalSec', 'StartLimitBurst', 'WantedBy'],
  ...['Type', 'WorkingDirectory', 'Environment', 'EnvironmentFile', 'ExecStart', 'Restart', 'RestartSec', 'KillSignal'],
  ...['TimeoutStopSec', 'LimitNOFILE', 'DynamicUser', 'NoNewPrivileges', 'CapabilityBoundingSet', 'ProtectSystem'],
  ...['ProtectHome', 'PrivateTmp', 'PrivateDevices', 'ProtectKernelTunables', 'ProtectKernelModules', 'UMask'],
  ...['ProtectKernelLogs', 'ProtectControlGroups', 'ProtectClock', 'ProtectHostname', 'ProtectProc'],
  ...['RestrictAddressFamilies', 'RestrictNamespaces', 'RestrictRealtime', 'RestrictSUIDSGID', 'LockPersonality'],
  ...['SystemCallArchitectures', 'SystemCallFilter'],
]

describe('the unit', () => {
  const unit = read('clearing@.service')
  const { Service = {}, Install = {} } = sectionsOf(unit)

  test('starts what the image starts, on the port of its own name, as nobody in particular, and gives it time to hand over', () => {
    expect(Service.ExecStart).toEqual([
      `/usr/bin/env PORT=%i /usr/bin/${(image && lastStep(image, 'CMD'))?.command?.join(' ')}`,
    ])
    expect(Service.Environment?.[0]).toContain('NODE_ENV=production')
    expect(Service).toMatchObject({ DynamicUser: ['yes'], KillSignal: ['SIGTERM'], Restart: ['on-failure'] })
    expect(Number(Service.TimeoutStopSec?.[0])).toBeGreaterThan(10)
    expect(Install.WantedBy).toEqual(['multi-user.target'])
    // What compiles code as it runs can't live with it.
    expect(unit).not.toContain('MemoryDenyWriteExecute')
  })

  test('does not start without its settings: it may write nowhere, so the secret can stand only there', () => {
    expect(Service).toMatchObject({ ProtectSystem: ['strict'], EnvironmentFile: ['/etc/clearing/site.env'] })
    expect(read('OPERATING.md')).toContain('CLEARING_SECRET=$(openssl rand -hex 32)" >> /etc/clearing/site.env')
  })

  /** What systemd has against it; where there is none to ask, names that are not among those that it knows. */
  function complaints(text: string): string[] {
    const unknown = Object.values(sectionsOf(text)).flatMap(section =>
      Object.keys(section).filter(name => !DIRECTIVES.includes(name)),
    )
    const [analyze] = programPaths(['systemd-analyze'])
    if (analyze === undefined) return unknown
    const folder = mkdtempSync(join(tmpdir(), 'clearing-unit-'))
    const file = join(folder, 'clearing@3000.service')
    writeFileSync(file, text.replace('/usr/bin/node', process.execPath))
    const { stderr } = spawnSync(analyze, ['verify', file], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    return [...unknown, ...stderr.split('\n').filter(line => line.includes('clearing@'))]
  }

  test('holds nothing that systemd would not understand', () => {
    expect(complaints(unit)).toEqual([])
    expect(complaints(unit.replace('RestartSec=', 'RestartSeconds='))).not.toEqual([])
  })
})

describe('the hosts', () => {
  test('Fly builds the Dockerfile from the top, with settings that the site takes, and asks whether people may be sent', () => {
    const { dockerfile = '', ignorefile = '' } = toml('build')
    for (const path of [dockerfile, ignorefile]) expect([path, existsSync(join(ROOT, path))]).toEqual([path, true])
    const env = toml('env')
    expect(readConfig(env)).toMatchObject({ config: { trustProxy: 2 } })
    expect(toml('http_service').internal_port).toBe(env.PORT)
    expect(toml('http_service').auto_stop_machines).toBe('off')
    expect(toml('http_service.checks').path).toBe('/readyz')
    expect(Number.parseInt(toml('').kill_timeout ?? '', 10)).toBeGreaterThan(10)
  })

  test('Render builds the Dockerfile from the top, one instance, with settings that the site takes', () => {
    const [web, store] = parse(read('render.yaml'), { strict: true }).services
    expect(existsSync(join(ROOT, web.dockerfilePath))).toBe(true)
    expect(web).toMatchObject({ dockerContext: '.', numInstances: 1, healthCheckPath: '/readyz' })
    expect(web.maxShutdownDelaySeconds).toBeGreaterThan(10)
    const known = [...read('../config.ts').matchAll(/^ {4}([A-Z][A-Z_]+): optional\(/gm)].map(([, name]) => name)
    const vars: { key: string; value?: string; fromService?: { name: string } }[] = web.envVars
    expect(vars.filter(({ key }) => !known.includes(key))).toEqual([])
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
