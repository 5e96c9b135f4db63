// Does the house keep its doors? Read from the sources alone: who imports whom, what lib touches, how files are named.
// The judgement is a pure function over paths and texts, so that each door is also seen to shut on a planted file.
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

interface Source {
  path: string
  text: string
}

interface Import {
  from: string
  /** Whether nothing of it is left when the types are gone. */
  typeOnly: boolean
}

type Door = (source: Source) => boolean

const ENGINE = ['advance', 'begin', 'capsule', 'direct', 'door', 'facts', 'glance', 'may', 'step', 'view'].map(
  name => `lib/protocol/${name}.ts`,
)
/** On the server, and in the browser the one file that runs a sitting on one phone. */
const DIRECTORS = [
  'server/room/director.ts',
  'server/room/directing.ts',
  'server/room/keeper.ts',
  'server/room/watch.ts',
  'server/room/showing.ts',
  'server/room/shelf.ts',
  'server/room/capsules.ts',
  'app/client/one-phone/local-room.ts',
]
/** Rooms from the ground up: each is built on those before it. */
const FLOORS = [
  ['room', 'observe', 'store', 'safety', 'fan-out', 'wire', 'circle', 'lobby'].map(name => `server/${name}`),
  ['device', 'line', 'sound', 'writing', 'media', 'circle', 'strangers', 'one-phone', 'page'].map(
    name => `app/client/${name}`,
  ),
]
/** What puts them together. */
const ROOFS = ['app', 'app-ports', 'counted', 'greeting', 'index', 'steward', 'stewarding'].map(
  name => `server/${name}.ts`,
)
/** What pages have in common; every other folder of `app` is a page. */
const SHARED = ['client', 'fonts', 'parts', 'sitting', 'strangers', 'words']
const MOST_LINES = 260
const SCHEMAS = /^lib\/wire\/([a-z]+-)?schemas\.ts$/
const DRAWERS = /^(utils?|helpers?|common|misc|constants|types|shared)\./

/** Strings and comments of TypeScript; what stands between is code. */
const WORDS = /(\/\*[\s\S]*?\*\/|\/\/[^\n]*)|('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)/g

const withoutComments = (text: string) => text.replace(WORDS, (_, comment, quoted) => (comment ? ' ' : quoted))
/** Code alone. What a template puts in by `${…}` is code too. */
const codeOf = (text: string) =>
  text.replace(WORDS, (_, comment, quoted: string) =>
    comment ? ' ' : `''${[...quoted.matchAll(/\$\{([^}]*)\}/g)].map(([, code]) => ` ${code} `).join('')}`,
  )

function importsOf({ path, text }: Source): Import[] {
  const code = withoutComments(text)
  const named = [...code.matchAll(/^(?:import|export)\s+(?:([\w*\s{},$]+?)\s+from\s+)?['"]([^'"]+)['"]/gm)]
  const called = [...code.matchAll(/\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g)]
  const found = named.map(([, names = '', from = '']) => ({ names, from }))
  return [...found, ...called.map(([, from = '']) => ({ names: 'all', from }))].map(({ names, from }) => ({
    from: from.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), from)) : from,
    typeOnly: isTypeOnly(names),
  }))
}

function isTypeOnly(names: string): boolean {
  if (/^type\s/.test(names.trim())) return true
  const listed = /^\{([^}]*)\}$/.exec(names.trim())?.[1]?.split(',') ?? []
  const all = listed.map(name => name.trim()).filter(Boolean)
  return all.length > 0 && all.every(name => name.startsWith('type '))
}

/** The page whose part this is; null for what pages share. */
function pageOf(path: string): string | null {
  const [, page = ''] = /^app\/([^/]+)\//.exec(path) ?? []
  return page === '' || SHARED.includes(page) ? null : page
}

const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path)
const isScript = (path: string) => /\.mjs$/.test(path) && /^(server|e2e)\//.test(path)
const within = (path: string, ...folders: string[]) => folders.some(folder => path.startsWith(`${folder}/`))
const runs = (source: Source) => importsOf(source).filter(({ typeOnly }) => !typeOnly)
const takes = (source: Source, ...packages: string[]) =>
  importsOf(source).some(({ from }) => packages.some(name => from === name || from.startsWith(`${name}/`)))

