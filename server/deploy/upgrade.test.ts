// Does a composed site stay at the release that it was brought to? The page's own lines are performed in a folder, by programs in place of
// Docker and git that write down which release they were asked for, as Compose would read it.
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const COMPOSE = 'docker compose -f server/deploy/compose.yaml'

/** The lines that stand in a section of the page. */
function linesOf(section: string): string {
  const [, text = ''] = new RegExp(`\\n## ${section}\\n([\\s\\S]*?)(\\n## |$)`).exec(read('OPERATING.md')) ?? []
  const [, lines = ''] = /\n```\n([\s\S]*?)```\n/.exec(text) ?? []
  return lines
}

let folder: string
const env = () => readFileSync(join(folder, 'server/deploy/.env'), 'utf8')
const asked = () => readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n')

/** `FAILS`: the end of a command of Docker's that goes wrong. The shell's own answer is that of the last line. */
function perform(lines: string, { fails = 'nothing' } = {}): number | null {
  writeFileSync(join(folder, 'asked'), '')
  const { NODE_ENV } = process.env
  const PATH = `${folder}/bin:${process.env.PATH}`
  return spawnSync('/bin/sh', ['-c', lines], { cwd: folder, env: { PATH, NODE_ENV, FAILS: fails } }).status
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clearing-upgrade-'))
  mkdirSync(join(folder, 'server/deploy'), { recursive: true })
  mkdirSync(join(folder, 'bin'))
  const programs = {
    docker: `echo "\${RELEASE:-$(sed -n 's/^RELEASE=//p' server/deploy/.env)}: $*" >>asked; case "$*" in *"$FAILS") exit 1 ;; esac`,
    // What is pulled is a commit later.
    git: `case $1 in pull) echo 2222222 >head ;; *) cat head ;; esac`,
  }
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${text}\n`)
    chmodSync(join(folder, 'bin', name), 0o755)
  }
  writeFileSync(join(folder, 'head'), '1111111\n')
  writeFileSync(join(folder, 'server/deploy/example.env'), read('example.env'))
  perform(linesOf('Several processes'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const up = (release: string, ...which: string[]) =>
  which.map(one => `${release}: compose -f server/deploy/compose.yaml up -d --no-deps --wait ${one}`)

test('it begins with the example’s settings, for nobody else to read', () => {
  expect(env()).toBe(read('example.env'))
  expect(statSync(join(folder, 'server/deploy/.env')).mode & 0o777).toBe(0o600)
  expect(asked()).toEqual(['latest: compose -f server/deploy/compose.yaml up -d --build --wait'])
})

describe('an upgrade', () => {
  test('builds, brings one process over and then the other, and whoever says `up -d` after it gets the same release', () => {
    appendFileSync(join(folder, 'server/deploy/.env'), 'CONTACT_EMAIL=somebody@room.example\n')
    const before = env()
    expect(perform(linesOf('Upgrade'))).toBe(0)
    expect(asked()).toEqual([
      '2222222: compose -f server/deploy/compose.yaml build one two',
      ...up('2222222', 'one', 'two'),
    ])
    perform(`${COMPOSE} up -d`)
    expect(asked()).toEqual(['2222222: compose -f server/deploy/compose.yaml up -d'])
    expect(env()).toBe(before.replace('RELEASE=latest', 'RELEASE=2222222'))
  })

  test('that can’t be built changes nothing', () => {
    const before = env()
    perform(linesOf('Upgrade'), { fails: 'build one two' })
    expect(env()).toBe(before)
    expect(asked().slice(1)).toEqual(up('latest', 'one', 'two'))
  })

  test('whose first process does not come up leaves the second as it is', () => {
    expect(perform(linesOf('Upgrade'), { fails: '--wait one' })).not.toBe(0)
    expect(asked().slice(1)).toEqual(up('2222222', 'one'))
  })
})

test('a rollback goes the same way, and stays', () => {
  perform(linesOf('Upgrade'))
  expect(perform(linesOf('Rollback').replace('<older>', '1111111'))).toBe(0)
  expect(asked()).toEqual(up('1111111', 'one', 'two'))
  perform(`${COMPOSE} up -d`)
  expect(asked()).toEqual(['1111111: compose -f server/deploy/compose.yaml up -d'])
})
