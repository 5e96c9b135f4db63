// Is the image what an operator may expect? Read from the Dockerfile alone; `npm run image` performs its steps.
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  contextFiles,
  environmentOf,
  isIgnored,
  lastStep,
  readDockerfile,
  readIgnored,
  type Stage,
} from '../../e2e/setup/dockerfile.mjs'
import { readConfig } from '../config.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const stages = readDockerfile(read('server/deploy/Dockerfile'))
const ignored = readIgnored(read('server/deploy/Dockerfile.dockerignore'))
const [image, ...before] = [...stages].reverse() as [Stage, ...Stage[]]
const { scripts, engines } = JSON.parse(read('package.json'))

const stepsOf = (stage: Stage | undefined, kind: string) => (stage?.steps ?? []).filter(({ what }) => what === kind)
const named = (name: string) => stages.find(stage => stage.name === name)

describe('the image', () => {
  test('is made in stages of one base, pinned to a release that the site runs on', () => {
    expect(before.length).toBeGreaterThan(0)
    expect(new Set(stages.map(({ image }) => image)).size).toBe(1)
    expect(image.image).toMatch(/^node:\d+\.\d+\.\d+-[a-z]+-slim$/)
    const major = Number(/\d+/.exec(image.image)?.[0])
    const least = Number(/\d+/.exec(engines.node)?.[0])
    expect(major).toBeGreaterThanOrEqual(least)
    expect(major % 2).toBe(0)
  })

  test('is run by somebody by number, who is not root, and who comes after all that is put in', () => {
    expect(lastStep(image, 'USER')?.rest).toMatch(/^[1-9]\d*:[1-9]\d*$/)
    const kinds = image.steps.map(({ what }) => what)
    expect(kinds.lastIndexOf('COPY')).toBeLessThan(kinds.indexOf('USER'))
    expect(image.steps.some(({ rest }) => rest.includes('--chown'))).toBe(false)
  })

  test('holds no tool for building, and nothing that only its building needs', () => {
    const runs = (name: string) => stepsOf(named(name), 'RUN').map(({ rest }) => rest)
    expect(runs('packages')).toEqual([expect.stringMatching(/^npm ci --omit=dev\b/)])
    expect(runs('build')[0]).toMatch(/^npm ci --include=dev\b/)
    expect(runs('build')[1]).toMatch(/^npm run build\b/)
    expect(stepsOf(image, 'RUN')).toEqual([])
    const taken = stepsOf(image, 'COPY').flatMap(({ from, sources }) => sources?.map(source => [from, source]))
    expect(taken).toEqual([
      ...[
        ['packages', '/site/node_modules'],
        ['build', '/site/.next'],
        ['build', '/site/dist'],
      ],
      ...[
        [null, 'public'],
        [null, 'next.config.js'],
        [null, 'package.json'],
      ],
    ])
  })

  test('installs before it takes the sources, so that a change of those installs nothing anew', () => {
    const kinds = (named('build')?.steps ?? []).map(({ what, rest }) => `${what} ${rest}`)
    const installs = kinds.findIndex(step => step.startsWith('RUN npm ci'))
    expect(installs).toBeGreaterThan(0)
    expect(installs).toBeLessThan(kinds.indexOf('COPY server server'))
  })

  test('starts what `npm start` starts, where Next looks for what was built', () => {
    const entry = /import\('\.\.\/(dist\/[^']+)'\)/.exec(read('server/start.mjs'))?.[1]
    expect(lastStep(image, 'CMD')?.command).toEqual(['node', entry])
    expect(scripts.start).toBe('node server/start.mjs')
    const places = stages.map(stage => lastStep(stage, 'WORKDIR')?.rest)
    expect(new Set(places).size).toBe(1)
  })

  test('has settings that the site takes', () => {
    const env = environmentOf(image)
    const read = readConfig(env)
    expect(read).toMatchObject({ config: { port: Number(lastStep(image, 'EXPOSE')?.rest), dev: false } })
    expect(env.NODE_ENV).toBe('production')
  })

  test('asks for health at its own port, and is told to end in the way that hands people over', () => {
    const health = lastStep(image, 'HEALTHCHECK')
    expect(health?.command?.join(' ')).toContain(`http://127.0.0.1:\${process.env.PORT}/healthz`)
    expect(lastStep(image, 'STOPSIGNAL')?.rest).toBe('SIGTERM')
  })
})

describe('what may go in', () => {
  test('everything that is copied exists in the project and is let through', () => {
    const sources = stages.flatMap(stage =>
      stepsOf(stage, 'COPY').flatMap(({ from, sources }) => (from === null ? (sources ?? []) : [])),
    )
    expect(sources.length).toBeGreaterThan(8)
    for (const source of sources) {
      expect([source, existsSync(join(ROOT, source))]).toEqual([source, true])
      expect([source, contextFiles(ROOT, source, ignored).length > 0]).toEqual([source, true])
    }
  })

  test('what goes in needs nothing that does not: a build looks at every file that it is given', () => {
    const given = ['app', 'lib', 'server'].flatMap(folder => contextFiles(ROOT, folder, ignored))
    const sources = given.filter(path => /\.tsx?$/.test(path))
    expect(sources.length).toBeGreaterThan(600)
    const missed = sources.flatMap(path =>
      [...read(path).matchAll(/\bfrom '(\.[^']+)'|\bimport\('(\.[^']+)'\)/g)]
        .map(([, from, later]) => posix.join(posix.dirname(path), from ?? later ?? ''))
        .filter(needed => !given.includes(needed))
        .map(needed => `${path}: ${needed}`),
    )
    expect(missed).toEqual([])
  })

  test('no test, no secret, nothing that was built here, and no history', () => {
    const kept = [
      '.env',
      '.clearing-secret',
      '.git/config',
      '.next/BUILD_ID',
      'dist/server/index.js',
      'node_modules/ws/index.js',
    ]
    const tests = [
      'lib/house.test.ts',
      'app/client/sound/bell.test.ts',
      'server/testing/house.ts',
      'app/client/testing/fake-link.ts',
    ]
    for (const path of [...kept, ...tests, 'server/deploy/.env', 'e2e/house.ts'])
      expect([path, isIgnored(ignored, path)]).toEqual([path, true])
    for (const path of [
      'server/index.ts',
      'server/start/stamp.mjs',
      'app/fonts/newsreader-OFL.txt',
      'public/icons/icon-192.png',
    ])
      expect([path, isIgnored(ignored, path)]).toEqual([path, false])
  })
})

test('what this reader does not know it does not pass over', () => {
  expect(() => readDockerfile('FROM a\nADD x y')).toThrow('ADD')
  expect(() => readDockerfile('RUN x')).toThrow('before any FROM')
  expect(() => readDockerfile('FROM a\nCOPY --chmod=777 a b')).toThrow('COPY')
  expect(readDockerfile('FROM a AS b\n# no\nRUN x \\\n  y\n')).toEqual([
    { image: 'a', name: 'b', steps: [{ what: 'RUN', rest: 'x y' }] },
  ])
})
