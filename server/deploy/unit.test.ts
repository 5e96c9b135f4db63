// Would systemd run the site, and nobody reach it but through nginx? The unit and its settings are read as systemd reads them, asked
// about where there is one to ask, and judged by the site's own settings.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { lastStep, readDockerfile } from '../../e2e/setup/dockerfile.mjs'
import { programPaths } from '../../e2e/setup/programs.mjs'
import { readConfig } from '../config.ts'
import { givenTo, KNOWN, sectionsOf } from '../testing/operators.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = join(HERE, '../..')
const read = (name: string) => readFileSync(join(HERE, name), 'utf8')
const image = readDockerfile(read('Dockerfile')).at(-1)

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

const siteEnv = read('site.env.example')
const SECRET = 'a1b2c3d4'.repeat(4)
/** As an operator would: the secret, and for each line that is empty something of its kind. */
const filledIn = siteEnv.replace(/^([A-Z_]+)=(.*)$/gm, (line, name: string, value: string) => {
  const own: Record<string, string> = {
    CLEARING_SECRET: SECRET,
    TURN_SECRET: SECRET,
    TURN_URLS: /turn:relay\S+/.exec(siteEnv)?.[0] ?? '',
    CONTACT_EMAIL: 'somebody@room.example',
    PRACTICE_HOURS: /PRACTICE_HOURS.*(".*")/.exec(siteEnv)?.[1] ?? '',
    REPORT_WEBHOOK: 'https://room.example/reports',
    REPORT_SECRET: SECRET,
    ORIGINS: 'https://room.example',
  }
  return value !== '' && name !== 'CLEARING_SECRET' ? line : `${name}=${own[name] ?? ''}`
})

describe('the settings of the unit', () => {
  test('are ones that the site knows, and once they are filled in it takes every one', () => {
    expect(Object.keys(parseEnv(siteEnv)).filter(name => !KNOWN.includes(name))).toEqual([])
    const set = parseEnv(filledIn)
    expect(Object.entries(set).filter(([, value]) => value === '')).toEqual([])
    expect(readConfig(set)).toMatchObject({
      config: {
        store: { kind: 'tcp' },
        secret: SECRET,
        ice: { turn: { secret: SECRET, urls: [expect.any(String), expect.any(String), expect.any(String)] } },
        contactEmail: 'somebody@room.example',
        practiceHours: [expect.anything(), expect.anything()],
        origins: ['https://room.example'],
      },
    })
  })

  test('are begun by the page’s own line, with a secret of this site, for nobody else to read, and never a second time', () => {
    const [, lines = ''] =
      /```\n(mkdir.*\n.* server\/deploy\/site\.env\.example > .*)\n```/.exec(read('OPERATING.md')) ?? []
    const folder = mkdtempSync(join(tmpdir(), 'clearing-settings-'))
    const file = join(folder, 'clearing/site.env')
    const begin = () =>
      spawnSync('/bin/sh', ['-c', lines.replaceAll('/etc/clearing', join(folder, 'clearing'))], { cwd: ROOT })
    expect(begin().status).toBe(0)
    const made = readFileSync(file, 'utf8')
    const mode = statSync(file).mode & 0o777
    const isTakenAgain = begin().status === 0
    const kept = readFileSync(file, 'utf8')
    rmSync(folder, { recursive: true })
    expect(mode).toBe(0o600)
    expect(readConfig(parseEnv(made))).toMatchObject({ config: { secret: expect.stringMatching(/^[0-9a-f]{64}$/) } })
    expect(made.replace(/^CLEARING_SECRET=.*$/m, '')).toBe(siteEnv.replace(/^CLEARING_SECRET=.*$/m, ''))
    expect([isTakenAgain, kept]).toEqual([false, made])
  })
})

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
    expect(readConfig(givenTo(unit, '3000', siteEnv))).toEqual({
      problems: [expect.stringMatching(/^CLEARING_SECRET: /)],
    })
  })

  test('is reached through nginx alone: whoever came to its port would name any address as theirs, and speak without TLS', () => {
    const given = givenTo(unit, '3001', filledIn)
    expect(readConfig(given)).toMatchObject({ config: { host: '127.0.0.1', port: 3001, trustProxy: 1, dev: false } })
    expect(read('nginx.conf')).toContain(`server ${given.HOST}:${given.PORT} `)
    // Behind a balancer on another machine.
    expect(readConfig(givenTo(unit, '3000', `${filledIn}\nHOST=10.0.0.5\n`))).toMatchObject({
      config: { host: '10.0.0.5' },
    })
  })

  test('tells each process a port of its own for its metrics, on the loopback, where the example for Prometheus asks', () => {
    const { scrape_configs: watched } = parse(read('../observe/prometheus.yaml'))
    const asked = (settings: string) =>
      ['3000', '3001'].map(instance => {
        const set = readConfig(givenTo(unit, instance, settings))
        return 'config' in set ? set.config.metrics : set.problems
      })
    const told = watched[0].static_configs[0].targets.map((target: string) => {
      const [host, port] = target.split(':')
      return { host, port: Number(port) }
    })
    expect(asked(filledIn)).toEqual(told)
    expect(told[0]).not.toEqual(told[1])
    expect(asked(`${filledIn}\nMETRICS_PORT=\n`)).toEqual([null, null])
  })

  test('and the composed site start the steward’s command as the project does, with the settings of the process beside it', () => {
    const { scripts } = JSON.parse(read('../../package.json'))
    const page = read('OPERATING.md')
    const [, service = '', composed = ''] = /compose\.yaml exec (\w+) (node \S+) list\n/.exec(page) ?? []
    expect(Object.keys(parse(read('compose.yaml'), { merge: true }).services)).toContain(service)
    const [, file = '', script = ''] = /\nnode --env-file=(\S+) (\S+) list\n/.exec(page) ?? []
    expect([composed, `node ${script}`]).toEqual([scripts.steward, scripts.steward])
    expect(Service.EnvironmentFile).toEqual([file])
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