const IMPURE =
  /\b(Date\s*\.\s*now|new\s+Date\s*\(\s*\)|Math\s*\.\s*random|performance\s*\.|process\s*\.|console\s*\.|setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame|fetch\s*\(|XMLHttpRequest|WebSocket|localStorage|sessionStorage|document\s*\.|window\s*\.|globalThis)/

/** Each door says of one file whether it breaks it. Tests stand outside of those that are about what runs. */
const DOORS: Record<string, Door> = {
  'lib imports lib alone, and zod in the schemas': source =>
    within(source.path, 'lib') &&
    !isTest(source.path) &&
    importsOf(source).some(({ from }) => !from.startsWith('lib/') && !(from === 'zod' && SCHEMAS.test(source.path))),
  'lib is pure, but for the cipher in lib/seal': ({ path, text }) =>
    within(path, 'lib') &&
    !isTest(path) &&
    (IMPURE.test(codeOf(text)) || (!within(path, 'lib/seal') && /\bcrypto\s*\.|\bSubtleCrypto\b/.test(codeOf(text)))),
  'the engine and the formats know nothing of the wire': source =>
    within(source.path, 'lib/protocol', 'lib/formats') &&
    importsOf(source).some(({ from }) => within(from, 'lib/wire')),
  'only the director runs the engine': source =>
    !isTest(source.path) &&
    !within(source.path, 'lib/protocol', 'e2e', 'server/simulation') &&
    !DIRECTORS.includes(source.path) &&
    runs(source).some(({ from }) => ENGINE.includes(from)),
  'app imports no server, no store and no test': source =>
    within(source.path, 'app') &&
    importsOf(source).some(({ from }) => within(from, 'server', 'e2e')) &&
    !isTest(source.path),
  'a page takes nothing from another page, nor what they share from any': source =>
    within(source.path, 'app') &&
    importsOf(source).some(({ from }) => ![null, pageOf(source.path)].includes(pageOf(from))),
  'app takes the schemas as types': source =>
    within(source.path, 'app') &&
    !isTest(source.path) &&
    runs(source).some(({ from }) => SCHEMAS.test(from) || from === 'zod'),
  'lib and server import no app': source =>
    within(source.path, 'lib', 'server') && importsOf(source).some(({ from }) => within(from, 'app')),
  'a room is built on those below it': source => {
    const house = FLOORS.find(rooms => rooms.some(room => within(source.path, room))) ?? []
    const above = house.slice(house.findIndex(room => within(source.path, room)) + 1)
    const isBuiltOn = ({ from }: Import) => within(from, ...above) || ROOFS.includes(from)
    return (
      house.length > 0 &&
      !isTest(source.path) &&
      !source.path.includes('/testing/') &&
      importsOf(source).some(isBuiltOn)
    )
  },
  'the environment is read in server/config.ts': ({ path, text }) =>
    !isTest(path) &&
    !isScript(path) &&
    !within(path, 'e2e', 'server/testing') &&
    path !== 'server/config.ts' &&
    /\bprocess\s*(\.\s*env\b|\[\s*'')/.test(codeOf(text)),
  'a Redis client is imported in server/store': source =>
    !within(source.path, 'server/store', 'e2e') && takes(source, '@redis/client', '@upstash/redis', 'redis', 'ioredis'),
  'the browser’s socket is imported in app/client/line/socket.ts': source =>
    !isTest(source.path) &&
    !within(source.path, 'server/testing', 'e2e') &&
    source.path !== 'app/client/line/socket.ts' &&
    takes(source, 'socket.io-client'),
  'the client of Prometheus is imported in server/observe/metrics.ts': source =>
    source.path !== 'server/observe/metrics.ts' && takes(source, 'prom-client'),
  'no file only passes on what others export': ({ path, text }) =>
    /\/index\.tsx?$/.test(path) && /\bexport\s+(type\s+)?(\*|\{[^}]*\})[^'"\n]*\bfrom\b/.test(withoutComments(text)),
  'no drawer for what has no name': ({ path }) => DRAWERS.test(posix.basename(path)),
  'names are kebab-case': ({ path }) =>
    !path.split('/').every(part => /^(\[[a-z]+\]|[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*)$/.test(part)),
  'a file opens with what it answers': ({ path, text }) =>
    !isTest(path) && !/^(#![^\n]*\n)?('use (client|server)'\n+)?(\/\/|\/\*)/.test(text),
  'no file is longer than can be kept in mind': ({ path, text }) =>
    !isTest(path) && text.split('\n').length - 1 > MOST_LINES,
  'no room is spread into a view': ({ path, text }) =>
    path === 'lib/protocol/view.ts' &&
    /\.\.\.\s*\(?\s*(room|current|seat|sitting|own|line|closed|held|hold|phase|so|here)\b(?!\.(resume|asked))/.test(
      codeOf(text),
    ),
}

/** Every file that breaks a door, with the door. */
function broken(sources: readonly Source[]): string[] {
  return sources.flatMap(source =>
    Object.entries(DOORS).flatMap(([door, breaks]) => (breaks(source) ? [`${source.path}: ${door}`] : [])),
  )
}

function sourcesOf(top: string): Source[] {
  return ['lib', 'server', 'app', 'e2e'].flatMap(folder =>
    readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
      .filter(path => /\.(ts|tsx|mts|mjs|js)$/.test(path))
      .map(path => `${folder}/${path.replaceAll('\\', '/')}`)
      .map(path => ({ path, text: readFileSync(join(top, path), 'utf8') })),
  )
}

test('no file of this house breaks a door', () => {
  const sources = sourcesOf(fileURLToPath(new URL('../', import.meta.url)))
  expect(sources.length).toBeGreaterThan(60)
  expect(broken(sources)).toEqual([])
})

/** The files of one circle, or none: a file can be read once those that it imports have been, and there is a last one. */
function circleOf(sources: readonly Source[]): string[] {
  const ways = new Map(sources.map(source => [source.path, importsOf(source).map(({ from }) => from)]))
  const isDone = new Set<string>()
  function follow(path: string, walked: readonly string[]): string[] {
    if (walked.includes(path)) return walked.slice(walked.indexOf(path))
    if (isDone.has(path)) return []
    for (const next of ways.get(path) ?? []) {
      const circle = follow(next, [...walked, path])
      if (circle.length > 0) return circle
    }
    isDone.add(path)
    return []
  }
  for (const path of ways.keys()) {
    const circle = follow(path, [])
    if (circle.length > 0) return circle
  }
  return []
}

test('no file imports itself by way of others, not even as types', () => {
  expect(circleOf(sourcesOf(fileURLToPath(new URL('../', import.meta.url))))).toEqual([])
  const files = ['./b.ts', './c.ts', './a.ts'].map((to, i) => ({
    path: `lib/${'abc'[i]}.ts`,
    text: `import type { To } from '${to}'\n`,
  }))
  expect(circleOf(files)).toEqual(['lib/a.ts', 'lib/b.ts', 'lib/c.ts'])
  expect(circleOf(files.slice(1))).toEqual([])
})

const opening = '// What is this?\n'
const planted: [keyof typeof DOORS, string, string][] = [
  ['lib imports lib alone, and zod in the schemas', 'lib/protocol/step.ts', "import { readFileSync } from 'node:fs'"],
  ['lib imports lib alone, and zod in the schemas', 'lib/words/words.ts', "import { z } from 'zod'"],
  [
    'lib imports lib alone, and zod in the schemas',
    'lib/words/words.ts',
    "import type { Ids } from '../../server/ports.ts'",
  ],
  ['lib imports lib alone, and zod in the schemas', 'lib/seal/seal.ts', "const fs = await import('node:fs')"],
  ['lib is pure, but for the cipher in lib/seal', 'lib/protocol/step.ts', 'const now = Date.now()'],
  ['lib is pure, but for the cipher in lib/seal', 'lib/protocol/step.ts', 'const now = new Date()'],
  ['lib is pure, but for the cipher in lib/seal', 'lib/formats/a.ts', `const text = \`at \${Math.random()}\``],
  ['lib is pure, but for the cipher in lib/seal', 'lib/clock/offset.ts', 'const at = performance.now()'],
  ['lib is pure, but for the cipher in lib/seal', 'lib/clock/offset.ts', 'console.log(1)'],
  ['lib is pure, but for the cipher in lib/seal', 'lib/clock/offset.ts', 'setTimeout(ring, 5)'],
  ['lib is pure, but for the cipher in lib/seal', 'lib/seal/session.ts', 'await fetch(url)'],
  ['lib is pure, but for the cipher in lib/seal', 'lib/protocol/begin.ts', 'crypto.getRandomValues(bytes)'],
  [
    'a page takes nothing from another page, nor what they share from any',
    'app/try/table.tsx',
    "import { Speaking } from '../r/[room]/panels/speaking.tsx'",
  ],
  [
    'a page takes nothing from another page, nor what they share from any',
    'app/parts/sheet.tsx',
    "import styles from '../practice/door.module.css'",
  ],
  ['a room is built on those below it', 'server/room/director.ts', "import { ask } from '../wire/asks.ts'"],
  ['a room is built on those below it', 'server/wire/asks.ts', "import type { Lobby } from '../lobby/a.ts'"],
  ['a room is built on those below it', 'app/client/line/socket.ts', "import { bell } from '../sound/bell.ts'"],
  ['a room is built on those below it', 'server/lobby/asks.ts', "import type { AppPorts } from '../app.ts'"],
  [
    'the engine and the formats know nothing of the wire',
    'lib/protocol/step.ts',
    "import type { Ack } from '../wire/events.ts'",
  ],
  ['only the director runs the engine', 'server/wire/sockets.ts', "import { step } from '../../lib/protocol/step.ts'"],
  ['only the director runs the engine', 'app/page.tsx', "import { type View, view } from '../lib/protocol/view.ts'"],
  [
    'only the director runs the engine',
    'app/client/one-phone/local-page.ts',
    "import { step } from '../../../lib/protocol/step.ts'",
  ],
  ['only the director runs the engine', 'app/try/table.tsx', "import { may } from '../../lib/protocol/may.ts'"],
  [
    'app imports no server, no store and no test',
    'app/client/a.ts',
    "import type { Log } from '../../server/ports.ts'",
  ],
  ['app takes the schemas as types', 'app/client/a.ts', "import { intent } from '../../lib/wire/schemas.ts'"],
  ['app takes the schemas as types', 'app/client/a.ts', "import { z } from 'zod'"],
  ['app takes the schemas as types', 'app/client/a.ts', "import { direct } from '../../lib/wire/circle-schemas.ts'"],
  ['lib and server import no app', 'server/pages.ts', "import { Ring } from '../app/parts/ring.tsx'"],
  ['the environment is read in server/config.ts', 'server/app.ts', 'const port = process.env.PORT'],
  ['the environment is read in server/config.ts', 'app/page.tsx', "const port = process['env'].PORT"],
  ['a Redis client is imported in server/store', 'server/app.ts', "import { Redis } from '@upstash/redis/nodejs'"],
  ['a Redis client is imported in server/store', 'server/app.ts', "import { createClient } from '@redis/client'"],
  [
    'the browser’s socket is imported in app/client/line/socket.ts',
    'app/room.tsx',
    "import { io } from 'socket.io-client'",
  ],
  [
    'the client of Prometheus is imported in server/observe/metrics.ts',
    'server/app.ts',
    "import { Counter } from 'prom-client'",
  ],
  ['no file only passes on what others export', 'lib/seal/index.ts', "export * from './session.ts'"],
  ['no file only passes on what others export', 'lib/seal/index.ts', "export { open } from './session.ts'"],
  ['no drawer for what has no name', 'lib/words/utils.ts', ''],
  ['no drawer for what has no name', 'server/helpers.ts', ''],
  ['names are kebab-case', 'app/parts/ClearingRing.tsx', ''],
  ['names are kebab-case', 'server/rate_limit.ts', ''],
  ['no file is longer than can be kept in mind', 'server/app.ts', '\n'.repeat(MOST_LINES)],
  ['no room is spread into a view', 'lib/protocol/view.ts', 'return { ...room, rev: 1 }'],
  ['no room is spread into a view', 'lib/protocol/view.ts', 'const seen = { ...current }'],
  ['no room is spread into a view', 'lib/protocol/view.ts', 'seats[id] = { ... seat, here: true }'],
]

describe('each door shuts on a planted file', () => {
  test.each(planted)('%s: %s', (door, path, line) => {
    expect(broken([{ path, text: `${opening}${line}\n` }])).toEqual([`${path}: ${door}`])
  })

  test('a file that does not open with a comment', () => {
    const found = [
      `${opening}x()`,
      'x()',
      "'use client'\nx()",
      `'use client'\n\n${opening}x()`,
      `#!/usr/bin/env node\n${opening}`,
    ]
    const judged = found.map(text => broken([{ path: 'app/a.tsx', text }]).length)
    expect(judged).toEqual([0, 1, 1, 0, 0])
  })

  test('every door has a planted file', () => {
    const tried = new Set<string>(planted.map(([door]) => door))
    expect(Object.keys(DOORS).filter(door => !tried.has(door))).toEqual(['a file opens with what it answers'])
  })
})

test('what is allowed passes', () => {
  const good: [string, string][] = [
    ['lib/wire/schemas.ts', "import { z } from 'zod'"],
    [
      'lib/protocol/step.ts',
      "import { may } from './may.ts'\n// Date.now() is not for us\nconst say = 'console.log it'",
    ],
    ['lib/seal/session.ts', 'await crypto.subtle.encrypt(how, key, bytes)'],
    ['lib/protocol/room.ts', 'export const at = new Date(ms)'],
    ['server/room/director.ts', "import { step } from '../../lib/protocol/step.ts'"],
    ['app/r/[room]/sitting.tsx', "import { Speaking } from './panels/speaking.tsx'"],
    ['app/r/[room]/sitting.tsx', "import { Sheet } from '../../parts/sheet.tsx'"],
    ['server/wire/asks.ts', "import { createDirector } from '../room/director.ts'"],
    ['server/wire/asks.test.ts', "import { createLobby } from '../lobby/lobby.ts'"],
    ['server/app.ts', "import { openLobby } from './lobby/open.ts'"],
    [
      'server/wire/sockets.ts',
      "import type { Fact } from '../../lib/protocol/facts.ts'\nimport { people } from '../../lib/protocol/room.ts'",
    ],
    ['server/wire/sockets.test.ts', "import { step } from '../../lib/protocol/step.ts'\nprocess.env.X"],
    ['server/config.ts', 'const port = process.env.PORT'],
    ['server/start.mjs', 'process.env.PORT'],
    ['server/store/connect.ts', "import { Redis } from '@upstash/redis'"],
    ['app/client/line/socket.ts', "import { io } from 'socket.io-client'"],
    ['server/observe/metrics.ts', "import { Counter } from 'prom-client'"],
    [
      'app/client/a.ts',
      "import type { Ask } from '../../lib/wire/schemas.ts'\nimport { type A } from '../../lib/wire/schemas.ts'",
    ],
    ['server/index.ts', 'export const started = 1'],
    ['app/r/[room]/not-found.tsx', 'export default 1'],
    [
      'lib/protocol/view.ts',
      'const seen = { ...last, on: [...saidOn(sitting, n)], asked: [...so.asked], r: [...held.resume] }',
    ],
  ]
  expect(broken(good.map(([path, line]) => ({ path, text: `${opening}${line}\n` })))).toEqual([])
})
