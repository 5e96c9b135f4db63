// Do pages that were loaded before a deploy go on with the server after it? `npm run last-release -- <commit>`: builds the pages of an
// earlier release, lets this release's server serve them, and runs the browser tests that the earlier one had of what two people do,
// in its own words and by its own hands. `-- <commit> e2e/voice.spec.ts …` runs others of them. Its last line is Playwright's.
// It installs and builds, so it takes some minutes, and is not among `npm test`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endChildren, npm, run } from '../../server/start/child.mjs'
import { installPackages } from '../../server/start/packages.mjs'

/** What goes over the wire in the course of every kind of sitting; how a page looks or is built is no matter of the server's. */
const SITTINGS = ['two-friends', 'words', 'voice', 'repair', 'trio', 'practice', 'strangers-voice', 'workshop']
/** What belongs to the pages, and must be of the release that they were built by. */
const OF_PAGES = ['next', 'react', 'react-dom']

const root = fileURLToPath(new URL('../../', import.meta.url))
const say = text => process.stdout.write(`${text}\n`)
const [commit, ...named] = process.argv.slice(2)
if (commit === undefined || commit.startsWith('-')) {
  say('Say of which release the pages shall be: npm run last-release -- <commit>')
  process.exit(1)
}
const site = mkdtempSync(join(tmpdir(), 'clearing-last-release-'))
process.on('exit', () => rmSync(site, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    endChildren()
    process.exit(1)
  })
}

await must('git', ['clone', '--quiet', '--shared', '--no-checkout', root, site])
await must('git', ['-C', site, 'checkout', '--quiet', '--detach', commit])
say('Installing the packages of that release …')
const lines = []
if ((await installPackages(site, { line: text => lines.push(text) })) !== 0) fail(lines)
say('Building its pages …')
const [command, ...first] = npm()
await must(command, [...first, 'run', 'build', '--silent', '--ignore-scripts=false'])
takeOver()
process.exitCode = await tried()

/** Puts this release's server, with all that it stands on, in the place of the one that its tests know. */
function takeOver() {
  const now = join(site, 'now')
  for (const part of ['server', 'lib']) cpSync(join(root, part), join(now, part), { recursive: true })
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  for (const name of Object.keys(dependencies).filter(one => !OF_PAGES.includes(one))) {
    const place = join(now, 'node_modules', name)
    mkdirSync(dirname(place), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), place, 'junction')
  }
  renameSync(join(site, 'server'), join(site, 'server-then'))
  symlinkSync(join(now, 'server'), join(site, 'server'), 'junction')
}

async function tried() {
  const specs = named.length > 0 ? named : SITTINGS.map(name => `e2e/${name}`)
  const cli = join('node_modules', '@playwright', 'test', 'cli.js')
  // In a terminal one sees each as it ends.
  const child = spawn(process.execPath, [cli, 'test', '-c', 'e2e/playwright.config.ts', ...specs], {
    cwd: site,
    stdio: 'inherit',
  })
  const [code] = await once(child, 'exit')
  return code ?? 1
}

async function must(program, args) {
  const said = []
  const env = { ...process.env, NODE_ENV: 'production' }
  const { code } = await run(program, args, { cwd: site, env, line: text => said.push(text) })
  if (code !== 0) fail(said)
}

function fail(said) {
  say(said.join('\n'))
  process.exit(1)
}
