// Is what we take from others what we think it is, and have we left a secret in what we give away? Read from the lock and
// from our own files alone.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const TOP = fileURLToPath(new URL('../', import.meta.url))

interface Entry {
  version: string
  resolved?: string
  integrity?: string
  hasInstallScript?: boolean
  link?: boolean
}
type Lock = Readonly<Record<string, Entry>>

const lockOf = (text: string): Lock => {
  const { packages } = JSON.parse(text) as { packages: Record<string, Entry> }
  return Object.fromEntries(Object.entries(packages).filter(([path]) => path !== ''))
}
const LOCK = lockOf(readFileSync(join(TOP, 'package-lock.json'), 'utf8'))

/** Below these, somebody could end the process, fill its memory, or read what was left in it. */
const FLOORS = {
  'socket.io': '4.8.4',
  'engine.io': '6.6.9',
  'socket.io-parser': '4.2.6',
  ws: '8.21.0',
  next: '16.2.6',
} as const

/** What may run a program of its own while it is installed: the makers of binaries that the tools need. */
const MAY_INSTALL: ReadonlySet<string> = new Set(['esbuild', 'fsevents', 'sharp', 'unrs-resolver'])

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

function isBelow(version: string, floor: string): boolean {
  const [own = [], least = []] = [version, floor].map(text => text.split(/[.-]/).slice(0, 3).map(Number))
  const at = own.findIndex((part, i) => part !== least[i])
  return at >= 0 && (own[at] ?? 0) < (least[at] ?? 0)
}

/** What is wrong with a lock: one line each. */
function faultsOf(lock: Lock): string[] {
  return Object.entries(lock).flatMap(([path, { version, resolved, integrity, hasInstallScript, link }]) => {
    const name = nameOf(path)
    const floor = Object.hasOwn(FLOORS, name) ? FLOORS[name as keyof typeof FLOORS] : null
    return [
      ...(floor !== null && isBelow(version, floor) ? [`${path} ${version} is below ${floor}`] : []),
      ...(link || /^sha512-/.test(integrity ?? '') ? [] : [`${path} has no integrity`]),
      ...(resolved === undefined || resolved.startsWith('https://registry.npmjs.org/')
        ? []
        : [`${path} is not from the registry`]),
      ...(hasInstallScript && !MAY_INSTALL.has(name) ? [`${path} would run a program when it is installed`] : []),
    ]
  })
}

describe('every package that is installed', () => {
  it('is at or above the floor of what is known, whole, from the registry, and runs nothing on its way', () => {
    expect(Object.keys(LOCK).length).toBeGreaterThan(50)
    for (const name of Object.keys(FLOORS)) expect(Object.keys(LOCK).map(nameOf)).toContain(name)
    expect(faultsOf(LOCK)).toEqual([])
  })

  it('would be found out if it were not', () => {
    const good = { version: '1.0.0', integrity: 'sha512-x' }
    const planted = {
      'node_modules/ws': { ...good, version: '8.20.9' },
      'node_modules/engine.io/node_modules/ws': { ...good, version: '8.21.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { ...good, resolved: 'git+ssh://git@example.org/b.git' },
      'node_modules/c': { ...good, hasInstallScript: true },
    }
    expect(faultsOf(planted)).toEqual([
      'node_modules/ws 8.20.9 is below 8.21.0',
      'node_modules/a has no integrity',
      'node_modules/b is not from the registry',
      'node_modules/c would run a program when it is installed',
    ])
  })

  it('is the version that was asked for, and no range', () => {
    const { dependencies } = JSON.parse(readFileSync(join(TOP, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    expect(Object.entries(dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })
})

/** What a secret looks like that somebody pasted. */
const SECRETS: Record<string, RegExp> = {
  'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  'a key of AWS': /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  'a token of GitHub': /\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{22,}/,
  'a token of npm': /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=\s*[\w-]{8,}/,
  'a token of Slack': /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  'a key of Google': /\bAIza[\w-]{35}\b/,
  'a JSON web token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  'a password in an address':
    /\b(?:rediss?|https?|postgres|amqp):\/\/[^\s/:@'"`$<>{}]*:[^\s/@'"`$<>{}]{6,}@(?!localhost|127\.)/,
  'a secret that is set':
    /\b(?:TURN_SECRET|CLEARING_SECRET|UPSTASH_REDIS_REST_TOKEN)\s*[=:]\s*['"]?(?!replace-this-by-)[A-Za-z0-9+/_-]{24,}/,
}

const secretsIn = (text: string): string[] =>
  Object.entries(SECRETS).flatMap(([what, form]) => (form.test(text) ? [what] : []))

/** One of each, put together here so that this file is not found itself. */
const PLANTED: Record<keyof typeof SECRETS, string> = {
  'a private key': ['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' '),
  'a key of AWS': `AKIA${'A1'.repeat(8)}`,
  'a token of GitHub': `ghp_${'a1'.repeat(18)}`,
  'a token of npm': `npm_${'a1'.repeat(18)}`,
  'a token of Slack': `xoxb-${'1'.repeat(12)}`,
  'a key of Google': `AIza${'a'.repeat(35)}`,
  'a JSON web token': ['eyJhbGciOiJIUzI1', 'eyJzdWIiOiIxMjM0', 'c2lnbmF0dXJl'].join('.'),
  'a password in an address': ['rediss://default:', 'hunter2hunter2', '@db.example.com:6379'].join(''),
  'a secret that is set': ['TURN_SECRET', 'q'.repeat(32)].join('='),
}

describe('every file that we give away', () => {
  it('holds no key, token or password', () => {
    const files = ownFiles()
    expect(files.length).toBeGreaterThan(300)
    const found = files.flatMap(path => secretsIn(readFileSync(path, 'latin1')).map(what => `${path}: ${what}`))
    expect(found).toEqual([])
  })

  it.each(Object.entries(PLANTED))('would be found out for %s', (what, planted) => {
    expect(secretsIn(`const a = '${planted}'`)).toEqual([what])
    expect(secretsIn(`const a = 'nothing to see'`)).toEqual([])
  })
})

/** Everything but what is made or installed; also where there is no git, as in what was downloaded. */
function ownFiles(): string[] {
  const own = readdirSync(TOP, { withFileTypes: true }).filter(
    ({ name }) => !/^(node_modules|\.git|\.next|dist|test-results)$/.test(name),
  )
  return own.flatMap(entry =>
    entry.isDirectory()
      ? readdirSync(join(TOP, entry.name), { recursive: true, withFileTypes: true })
          .filter(inner => inner.isFile())
          .map(inner => join(inner.parentPath, inner.name))
      : entry.isFile()
        ? [join(TOP, entry.name)]
        : [],
  )
}
